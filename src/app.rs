//! The shell around every page, and which page is in it.

use leptos::prelude::*;

use crate::components::{footer, full_view, header, load_notice, reader, skip_link};
use crate::library::Library;
use crate::pages::{Draw, Page};
use markup::{Markup, Reactive, markup, reactive_text};
use model::Lang;
use model::document::Embedded;
use model::routes;

/// The site, at the page whose documents are given.
#[component]
pub fn App(
    /// The documents of the first page.
    embedded: Embedded,
    /// The language of the page.
    lang: Lang,
    /// What draws the pages.
    draw: Draw,
) -> impl IntoView {
    // A page for frames on other sites has no header and no footer.
    let bare = routes::Address::parse(&embedded.path)
        .is_some_and(|address| address.route == routes::Route::Embed);
    let shell = move |part: fn() -> Markup<Reactive>| match bare {
        true => markup! { <div hidden=""></div> }.into(),
        false => part(),
    };
    let library = Library::provide(embedded, lang);
    view! {
        <Follow library />
        {shell(|| skip_link().into())}
        {shell(header)}
        <main id="main" class="main" tabindex="-1">
            {load_notice()}
            <Page draw />
        </main>
        {shell(|| footer().into())}
        {shell(reader)}
        {shell(full_view)}
        {announcement(library)}
    }
}

/// Announces the title of a new page to screen readers.
fn announcement(library: Library) -> Markup<Reactive> {
    let title = reactive_text(move || library.announced.get());
    markup! { <p class="visually-hidden" role="status">{title}</p> }
}

/// Handles navigation, in the browser.
#[component]
fn Follow(library: Library) -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    {
        crate::library::browser::follow(library);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = library;
}
