//! What became of the wish to see another page, above the one on screen.

use leptos::prelude::*;

use super::load_failed;
use crate::library::{Request, use_library, use_words};
use markup::{Markup, Reactive, markup};

/// Nothing, or that the next page is on its way, or that it did not come. The
/// page before stays on screen meanwhile.
pub fn load_notice() -> impl IntoView {
    let library = use_library();
    let words = use_words();
    move || -> Option<Markup<Reactive>> {
        match library.request.get() {
            Request::Done | Request::Asked => None,
            Request::Waiting => Some(
                markup! { <p class="load-notice" role="status">{words.states.loading}</p> }.into(),
            ),
            Request::Failed { path, error } => {
                let again = path.clone();
                Some(load_failed(
                    &error,
                    move || library.go(again.clone()),
                    Some(path),
                ))
            }
        }
    }
}
