//! The shared state for a document that did not come.

use leptos::prelude::*;

use crate::library::{LoadError, use_words};

/// Says that a page did not load, and offers to try again.
#[component]
pub fn LoadFailed(
    /// What went wrong: for the console and for support, in small type.
    error: LoadError,
    /// Tries again.
    retry: Callback<()>,
    /// The page's own address, to be opened plainly.
    #[prop(optional_no_strip)]
    href: Option<String>,
) -> impl IntoView {
    let words = &use_words().states;
    view! {
        <section class="load-failed" role="alert">
            <h2 class="load-failed__title">{words.failed_title}</h2>
            <p>{words.failed_text}</p>
            <p class="load-failed__actions">
                <button type="button" class="button" on:click=move |_| retry.run(())>
                    {words.retry}
                </button>
                {href.map(|href| view! { <a href=href rel="external">{words.open_plainly}</a> })}
            </p>
            <p class="load-failed__detail">{error.to_string()}</p>
        </section>
    }
}
