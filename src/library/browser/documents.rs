//! Documents, fetched and cached.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::fetch::json;
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
    let document = fetch(path).await?;
    cache(path, Arc::clone(&document));
    Ok(document)
}

/// The document of a path, from the server.
pub async fn fetch(path: &str) -> Result<Arc<Document>, LoadError> {
    let Some(address) = Address::parse(path) else {
        return Ok(Arc::new(Document::NotFound));
    };
    match json(&address.document()).await {
        Err(LoadError::NotFound(_)) => Ok(Arc::new(Document::NotFound)),
        other => other.map(Arc::new),
    }
}
