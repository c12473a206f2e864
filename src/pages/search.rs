//! Finding things: by full text, by name, in pinyin.
//!
//! As plain HTML it is a field and the ways into the archive; with the app,
//! what is found follows what is typed.

#[cfg(target_arch = "wasm32")]
mod hand;
/// Natively nobody types.
#[cfg(not(target_arch = "wasm32"))]
mod hand {
    use leptos::prelude::RwSignal;
    use leptos::web_sys::Event;

    use model::document::SearchIndex;

    pub fn enter(_: SearchIndex, _: RwSignal<bool>) {}
    pub fn typed_into(_: &Event) {}
    pub fn submit(_: &Event) {}
    pub fn press(_: &Event) {}
}
mod results;
#[cfg(target_arch = "wasm32")]
mod state;

use leptos::prelude::*;

use crate::components::page_heading;
use crate::library::{href, use_words};
use markup::{Markup, Reactive, markup, reactive};
use model::document::SearchIndex;
use model::routes::{NewsFilter, Route};
use results::{Shown, results};

/// The page on which readers search.
pub fn search_page(index: SearchIndex) -> Markup<Reactive> {
    let words = &use_words().search;
    let shell = &use_words().shell;
    let ways = [
        (Route::News(NewsFilter::default()), words.archive),
        (Route::Members(Default::default()), shell.members),
        (Route::Chain(None), shell.chain),
        (Route::Figures, shell.figures),
        (Route::About, shell.about),
    ];
    let path = href(Route::Search);
    // Changes whenever there is something else to show.
    let turn = RwSignal::new(false);
    hand::enter(index, turn);
    let found = {
        let path = path.clone();
        reactive(move || {
            turn.track();
            now(&|shown| results(shown, &path))
        })
    };
    markup! {
        <div class="find page wrap" on:click={|event| hand::press(&event)}>
            {page_heading(words.title.into(), None)}
            <form
                class="search"
                action={path}
                method="get"
                role="search"
                aria-label={words.label}
                on:submit={|event| hand::submit(&event)}
            >
                <label class="search__label" for="find">{words.label}</label>
                <input
                    id="find"
                    class="search__field"
                    type="search"
                    name="q"
                    autocomplete="off"
                    enterkeyhint="search"
                    placeholder={words.hint}
                    on:input={|event| hand::typed_into(&event)}
                    on:compositionend={|event| hand::typed_into(&event)}
                />
            </form>
            <p class="find__without">{words.without_app}</p>
            {found}
            <ul class="find__ways find__step" role="list">
                {ways.map(|(route, label)| markup! { <li><a href={href(route)}>{label}</a></li> })}
            </ul>
        </div>
    }
}

/// Draws what is to be shown now.
#[cfg(target_arch = "wasm32")]
fn now(draw: &dyn Fn(&Shown) -> Markup) -> Markup {
    state::with(|state| draw(&state.shown)).unwrap_or_else(|| draw(&Shown::default()))
}

#[cfg(not(target_arch = "wasm32"))]
fn now(draw: &dyn Fn(&Shown) -> Markup) -> Markup {
    draw(&Shown::default())
}
