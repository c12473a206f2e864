//! No such page.

use leptos::prelude::*;

use crate::components::PageHeading;
use crate::library::use_words;

/// Says that there is no such page, and the way on.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let words = &use_words().states;
    view! {
        <div class="not-found wrap">
            <PageHeading text=words.not_found_title />
            <p>{words.not_found_text}</p>
        </div>
    }
}
