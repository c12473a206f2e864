//! The languages the site is published in.

use serde::{Deserialize, Serialize};

/// A language of the site, by its BCP 47 tag.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Lang {
    /// 简体中文, the language of the sources and the default.
    #[default]
    #[serde(rename = "zh-Hans")]
    ZhHans,
    /// English, under `/en/`.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Lang; 2] = [Lang::ZhHans, Lang::En];

    /// The BCP 47 tag, as in `<html lang>` and in the bundle's text maps.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::ZhHans => "zh-Hans",
            Lang::En => "en",
        }
    }

    /// What the language calls itself.
    pub const fn endonym(self) -> &'static str {
        match self {
            Lang::ZhHans => "简体中文",
            Lang::En => "English",
        }
    }

    /// The language in which names stand beside this one's: Chinese names have
    /// English ones beside them, and the other way round.
    pub const fn beside(self) -> Self {
        match self {
            Lang::ZhHans => Lang::En,
            Lang::En => Lang::ZhHans,
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}
