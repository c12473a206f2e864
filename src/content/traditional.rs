//! 繁體中文 from 简体中文, by OpenCC's dictionaries of phrases.
//!
//! The standard is Taiwan's forms of characters with the mainland's words
//! (OpenCC's `s2tw`): 着力 becomes 著力, 雏形 雛形, while 数据 stays 數據.

use std::borrow::Cow;
use std::sync::LazyLock;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use memchr::memmem::Finder;

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

/// Simplified characters that the dictionaries turn into others, but do not
/// take back one by one.
const ALSO: [(char, char); 2] = [('瞭', '了'), ('著', '着')];

/// Taiwan's schools and press write 布 for 佈, too.
const BESIDES: (char, char) = ('佈', '布');

static CONVERTER: LazyLock<Converter> = LazyLock::new(Converter::new);

/// OpenCC's `s2tw` in one pass of it: phrases and characters by `s2t`, and then
/// Taiwan's forms, which are single characters, by a table of them.
struct Converter {
    phrases: OpenCC,
    /// Characters and how Taiwan writes them, sorted.
    forms: Vec<(char, char)>,
    names: [(Finder<'static>, &'static str); NAMES.len()],
}

impl Converter {
    fn new() -> Self {
        let by_character = opencc(BuiltinConfig::T2tw);
        let mut forms: Vec<_> = changed(&by_character).chain([BESIDES]).collect();
        forms.sort_unstable();
        Self {
            phrases: opencc(BuiltinConfig::S2t),
            forms,
            names: NAMES.map(|(name, written)| (Finder::new(name), written)),
        }
    }

    fn convert(&self, text: &str, converted: &mut String) {
        let name = (self.names.iter()).find_map(|(name, written)| {
            let start = name.find(text.as_bytes())?;
            Some((start, start + name.needle().len(), written))
        });
        if let Some((start, end, written)) = name {
            self.convert(&text[..start], converted);
            converted.push_str(written);
            self.convert(&text[end..], converted);
            return;
        }
        let form = |char| match self.forms.binary_search_by_key(&char, |pair| pair.0) {
            Ok(at) => self.forms[at].1,
            Err(_) => char,
        };
        converted.extend(self.phrases.convert(text).chars().map(form));
    }
}

fn opencc(config: BuiltinConfig) -> OpenCC {
    OpenCC::from_config(config).expect("the dictionaries are part of the program")
}

/// The Chinese characters that a conversion turns into another.
fn changed(converter: &OpenCC) -> impl Iterator<Item = (char, char)> {
    let characters = ('\u{3400}'..='\u{9fff}').chain('\u{20000}'..='\u{2a6df}');
    characters.filter_map(|from| {
        let converted = converter.convert(from.encode_utf8(&mut [0; 4]));
        let mut to = converted.chars();
        match (to.next(), to.next()) {
            (Some(to), None) if to != from => Some((from, to)),
            _ => None,
        }
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
    let mut pairs: Vec<_> = (changed(&opencc(BuiltinConfig::T2s)).chain(ALSO)).collect();
    pairs.sort_unstable();
    pairs
});

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
        assert!(SIMPLIFIED.is_sorted());
    }

    #[test]
    fn writes_as_the_dictionaries_do() {
        let whole = opencc(BuiltinConfig::S2tw);
        let text = include_str!("../../public/content/glossary.json");
        let clauses = text.split(['"', '，', '。', '；']);
        let named = |clause: &&str| NAMES.iter().any(|(name, _)| clause.contains(name));
        let mut there = 0;
        for clause in clauses.filter(|clause| !clause.is_ascii() && !named(clause)) {
            let written = whole.convert(clause).replace(BESIDES.0, "布");
            assert_eq!(traditional(clause), written);
            there += 1;
        }
        assert!(there > 50, "{there} clauses");
        for char in ('\u{3400}'..='\u{9fff}').map(String::from) {
            let written = whole.convert(&char).replace(BESIDES.0, "布");
            assert_eq!(traditional(&char), written);
        }
    }

    #[test]
    fn writes_names_as_they_are_written() {
        for (name, written) in NAMES {
            assert_eq!(traditional(name), written);
            let within = format!("出席的有{name}等，{name}。");
            assert_eq!(traditional(&within).matches(written).count(), 2);
        }
    }
}
