//! What editors write in more than one language.

use std::collections::BTreeMap;

use model::Lang;

/// Text in Chinese and perhaps in other languages.
///
/// In JSON a plain string is Chinese; a map has `zh-Hans` and perhaps `en`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// By language; [`Lang::ZhHans`] is always there.
    pub by_lang: BTreeMap<Lang, String>,
}

/// An article's text: like [`Text`], or a list of paragraphs in Chinese, or
/// lists by language. Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markdown {
    /// By language, paragraphs joined by an empty line.
    pub by_lang: BTreeMap<Lang, String>,
}

/// A text in the language asked for, or in Chinese when it has no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is really in.
    pub lang: Lang,
}

fn localized(by_lang: &BTreeMap<Lang, String>, lang: Lang) -> Localized<'_> {
    let (written, text) = by_lang
        .get_key_value(&lang.written())
        .or_else(|| by_lang.get_key_value(&Lang::ZhHans))
        .map_or((Lang::ZhHans, ""), |(lang, text)| (*lang, text.as_str()));
    // What is to be made traditional is in that language in the end.
    let lang = if written == lang.written() {
        lang
    } else {
        written
    };
    Localized { text, lang }
}

impl Text {
    /// The text in a language, or in Chinese.
    pub fn get(&self, lang: Lang) -> Localized<'_> {
        localized(&self.by_lang, lang)
    }
}

impl Markdown {
    /// The Markdown in a language, or in Chinese.
    pub fn get(&self, lang: Lang) -> Localized<'_> {
        localized(&self.by_lang, lang)
    }
}
