//! What a search has found so far.

use super::query::SearchQuery;
use model::Lang;
use model::document::EntryKind;
use search::Piece;

/// What a search has found so far.
#[derive(Clone, Debug, Default)]
pub struct SearchOutcome {
    /// The search.
    pub query: SearchQuery,
    /// How far it is.
    pub progress: SearchProgress,
    /// How many entries pass the filters.
    pub total: u32,
    /// How many entries of each kind there are in the chosen year.
    pub kinds: [u32; EntryKind::ALL.len()],
    /// How many entries of each year there are of the chosen kind, newest first.
    pub years: Vec<(u32, u32)>,
    /// The first entries.
    pub hits: Vec<SearchHit>,
}

/// How far a search is.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only in the browser a search leaves `Idle`")
)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum SearchProgress {
    /// The text is empty.
    #[default]
    Idle,
    /// Files are on the way.
    Searching,
    /// Complete.
    Done,
    /// A file did not come.
    Failed,
}

/// A result.
#[derive(Clone, Debug)]
pub struct SearchHit {
    /// Its page.
    pub href: String,
    /// The date of an article, or else the kind.
    pub about: String,
    /// The language of its title, where it is not the page's.
    pub title_lang: Option<Lang>,
    /// Its title.
    pub title: Vec<Piece>,
    /// The language of its text, where it is not the page's.
    pub text_lang: Option<Lang>,
    /// The passage that matches.
    pub text: Vec<Piece>,
}
