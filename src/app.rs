//! The shell around every page, and which page is in it.

use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route, Router};

use crate::components::{LoadNotice, footer, header, skip_link};
use crate::library::Library;
use crate::pages::Page;
use markup::{Markup, changing, markup};
use model::Lang;
use model::document::Embedded;
use model::routes;

/// The id of the element in `<body>` that the app draws in: what others put into
/// the page stands outside it. Not `app`, which others call theirs.
pub const ROOT: &str = "alliance";

/// On that element: how many nodes publishing put into it.
pub const NODES: &str = "data-nodes";

/// The site, at the page whose documents are given.
#[component]
pub fn App(
    /// The documents of the first page.
    embedded: Embedded,
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    // What other sites frame comes without what frames every page.
    let bare = routes::Address::parse(&embedded.path)
        .is_some_and(|address| address.route == routes::Route::Embed);
    let shell = move |part: fn() -> Markup| match bare {
        true => markup! { <div hidden=""></div> },
        false => part(),
    };
    let library = Library::provide(embedded, lang);
    view! {
        <Router>
            <Follow library />
            {shell(skip_link)}
            {shell(header)}
            <main id="main" class="main" tabindex="-1">
                <LoadNotice />
                <Page />
            </main>
            {shell(footer)}
            {announcement(library)}
            // The router keeps the address; which page is shown follows from
            // the documents, so its one route draws nothing.
            <FlatRoutes fallback=|| ()>
                <Route path=WildcardSegment("path") view=|| () />
            </FlatRoutes>
        </Router>
    }
}

/// Says the title of a new page to those who do not see it appear.
fn announcement(library: Library) -> Markup {
    let title = changing(move || library.announced.get());
    markup! { <p class="visually-hidden" role="status">{title}</p> }
}

/// Follows the reader in the browser; needs the router around it.
#[component]
fn Follow(library: Library) -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    {
        crate::pages::listen_to_search();
        crate::library::browser::follow(library);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = library;
}

#[cfg(target_arch = "wasm32")]
mod panic {
    use std::sync::atomic::{AtomicBool, Ordering};

    static PANICKED: AtomicBool = AtomicBool::new(false);

    /// Whether the app has panicked: then its listeners leave the page alone.
    pub fn panicked() -> bool {
        PANICKED.load(Ordering::Relaxed)
    }

    /// Writes a panic to the console and remembers it.
    pub fn set_hook() {
        std::panic::set_hook(Box::new(|info| {
            PANICKED.store(true, Ordering::Relaxed);
            web_sys::console::error_1(&info.to_string().into());
        }));
    }
}

#[cfg(target_arch = "wasm32")]
pub use panic::{panicked, set_hook};
