//! The value of a field, and how it is described to a reader.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::value::{Closed, FieldValue};
use crate::bundle::{CapacityStatus, ProjectStatus};
use crate::words::words;
use model::quantity::{Number, Unit};
use model::{Category, EventKind, Lang, MembershipStatus, OfferKind, PaperKind, PointKind};

/// A name in Chinese, and in English if there is one.
pub type Name = (String, Option<String>);

/// What everything with an id is called, by its list and id.
#[derive(Clone, Debug, Default)]
pub struct Names(pub(super) BTreeMap<(&'static str, String), Name>);

impl Names {
    /// What something is called; its id when nothing has it.
    pub fn of<'a>(&'a self, list: &'static str, id: &'a str, lang: Lang) -> &'a str {
        match self.0.get(&(list, id.to_owned())) {
            Some((_, Some(english))) if lang == Lang::En => english,
            Some((chinese, _)) => chinese,
            None => id,
        }
    }
}

impl FieldValue {
    /// The text for a reader.
    pub fn describe(&self, names: &Names, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Figure { number, unit } => figure(number, unit, lang),
            Self::Yes => yes(true, lang).to_owned(),
            Self::Word(list, word) => match list.word(word, lang) {
                Some(words) => words.to_owned(),
                None => word.clone(),
            },
            Self::Named(list, id) => names.of(list, id, lang).to_owned(),
            Self::List(list) => {
                let texts: Vec<String> = list.iter().map(|one| one.describe(names, lang)).collect();
                texts.join(if lang == Lang::En { ", " } else { "、" })
            }
            Self::Order(_) => String::new(),
        }
    }

    /// Whether it is free text, of which a part can have changed.
    pub const fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// Whether something is so.
pub const fn yes(so: bool, lang: Lang) -> &'static str {
    match (so, lang) {
        (true, Lang::En) => "yes",
        (false, Lang::En) => "no",
        (true, _) => "是",
        (false, _) => "否",
    }
}

impl Closed {
    /// What a word of the list means to a reader.
    fn word(self, word: &str, lang: Lang) -> Option<&'static str> {
        let (kinds, publish) = (&lang.words().kinds, words(lang));
        let unstated = |said: &'static str| match said {
            "" => lang.words().members.status_unstated,
            said => said,
        };
        match self {
            Self::Category => Category::from_word(word).map(|it| kinds.category(it)),
            Self::Point => PointKind::from_word(word).map(|it| kinds.point(it)),
            Self::Event => EventKind::from_word(word).map(|it| words(lang).events.kind(it)),
            Self::Membership => MembershipStatus::from_word(word).map(|it| kinds.membership(it)),
            Self::Capacity => capacity(word).map(|it| unstated(publish.capacity(it))),
            Self::Project => project(word).map(|it| unstated(publish.project(it))),
            Self::Local => match word {
                "local" => Some(lang.words().chain.locally),
                "boughtIn" => Some(lang.words().chain.bought_in),
                _ => None,
            },
            Self::Paper => PaperKind::from_word(word).map(|it| publish.papers.kind(it)),
            Self::Offer => OfferKind::from_word(word).map(|it| publish.offers.kind(it)),
            Self::Language => match word {
                "zh" => Some(publish.papers.in_chinese),
                "en" => Some(publish.papers.in_english),
                _ => None,
            },
        }
    }
}

fn capacity(word: &str) -> Option<CapacityStatus> {
    Some(match word {
        "operating" => CapacityStatus::Operating,
        "underConstruction" => CapacityStatus::UnderConstruction,
        "planned" => CapacityStatus::Planned,
        "unstated" => CapacityStatus::Unstated,
        _ => return None,
    })
}

fn project(word: &str) -> Option<ProjectStatus> {
    Some(match word {
        "signed" => ProjectStatus::Signed,
        "planned" => ProjectStatus::Planned,
        "underConstruction" => ProjectStatus::UnderConstruction,
        "partlyOperating" => ProjectStatus::PartlyOperating,
        "operating" => ProjectStatus::Operating,
        "unstated" => ProjectStatus::Unstated,
        _ => return None,
    })
}

fn figure(number: &str, unit: &str, lang: Lang) -> String {
    let value = Decimal::from_str_exact(number).or_else(|_| Decimal::from_scientific(number));
    let (Ok(value), Ok(known)) = (value, Unit::parse(unit)) else {
        return format!("{number} {unit}").trim_end().to_owned();
    };
    match known.show(Number(value), lang) {
        (number, "") => number,
        (number, "%") => format!("{number}%"),
        (number, unit) => format!("{number} {unit}"),
    }
}
