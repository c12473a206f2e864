//! How a document reaches a page: embedded in the HTML, or fetched; cached;
//! revalidated when the editors have published again.
//!
//! Publishing embeds a page's documents ([`Embedded`]) in its HTML, so the
//! first render has all it needs at once, on both sides. In the browser the
//! modules below then follow the reader: `navigation` fetches the document of
//! a page *before* it goes there, so what is on screen and the address always
//! agree, and a failed fetch leaves the reader where they were.

mod error;

#[cfg(target_arch = "wasm32")]
pub mod browser;

use std::sync::Arc;

use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
pub use browser::follow_visibility;
pub use error::LoadError;

use model::Lang;
use model::document::{Document, Embedded, Site};
use model::routes::{Address, Route};
use model::words::Words;

/// The id of the element in `<body>` that the app draws in: what others put into
/// the page stands outside it. Not `app`, which others call theirs.
pub const ROOT: &str = "alliance";

/// On that element: how many nodes publishing put into it.
pub const NODES: &str = "data-nodes";

/// The documents on screen and what is happening to them.
///
/// In context for every page and component.
#[derive(Clone, Copy)]
pub struct Library {
    /// What every page shares.
    pub site: RwSignal<Arc<Site>>,
    /// The page on screen.
    pub shown: RwSignal<Shown>,
    /// What became of the last wish to see another page.
    pub request: RwSignal<Request>,
    /// What is said to those who do not see the page change: the new title.
    pub announced: RwSignal<String>,
    /// Whether the app has taken over: false while rendering to text and in
    /// the first render in the browser, so that both draw the same.
    pub live: RwSignal<bool>,
    /// Which revision the documents are of.
    pub revision: StoredValue<String>,
    /// What takes the reader to another page, once there is a browser.
    navigator: StoredValue<Option<Callback<String>>>,
}

/// The page on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its path.
    pub path: String,
    /// Its document.
    pub document: Arc<Document>,
}

/// What became of the last wish to see another page.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Request {
    /// It is on screen.
    #[default]
    Done,
    /// Its document is on the way, and may be there at once.
    Asked,
    /// Its document is on the way, and the reader is told.
    Waiting,
    /// Its document did not come; the page before is still on screen.
    Failed {
        /// The path wished for.
        path: String,
        /// What went wrong.
        error: LoadError,
    },
}

impl Library {
    /// A library that holds a page's embedded documents, put in context.
    pub fn provide(embedded: Embedded, lang: Lang) -> Self {
        let library = Self {
            site: RwSignal::new(embedded.site),
            shown: RwSignal::new(Shown {
                path: embedded.path,
                document: Arc::new(embedded.document),
            }),
            request: RwSignal::new(Request::Done),
            announced: RwSignal::new(String::new()),
            live: RwSignal::new(false),
            revision: StoredValue::new(embedded.revision),
            navigator: StoredValue::new(None),
        };
        provide_context(library);
        provide_context(lang);
        library
    }

    /// Wishes to see another page: a path, perhaps with a fragment. Without a
    /// browser nobody can wish.
    pub fn go(self, target: String) {
        if let Some(navigator) = self.navigator.get_value() {
            navigator.run(target);
        }
    }
}

/// The library in context.
pub fn use_library() -> Library {
    expect_context()
}

/// The language of the page. It never changes while the app runs: the language
/// switch is an ordinary link to another page.
pub fn use_lang() -> Lang {
    expect_context()
}

/// The interface's words in the language of the page.
pub fn use_words() -> &'static Words {
    use_lang().words()
}

/// The address of a route in the language of the page.
pub fn href(route: Route) -> String {
    Address::new(use_lang(), route).path()
}

/// Notes whether an element is in the window; of no use without one.
#[cfg(not(target_arch = "wasm32"))]
pub fn follow_visibility(_: &leptos::web_sys::Element, _: RwSignal<bool>) {}
