//! The papers, by kind.

use std::cmp::Reverse;

use super::context::{Context, no_way};
use content::bundle::Paper;
use model::PaperKind;
use model::document::{ContactLine, PaperSection, PaperText, PapersPage, Phrase};
use model::routes::DATA;

/// How many papers the home page shows.
const AT_HOME: usize = 4;
/// The tables of the site, in the order of the words for them.
const TABLES: [&str; 2] = ["figures", "companies"];

/// All papers.
pub fn papers(cx: &Context) -> PapersPage {
    let words = cx.words().papers;
    let sections = PaperKind::ALL.into_iter().map(|kind| PaperSection {
        id: kind.as_str().to_owned(),
        name: words.kind(kind).to_owned(),
        note: words.note(kind).to_owned(),
        papers: of_kind(cx, kind),
    });
    PapersPage {
        summary: match cx.bundle.documents.papers.is_empty() {
            true => words.nothing_yet,
            false => words.summary,
        }
        .to_owned(),
        sections: sections
            .filter(|section| !section.papers.is_empty())
            .collect(),
    }
}

/// Whether there is a paper that readers can get.
pub fn are_advertised(cx: &Context) -> bool {
    let mut papers = cx.bundle.documents.papers.iter();
    papers.any(|paper| paper.file.is_some() || paper.url.is_some())
}

/// Those that the home page shows: the alliance's own first, then the newest.
pub fn at_home(cx: &Context) -> Vec<PaperText> {
    let kinds = PaperKind::ALL.into_iter();
    let papers = kinds.flat_map(|kind| sorted(cx, kind));
    (papers.take(AT_HOME))
        .map(|paper| cx.paper(paper))
        .collect()
}

fn of_kind(cx: &Context, kind: PaperKind) -> Vec<PaperText> {
    let mut papers: Vec<PaperText> = (sorted(cx, kind).into_iter())
        .map(|paper| cx.paper(paper))
        .collect();
    match kind {
        // Whoever looks for it must learn that it is not there.
        PaperKind::Charter if papers.is_empty() => papers.push(charter(cx)),
        PaperKind::Data => papers.extend((0..TABLES.len()).map(|table| own_table(cx, table))),
        _ => {}
    }
    papers
}

/// The papers of a kind, newest first; those without a date come last.
fn sorted<'a>(cx: &Context<'a>, kind: PaperKind) -> Vec<&'a Paper> {
    let papers = cx.bundle.documents.papers.iter();
    let mut papers: Vec<&Paper> = papers.filter(|paper| paper.kind == kind).collect();
    papers.sort_by_key(|paper| Reverse(paper.date));
    papers
}

/// What stands for the charter while nobody has recorded one.
fn charter(cx: &Context) -> PaperText {
    let words = cx.words().papers;
    PaperText {
        anchor: "charter-none".to_owned(),
        title: plain(words.charter),
        format: String::new(),
        summary: None,
        facts: String::new(),
        ways: vec![no_way(words.unpublished)],
        source: None,
    }
}

/// A table that the site makes of its own records.
fn own_table(cx: &Context, table: usize) -> PaperText {
    let words = cx.words().papers;
    let (title, about) = words.tables[table];
    let file = TABLES[table];
    let rows = match table {
        0 => {
            let indicators = cx.bundle.indicators.indicators.iter();
            indicators.map(|indicator| indicator.points.len()).sum()
        }
        _ => cx.bundle.companies.companies.len(),
    };
    let colon = cx.lang.words().picture.colon;
    let way = |label: &str, ending: &str| ContactLine {
        label: label.to_owned(),
        value: [label, colon, title].concat(),
        lang: None,
        url: Some(format!("/{DATA}/{file}.{ending}")),
    };
    PaperText {
        anchor: format!("table-{file}"),
        title: plain(title),
        format: "CSV".to_owned(),
        summary: Some(plain(about)),
        facts: model::words::fill(words.rows[table], &[&rows.to_string()]),
        ways: vec![way(words.download, "csv"), way("JSON", "json")],
        source: None,
    }
}

fn plain(text: &str) -> Phrase {
    Phrase {
        text: text.to_owned(),
        lang: None,
    }
}
