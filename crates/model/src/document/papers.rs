//! Papers on pages: on their own, and where they are attached.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use super::{Cite, ContactLine, Phrase};

/// All papers, by kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct PapersPage {
    /// What is on the page, or that nothing has been published.
    pub summary: String,
    /// The kinds that have papers, in order.
    pub sections: Vec<PaperSection>,
}

/// The papers of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct PaperSection {
    /// The id of its heading.
    pub id: String,
    /// The kind.
    pub name: String,
    /// What a reader must know of all of them; may be empty.
    pub note: String,
    /// The papers, newest first.
    pub papers: Vec<PaperText>,
}

/// A paper and the ways to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct PaperText {
    /// The id of its element.
    pub anchor: String,
    /// What it is called.
    pub title: Phrase,
    /// What stands on the sheet: `PDF`; empty when there is no way to it.
    pub format: String,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Phrase>,
    /// Date, version, pages, size, language: what is known of them.
    pub facts: String,
    /// The ways to it: what each says, the same for those who do not see what stands
    /// beside it (`下载：联盟章程`), and the address. Without one, why there is no way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<ContactLine>,
    /// From where; absent for what the site itself makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
