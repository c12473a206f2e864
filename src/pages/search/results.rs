//! What was found, as it is shown.

use crate::components::{Facet, FacetChoice, facet_filter};
use crate::library::use_words;
use markup::{Content, Markup, markup};
use model::Lang;
use model::document::EntryKind;
use model::routes::with_typed;
use model::words::fill;
use search::Piece;

/// What is shown.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// What was asked for.
    pub asked: Asked,
    /// How far it is.
    pub progress: Progress,
    /// How many pass the filters.
    pub total: u32,
    /// How many of each kind there are in the chosen year.
    pub kinds: [u32; EntryKind::ALL.len()],
    /// How many of each year there are of the chosen kind, newest first.
    pub years: Vec<(u32, u32)>,
    /// The first of them.
    pub hits: Vec<Hit>,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// What is typed.
    pub typed: String,
    /// Only this kind, counted from 1; 0: all.
    pub kind: usize,
    /// Only this year; 0: all.
    pub year: u32,
}

/// How far a search is.
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "only the app goes on from idle")
)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Progress {
    /// Nothing is asked for.
    #[default]
    Idle,
    /// It is on the way.
    Searching,
    /// All is there.
    Done,
    /// Something did not come.
    Failed,
}

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Hit {
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
    /// What it says there.
    pub text: Vec<Piece>,
}

impl Asked {
    /// Its address.
    pub fn address(&self, path: &str) -> String {
        let mut address = with_typed(path, &self.typed);
        // A filter narrows what is found: without a question there is none.
        if self.typed.trim().is_empty() {
            return address;
        }
        if self.kind > 0 {
            address.push_str("&kind=");
            address.push_str(EntryKind::ALL[self.kind - 1].as_str());
        }
        if self.year > 0 {
            address.push_str("&year=");
            address.push_str(&self.year.to_string());
        }
        address
    }
}

/// What was found. What changes stays in its place: so does the focus.
pub fn results(shown: &Shown, path: &str) -> Markup {
    let words = &use_words().search;
    let states = &use_words().states;
    let idle = shown.progress == Progress::Idle;
    let failed = shown.progress == Progress::Failed;
    let status = match shown.progress {
        Progress::Idle => String::new(),
        Progress::Searching => words.searching.to_owned(),
        Progress::Done if shown.total == 0 => words.none.to_owned(),
        Progress::Done => fill(words.count, &[&shown.total.to_string()]),
        Progress::Failed => words.failed.to_owned(),
    };
    let more = shown.total as usize > shown.hits.len();
    let (does, label) = match failed {
        true => ("retry", states.retry),
        false => ("more", words.more),
    };
    markup! {
        <div class="find__found" translate="yes">
            <p class="filtered__count" role="status">{status}</p>
            <div class="filtered" hidden={idle || failed}>
                {facet_filter(words.filter, if idle { Vec::new() } else { facets(shown, path) })}
                <div class="filtered__list">
                    <h2 class="visually-hidden">{words.results}</h2>
                    <ol class="headline-list" role="list">
                        {shown.hits.iter().map(hit).collect::<Vec<_>>()}
                    </ol>
                </div>
            </div>
            <p class="find__step" hidden={!failed && !more}>
                <button class="button" type="button" data-find={does}>{label}</button>
            </p>
        </div>
    }
}

fn facets(shown: &Shown, path: &str) -> Vec<Facet> {
    let words = &use_words().search;
    let Asked { kind, year, .. } = shown.asked;
    let choice = |name: String, count: u32, to: (usize, u32)| {
        let asked = Asked {
            typed: shown.asked.typed.clone(),
            kind: to.0,
            year: to.1,
        };
        FacetChoice {
            name,
            count,
            href: asked.address(path),
            chosen: to == (kind, year),
        }
    };
    let mut kinds = Facet {
        label: words.kind,
        all: choice(String::new(), 0, (0, year)).href,
        choices: Vec::new(),
    };
    for (index, name) in words.kinds.iter().enumerate() {
        let count = shown.kinds[index];
        (kinds.choices).push(choice((*name).to_owned(), count, (index + 1, year)));
    }
    let mut years = Facet {
        label: words.year,
        all: choice(String::new(), 0, (kind, 0)).href,
        choices: Vec::new(),
    };
    for (number, count) in &shown.years {
        (years.choices).push(choice(number.to_string(), *count, (kind, *number)));
    }
    vec![kinds, years]
}

fn hit(hit: &Hit) -> Markup {
    markup! {
        <li class="headline-list__item">
            <span class="headline-list__date">{hit.about.clone()}</span>
            <div class="headline-list__text">
                <h3 class="headline-list__title">
                    <a href={hit.href.clone()} lang={hit.title_lang}>{pieces(&hit.title)}</a>
                </h3>
                <p class="headline-list__summary" lang={hit.text_lang}>{pieces(&hit.text)}</p>
            </div>
        </li>
    }
}

/// Every piece is an element, so that each can change for itself.
fn pieces(pieces: &[Piece]) -> Vec<Content> {
    (pieces.iter())
        .map(|piece| {
            let text = piece.text.clone();
            match piece.marked {
                true => markup! { <mark>{text}</mark> },
                false => markup! { <span>{text}</span> },
            }
            .into()
        })
        .collect()
}
