//! What can be found, in the order of its numbers.

use super::index::Entry;
use super::names::typed;
use crate::content::bundle::Text;
use crate::library::document::{Document, EntryKind, Record};
use crate::publish::documents::{Context, Edition};
use crate::routes::{Address, Route};

/// What can be found in a language.
#[derive(Debug)]
pub struct Found {
    /// All of it.
    pub entries: Vec<Entry>,
    /// The ids of the articles among them, which come first.
    pub names: Vec<String>,
    /// How many of each kind.
    pub kinds: Vec<u32>,
    /// The years of the articles: a year, how many, a year and so on.
    pub years: Vec<u32>,
}

impl Found {
    /// In the texts that an edition shows.
    pub fn new(cx: &Context, edition: &Edition) -> Self {
        let mut entries = Vec::new();
        let mut names = Vec::new();
        for page in edition.pages.iter().rev() {
            if let Document::Article(article) = &page.document {
                names.push(article.headline.id.clone());
                entries.push(Entry {
                    title: vec![article.headline.title.text.clone()],
                    text: vec![article.searched()],
                });
            }
        }
        let mut years: Vec<u32> = Vec::new();
        for article in cx.bundle.news.iter().rev() {
            let year = article.date.year.map_or(0, u32::from);
            match years.as_mut_slice() {
                [.., last, count] if *last == year => *count += 1,
                _ => years.extend([year, 1]),
            }
        }
        let mut kinds = vec![0; EntryKind::ALL.len()];
        kinds[0] = names.len() as u32;
        for thing in things(cx) {
            kinds[thing.kind as usize] += 1;
            entries.push(Entry {
                title: thing.names,
                text: thing.record.text.into_iter().collect(),
            });
        }
        Self {
            entries,
            names,
            kinds,
            years,
        }
    }
}

/// The records of what is no article.
pub fn records(cx: &Context) -> Vec<Record> {
    things(cx).into_iter().map(|thing| thing.record).collect()
}

/// Something that is no article.
struct Thing {
    kind: EntryKind,
    names: Vec<String>,
    record: Record,
}

/// Everything that is no article: by kind, each kind from its last one, since
/// what comes last is shown first.
fn things(cx: &Context) -> Vec<Thing> {
    let bundle = cx.bundle;
    let all = |text: &Text| text.by_lang.values().cloned().collect::<Vec<_>>();
    let record = |route: Route, fragment: &str, name: &Text, text: String| Record {
        path: Address::new(cx.lang, route).path() + fragment,
        title: Some(cx.text(name)),
        text: Some(text),
    };
    let companies = (bundle.companies.companies.iter()).map(|company| {
        let mut names = all(&company.name);
        names.extend(company.aliases.iter().cloned());
        let ways: Vec<String> = names.iter().flat_map(|name| typed(name)).collect();
        names.extend(ways);
        names.dedup();
        Thing {
            kind: EntryKind::Company,
            names,
            record: record(
                Route::Member(company.id.clone()),
                "",
                &company.name,
                cx.text(&company.summary),
            ),
        }
    });
    let figures = (bundle.indicators.indicators.iter()).map(|indicator| {
        let mut text = cx.text(&indicator.scope);
        if let Some(note) = &indicator.note {
            text.push('\n');
            text.push_str(&cx.text(note));
        }
        let fragment = format!("#{}", indicator.id);
        Thing {
            kind: EntryKind::Figure,
            names: all(&indicator.name),
            record: record(Route::Figures, &fragment, &indicator.name, text),
        }
    });
    let terms = (bundle.glossary.terms.iter()).map(|term| {
        let mut names = all(&term.term);
        names.extend(term.aliases.iter().cloned());
        Thing {
            kind: EntryKind::Term,
            names,
            record: record(
                Route::Chain(None),
                "",
                &term.term,
                cx.text(&term.definition),
            ),
        }
    });
    let links = (bundle.chain.links.iter()).map(|link| Thing {
        kind: EntryKind::Link,
        names: all(&link.name),
        record: record(
            Route::Chain(Some(link.id)),
            "",
            &link.name,
            cx.text(&link.summary),
        ),
    });
    (companies.rev())
        .chain(figures.rev())
        .chain(terms.rev())
        .chain(links.rev())
        .collect()
}
