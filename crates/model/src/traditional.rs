//! 繁體中文 from 简体中文, by OpenCC's dictionaries of phrases.
//!
//! The standard is Taiwan's forms of characters with the mainland's words
//! (OpenCC's `s2tw`): 着力 becomes 著力, 雏形 雛形, while 数据 stays 數據.
//!
//! A text is parted into words before (jieba's dictionary): a phrase counts only
//! if it does not cut a word in two, so that 展示|了|如何 has no 了如 (瞭如).
//! Names and words of the trade that the dictionaries do not have come first:
//! those of the interface stand here, those of the bundle in its `terms.json`.

mod dictionary;
mod first;
mod runs;
mod surnames;

use std::borrow::Cow;
use std::sync::LazyLock;

use zhconv::tables::{ZH_HANS_TABLE, expand_table};

use dictionary::Phrases;

/// Names and words of the trade that the interface has, where a character stands
/// for several: the simplified form, and how it is written.
const NAMES: [(&str, &str); 4] = [
    ("签约", "簽約"),
    ("各系数", "各係數"),
    ("熔炼", "熔煉"),
    ("地方志", "地方志"),
];

static BUILT_IN: LazyLock<Traditional> = LazyLock::new(|| Traditional::new([]));

/// Writes 繁體中文, with terms of its own.
#[derive(Debug)]
pub struct Traditional {
    terms: Phrases,
}

impl Traditional {
    /// With these terms, each in simplified and in traditional characters,
    /// besides those of the interface.
    pub fn new<'a>(terms: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self {
            terms: NAMES.into_iter().chain(terms).collect(),
        }
    }

    /// The text in traditional characters. What is not Chinese stays as it is.
    pub fn convert<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if text.is_ascii() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(runs::convert(&self.terms, text))
    }
}

/// The text in traditional characters, with the terms of the interface alone.
pub fn traditional(text: &str) -> Cow<'_, str> {
    BUILT_IN.convert(text)
}

/// Every traditional character and the simplified one that stands for it,
/// sorted.
pub static SIMPLIFIED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut pairs: Vec<_> = expand_table(ZH_HANS_TABLE)
        .filter_map(|(from, to)| Some((only(&from)?, only(&to)?)))
        .filter(|(from, to)| from != to)
        .chain(first::pairs(first::SIMPLIFIED))
        .collect();
    pairs.sort_unstable();
    pairs
});

/// The character, if there is but one.
fn only(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chooses_characters_by_their_phrase() {
        for (simplified, written) in [
            ("着力打造千亿产业集群", "著力打造千億產業集群"),
            ("已具雏形", "已具雛形"),
            ("赵文峤", "趙文嶠"),
            ("里程碑", "里程碑"),
            ("发布会、公布、布局", "發布會、公布、布局"),
            (
                "干部、后来、复合、制造、范围",
                "幹部、後來、複合、製造、範圍",
            ),
            ("Al₂O₃ 氧化铝", "Al₂O₃ 氧化鋁"),
            ("plain", "plain"),
        ] {
            assert_eq!(traditional(simplified), written);
        }
    }

    #[test]
    fn knows_the_simplified_form_of_a_character() {
        let simplified = |traditional| {
            let found = SIMPLIFIED.binary_search_by_key(&traditional, |pair| pair.0);
            found.ok().map(|at| SIMPLIFIED[at].1)
        };
        assert_eq!(simplified('鋁'), Some('铝'));
        assert_eq!(simplified('雛'), Some('雏'));
        assert_eq!(simplified('著'), Some('着'));
        assert_eq!(simplified('瞭'), Some('了'));
        assert_eq!(simplified('铝'), None);
        assert_eq!(simplified('乾'), Some('干'));
        assert!(
            SIMPLIFIED.is_sorted_by(|one, next| one.0 < next.0),
            "each once"
        );
    }

    #[test]
    fn writes_the_first_of_several_forms() {
        let characters = first::pairs(first::CHARACTERS);
        for (simplified, form) in characters {
            assert_eq!(traditional(&simplified.to_string()), form.to_string());
        }
        for (simplified, form) in first::PHRASES {
            assert_eq!(traditional(simplified), form);
        }
        for (simplified, written) in [
            ("万里晴空，云后有雨", "萬里晴空，雲後有雨"),
            ("可以从下面继续", "可以從下面繼續"),
            (
                "占地与占城、一台与天台、丰收与丰度",
                "佔地與占城、一臺與天台、豐收與丰度",
            ),
            ("干部、干燥、若干、干预", "幹部、乾燥、若干、干預"),
            ("范围、师范、皇后、以后", "範圍、師範、皇后、以後"),
            ("桥梁与栋梁", "橋梁與棟梁"),
            ("兼容并包", "兼容並包"),
        ] {
            assert_eq!(traditional(simplified), written);
        }
    }

    #[test]
    fn writes_surnames_before_an_office_of_several_words() {
        for (simplified, written) in [
            ("项目由范志刚总经理主持", "項目由范志剛總經理主持"),
            ("涂总工程师介绍", "涂總工程師介紹"),
            ("范围表示、范例主任", "範圍表示、範例主任"),
            ("范总额", "範總額"),
        ] {
            assert_eq!(traditional(simplified), written);
        }
    }

    #[test]
    fn writes_names_as_they_are_written() {
        for (name, written) in NAMES {
            assert_eq!(traditional(name), written);
            let within = format!("出席的有{name}等，{name}。");
            assert_eq!(traditional(&within).matches(written).count(), 2);
        }
        // 中签 is a word of the dictionaries', and here there is none.
        assert_eq!(traditional("项目集中签约"), "項目集中簽約");
    }
}
