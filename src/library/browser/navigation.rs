//! Going from page to page without loading the app again.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen_futures::spawn_local;

use super::{documents, links, revalidation, scroll, title};
use crate::library::document::Document;
use crate::library::{Library, Request, Shown};

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

    let handle = window_event_listener_untyped("click", {
        let go = go.clone();
        move |event| {
            // After a panic nothing here can be relied on: links are links again.
            if crate::app::panicked() {
                return;
            }
            use wasm_bindgen::JsCast;
            let Some(event) = event.dyn_ref::<ev::MouseEvent>() else {
                return;
            };
            if let Some(target) = links::wish(event) {
                event.prevent_default();
                go(target);
            }
        }
    });
    on_cleanup(move || handle.remove());

    library.navigator.set_value(Some(Callback::new(go)));
    show_where_the_address_is(library);
    title::follow(library);
    revalidation::follow(library);
    Effect::new(move |_| library.live.set(true));
}

/// Whenever the address changes, shows its page.
fn show_where_the_address_is(library: Library) {
    let pathname = use_location().pathname;
    Effect::new(move |first: Option<()>| {
        let path = pathname.get();
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
            if pathname.get_untracked() != path {
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
