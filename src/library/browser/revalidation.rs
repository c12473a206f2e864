//! New content reaches the open page.

use std::cell::RefCell;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{documents, fetch};
use crate::library::document::{Manifest, Site};
use crate::library::error::LoadError;
use crate::library::{Library, Shown, use_lang};
use crate::routes::site_document;

/// How often an open tab asks whether the editors have published.
const INTERVAL: Duration = Duration::from_secs(60);

thread_local! {
    static REVISION: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Says which revision the documents on screen are of.
pub fn begin(revision: &str) {
    REVISION.with_borrow_mut(|kept| *kept = Some(revision.to_owned()));
}

/// Asks for the manifest now, every minute, and whenever the tab is looked at
/// again. A failure is silent: what is on screen still holds.
pub fn follow(library: Library) {
    let lang = use_lang();
    let ask = move || {
        if document().hidden() || crate::app::panicked() {
            return;
        }
        spawn_local(async move {
            let _ = renew(library, &site_document(lang)).await;
        });
    };
    ask();
    let _ = set_interval_with_handle(ask, INTERVAL);
    let _ = window_event_listener(ev::Custom::<ev::Event>::new("focus"), move |_| ask());
    let seen = wasm_bindgen::closure::Closure::<dyn Fn()>::new(ask);
    use wasm_bindgen::JsCast;
    let _ = document()
        .add_event_listener_with_callback("visibilitychange", seen.as_ref().unchecked_ref());
    // The listener lives as long as the page.
    seen.forget();
}

/// If the editors have published, fetches what is on screen again and shows it.
async fn renew(library: Library, site_path: &str) -> Result<(), LoadError> {
    let manifest: Manifest = fetch::json("manifest.json").await?;
    let known = REVISION.with_borrow(Clone::clone);
    if known.as_ref() == Some(&manifest.revision) {
        return Ok(());
    }
    let shown = library.shown.get_untracked();
    let site: Site = fetch::json(site_path).await?;
    let document = documents::fetched(&shown.path).await?;
    documents::forget();
    documents::keep(&shown.path, document.clone());
    begin(&manifest.revision);
    if *library.site.read_untracked().as_ref() != site {
        library.site.set(site.into());
    }
    // The reader may have moved on; and what has not changed is left alone.
    if library.shown.get_untracked().path == shown.path && shown.document != document {
        library.shown.set(Shown { document, ..shown });
    }
    Ok(())
}
