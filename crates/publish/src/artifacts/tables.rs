//! All figures, companies and sources to take along: CSV and JSON, with the source
//! of every row; and `llms.txt`, the site in a page for programs that read.
//!
//! The tables are in both languages at once, so that a figure is the same row
//! for everybody. Values are in the unit that the editors wrote, and beside it
//! in the one that English readers know: nothing is rounded on the way.

mod companies;
mod events;
mod figures;
mod llms;
mod offers;
mod papers;
mod sources;

use serde::Serialize;
use thiserror::Error;

use crate::papers::Papers;
use content::bundle::{Bundle, Grade, Source, Text};
use model::Lang;
use model::csv::{MARK, push_row};
use model::routes::DATA;

pub use llms::llms;

/// The tables in their folder.
pub const NAMES: [&str; 12] = [
    "figures.csv",
    "figures.json",
    "companies.csv",
    "companies.json",
    "sources.csv",
    "sources.json",
    "events.csv",
    "events.json",
    "papers.csv",
    "papers.json",
    "offers.csv",
    "offers.json",
];

/// What may be done with the tables.
fn licence() -> Both<'static> {
    let [zh, en] = [Lang::ZhHans, Lang::En].map(|lang| lang.words().figures.licence);
    Both { zh, en }
}

/// A table as a file.
#[derive(Clone, Debug)]
pub struct OutputFile {
    /// Below the site's folder.
    pub path: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

/// Why a table cannot be written.
#[derive(Debug, Error)]
pub enum DataError {
    /// As JSON.
    #[error("a table cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// A text in both languages; English is empty where there is none.
#[derive(Clone, Copy, Debug, Default, Serialize)]
struct Both<'a> {
    #[serde(rename = "zh-Hans")]
    zh: &'a str,
    en: &'a str,
}

impl<'a> Both<'a> {
    fn of(text: &'a Text) -> Self {
        let english = text.get(Lang::En);
        Self {
            zh: text.get(Lang::ZhHans).text,
            en: match english.lang {
                Lang::En => english.text,
                _ => "",
            },
        }
    }

    fn maybe(text: Option<&'a Text>) -> Self {
        text.map_or(Self::default(), Self::of)
    }
}

/// Where a row is from.
#[derive(Clone, Debug, Serialize)]
struct From<'a> {
    publisher: Both<'a>,
    title: Both<'a>,
    date: Option<String>,
    /// Only pages of grade A and B are linked.
    url: Option<&'a str>,
}

impl<'a> From<'a> {
    fn source(bundle: &'a Bundle, id: &str) -> Self {
        let source = (bundle.sources.sources.iter())
            .find(|source| source.id == id)
            .expect("a checked bundle has every source it names");
        Self::of(source)
    }

    fn of(source: &'a Source) -> Self {
        Self {
            publisher: Both::of(&source.publisher),
            title: Both::of(&source.title),
            date: source.date.map(|date| date.to_string()),
            url: match source.grade {
                Grade::A | Grade::B => source.url.as_deref(),
                Grade::C => None,
            },
        }
    }

    fn cells(&self) -> [&str; 4] {
        [
            self.publisher.zh,
            self.publisher.en,
            self.date.as_deref().unwrap_or_default(),
            self.url.unwrap_or_default(),
        ]
    }
}

/// The names of the last columns of every table: where a row is from, and what
/// may be done with it, since rows are passed on alone.
const LAST: [&str; 6] = [
    "source_zh",
    "source_en",
    "source_date",
    "source_url",
    "licence_zh",
    "licence_en",
];

/// Every table in both forms; `files` are those of the bundle's papers.
///
/// # Errors
/// None is known: they are written to memory.
pub fn tables(bundle: &Bundle, files: &Papers) -> Result<Vec<OutputFile>, DataError> {
    let tables = [
        figures::csv(bundle),
        figures::json(bundle)?,
        companies::csv(bundle),
        companies::json(bundle)?,
        sources::csv(bundle),
        sources::json(bundle)?,
        events::csv(bundle),
        events::json(bundle)?,
        papers::csv(bundle, files),
        papers::json(bundle, files)?,
        offers::csv(bundle),
        offers::json(bundle)?,
    ];
    let named = NAMES
        .into_iter()
        .zip(tables)
        .map(|(name, bytes)| OutputFile {
            path: format!("{DATA}/{name}"),
            bytes,
        });
    Ok(named.collect())
}

/// A table as CSV, with the licence in every row.
fn write_csv(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut text = String::from(MARK);
    push_row(&mut text, header.iter().chain(&LAST).copied());
    let Both { zh, en } = licence();
    for row in rows {
        let row = row.iter().map(String::as_str);
        push_row(&mut text, row.chain([zh, en]));
    }
    text.into_bytes()
}

fn write_json(value: &impl Serialize) -> Result<Vec<u8>, DataError> {
    let mut json = serde_json::to_vec_pretty(value)?;
    json.push(b'\n');
    Ok(json)
}

fn owned<const N: usize>(cells: [&str; N]) -> impl Iterator<Item = String> {
    cells.into_iter().map(str::to_owned)
}

fn yes(yes: bool) -> String {
    if yes { "yes" } else { "" }.to_owned()
}
