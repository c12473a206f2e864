//! Navigation status: loading or failed.

use leptos::prelude::*;

use super::load_failed;
use crate::library::{NavigationStatus, use_library, use_words};
use markup::{Markup, Reactive, markup};

/// Says that the next page is slow or did not come. The page before stays on
/// screen meanwhile.
pub fn load_notice() -> impl IntoView {
    let library = use_library();
    let words = use_words();
    move || -> Option<Markup<Reactive>> {
        match library.navigation.get() {
            NavigationStatus::Idle | NavigationStatus::Loading => None,
            NavigationStatus::Slow => Some(
                markup! { <p class="load-notice" role="status">{words.states.loading}</p> }.into(),
            ),
            NavigationStatus::Failed { path, error } => {
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
