//! Every paper: what it is, how old, and where it lies.

use std::cmp::Reverse;

use serde::Serialize;

use super::{Both, DataError, From, licence, owned, write_csv, write_json};
use crate::papers::Papers;
use content::bundle::{Bundle, Paper, PaperLanguage};

#[derive(Serialize)]
struct Records<'a> {
    licence: Both<'static>,
    papers: Vec<PaperRecord<'a>>,
}

#[derive(Serialize)]
struct PaperRecord<'a> {
    id: &'a str,
    title: Both<'a>,
    kind: &'static str,
    date: Option<String>,
    version: Both<'a>,
    language: &'static str,
    summary: Both<'a>,
    /// `PDF`; absent of what has no file here.
    format: Option<&'static str>,
    bytes: Option<u64>,
    /// The file below the site, or the address elsewhere; absent while it is not published.
    address: Option<String>,
    source: From<'a>,
}

impl<'a> PaperRecord<'a> {
    fn new(bundle: &'a Bundle, papers: &Papers, paper: &'a Paper) -> Self {
        let file = papers.get(&paper.id);
        Self {
            id: &paper.id,
            title: Both::of(&paper.title),
            kind: paper.kind.as_str(),
            date: paper.date.map(|date| date.to_string()),
            version: Both::maybe(paper.version.as_ref()),
            language: match paper.language {
                PaperLanguage::Chinese => "zh",
                PaperLanguage::English => "en",
            },
            summary: Both::maybe(paper.summary.as_ref()),
            format: file.map(|file| file.file.format.name()),
            bytes: file.map(|file| file.file.bytes),
            address: file
                .map(|file| file.address())
                .or_else(|| paper.url.clone()),
            source: From::source(bundle, &paper.source),
        }
    }
}

/// The newest first; those without a date come last.
fn entries<'a>(bundle: &'a Bundle, papers: &Papers) -> Vec<PaperRecord<'a>> {
    let mut all: Vec<&Paper> = bundle.documents.papers.iter().collect();
    all.sort_by_key(|paper| (Reverse(paper.date), &paper.id));
    let records = all.into_iter();
    records
        .map(|paper| PaperRecord::new(bundle, papers, paper))
        .collect()
}

pub fn json(bundle: &Bundle, papers: &Papers) -> Result<Vec<u8>, DataError> {
    write_json(&Records {
        licence: licence(),
        papers: entries(bundle, papers),
    })
}

pub fn csv(bundle: &Bundle, papers: &Papers) -> Vec<u8> {
    let header = [
        "paper",
        "title_zh",
        "title_en",
        "kind",
        "date",
        "version_zh",
        "version_en",
        "language",
        "summary_zh",
        "summary_en",
        "format",
        "bytes",
        "address",
    ];
    let rows = entries(bundle, papers).into_iter().map(|paper| {
        let bytes = paper.bytes.map(|bytes| bytes.to_string());
        owned([paper.id, paper.title.zh, paper.title.en, paper.kind])
            .chain([paper.date.unwrap_or_default()])
            .chain(owned([paper.version.zh, paper.version.en, paper.language]))
            .chain(owned([paper.summary.zh, paper.summary.en]))
            .chain(owned([paper.format.unwrap_or_default()]))
            .chain([bytes.unwrap_or_default(), paper.address.unwrap_or_default()])
            .chain(owned(paper.source.cells()))
            .collect()
    });
    write_csv(&header, rows)
}
