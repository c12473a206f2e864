//! Documents, fetched and cached.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::door::read_document;
use super::fetch;
use crate::library::error::LoadError;
use model::document::Document;
use model::routes::Address;

thread_local! {
    static CACHE: RefCell<HashMap<String, Arc<Document>>> = RefCell::default();
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
}

/// The document of a path, from the cache or the server. A path that no page has
/// is not an error: its document says so.
pub async fn document(path: &str) -> Result<Arc<Document>, LoadError> {
    if let Some(document) = cached(path) {
        return Ok(document);
    }
    let document = fetch_anew(path).await?;
    cache(path, Arc::clone(&document));
    Ok(document)
}

/// The document of a path, from the server.
pub async fn fetch_anew(path: &str) -> Result<Arc<Document>, LoadError> {
    let Some(address) = Address::parse(path) else {
        return Ok(Arc::new(Document::NotFound));
    };
    match served(&address.document()).await {
        Err(LoadError::NotFound(_)) => Ok(Arc::new(Document::NotFound)),
        other => other.map(Arc::new),
    }
}

/// What is served at the path of a document.
pub async fn served(path: &str) -> Result<Document, LoadError> {
    let text = fetch::text(fetch::bytes(path.to_owned()).await?);
    read_document(&text).map_err(|reason| LoadError::Malformed {
        path: path.to_owned(),
        reason,
    })
}
