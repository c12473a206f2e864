//! Going from page to page without loading the app again.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::door::is_elsewhere;
use super::events::listen;
use super::failure::{has_failed, mark_hydrated};
use super::frame::frame;
use super::history::{self, scroll, title};
use super::{composition, documents, links, revalidation};
use crate::library::error::LoadError;
use crate::library::{CurrentPage, Library, NavigationStatus};
use model::document::Document;
use model::routes::Address;

/// How long a page may take before a notice says that it is loading.
const SLOW: Duration = Duration::from_millis(150);

/// Handles clicks on links, Back and Forward from now on.
///
/// A click fetches the document first and changes the address when it is
/// there. Back and forward change the address at once, as the browser does;
/// the page follows when its document is there, at once if it has been on
/// screen before.
pub fn follow(library: Library) {
    let page = library.current.get_untracked();
    documents::cache(&page.path, Arc::clone(&page.document));
    scroll::take_over(&page.path);

    // Only the last target counts: a document that comes late is cached, not shown.
    let latest = StoredValue::new(String::new());
    let go = move |target: String| {
        let path = scroll::split(&target).0.to_owned();
        latest.set_value(target.clone());
        documents::cancel_retries();
        begin_loading(library);
        // However soon the document is there, the frame that answers the tap is
        // drawn first.
        let drawn = frame();
        spawn_local(async move {
            let document = documents::document(&path).await;
            drawn.await;
            let moved_on = latest.with_value(|latest| *latest != target);
            if moved_on || has_failed() {
                return;
            }
            match document {
                Err(error) => fail(library, target, error),
                Ok(document) => {
                    // Tried again after Back: the address is there already.
                    if canonical(history::here().path()) != path {
                        scroll::expect(&target);
                        history::push(&target);
                    }
                    show(library, path, document);
                }
            }
        });
    };

    listen(document().as_ref(), "click", move |event| {
        let Some(click) = links::click(&event) else {
            return;
        };
        if let Some(target) = links::destination(&click) {
            event.prevent_default();
            links::mark(click);
            go(target);
        }
    });

    let navigator = Callback::new(go);
    library.navigator.set_value(Some(navigator));
    let _ = history::on_return(move || {
        let path = canonical(history::here().path());
        if path != library.current.get_untracked().path {
            // Takes the place of a click before it.
            latest.set_value(String::new());
            documents::cancel_retries();
            return_to(library, path);
        }
    });
    composition::follow();
    title::follow(library);
    revalidation::follow(library);
    // In a task of its own, after hydration: what needs the app is drawn again then,
    // and between two short tasks a reader's tap gets through.
    let hydrated = move || {
        if has_failed() {
            return;
        }
        library.hydrated.set(true);
        mark_hydrated();
    };
    set_timeout(hydrated, Duration::ZERO);
}

/// Shows the page that the reader has gone back or forward to.
fn return_to(library: Library, path: String) {
    if is_elsewhere(&path) {
        // An earlier version of the app has been there.
        return history::reload();
    }
    if let Some(document) = documents::cached(&path) {
        show(library, path, document);
        return;
    }
    begin_loading(library);
    spawn_local(async move {
        let document = documents::document(&path).await;
        // The reader may have moved on meanwhile.
        if canonical(history::here().path()) != path {
            return;
        }
        match document {
            Ok(document) => show(library, path, document),
            Err(error) => fail(library, path, error),
        }
    });
}

/// A page is loading; after a moment, a notice says so.
fn begin_loading(library: Library) {
    let status = library.navigation;
    match status.get_untracked() {
        NavigationStatus::Idle => {
            status.set(NavigationStatus::Loading);
            let notice = move || {
                if status.get_untracked() == NavigationStatus::Loading {
                    status.set(NavigationStatus::Slow);
                }
            };
            set_timeout(notice, SLOW);
        }
        NavigationStatus::Loading => {}
        // The notice is there already, or the reader has pressed "try again": that
        // is answered at once.
        _ => status.set(NavigationStatus::Slow),
    }
}

/// The path as the site spells it: an address may come without its last slash.
fn canonical(path: &str) -> String {
    Address::parse(path).map_or_else(|| path.to_owned(), |address| address.path())
}

fn fail(library: Library, path: String, error: LoadError) {
    links::unmark();
    library
        .navigation
        .set(NavigationStatus::Failed { path, error });
}

fn show(library: Library, path: String, document: Arc<Document>) {
    links::unmark();
    scroll::leave();
    library.navigation.set(NavigationStatus::Idle);
    library.current.set(CurrentPage {
        path: path.clone(),
        document,
    });
    // Once the new page is in the DOM.
    request_animation_frame(move || {
        if !has_failed() {
            history::on_screen(&path);
            scroll::settle(&path);
        }
    });
}
