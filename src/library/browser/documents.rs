//! Documents, fetched and cached.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::Arc;

use js_sys::{Date, Math};
use leptos::prelude::document as dom;

use super::door::read_document;
use super::failure::has_failed;
use super::fetch::{self, Fetching};
use super::frame::pause;
use crate::library::error::LoadError;
use crate::library::retry::delay;
use model::document::Document;
use model::routes::Address;

thread_local! {
    static CACHE: RefCell<HashMap<String, Arc<Document>>> = RefCell::default();
    /// How often the reader has wanted something else.
    static NAVIGATIONS: Cell<u32> = const { Cell::new(0) };
    static FELL_BACK: Cell<bool> = const { Cell::new(false) };
}

/// The document of a path, if it is cached.
pub fn cached(path: &str) -> Option<Arc<Document>> {
    CACHE.with_borrow(|cache| cache.get(path).cloned())
}

/// Caches a document.
pub fn cache(path: &str, document: Arc<Document>) {
    CACHE.with_borrow_mut(|cache| cache.insert(path.to_owned(), document));
}

/// Empties the cache: the editors have published again.
pub fn clear_cache() {
    CACHE.with_borrow_mut(HashMap::clear);
    FELL_BACK.set(false);
}

/// The document of a path, from the cache or the server. A path that no page has
/// is not an error: its document says so.
pub async fn document(path: &str) -> Result<Arc<Document>, LoadError> {
    if let Some(document) = cached(path) {
        return Ok(document);
    }
    let document = Arc::new(document_with_retries(path).await?);
    cache(path, Arc::clone(&document));
    Ok(document)
}

/// Notes that the reader wants something else from now on: what has failed before is not
/// asked for again.
pub fn cancel_retries() {
    NAVIGATIONS.set(NAVIGATIONS.get() + 1);
}

/// The document of a path for a reader who waits for it. What may pass is tried again, as
/// long as the reader is there; where a backend fails, the site's own document is taken, if
/// publishing says where. What the site has not either is no answer in its place.
pub async fn document_with_retries(path: &str) -> Result<Document, LoadError> {
    let Some(address) = Address::parse(path) else {
        return Ok(Document::NotFound);
    };
    let path = address.document();
    let turn = NAVIGATIONS.get();
    let begun = Date::now();
    let mut tries = 0;
    loop {
        let mut answer = served(fetch::bytes(path.clone()), &path).await;
        let fallback = match &answer {
            Ok(_) | Err(LoadError::NotFound(_)) => None,
            Err(_) => fetch::fallback(),
        };
        if let Some(base) = fallback {
            let own = served(fetch::bytes_from(base, path.clone()), &path).await;
            if own.is_ok() {
                FELL_BACK.set(true);
                answer = own;
            }
        }
        tries += 1;
        let rest = match &answer {
            Ok(_) => None,
            Err(error) => delay(error, tries, Date::now() - begun, Math::random()),
        };
        if let Some(rest) = rest {
            pause(rest).await;
            if turn == NAVIGATIONS.get() && !dom().hidden() && !has_failed() {
                continue;
            }
        }
        return found(answer);
    }
}

/// The document of a path, from the server, asked once.
pub async fn fetch_anew(path: &str) -> Result<Arc<Document>, LoadError> {
    let Some(address) = Address::parse(path) else {
        return Ok(Arc::new(Document::NotFound));
    };
    let path = address.document();
    let answer = served(fetch::bytes(path.clone()), &path).await;
    found(answer).map(Arc::new)
}

/// Whether there is a document that came from what publishing says to fall back on: what
/// the server has may be newer.
pub fn has_fallen_back() -> bool {
    FELL_BACK.get()
}

/// That there is no such page is an answer, too.
fn found(answer: Result<Document, LoadError>) -> Result<Document, LoadError> {
    match answer {
        Err(LoadError::NotFound(_)) => Ok(Document::NotFound),
        other => other,
    }
}

/// What is served at the path of a document.
async fn served(fetching: Fetching, path: &str) -> Result<Document, LoadError> {
    let text = fetch::text(fetching.await?);
    read_document(&text).map_err(|reason| LoadError::Malformed {
        path: path.to_owned(),
        reason,
    })
}
