//! Going from page to page without loading the app again.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::events::listen;
use super::failure::{has_failed, mark_live};
use super::frame::frame;
use super::history::{self, scroll, title};
use super::rehearsal::rehearse_click;
use super::{composition, documents, links, revalidation};
use crate::library::error::LoadError;
use crate::library::{Library, Request, Shown};
use model::document::Document;
use model::routes::Address;

/// How long a reader waits before the wait is spoken of.
const PATIENCE: Duration = Duration::from_millis(150);

/// How long the page has been alive before the first tap is rehearsed, so that a
/// browser has compiled all of it: whatever else begins with it is done.
const REST: Duration = Duration::from_millis(100);

/// Follows the reader from now on.
///
/// A click fetches the document first and changes the address when it is
/// there. Back and forward change the address at once, as the browser does;
/// the page follows when its document is there, at once if it has been on
/// screen before.
pub fn follow(library: Library) {
    let shown = library.shown.get_untracked();
    documents::keep(&shown.path, Arc::clone(&shown.document));
    scroll::take_over(&shown.path);

    // Only the last wish counts: a document that comes late is kept, not shown.
    let wished = StoredValue::new(String::new());
    let lead = move |target: String, in_earnest: bool| {
        let path = scroll::split(&target).0.to_owned();
        if in_earnest {
            wished.set_value(target.clone());
            announce(library);
        }
        // However soon the document is there, the tap is answered first.
        let answered = frame();
        spawn_local(async move {
            let answer = documents::document(&path).await;
            answered.await;
            let moved_on = wished.with_value(|wished| *wished != target);
            if !in_earnest || moved_on || has_failed() {
                return;
            }
            match answer {
                Err(error) => fail(library, target, error),
                Ok(document) => {
                    // Tried again after Back: the address is there already.
                    if page(history::here().path()) != path {
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
        if let Some(target) = links::wish(&click) {
            event.prevent_default();
            links::mark(click);
            lead(target, true);
        }
    });

    let navigator = Callback::new(move |target| lead(target, true));
    library.navigator.set_value(Some(navigator));
    let _ = history::on_return(move || {
        let path = page(history::here().path());
        if path != library.shown.get_untracked().path {
            // What was wished for before is not any more.
            wished.set_value(String::new());
            return_to(library, path);
        }
    });
    composition::follow();
    title::follow(library);
    revalidation::follow(library);
    // In a task of its own, after the page is taken over: what comes alive draws
    // itself again, and between two short tasks a reader's tap gets through.
    let come_alive = move || {
        if has_failed() {
            return;
        }
        library.live.set(true);
        mark_live();
        let rehearse = move || {
            // Not when the reader was quicker.
            if library.request.get_untracked() == Request::Done {
                let shown = library.shown.get_untracked().path;
                rehearse_click(&shown);
                library.request.set(Request::Asked);
                library.request.set(Request::Done);
                lead(shown, false);
            }
        };
        set_timeout(rehearse, REST);
    };
    set_timeout(come_alive, Duration::ZERO);
}

/// Shows the page that the reader has gone back or forward to.
fn return_to(library: Library, path: String) {
    if let Some(document) = documents::kept(&path) {
        show(library, path, document);
        return;
    }
    announce(library);
    spawn_local(async move {
        let answer = documents::document(&path).await;
        // The reader may have moved on while it was on the way.
        if page(history::here().path()) != path {
            return;
        }
        match answer {
            Ok(document) => show(library, path, document),
            Err(error) => fail(library, path, error),
        }
    });
}

/// Says that a page is on its way, if it is so after a moment: what comes at
/// once is seen to come.
fn announce(library: Library) {
    let request = library.request;
    match request.get_untracked() {
        Request::Done => {
            request.set(Request::Asked);
            let speak = move || {
                if request.get_untracked() == Request::Asked {
                    request.set(Request::Waiting);
                }
            };
            set_timeout(speak, PATIENCE);
        }
        Request::Asked => {}
        // It was spoken of, or is to be tried again: that is answered at once.
        _ => request.set(Request::Waiting),
    }
}

/// The path that a page is known by: an address may come without its last slash.
fn page(path: &str) -> String {
    Address::parse(path).map_or_else(|| path.to_owned(), |address| address.path())
}

fn fail(library: Library, path: String, error: LoadError) {
    links::unmark();
    library.request.set(Request::Failed { path, error });
}

fn show(library: Library, path: String, document: Arc<Document>) {
    links::unmark();
    scroll::turn();
    library.request.set(Request::Done);
    library.shown.set(Shown {
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
