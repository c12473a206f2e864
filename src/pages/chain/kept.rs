//! Scenarios that the reader keeps under names, to look at side by side. Without the app
//! there is nothing to keep, and none of it is on the page.

mod name;
#[cfg(target_arch = "wasm32")]
mod press;
mod table;

use leptos::prelude::*;

use super::state::{Chain, use_chain};
use crate::library::{Library, use_lang, use_library};
use chain::kept::LONGEST;
use markup::{Content, IntoErasedView, Markup, Reactive, markup, reactive, reactive_text};
use model::Lang;
use model::words::fill;
use name::proposed;
use table::side_by_side;

/// What the section holds. Copies are one and the same.
#[derive(Clone, Copy)]
struct KeptState {
    chain: Chain,
    lang: Lang,
    /// Which one is given another name: its place.
    renamed: RwSignal<Option<usize>>,
    /// Whether the reader has written into the field.
    edited: RwSignal<bool>,
    /// What has been done last.
    said: RwSignal<String>,
    #[cfg_attr(
        not(target_arch = "wasm32"),
        allow(dead_code, reason = "nothing is done while a page is published")
    )]
    library: Library,
}

/// The id of the field for a name.
const FIELD: &str = "kept-name";
/// What can be done with a scenario, as [`KeptWords::ways`](model::words::KeptWords::ways)
/// are called in `data-kept`.
const WAYS: [&str; 4] = ["open", "compare", "rename", "remove"];

/// The field that names what is kept, and what has been, once the app is live.
pub fn kept_section() -> Content<Reactive> {
    let library = use_library();
    let state = KeptState {
        chain: use_chain(),
        lang: use_lang(),
        renamed: RwSignal::new(None),
        edited: RwSignal::new(false),
        said: RwSignal::new(String::new()),
        library,
    };
    let inside = move || library.hydrated.get().then(|| section(state));
    markup! { <div class="kept">{inside.erased()}</div> }.into()
}

fn section(state: KeptState) -> Markup<Reactive> {
    let KeptState { chain, lang, .. } = state;
    let words = &lang.words().kept;
    let form = move || form(state, state.renamed.get());
    let said = reactive_text(move || state.said.get());
    let shown = reactive(move || {
        let choices = chain.choices.get();
        side_by_side(&chain.model(), &chain.kept(), choices, lang)
    });
    let press = move |event: leptos::ev::MouseEvent| {
        #[cfg(target_arch = "wasm32")]
        press::press(&event, state);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = &event;
    };
    markup! {
        <div on:click={press}>
            <h2 class="kept__heading">{words.heading}</h2>
            <div>{form.erased()}</div>
            <p class="kept__said">{said}</p>
            {shown}
        </div>
    }
}

/// The field: for the name of what is on screen, or for another one of what is kept.
fn form(state: KeptState, renamed: Option<usize>) -> Markup<Reactive> {
    let KeptState { chain, lang, .. } = state;
    let words = &lang.words().kept;
    let before = renamed.and_then(|place| {
        let kept = untrack(|| chain.kept());
        kept.into_iter().nth(place).map(|scenario| scenario.name)
    });
    let (label, sends, cancel) = match &before {
        Some(name) => (
            fill(words.new_name, &[name]),
            words.ways[2],
            Some(markup! {
                <button type="button" class="button button--quiet" data-kept="cancel">
                    {words.cancel}
                </button>
            }),
        ),
        None => (words.name.to_owned(), words.keep, None),
    };
    // What the reader is writing stays.
    let value = move || {
        let name = || before.clone().unwrap_or_else(|| proposed(chain, lang));
        (!state.edited.get()).then(name)
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        #[cfg(target_arch = "wasm32")]
        press::submit(&event, state);
        #[cfg(not(target_arch = "wasm32"))]
        let _ = &event;
    };
    markup! {
        <form class="kept__form" on:submit={submit}>
            <p class="kept__about">{words.about}</p>
            <label class="kept__label" for={FIELD}>{label}</label>
            <input
                class="kept__field"
                id={FIELD}
                type="text"
                autocomplete="off"
                maxlength={LONGEST}
                prop:value={value}
                on:input={move |_| state.edited.set(true)}
            />
            <button type="submit" class="button button--quiet">{sends}</button>
            {cancel}
        </form>
    }
}
