//! 繁體中文 from 简体中文, by OpenCC's dictionaries of phrases.
//!
//! The standard is Taiwan's forms of characters with the mainland's words
//! (OpenCC's `s2tw`): 着力 becomes 著力, 雏形 雛形, while 数据 stays 數據.

mod first;

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use zhconv::converters::ZH_TO_TW_CONVERTER;
use zhconv::tables::{ZH_HANS_TABLE, expand_table};
use zhconv::{ZhConverter, ZhConverterBuilder};

/// Names and words of the trade that the dictionaries do not have, where a
/// character stands for several: the simplified form, and how it is written.
/// A person 于海, whom they would make 於海, belongs here too.
const NAMES: [(&str, &str); 9] = [
    ("铝云汇", "鋁雲匯"),
    ("制罐", "製罐"),
    ("签约", "簽約"),
    ("签长单", "簽長單"),
    ("只轮毂", "隻輪轂"),
    ("各系数", "各係數"),
    ("熔炼", "熔煉"),
    ("铝杆", "鋁桿"),
    ("地方志", "地方志"),
];

/// Taiwan's schools and press write 布 for 佈, too, and 梁 for 樑.
const FORMS: [(&str, &str); 2] = [("佈", "布"), ("樑", "梁")];

static CONVERTER: LazyLock<Converter> = LazyLock::new(Converter::new);

/// OpenCC's `s2tw`, after [`NAMES`].
struct Converter {
    dictionaries: &'static ZhConverter,
    /// What they leave as it is, and OpenCC does not.
    beside: ZhConverter,
    names: [(Finder<'static>, &'static str); NAMES.len()],
    forms: [(Finder<'static>, &'static str); FORMS.len()],
}

impl Converter {
    fn new() -> Self {
        let finder = |(from, to)| (Finder::new(from), to);
        let text = |(from, to): (char, char)| (from.to_string(), to.to_string());
        Self {
            dictionaries: &ZH_TO_TW_CONVERTER,
            beside: ZhConverterBuilder::new()
                .conv_pairs(first::pairs(first::CHARACTERS).map(text))
                .conv_pairs(first::PHRASES)
                .build(),
            names: NAMES.map(finder),
            forms: FORMS.map(finder),
        }
    }

    fn convert(&self, text: &str, converted: &mut String) {
        if let Some((start, end, written)) = found(&self.names, text) {
            self.convert(&text[..start], converted);
            converted.push_str(written);
            self.convert(&text[end..], converted);
            return;
        }
        let start = converted.len();
        (self.dictionaries).convert_to_with_secondary_converter(text, converted, &self.beside);
        while let Some((from, to, form)) = found(&self.forms, &converted[start..]) {
            converted.replace_range(start + from..start + to, form);
        }
    }
}

/// Where one of these is in a text, if any is, and what is written for it.
fn found(
    all: &[(Finder<'static>, &'static str)],
    text: &str,
) -> Option<(usize, usize, &'static str)> {
    all.iter().find_map(|(finder, written)| {
        let start = finder.find(text.as_bytes())?;
        Some((start, start + finder.needle().len(), *written))
    })
}

/// The text in traditional characters. What is not Chinese stays as it is.
pub fn traditional(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut converted = String::with_capacity(text.len());
    CONVERTER.convert(text, &mut converted);
    Cow::Owned(converted)
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
