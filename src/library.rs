//! How a document reaches a page: embedded in the HTML, or fetched; cached;
//! revalidated when the editors have published again.
//!
//! Publishing embeds a page's documents ([`Embedded`]) in its HTML, so the
//! first render has all it needs at once, on both sides. In the browser the
//! modules below then follow the reader: `navigation` fetches the document of
//! a page *before* it goes there, so what is on screen and the address always
//! agree, and a failed fetch leaves the reader where they were.

mod error;
pub mod retry;

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

/// The documents on screen, and the state of navigation. In context for every page
/// and component.
#[derive(Clone, Copy)]
pub struct Library {
    /// The document that all pages share.
    pub site: RwSignal<Arc<Site>>,
    /// The page on screen.
    pub current: RwSignal<CurrentPage>,
    /// Whether another page is on its way.
    pub navigation: RwSignal<NavigationStatus>,
    /// The title of a new page, for a screen reader.
    pub announced: RwSignal<String>,
    /// Whether the app has taken over: false while rendering to text and in
    /// the first render in the browser, so that both draw the same.
    pub hydrated: RwSignal<bool>,
    /// What is read aloud.
    pub aloud: ReadAloud,
    /// The revision of the documents.
    pub revision: StoredValue<String>,
    /// Goes to another page; in the browser only.
    navigator: StoredValue<Option<Callback<String>>>,
}

/// Whether a page is read aloud. Three signals of a kind that there is already: one of a kind of
/// its own weighs more.
#[derive(Clone, Copy)]
pub struct ReadAloud {
    /// Whether something is read, or cannot be.
    pub is_open: RwSignal<bool>,
    /// Whether the reader has stopped it for a while.
    pub is_paused: RwSignal<bool>,
    /// Whether there is no voice for the page's language.
    pub is_mute: RwSignal<bool>,
}

/// The page on screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CurrentPage {
    /// Its path.
    pub path: String,
    /// Its document.
    pub document: Arc<Document>,
}

/// Whether another page is on its way.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NavigationStatus {
    /// None is: the page asked for last is on screen.
    #[default]
    Idle,
    /// Its document is being fetched, and may be there at once.
    Loading,
    /// It takes long enough to say so.
    Slow,
    /// Its document did not come; the page before is still on screen.
    Failed {
        /// The path of the page.
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
            current: RwSignal::new(CurrentPage {
                path: embedded.path,
                document: Arc::new(embedded.document),
            }),
            navigation: RwSignal::new(NavigationStatus::Idle),
            announced: RwSignal::new(String::new()),
            hydrated: RwSignal::new(false),
            aloud: ReadAloud {
                is_open: RwSignal::new(false),
                is_paused: RwSignal::new(false),
                is_mute: RwSignal::new(false),
            },
            revision: StoredValue::new(embedded.revision),
            navigator: StoredValue::new(None),
        };
        provide_context(library);
        provide_context(lang);
        library
    }

    /// Goes to another page: a path, perhaps with a fragment. Does nothing outside a
    /// browser.
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

/// Notes whether an element is in the window; without a window, does nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn follow_visibility(_: &leptos::web_sys::Element, _: RwSignal<bool>) {}
