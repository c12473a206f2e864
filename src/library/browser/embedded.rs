//! The documents that publishing put into the page, or beside it.

use std::sync::Arc;

use js_sys::Reflect;
use leptos::prelude::{document as dom, window};
use wasm_bindgen::JsValue;

use super::door::read_embedded;
use super::{documents, fetch};
use crate::library::error::LoadError;
use model::document::{CHECKSUM, DOCUMENT, Document, Embedded, Manifest, Site};
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
    let embedded = read_embedded(&whole(text)?).ok()?;
    let fits = match embedded.document {
        Document::NotFound => {
            Address::parse(path).is_none_or(|address| address.path() != embedded.path)
        }
        _ => Address::parse(path) == Address::parse(&embedded.path),
    };
    fits.then_some(embedded)
}

/// The documents with the page's own, if that was left beside the page: `boot.js` has fetched
/// it. A newer one does not fit what is on screen.
fn whole(text: String) -> Option<String> {
    let Some(checksum) = dom().document_element()?.get_attribute(CHECKSUM) else {
        return Some(text);
    };
    let own = Reflect::get(&window(), &JsValue::from_str("ownDocument"));
    let own = own.ok()?.as_string()?;
    if model::document::checksum(own.as_bytes()).to_string() != checksum {
        return None;
    }
    Some([text.strip_suffix('}')?, DOCUMENT, &own, "}"].concat())
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
