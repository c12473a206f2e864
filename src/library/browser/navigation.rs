//! Going from page to page without loading the app again.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen_futures::spawn_local;

use super::events::listen;
use super::{documents, links, revalidation, scroll, title};
use crate::library::document::Document;
use crate::library::{Library, Request, Shown};
use crate::routes::Address;

/// Follows the reader from now on.
///
/// A click fetches the document first and changes the address when it is
/// there. Back and forward change the address at once, as the browser does;
/// the page follows when its document is there, at once if it has been on
/// screen before.
pub fn follow(library: Library) {
    let shown = library.shown.get_untracked();
    documents::keep(&shown.path, Arc::clone(&shown.document));
    scroll::take_over();

    let navigate = use_navigate();
    let go = move |target: String| {
        let navigate = navigate.clone();
        let (path, _) = scroll::split(&target);
        let path = path.to_owned();
        library.request.set(Request::Waiting);
        spawn_local(async move {
            match documents::document(&path).await {
                Ok(_) => {
                    scroll::remember(&library.shown.get_untracked().path);
                    scroll::expect(&target);
                    navigate(
                        &target,
                        NavigateOptions {
                            scroll: false,
                            resolve: false,
                            ..Default::default()
                        },
                    );
                }
                Err(error) => library.request.set(Request::Failed {
                    path: target,
                    error,
                }),
            }
        });
    };

    // On the document, before the router's own listener on the window, which
    // would take links that are meant for the browser (`#main` among them).
    listen(document().as_ref(), "click", {
        let go = go.clone();
        move |event| {
            let Some(click) = links::click(&event) else {
                return;
            };
            event.stop_propagation();
            if let Some(target) = links::wish(&click) {
                event.prevent_default();
                go(target);
            }
        }
    });

    library.navigator.set_value(Some(Callback::new(go)));
    show_where_the_address_is(library);
    title::follow(library);
    revalidation::follow(library);
    Effect::new(move |_| {
        library.live.set(true);
        // For styles that show what needs the app, and for whoever watches.
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-app", "live");
        }
    });
}

/// Whenever the address changes, shows its page.
fn show_where_the_address_is(library: Library) {
    let pathname = use_location().pathname;
    Effect::new(move |first: Option<()>| {
        let path = pathname.get();
        let path = Address::parse(&path).map_or(path, |address| address.path());
        if first.is_none() || path == library.shown.get_untracked().path {
            return;
        }
        if let Some(document) = documents::kept(&path) {
            show(library, path, document);
            return;
        }
        library.request.set(Request::Waiting);
        spawn_local(async move {
            let answer = documents::document(&path).await;
            // The reader may have moved on while it was on the way.
            let still_there =
                pathname.with_untracked(|now| Address::parse(now)) == Address::parse(&path);
            if !still_there {
                return;
            }
            match answer {
                Ok(document) => show(library, path, document),
                Err(error) => library.request.set(Request::Failed { path, error }),
            }
        });
    });
}

fn show(library: Library, path: String, document: Arc<Document>) {
    library.request.set(Request::Done);
    library.shown.set(Shown {
        path: path.clone(),
        document,
    });
    // Once the new page is in the DOM.
    request_animation_frame(move || scroll::settle(&path));
}
