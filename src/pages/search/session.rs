//! A search that goes on while the reader types. Each file that arrives is
//! followed by a short step, so nothing waits for the answer to an old query.

use leptos::prelude::*;

use super::outcome::SearchOutcome;
use super::query::SearchQuery;
use super::search_state::SearchState;
use crate::library::browser::{FetchedFile, fetch_file};
use model::Lang;
use model::document::SearchIndex;

/// A search that goes on while the reader types.
#[derive(Clone, Copy)]
pub struct SearchSession {
    state: StoredValue<SearchState, LocalStorage>,
    outcome: RwSignal<SearchOutcome>,
}

impl SearchSession {
    /// Begins with the files that an earlier session has fetched, and leaves
    /// them to the next one when the page goes.
    pub fn new(index: SearchIndex, lang: Lang, outcome: RwSignal<SearchOutcome>) -> Self {
        let state = StoredValue::new_local(SearchState::new(index, lang));
        on_cleanup(move || {
            let _ = state.try_update_value(SearchState::cache_files);
        });
        Self { state, outcome }
    }

    /// The query.
    pub fn query(self) -> SearchQuery {
        self.state.with_value(|state| state.query.clone())
    }

    /// Begins anew with another query.
    pub fn ask(self, query: SearchQuery) {
        self.step(Box::new(move |state| state.ask(query)));
    }

    /// Asks for more results.
    pub fn more(self) {
        self.step(Box::new(SearchState::more));
    }

    fn arrived(self, path: String, file: FetchedFile) {
        self.step(Box::new(move |state| state.arrived(path, file)));
    }

    /// Changes the state and fetches the files that it then lacks. The page may be
    /// gone by then.
    fn step(self, change: Box<dyn FnOnce(&mut SearchState)>) {
        let changed = self.state.try_update_value(|state| {
            change(state);
            (state.outcome.clone(), std::mem::take(&mut state.unsent))
        });
        let Some((outcome, paths)) = changed else {
            return;
        };
        for path in paths {
            fetch_file(path, Box::new(move |path, file| self.arrived(path, file)));
        }
        self.outcome.set(outcome);
    }
}
