//! What a search needs, one file at a time.

use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use super::{documents, fetch, read};
use crate::library::error::LoadError;
use model::document::{Document, Record};

/// What has come, or why it has not.
pub type Brought = Result<Vec<u8>, LoadError>;

/// Brings a file.
pub fn bring(path: String, then: fn(String, Brought)) {
    spawn_local(async move {
        let brought = fetch::bytes(path.clone()).await;
        then(path, brought);
    });
}

/// Reads a file of records; an unreadable one has none.
pub fn records(bytes: Vec<u8>) -> Vec<Record> {
    read::parse(&fetch::text(bytes)).unwrap_or_default()
}

/// Reads a document; an unreadable one is none.
pub fn document(bytes: Vec<u8>) -> Document {
    read::parse(&fetch::text(bytes)).unwrap_or(Document::NotFound)
}

/// Keeps a document for showing it.
pub fn keep(path: &str, document: Document) {
    documents::keep(path, Arc::new(document));
}
