//! `documents.json`: charters, forms, policies.

use deserr::Deserr;
use model::date::Date;
use model::{Lang, PaperKind};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `documents.json`: charter, forms, standards, policies, reports. A bundle need not
/// have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Documents {
    /// The papers.
    pub papers: Vec<Paper>,
}

/// A paper: a file in `papers/`, an address elsewhere, or neither while its text is not
/// published.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Paper {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What it is.
    pub kind: PaperKind,
    /// What is in it, in a sentence; or where it is spoken of.
    #[deserr(default)]
    pub summary: Option<Text>,
    /// When it was published or took effect.
    #[deserr(default)]
    pub date: Option<Date>,
    /// Which version it is.
    #[deserr(default)]
    pub version: Option<Text>,
    /// The name of its file in `papers/`.
    #[deserr(default)]
    pub file: Option<String>,
    /// Where it is published elsewhere.
    #[deserr(default)]
    pub url: Option<String>,
    /// The language it is written in.
    #[deserr(default)]
    #[schemars(default)]
    pub language: PaperLanguage,
    /// An id in `sources.json`.
    pub source: String,
}

/// The language of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding)]
pub enum PaperLanguage {
    /// Chinese.
    #[default]
    #[deserr(rename = "zh")]
    #[schemars(rename = "zh")]
    Chinese,
    /// English.
    #[deserr(rename = "en")]
    #[schemars(rename = "en")]
    English,
}

impl PaperLanguage {
    /// Whether readers of a language of the site read it.
    pub fn is_read_by(self, lang: Lang) -> bool {
        (self == Self::English) == (lang == Lang::En)
    }
}
