//! What became of the wish to see another page, above the one on screen.

use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::LoadFailed;
use crate::library::{Request, use_library, use_words};

/// Nothing, or that the next page is on its way, or that it did not come. The
/// page before stays on screen meanwhile.
#[component]
pub fn LoadNotice() -> impl IntoView {
    let library = use_library();
    let words = use_words();
    move || match library.request.get() {
        Request::Done | Request::Asked => EitherOf3::A(()),
        Request::Waiting => EitherOf3::B(view! {
            <p class="load-notice" role="status">
                {words.states.loading}
            </p>
        }),
        Request::Failed { path, error } => {
            let again = path.clone();
            let retry = Callback::new(move |()| library.go(again.clone()));
            EitherOf3::C(view! { <LoadFailed error retry href=Some(path) /> })
        }
    }
}
