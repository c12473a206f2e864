//! What can be found, in the order of its numbers.

use super::index::Entry;
use super::names::{spelled, typed};
use crate::documents::context::{Context, Index};
use crate::documents::offers;
use crate::documents::traditional::{self, in_script};
use content::bundle::{Company, Text};
use model::Lang;
use model::document::{Document, EntryKind, Quantity, Record};
use model::quantity::{Number, Unit};
use model::routes::{Address, Route};
use model::routes::{offer_anchor, paper_anchor, term_anchor};

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
                title: thing.found_by(),
                text: vec![thing.text],
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

/// The records of what is no article, in a language.
pub fn records(bundle: &Index, written: &traditional::Script, lang: Lang) -> Vec<Record> {
    let cx = Context::new(bundle, lang);
    let records = things(&cx).into_iter().map(|thing| thing.record(&cx));
    let mut records = in_script(lang, records.collect::<Vec<_>>(), written);
    for record in &mut records {
        // Of the characters that are shown: the script's.
        record.pinyin = record.pinyin.take().map(|names| spelled(&names));
    }
    records
}

/// What the page of a company says of it.
fn about_company(cx: &Context, company: &Company) -> String {
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
    path: String,
    /// What it is called in the language.
    title: String,
    /// What it is called in every language, and its aliases.
    names: Vec<String>,
    /// What is said of it.
    text: String,
}

impl Thing {
    fn with(mut self, aliases: &[String]) -> Self {
        self.names.extend_from_slice(aliases);
        self
    }

    /// Its names, and the ways of typing them.
    fn found_by(&self) -> Vec<String> {
        let ways = self.names.iter().flat_map(|name| typed(name));
        let mut names: Vec<String> = self.names.iter().cloned().chain(ways).collect();
        names.dedup();
        names
    }

    /// What is shown of it: with every name that it is found by, so that there
    /// is something to mark. Its pinyin still are the names.
    fn record(self, cx: &Context) -> Record {
        let pinyin = self.names.concat();
        let mut others = self.names;
        others.retain(|name| *name != self.title);
        let words = cx.words();
        let also = (!others.is_empty())
            .then(|| format!("{}{}", words.also, others.join(words.between_names)));
        Record {
            path: self.path,
            title: Some(self.title),
            text: Some(lines([self.text].into_iter().chain(also))),
            names: others,
            pinyin: Some(pinyin),
        }
    }
}

/// Everything that is no article: by kind, each kind from its last one, since
/// what comes last is shown first.
fn things(cx: &Context) -> Vec<Thing> {
    let bundle = cx.bundle;
    let thing = |kind, route: Route, fragment: &str, name: &Text, text: String| Thing {
        kind,
        path: Address::new(cx.lang, route).path() + fragment,
        title: cx.text(name),
        names: name.by_lang.values().cloned().collect(),
        text,
    };
    let companies = (bundle.companies.companies.iter()).map(|company| {
        let route = Route::Member(company.id.clone());
        let text = about_company(cx, company);
        thing(EntryKind::Company, route, "", &company.name, text).with(&company.aliases)
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
        thing(
            EntryKind::Figure,
            Route::Figures,
            &fragment,
            &indicator.name,
            text,
        )
    });
    let terms = (bundle.glossary.terms.iter()).map(|term| {
        let fragment = format!("#{}", term_anchor(&term.id));
        let text = cx.text(&term.definition);
        let route = Route::Chain(None);
        thing(EntryKind::Term, route, &fragment, &term.term, text).with(&term.aliases)
    });
    let stages = (bundle.chain.stages.iter()).map(|stage| {
        let text = lines([cx.text(&stage.summary), cx.text(&stage.local_note)]);
        thing(
            EntryKind::Stage,
            Route::Chain(Some(stage.id)),
            "",
            &stage.name,
            text,
        )
    });
    let events = (bundle.events.events.iter()).map(|event| {
        let texts = [
            Some(&event.summary),
            event.place.as_ref(),
            event.organiser.as_ref(),
        ];
        let texts = texts.into_iter().flatten().map(|text| cx.text(text));
        let agenda = event.agenda.iter().map(|item| cx.text(&item.text));
        let when = [event.span().display(cx.lang)].into_iter();
        let text = lines(when.chain(texts).chain(agenda));
        let route = Route::Event(event.id.clone());
        thing(EntryKind::Event, route, "", &event.title, text)
    });
    let papers = (bundle.documents.papers.iter()).map(|paper| {
        let summary = cx.optional(paper.summary.as_ref());
        let publisher = cx.cite(&paper.source).text;
        let kind = cx.words().papers.kind(paper.kind).to_owned();
        let text = lines(summary.into_iter().chain([kind, publisher]));
        let fragment = format!("#{}", paper_anchor(&paper.id));
        thing(
            EntryKind::Paper,
            Route::Papers,
            &fragment,
            &paper.title,
            text,
        )
    });
    let offers = offers::open(cx).into_iter().map(|offer| {
        let text = lines(offers::said(cx, offer));
        let fragment = format!("#{}", offer_anchor(&offer.id));
        thing(
            EntryKind::Offer,
            Route::Offers,
            &fragment,
            &offer.material,
            text,
        )
    });
    (companies.rev())
        .chain(figures.rev())
        .chain(terms.rev())
        .chain(stages.rev())
        .chain(events.rev())
        .chain(papers.rev())
        .chain(offers.rev())
        .collect()
}
