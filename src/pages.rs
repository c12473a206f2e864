//! One file, one page, one route.
//!
//! A page is given its document and arranges it: it fetches nothing, parses
//! nothing and formats no date.

mod not_found;

use leptos::prelude::*;

use crate::library::document::Document;
use crate::library::use_library;
use not_found::NotFoundPage;

/// The page on screen.
#[component]
pub fn Page() -> impl IntoView {
    let library = use_library();
    move || {
        let shown = library.shown.get();
        match (*shown.document).clone() {
            Document::NotFound => view! { <NotFoundPage /> }.into_any(),
            _ => ().into_any(),
        }
    }
}
