//! Documents that have been on screen, or are about to be.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::fetch;
use crate::library::error::LoadError;
use model::document::Document;
use model::routes::Address;

thread_local! {
    static KEPT: RefCell<HashMap<String, Arc<Document>>> = RefCell::default();
}

/// The document of a path, if it is at hand.
pub fn kept(path: &str) -> Option<Arc<Document>> {
    KEPT.with_borrow(|kept| kept.get(path).cloned())
}

/// Keeps a document for the way back.
pub fn keep(path: &str, document: Arc<Document>) {
    KEPT.with_borrow_mut(|kept| kept.insert(path.to_owned(), document));
}

/// Forgets all: the editors have published again.
pub fn forget() {
    KEPT.with_borrow_mut(HashMap::clear);
}

/// The document of a path, from hand or from the server. A path that no page
/// has is not an error: its document says so.
pub async fn document(path: &str) -> Result<Arc<Document>, LoadError> {
    if let Some(document) = kept(path) {
        return Ok(document);
    }
    let document = fetched(path).await?;
    keep(path, Arc::clone(&document));
    Ok(document)
}

/// The document of a path, from the server.
pub async fn fetched(path: &str) -> Result<Arc<Document>, LoadError> {
    let Some(address) = Address::parse(path) else {
        return Ok(Arc::new(Document::NotFound));
    };
    match fetch::json(&address.document()).await {
        Err(LoadError::NotFound(_)) => Ok(Arc::new(Document::NotFound)),
        other => other.map(Arc::new),
    }
}
