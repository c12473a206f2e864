//! Typing narrows the list; what is typed stands in the address.

use leptos::html::Input;
use leptos::prelude::*;

use crate::library::{use_library, use_words};

/// What is typed: nothing until the app is live, then what the address says.
/// From then on the address follows.
pub fn typed_query() -> RwSignal<String> {
    let live = use_library().live;
    let query = RwSignal::new(String::new());
    Effect::new(move |restored: Option<bool>| {
        if !live.get() {
            return false;
        }
        if restored == Some(true) {
            write(&query.read());
        } else {
            query.set(read());
            // Read again once it has changed.
            query.track();
        }
        true
    });
    query
}

/// The field. It can be used once the app is live.
#[component]
pub fn Search(
    /// What is typed.
    query: RwSignal<String>,
) -> impl IntoView {
    let words = &use_words().members;
    let live = use_library().live;
    let field = NodeRef::<Input>::new();
    // Only when it differs: writing into a field disturbs an input method.
    Effect::new(move |_| {
        let query = query.get();
        if let Some(field) = field.get()
            && field.value() != query
        {
            field.set_value(&query);
        }
    });
    view! {
        <div class="search" role="search">
            <label class="search__label" for="search">
                {words.search}
            </label>
            <input
                id="search"
                class="search__field"
                type="search"
                autocomplete="off"
                enterkeyhint="search"
                placeholder=words.search_hint
                disabled=move || !live.get()
                node_ref=field
                on:input=move |event| query.set(event_target_value(&event))
            />
        </div>
    }
}

/// A button that empties the field.
#[component]
pub fn ClearSearch(
    /// What is typed.
    query: RwSignal<String>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--quiet"
            on:click=move |_| query.set(String::new())
        >
            {use_words().members.clear_search}
        </button>
    }
}

#[cfg(target_arch = "wasm32")]
fn read() -> String {
    let search = window().location().search().unwrap_or_default();
    crate::routes::typed(&search)
}

/// Replaces the address: typing is no step to go back over. A browser may
/// refuse when it happens too often; the list is right all the same.
#[cfg(target_arch = "wasm32")]
fn write(query: &str) {
    let path = window().location().pathname().unwrap_or_default();
    let address = crate::routes::with_typed(&path, query);
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn read() -> String {
    String::new()
}

#[cfg(not(target_arch = "wasm32"))]
fn write(_: &str) {}
