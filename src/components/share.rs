//! Passing a page on: have it read aloud, send its poster, copy its address, print it.

use leptos::prelude::*;

use super::reader::use_reader;
use crate::library::{use_library, use_words};
use markup::{Markup, Reactive, markup, reactive_text};
use model::words::NewsWords;

/// Buttons, shown once the app is hydrated: without it they could do nothing. The poster is
/// a link to a picture, and there without it.
pub fn share(poster: Option<String>, title: &str) -> Markup<Reactive> {
    let words = &use_words().news;
    let hydrated = use_library().hydrated;
    let reader = use_reader();
    let status = RwSignal::new(String::new());
    let said = reactive_text(move || status.get());
    let poster = poster.map(|address| {
        let hold = use_words().take.hold;
        markup! {
            <a
                class="button button--quiet share__poster"
                href={address}
                data-view={[words.poster, "：", title].concat()}
                title={hold}
            >
                {words.poster}
            </a>
        }
    });
    // Most browsers have it: what they show must not move when it is known.
    let mute = move || hydrated.get() && !reader.is_offered();
    let alone = move || hydrated.get() && !can_share();
    markup! {
        <div class="share" hidden={move || !hydrated.get()}>
            {poster}
            <button
                type="button"
                class="button button--quiet"
                hidden={mute}
                on:click={move |_| reader.start()}
            >
                {use_words().reader.title}
            </button>
            <button type="button" class="button button--quiet" on:click={move |_| copy(words, status)}>
                {words.copy}
            </button>
            <button type="button" class="button button--quiet" on:click={move |_| print()}>
                {words.print}
            </button>
            <button
                type="button"
                class="button button--quiet"
                hidden={alone}
                on:click={move |_| pass_on()}
            >
                {words.share}
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

/// What the system shares with, where there is such a thing.
#[cfg(target_arch = "wasm32")]
fn system() -> Option<js_sys::Function> {
    use wasm_bindgen::JsCast;

    let share = js_sys::Reflect::get(&window().navigator(), &"share".into());
    share.ok()?.dyn_into().ok()
}

#[cfg(target_arch = "wasm32")]
fn can_share() -> bool {
    system().is_some()
}

/// Hands the page to the system.
#[cfg(target_arch = "wasm32")]
fn pass_on() {
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    let page = js_sys::Object::new();
    let address = crate::library::browser::history::absolute();
    for (key, value) in [("title", document().title()), ("url", address)] {
        let _ = js_sys::Reflect::set(&page, &key.into(), &value.into());
    }
    let begun = system().and_then(|share| share.call1(&window().navigator(), &page).ok());
    let begun = begun.and_then(|begun| begun.dyn_into::<js_sys::Promise>().ok());
    if let Some(begun) = begun {
        // The reader may think better of it: nothing has gone wrong then.
        spawn_local(async move { drop(JsFuture::from(begun).await) });
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn copy(_: &'static NewsWords, _: RwSignal<String>) {}

#[cfg(not(target_arch = "wasm32"))]
fn print() {}

#[cfg(not(target_arch = "wasm32"))]
fn can_share() -> bool {
    true
}

#[cfg(not(target_arch = "wasm32"))]
fn pass_on() {}
