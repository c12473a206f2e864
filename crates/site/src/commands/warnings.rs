//! Which warnings are listed, and the line that counts them all.

use std::ffi::{OsStr, OsString};
use std::path::Path;

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
    /// Those of the kinds that `--fix` mends.
    Mendable,
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
        PossibleValuesParser::new(values.into_iter().chain(kinds))
            .map(|word| Self::of(&word).unwrap_or(Self::All))
    }

    fn of(word: &str) -> Option<Self> {
        let mut classes = Class::WARNINGS.iter().copied();
        let class = classes.find(|class| [class.slug(), class.words(Lang::ZhHans)].contains(&word));
        match class {
            Some(class) => Some(Self::Only(class)),
            None => (word == ALL).then_some(Self::All),
        }
    }

    /// Whether it asks for a warning.
    pub fn includes(self, warning: &Fault) -> bool {
        match self {
            Self::All => true,
            Self::Only(class) => warning.kind.class() == class,
            Self::Mendable => matches!(warning.kind.class(), Class::Unread | Class::OddLetters),
        }
    }
}

/// The arguments with "all" behind a `--warnings` that a folder follows: that is what
/// is to be checked, and no kind of warning.
pub fn before_a_folder(args: Vec<OsString>) -> Vec<OsString> {
    let mut spelled = Vec::with_capacity(args.len() + 1);
    let mut args = args.into_iter().peekable();
    while let Some(arg) = args.next() {
        let asks = arg == "--warnings";
        spelled.push(arg);
        if asks && args.peek().is_some_and(|next| is_folder(next)) {
            spelled.push(ALL.into());
        }
    }
    spelled
}

fn is_folder(word: &OsStr) -> bool {
    let kind = word.to_str().and_then(Wanted::of);
    kind.is_none() && Path::new(word).is_dir()
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
