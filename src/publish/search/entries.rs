//! What can be found, in the order of its numbers.

use super::index::Entry;
use super::names::typed;
use crate::components::anchor;
use crate::content::bundle::{Company, Text};
use crate::content::quantity::{Number, Unit};
use crate::library::document::{Document, EntryKind, Quantity, Record};
use crate::publish::documents::Context;
use crate::routes::{Address, Route};

/// An article as it is found.
#[derive(Clone, Debug)]
pub struct Searched {
    id: String,
    entry: Entry,
}

impl Searched {
    /// What a document is found by, if it is an article's.
    pub fn of(document: &Document) -> Option<Self> {
        let Document::Article(article) = document else {
            return None;
        };
        Some(Self {
            id: article.headline.id.clone(),
            entry: Entry {
                title: vec![article.headline.title.text.clone()],
                text: vec![article.searched()],
            },
        })
    }
}

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
    /// In a language's texts: `articles` are all of them, newest first.
    pub fn new(cx: &Context, articles: Vec<Searched>) -> Self {
        let oldest_first = articles.into_iter().rev();
        let (names, mut entries): (Vec<_>, Vec<_>) = oldest_first
            .map(|article| (article.id, article.entry))
            .unzip();
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

/// What the page of a company says of it.
fn told_of_company(cx: &Context, company: &Company) -> String {
    let row = cx.company_row(company);
    let makes = row.products.into_iter().chain(row.district);
    let capacities = company.capacities.iter().flat_map(|capacity| {
        let value = quantity(cx, capacity.value, capacity.unit);
        let about = format!("{} {value}", cx.text(&capacity.material));
        [Some(about), cx.optional(capacity.note.as_ref())]
    });
    let summary = [cx.text(&company.summary)].into_iter();
    let note = cx.optional(company.note.as_ref());
    lines(summary.chain(note).chain(makes).chain(capacities.flatten()))
}

fn quantity(cx: &Context, value: Number, unit: Unit) -> String {
    let Quantity { value, unit } = cx.quantity(value, unit);
    format!("{value} {unit}")
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().collect::<Vec<_>>().join("\n")
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
                told_of_company(cx, company),
            ),
        }
    });
    let figures = (bundle.indicators.indicators.iter()).map(|indicator| {
        let scope = [cx.text(&indicator.scope)].into_iter();
        let points = (indicator.points.iter()).flat_map(|point| {
            let value = quantity(cx, point.value, indicator.unit);
            let about = format!("{} {value}", point.period.display(cx.lang));
            [Some(about), cx.optional(point.note.as_ref())]
        });
        let note = cx.optional(indicator.note.as_ref());
        let text = lines(scope.chain(note).chain(points.flatten()));
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
                &format!("#{}", anchor(&term.id)),
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
            lines([cx.text(&link.summary), cx.text(&link.local_note)]),
        ),
    });
    (companies.rev())
        .chain(figures.rev())
        .chain(terms.rev())
        .chain(links.rev())
        .collect()
}
