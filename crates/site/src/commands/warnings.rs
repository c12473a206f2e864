//! Which warnings are listed, and the line that counts them all.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use content::fault::paint::{Paint, painted};
use content::fault::{Class, Fault, Summary};
use model::Lang;

/// What `--warnings` takes for all of them.
pub const ALL: &str = "all";

/// What `--warnings` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Every warning.
    All,
    /// Those of one kind.
    Only(Class),
}

impl Wanted {
    /// Reads it: by the code that stands behind a warning, or by its Chinese words.
    pub fn parser() -> impl TypedValueParser<Value = Self> {
        let kinds = Class::WARNINGS.iter().map(|class| {
            PossibleValue::new(class.slug())
                .alias(class.words(Lang::ZhHans))
                .help(class.words(Lang::En))
        });
        let values = [PossibleValue::new(ALL).help("every kind")];
        PossibleValuesParser::new(values.into_iter().chain(kinds)).map(|word| Self::of(&word))
    }

    fn of(word: &str) -> Self {
        let mut classes = Class::WARNINGS.iter().copied();
        classes
            .find(|class| [class.slug(), class.words(Lang::ZhHans)].contains(&word))
            .map_or(Self::All, Self::Only)
    }

    /// Whether it asks for a warning.
    pub fn includes(self, warning: &Fault) -> bool {
        match self {
            Self::All => true,
            Self::Only(class) => warning.kind.class() == class,
        }
    }
}

/// All warnings in one line, and how to see each; `None` when there are none.
pub fn line(summary: &Summary, wanted: Option<Wanted>, lang: Lang) -> Option<String> {
    let counts = painted(Paint::COLOURS.warning, &summary.warnings_line(lang)?);
    let kind = summary.commonest_warning().map_or(ALL, Class::slug);
    let more = match (wanted, lang) {
        (Some(Wanted::All), _) => String::new(),
        (_, Lang::En) => {
            format!(" `site check --warnings` shows each, `--warnings {kind}` those of one kind.")
        }
        (_, _) => format!("逐条看：site check --warnings；只看一种：--warnings {kind}。"),
    };
    Some(match lang {
        Lang::En => format!("{counts}. Nothing is kept from being published.{more}"),
        _ => format!("{counts}。不妨碍发布。{more}"),
    })
}
