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
    /// 繁體中文, under `/zh-hant/`: made from 简体中文 when the site is published.
    #[serde(rename = "zh-Hant")]
    ZhHant,
    /// English, under `/en/`.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Every language of the site, the default first.
    pub const ALL: [Lang; 3] = [Lang::ZhHans, Lang::ZhHant, Lang::En];

    /// The languages that editors write.
    pub const WRITTEN: [Lang; 2] = [Lang::ZhHans, Lang::En];

    /// The BCP 47 tag, as in `<html lang>` and in the bundle's text maps.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::ZhHans => "zh-Hans",
            Lang::ZhHant => "zh-Hant",
            Lang::En => "en",
        }
    }

    /// What the language calls itself, as short as readers know it.
    pub const fn endonym(self) -> &'static str {
        match self {
            Lang::ZhHans => "简体",
            Lang::ZhHant => "繁體",
            Lang::En => "English",
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

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}
