//! The document of the search page, and records of entries.

use model_derive::{Served, Words};
use serde::{Deserialize, Serialize};

use super::ArticlePage;
use crate::add_text;

/// The index of the search. The entries are numbered: articles from the oldest,
/// then the other kinds.
#[derive(Clone, Debug, Serialize, Deserialize, Served)]
pub struct SearchIndex {
    /// Its name; changes with the content.
    pub name: String,
    /// The parts of the index.
    pub segments: Vec<Segment>,
    /// The folder of the records of all but articles.
    pub records: String,
    /// How many entries each kind has, in the order of [`EntryKind::ALL`].
    pub kinds: Vec<u32>,
    /// The years of the articles in their order: a year, how many, a year and
    /// so on; 0 where the date has none.
    pub years: Vec<u32>,
    /// Traditional characters that are found by simplified ones.
    pub traditional: String,
    /// The simplified ones, in the same order.
    pub simplified: String,
}

/// A part of an index: articles that are not touched again, or the newest ones
/// and everything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Segment {
    /// The folder of its files; the name changes with the content.
    pub name: String,
    /// Its first entry.
    pub first: u32,
    /// How many files of lists it has.
    pub shards: u32,
}

/// The kinds of entries, in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Words)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// An article.
    News,
    /// A company.
    Company,
    /// A figure.
    Figure,
    /// A technical term.
    Term,
    /// A stage of the chain.
    Stage,
    /// An event.
    Event,
    /// A paper.
    Paper,
    /// An offer or a need.
    Offer,
}

/// The text of a search result. Of an article only its id: the rest is in its own
/// document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Record {
    /// The address of its page, or the id of an article.
    pub path: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What else it is called: those names stand in the last line of the text as well,
    /// to be shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// How the characters of its names are typed: each with its readings after
    /// it, `v` for ü. `重zhong,chong庆qing`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinyin: Option<String>,
}

/// The name says it all, and comparing it takes less code.
impl PartialEq for SearchIndex {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl SearchIndex {
    /// The kind of an entry, as an index into [`EntryKind::ALL`], and its year.
    pub fn kind_and_year(&self, entry: u32) -> (usize, u32) {
        let mut kind = 0;
        let mut rest = entry;
        while let Some(count) = self.kinds.get(kind)
            && rest >= *count
        {
            rest -= count;
            kind += 1;
        }
        let mut year = 0;
        if kind == 0 {
            for run in self.years.chunks_exact(2) {
                year = run[0];
                if rest < run[1] {
                    break;
                }
                rest -= run[1];
            }
        }
        (kind, year)
    }
}

impl Record {
    /// The part of its text that is searched: without the line of its other names,
    /// which are titles.
    pub fn searched(&self) -> &str {
        let text = self.text.as_deref().unwrap_or_default();
        let lines_end = (text.bytes()).rposition(|byte| byte == b'\n' && !self.names.is_empty());
        &text[..lines_end.unwrap_or(text.len())]
    }
}

impl ArticlePage {
    /// The part of its text that is searched.
    pub fn searched(&self) -> String {
        let mut text = String::new();
        add_text(&self.body, &mut text);
        add_text(&self.translation, &mut text);
        for correction in &self.corrections {
            text.push('\n');
            text.push_str(&correction.note.text);
        }
        let summary = &self.headline.summary.text;
        if !text.trim_start().starts_with(summary.as_str()) {
            text.insert_str(0, summary);
        }
        text
    }
}
