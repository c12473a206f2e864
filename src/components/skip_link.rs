//! The first stop of the keyboard: past the header.

use leptos::prelude::*;

use crate::library::use_words;

/// A link past the header, seen when focused.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! {
        <a class="skip-link" href="#main">
            {use_words().shell.skip}
        </a>
    }
}
