//! `sources.json`: where every statement is from.

use deserr::Deserr;
use model::date::Date;
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `sources.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sources {
    /// The sources.
    pub sources: Vec<Source>,
}

/// Where a statement is from.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// A slug.
    pub id: String,
    /// Who published it.
    pub publisher: Text,
    /// Its title, or what it is.
    pub title: Text,
    /// When; absent when undated.
    #[deserr(default)]
    pub date: Option<Date>,
    /// Where; absent when no page of grade A or B has it.
    #[deserr(default)]
    pub url: Option<String>,
    /// When an editor last tried the address with https and it did not open.
    #[deserr(default)]
    pub http_only: Option<Date>,
    /// How far the host can be trusted.
    pub grade: Grade,
}

/// How far a host can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserr, JsonSchema)]
pub enum Grade {
    /// An official body or established media on its own domain.
    A,
    /// Trade press or an industry site.
    B,
    /// A re-post or mirror: evidence, never a link.
    C,
}
