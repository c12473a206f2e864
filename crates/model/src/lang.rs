//! The languages the site is published in.

use model_derive::{Served, Words};
use serde::{Deserialize, Serialize};

/// A language of the site, by its BCP 47 tag.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Served,
    Words,
)]
#[words(to = "tag", from = "from_tag")]
pub enum Lang {
    /// 简体中文, the language of the sources and the default.
    #[default]
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// 繁體中文, under `/zh-hant/`: made from 简体中文 when the site is published.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English, under `/en/`.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// The languages that editors write.
    pub const WRITTEN: [Lang; 2] = [Lang::ZhHans, Lang::En];

    /// What the language calls itself, as short as readers know it.
    pub const fn endonym(self) -> &'static str {
        match self {
            Lang::ZhHans => "简体",
            Lang::ZhHant => "繁體",
            Lang::En => "English",
        }
    }

    /// The language of the site that a BCP 47 tag in small letters asks for, whatever
    /// place it names: `zh-tw`, `en-gb`, `zh-hans-hk`.
    pub fn closest(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        match parts.next()? {
            "en" => Some(Lang::En),
            // A script says more than a place.
            "zh" => {
                match parts.find(|part| matches!(*part, "hans" | "hant" | "tw" | "hk" | "mo")) {
                    None | Some("hans") => Some(Lang::ZhHans),
                    Some(_) => Some(Lang::ZhHant),
                }
            }
            _ => None,
        }
    }

    /// The language that its texts are written in by the editors.
    pub const fn written(self) -> Self {
        match self {
            Lang::ZhHans | Lang::ZhHant => Lang::ZhHans,
            Lang::En => Lang::En,
        }
    }

    /// The language in which names stand beside this one's: Chinese names have
    /// English ones beside them, and the other way round.
    pub const fn beside(self) -> Self {
        match self {
            Lang::ZhHans | Lang::ZhHant => Lang::En,
            Lang::En => Lang::ZhHans,
        }
    }
}
