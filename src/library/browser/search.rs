//! The files that a search needs, fetched one at a time and kept while the app
//! runs.

use std::cell::RefCell;
use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use super::door::read_document;
use super::{documents, fetch, read};
use crate::library::error::LoadError;
use model::document::{Document, Record, SearchIndex};
use search::Files;

thread_local! {
    static CACHE: RefCell<Option<SearchFiles>> = const { RefCell::new(None) };
}

/// Files of an index that have been fetched.
#[derive(Default)]
pub struct SearchFiles {
    /// The name of the index.
    index: String,
    /// Its terms.
    pub terms: Files,
    /// Records, by the path of their file.
    pub records: Vec<(String, Vec<Record>)>,
}

impl SearchFiles {
    /// Those that are cached, if they are of this very index.
    pub fn of(index: &SearchIndex) -> Self {
        let cached = CACHE.take().filter(|files| files.index == index.name);
        let mut files = cached.unwrap_or_default();
        files.index.clone_from(&index.name);
        files.terms.articles = index.kinds[0];
        files
    }

    /// Puts them into the cache.
    pub fn keep(self) {
        CACHE.set(Some(self));
    }
}

/// The content of a file, or why it did not come.
pub type FetchedFile = Result<Vec<u8>, LoadError>;

/// Fetches a file, then hands over its path and content.
pub fn fetch_file(path: String, then: Box<dyn FnOnce(String, FetchedFile)>) {
    spawn_local(async move {
        let file = fetch::bytes(path.clone()).await;
        then(path, file);
    });
}

/// Reads a file of records; an unreadable one has none.
pub fn records(bytes: Vec<u8>) -> Vec<Record> {
    read::parse(&fetch::text(bytes)).unwrap_or_default()
}

/// Reads a document; an unreadable one says that there is no such page.
pub fn document(bytes: Vec<u8>) -> Document {
    read_document(&fetch::text(bytes)).unwrap_or(Document::NotFound)
}

/// Caches a document.
pub fn cache(path: &str, document: Document) {
    documents::cache(path, Arc::new(document));
}
