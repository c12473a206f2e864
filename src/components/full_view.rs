//! A picture as large as the screen, with those of the same page beside it.
//!
//! A picture is a link to its largest file. It stays one before the app has come, and in
//! browsers that know no `dialog`.

#[cfg(target_arch = "wasm32")]
mod browser;

use leptos::prelude::*;

use crate::library::use_words;
use markup::{Markup, Reactive, markup, reactive_text};
use model::words::ViewWords;

/// What is shown in it.
#[derive(Clone, Copy)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only a browser opens it")
)]
struct FullView {
    words: &'static ViewWords,
    /// Which picture of how many, said to those who do not see it move.
    place: RwSignal<String>,
}

/// The dialog, once on every page: closed, and empty until a picture is opened.
pub fn full_view() -> Markup<Reactive> {
    let view = FullView {
        words: &use_words().view,
        place: RwSignal::new(String::new()),
    };
    let words = view.words;
    let place = reactive_text(move || view.place.get());
    let press = move |event: leptos::ev::MouseEvent| view.press(&event);
    let turn = move |event: leptos::ev::KeyboardEvent| view.turn(&event);
    let mut dialog = markup! {
        <dialog class="full-view" aria-label={words.title} on:click={press} on:keydown={turn}>
            <div class="full-view__bar">
                <p class="full-view__place" role="status">{place}</p>
                {button("-1", words.previous, "‹")}
                {button("1", words.next, "›")}
                {button("0", words.close, "×")}
            </div>
            <ul class="full-view__strip" role="list" tabindex="0" aria-label={words.title}></ul>
        </dialog>
    };
    dialog.mounted(move |dialog| view.follow(dialog));
    dialog
}

/// A button that goes so many pictures on; none closes.
fn button(step: &'static str, name: &'static str, sign: &'static str) -> Markup {
    markup! {
        <button class="full-view__button" type="button" data-step={step} aria-label={name}>
            {sign}
        </button>
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl FullView {
    fn press(self, _: &leptos::ev::MouseEvent) {}

    fn turn(self, _: &leptos::ev::KeyboardEvent) {}

    fn follow(self, _: &leptos::web_sys::Element) {}
}
