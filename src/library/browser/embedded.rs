//! The documents that publishing put into the page.

use std::sync::Arc;

use leptos::prelude::document as dom;

use super::door::read_embedded;
use super::{documents, fetch};
use crate::library::error::LoadError;
use model::document::{Document, Embedded, Manifest, Site};
use model::routes::{Address, lang_of, site_document};

/// Whether publishing put documents into the page, perhaps those of another one.
pub fn has_documents() -> bool {
    dom().get_element_by_id("documents").is_some()
}

/// The documents embedded in the page, if it was prerendered for the address
/// it now stands at.
///
/// A host's fallback may serve one page's HTML under another's address, and
/// `404.html` under any; the first must not be hydrated, the second says so by
/// being the page for no address at all.
pub fn embedded(path: &str) -> Option<Embedded> {
    let text = dom().get_element_by_id("documents")?.text_content()?;
    let embedded = read_embedded(&text).ok()?;
    let fits = match embedded.document {
        Document::NotFound => {
            Address::parse(path).is_none_or(|address| address.path() != embedded.path)
        }
        _ => Address::parse(path) == Address::parse(&embedded.path),
    };
    fits.then_some(embedded)
}

/// The same documents, fetched: for a page that was not prerendered.
pub async fn fetch_embedded(path: &str) -> Result<Embedded, LoadError> {
    let lang = lang_of(path);
    let document = documents::document_with_retries(path).await?;
    let site: Site = fetch::json(&site_document(lang)).await?;
    let manifest: Manifest = fetch::json("manifest.json").await?;
    Ok(Embedded {
        path: path.to_owned(),
        revision: manifest.revision,
        site: Arc::new(site),
        document,
    })
}
