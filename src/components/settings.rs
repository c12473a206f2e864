//! How the site reads: letters, contrast, appearance, pictures, reading aloud. Kept on
//! the reader's device and nowhere else.
//!
//! What is chosen stands on the root as attributes, where the style and `boot.js` find
//! it: `boot.js` sets them before the first paint.

#[cfg(target_arch = "wasm32")]
mod browser;

use leptos::prelude::*;

use super::reader::use_reader;
use crate::library::{use_library, use_words};
use markup::{Markup, Reactive, markup, reactive};
use model::words::SettingsWords;

/// What can be chosen: its key in storage, which after `data-` is the attribute, and the
/// values in the order of their words. The empty one holds where nothing is kept; of
/// pictures the first, unless the browser asks to save.
const CHOICES: [(&str, &[&str]); 5] = [
    ("size", &["", "large", "largest"]),
    ("contrast", &["", "high"]),
    ("theme", &["", "light", "dark"]),
    ("pictures", &["show", "ask"]),
    ("rate", &["slow", "", "fast"]),
];

const SHEET: &str = "settings";
/// Pictures come by themselves.
const SHOW: &str = "show";

/// The button and the sheet that it opens. It shows once the app is hydrated: without
/// script it could do nothing.
pub fn settings() -> Markup<Reactive> {
    let words = &use_words().settings;
    let hydrated = use_library().hydrated;
    let reader = use_reader();
    // Drawn when it is first opened.
    let opened = RwSignal::new(false);
    let class = move || match hydrated.get() {
        true => "settings settings--ready",
        false => "settings",
    };
    let open = move |_| opened.set(true);
    let choose = move |event: leptos::ev::Event| choose(&event);
    let press = move |event: leptos::ev::MouseEvent| match pressed(&event).as_deref() {
        Some("aloud") => {
            close();
            reader.start();
        }
        Some("reset") => forget(),
        _ => {}
    };
    let inside = reactive(move || match opened.get() {
        false => markup! { <div></div> },
        true => sheet(words, reader.is_offered()),
    });
    markup! {
        <div class={class}>
            <button
                class="settings__button"
                type="button"
                popovertarget={SHEET}
                title={words.title}
                on:click={open}
            >
                <span class="settings__sign" aria-hidden="true" data-sign={words.sign}></span>
                <span class="settings__label">{words.title}</span>
            </button>
            <div
                class="settings__sheet"
                id={SHEET}
                popover="auto"
                role="dialog"
                aria-label={words.title}
                on:change={choose}
                on:click={press}
            >
                {inside}
            </div>
        </div>
    }
}

/// All that can be chosen.
fn sheet(words: &'static SettingsWords, aloud: bool) -> Markup {
    let mut texts = words.choices.into_iter();
    let mut groups = CHOICES
        .iter()
        .zip(words.groups)
        .map(|((key, values), name)| {
            let chosen = chosen(key);
            let items = values.iter().zip(texts.by_ref());
            let items = items.map(|(value, text)| {
                let plain = chosen.is_empty() && *value == SHOW;
                item(key, value, text, plain || chosen == *value)
            });
            (name, items.collect::<Vec<_>>())
        });
    let rows: Vec<Markup> = (groups.by_ref().take(4))
        .map(|(name, items)| row(name, None, items))
        .collect();
    let listen = aloud.then(|| groups.next()).flatten().map(|(name, items)| {
        let start = markup! {
            <button class="button settings__aloud" type="button" data-press="aloud">
                {words.aloud}
            </button>
        };
        row(name, Some(start), items)
    });
    markup! {
        <div>
            <div class="settings__ends">
                <h2 class="settings__title">{words.title}</h2>
                <button
                    class="settings__end settings__done"
                    type="button"
                    popovertarget={SHEET}
                    popovertargetaction="hide"
                >
                    {words.done}
                </button>
            </div>
            {rows}
            {listen}
            <div class="settings__ends">
                <p class="small">{words.kept}</p>
                <button class="settings__end" type="button" data-press="reset">{words.reset}</button>
            </div>
        </div>
    }
}

fn row(name: &'static str, before: Option<Markup>, items: Vec<Markup>) -> Markup {
    markup! {
        <div class="settings__row">
            <p class="settings__name" aria-hidden="true">{name}</p>
            <div class="settings__choice" role="radiogroup" aria-label={name}>{before} {items}</div>
        </div>
    }
}

fn item(key: &'static str, value: &'static str, text: &'static str, chosen: bool) -> Markup {
    markup! {
        <label class="settings__item">
            <input class="radios__input" type="radio" name={key} value={value} checked={chosen} />
            <span class="settings__text">{text}</span>
        </label>
    }
}

#[cfg(target_arch = "wasm32")]
use browser::{choose, chosen, close, forget, pressed};

#[cfg(not(target_arch = "wasm32"))]
fn choose(_: &leptos::ev::Event) {}

#[cfg(not(target_arch = "wasm32"))]
fn chosen(_: &str) -> String {
    String::new()
}

#[cfg(not(target_arch = "wasm32"))]
fn close() {}

#[cfg(not(target_arch = "wasm32"))]
fn forget() {}

#[cfg(not(target_arch = "wasm32"))]
fn pressed(_: &leptos::ev::MouseEvent) -> Option<String> {
    None
}
