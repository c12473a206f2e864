//! Input, submit and click handlers of the search.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement};

use super::FIELD;
use super::outcome::SearchOutcome;
use super::query::SearchQuery;
use super::session::SearchSession;
use crate::library::browser::{after_frame, followed_link, history, is_under_way};
use crate::library::{use_lang, use_library};
use model::document::SearchIndex;

/// How long the reader must have stopped typing before the search begins.
pub const PAUSE: Duration = Duration::from_millis(150);

/// Input, submit and click handlers of the search.
#[derive(Clone, Copy)]
pub struct SearchEvents {
    session: SearchSession,
}

impl SearchEvents {
    /// Begins a session; once the app is hydrated, it searches for what the
    /// address asks.
    pub fn new(index: SearchIndex, outcome: RwSignal<SearchOutcome>) -> Self {
        let session = SearchSession::new(index, use_lang(), outcome);
        let hydrated = use_library().hydrated;
        Effect::new(move |_| {
            if hydrated.get() {
                let query = SearchQuery::parse(&history::query());
                if let Some(field) = field() {
                    field.set_value(&query.text);
                }
                session.ask(query);
            }
        });
        Self { session }
    }

    /// Searches for the text in the field, within the chosen filters; not while an
    /// input method is at work on it.
    pub fn search(self) {
        if is_under_way() {
            return;
        }
        let Some(text) = field().map(|field| field.value()) else {
            return;
        };
        match text.trim().is_empty() {
            true => self.ask(SearchQuery::default()),
            false => self.ask(SearchQuery {
                text,
                ..self.session.query()
            }),
        }
    }

    /// An input method has done its work, which everybody knows a moment later.
    pub fn composed(self) {
        after_frame(move || self.search());
    }

    /// The form leads to this very page: no need to load it again.
    pub fn submit(self, event: &Event) {
        event.prevent_default();
        after_frame(move || self.search());
    }

    /// A filter is a link to this page with another query.
    pub fn choose(self, event: &Event) {
        let Some(href) = followed_link(event) else {
            return;
        };
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        if path == history::here().path() {
            event.prevent_default();
            let query = SearchQuery::parse(query);
            after_frame(move || self.ask(query));
        }
    }

    /// More results.
    pub fn more(self) {
        after_frame(move || self.session.more());
    }

    /// Loads the page again: its index may have changed as well.
    pub fn retry(self) {
        history::reload();
    }

    /// Searches, and keeps the search in the address. Typing adds no step to go
    /// back over.
    fn ask(self, query: SearchQuery) {
        history::replace_query(query.address(history::here().path()));
        self.session.ask(query);
    }
}

fn field() -> Option<HtmlInputElement> {
    document().get_element_by_id(FIELD)?.dyn_into().ok()
}
