//! The search: by full text, by name, in pinyin.
//!
//! As plain HTML it is a field and links into the archive; with the app, the
//! results follow the typing.

#[cfg(target_arch = "wasm32")]
mod entries;
#[cfg(target_arch = "wasm32")]
mod events;
mod filters;
mod outcome;
mod query;
mod results;
#[cfg(target_arch = "wasm32")]
mod search_state;
#[cfg(target_arch = "wasm32")]
mod session;

/// Natively nobody types.
#[cfg(not(target_arch = "wasm32"))]
mod events {
    use std::time::Duration;

    use leptos::prelude::RwSignal;
    use leptos::web_sys::Event;

    use super::outcome::SearchOutcome;
    use model::document::SearchIndex;

    pub const PAUSE: Duration = Duration::ZERO;

    #[derive(Clone, Copy)]
    pub struct SearchEvents;

    impl SearchEvents {
        pub fn new(_: SearchIndex, _: RwSignal<SearchOutcome>) -> Self {
            Self
        }
        pub fn search(self) {}
        pub fn composed(self) {}
        pub fn submit(self, _: &Event) {}
        pub fn choose(self, _: &Event) {}
        pub fn more(self) {}
        pub fn retry(self) {}
    }
}

use leptos::prelude::*;

use crate::components::page_heading;
use crate::library::{href, use_words};
use events::{PAUSE, SearchEvents};
use markup::{Markup, Reactive, markup};
use model::document::SearchIndex;
use model::routes::{NewsFilter, Route};
use outcome::SearchOutcome;
use results::results;

/// The id of the field.
const FIELD: &str = "find";

/// The search page.
pub fn search_page(index: SearchIndex) -> Markup<Reactive> {
    let words = &use_words().search;
    let shell = &use_words().shell;
    let links = [
        (Route::News(NewsFilter::default()), words.archive),
        (Route::Members(Default::default()), shell.members),
        (Route::Chain(None), shell.chain),
        (Route::Figures, shell.figures),
        (Route::Papers, shell.papers),
        (Route::About, shell.about),
    ];
    let path = href(Route::Search);
    let outcome = RwSignal::new(SearchOutcome::default());
    let events = SearchEvents::new(index, outcome);
    let typed = debounce(PAUSE, move |_| events.search());
    markup! {
        <div class="find page wrap">
            {page_heading(words.title.into(), None)}
            <form
                class="search"
                action={path.clone()}
                method="get"
                role="search"
                aria-label={words.label}
                on:submit={move |event| events.submit(&event)}
            >
                <label class="search__label" for={FIELD}>{words.label}</label>
                <input
                    id={FIELD}
                    class="search__field"
                    type="search"
                    name="q"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder={words.hint}
                    on:input={typed}
                    on:compositionend={move |_| events.composed()}
                />
            </form>
            <p class="find__without">{words.without_app}</p>
            {results(outcome, events, path)}
            <ul class="find__ways find__step" role="list">
                {links.map(|(route, label)| markup! { <li><a href={href(route)}>{label}</a></li> })}
            </ul>
        </div>
    }
}
