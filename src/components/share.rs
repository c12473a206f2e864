//! Passing a page on: copy its address, print it.

use leptos::prelude::*;

use crate::library::{use_library, use_words};
use markup::{Markup, Reactive, markup, reactive_text};
use model::words::NewsWords;

/// Two buttons, shown once the app is hydrated: without it they could do nothing.
pub fn share() -> Markup<Reactive> {
    let words = &use_words().news;
    let hydrated = use_library().hydrated;
    let status = RwSignal::new(String::new());
    let said = reactive_text(move || status.get());
    markup! {
        <div class="share" hidden={move || !hydrated.get()}>
            <button type="button" class="button button--quiet" on:click={move |_| copy(words, status)}>
                {words.copy}
            </button>
            <button type="button" class="button button--quiet" on:click={move |_| print()}>
                {words.print}
            </button>
            <p class="share__status" role="status">{said}</p>
        </div>
    }
}

/// Copies the page's address, or shows it where the browser refuses: some do
/// inside other apps, and all do without TLS.
#[cfg(target_arch = "wasm32")]
fn copy(words: &'static NewsWords, status: RwSignal<String>) {
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    let address = crate::library::browser::history::absolute();
    let clipboard = window().navigator().clipboard();
    spawn_local(async move {
        let known = !JsValue::is_undefined(&clipboard);
        let copied = known && JsFuture::from(clipboard.write_text(&address)).await.is_ok();
        status.set(if copied {
            words.copied.to_owned()
        } else {
            format!("{}{address}", words.copy_by_hand)
        });
    });
}

#[cfg(target_arch = "wasm32")]
fn print() {
    let _ = window().print();
}

#[cfg(not(target_arch = "wasm32"))]
fn copy(_: &'static NewsWords, _: RwSignal<String>) {}

#[cfg(not(target_arch = "wasm32"))]
fn print() {}
