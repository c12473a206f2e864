//! Light, dark, or as the system says.

use leptos::prelude::*;

use crate::library::{use_library, use_words};
use markup::{Markup, Reactive, markup, reactive_text};

/// How the site looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word for it in storage and in `data-theme`.
    #[cfg(target_arch = "wasm32")]
    pub const fn as_str(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    const fn next(self) -> Self {
        match self {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        }
    }
}

/// A button that goes through the three themes. It shows once the app is
/// hydrated: without script it could do nothing.
pub fn theme_switch() -> Markup<Reactive> {
    let words = use_words();
    let library = use_library();
    let theme = RwSignal::new(Theme::Auto);
    Effect::new(move |_| theme.set(stored()));
    let name = move || match theme.get() {
        Theme::Auto => words.shell.theme_auto,
        Theme::Light => words.shell.theme_light,
        Theme::Dark => words.shell.theme_dark,
    };
    let name = reactive_text(move || name().to_owned());
    let class = move || match library.hydrated.get() {
        true => "theme-switch theme-switch--ready",
        false => "theme-switch",
    };
    let change = move |_| {
        let next = theme.get_untracked().next();
        theme.set(next);
        store(next);
    };
    markup! {
        <button type="button" title={words.shell.theme} class={class} on:click={change}>
            {icon()}
            <span class="visually-hidden">{words.shell.theme} ": " {name}</span>
        </button>
    }
}

/// Half a disc, a sun, a moon; the style sheet shows the one that holds.
fn icon() -> Markup {
    markup! {
        <svg class="theme-switch__icon" viewBox="0 0 20 20" aria-hidden="true">
            <path
                class="theme-switch__auto"
                fill-rule="evenodd"
                d="M10 1.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zm0 15.3V3.2a6.8 6.8 0 0 1 0 13.6z"
            />
            <path
                class="theme-switch__light"
                d="M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM9.2 1h1.6v3H9.2zM9.2 16h1.6v3H9.2zM1 9.2h3v1.6H1zM16 9.2h3v1.6h-3zM3.07 4.2 4.2 3.07l2.12 2.12-1.13 1.13zM13.68 14.81l1.13-1.13 2.12 2.12-1.13 1.13zM3.07 15.8l2.12-2.12 1.13 1.13-2.12 2.12zM13.68 5.19l2.12-2.12 1.13 1.13-2.12 2.12z"
            />
            <path class="theme-switch__dark" d="M8 2a8 8 0 1 0 10 10A7 7 0 0 1 8 2z" />
        </svg>
    }
}

#[cfg(target_arch = "wasm32")]
fn stored() -> Theme {
    let word = document()
        .document_element()
        .and_then(|root| root.get_attribute("data-theme"));
    match word.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// Sets the theme and remembers it. Storage may be refused: then it holds for
/// this page.
#[cfg(target_arch = "wasm32")]
fn store(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme.as_str()),
        };
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("theme", theme.as_str());
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn stored() -> Theme {
    Theme::Auto
}

#[cfg(not(target_arch = "wasm32"))]
fn store(_: Theme) {}
