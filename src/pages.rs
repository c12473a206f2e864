//! One file, one page, one route.
//!
//! A page is given its document and arranges it: it fetches nothing, parses
//! nothing and formats no date.

mod about;
mod figures;
mod home;
mod not_found;

use leptos::prelude::*;

use crate::library::document::Document;
use crate::library::use_library;
use about::AboutPage;
use figures::FiguresPage;
use home::HomePage;
use not_found::NotFoundPage;

/// The page on screen.
#[component]
pub fn Page() -> impl IntoView {
    let library = use_library();
    move || {
        let shown = library.shown.get();
        match (*shown.document).clone() {
            Document::Home(page) => view! { <HomePage page=*page /> }.into_any(),
            Document::Figures(page) => view! { <FiguresPage page=*page /> }.into_any(),
            Document::About(page) => view! { <AboutPage page=*page /> }.into_any(),
            Document::NotFound => view! { <NotFoundPage /> }.into_any(),
            _ => ().into_any(),
        }
    }
}
