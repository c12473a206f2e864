//! Brings new content to the open page.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::events::listen;
use super::failure::has_failed;
use super::{documents, fetch};
use crate::library::error::LoadError;
use crate::library::{CurrentPage, Library, use_lang};
use model::document::{Manifest, Site, revision_path};
use model::routes::site_document;

/// How often an open tab asks whether the editors have published.
const INTERVAL: Duration = Duration::from_secs(60);

/// Asks for the manifest once the page is taken over, every minute, and whenever
/// the tab is looked at again. A failure is silent: what is on screen still holds.
pub fn follow(library: Library) {
    let lang = use_lang();
    let ask = move || {
        if document().hidden() || has_failed() {
            return;
        }
        spawn_local(async move {
            let _ = renew(library, &site_document(lang)).await;
        });
    };
    set_timeout(ask, Duration::ZERO);
    let _ = set_interval_with_handle(ask, INTERVAL);
    listen(document().as_ref(), "visibilitychange", move |_| ask());
}

/// If the editors have published, fetches the documents on screen again.
async fn renew(library: Library, site_path: &str) -> Result<(), LoadError> {
    let known = library.revision.get_value();
    let mut answer = fetch::json(&revision_path(&known)).await;
    if let Err(LoadError::NotFound(_)) = answer {
        // A backend need not keep revisions of pages.
        answer = fetch::json(&revision_path("")).await;
    }
    let manifest: Manifest = answer?;
    // The server is back, and what came in its place may be older.
    if !documents::has_fallen_back() && manifest.has(&known) {
        library.revision.set_value(manifest.revision);
        return Ok(());
    }
    // Not while the reader types: the next time will do.
    let typing = document()
        .active_element()
        .is_some_and(|element| element.tag_name() == "INPUT");
    if typing {
        return Ok(());
    }
    let page = library.current.get_untracked();
    let site: Site = fetch::json(site_path).await?;
    let document = documents::fetch_anew(&page.path).await?;
    documents::clear_cache();
    documents::cache(&page.path, document.clone());
    library.revision.set_value(manifest.revision);
    if *library.site.read_untracked().as_ref() != site {
        library.site.set(site.into());
    }
    // The reader may have moved on.
    if library.current.get_untracked().path == page.path {
        library.current.set(CurrentPage { document, ..page });
    }
    Ok(())
}
