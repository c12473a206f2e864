//! `glossary.json` and `terms.json`: the words of the trade.

use deserr::Deserr;
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `glossary.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
}

/// A technical term and what it means.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// A slug.
    pub id: String,
    /// The term, in every language.
    pub term: Text,
    /// What it means, in every language, in a sentence or two.
    pub definition: Text,
    /// Other ways of writing it, in any language: they are found in texts too.
    #[deserr(default)]
    #[schemars(default)]
    pub aliases: Vec<String>,
    /// An id in `sources.json`; absent for what every textbook says.
    #[deserr(default)]
    pub source: Option<String>,
}

/// `terms.json`: names and words of the trade that the dictionaries of 繁體中文
/// write otherwise. A bundle need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
    /// The words.
    pub terms: Vec<WrittenTerm>,
}

/// A word in both scripts.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, deny_unknown_fields)]
#[schemars(deny_unknown_fields)]
pub struct WrittenTerm {
    /// In simplified characters.
    #[deserr(rename = "zh-Hans")]
    #[schemars(rename = "zh-Hans")]
    pub simplified: String,
    /// In traditional ones.
    #[deserr(rename = "zh-Hant")]
    #[schemars(rename = "zh-Hant")]
    pub traditional: String,
    /// Why, for other editors; nobody else sees it.
    #[deserr(default)]
    pub note: Option<String>,
}
