//! The shared state for a document that did not come.

use crate::library::{LoadError, use_words};
use markup::{Markup, Reactive, markup};

/// Says that a page did not load, and offers to try again.
///
/// `error` is what went wrong: for the console and for support, in small type.
/// `href` is the page's own address, to be opened plainly.
pub fn load_failed(
    error: &LoadError,
    retry: impl Fn() + 'static,
    href: Option<String>,
) -> Markup<Reactive> {
    let words = &use_words().states;
    markup! {
        <section class="load-failed" role="alert">
            <h2 class="load-failed__title">{words.failed_title}</h2>
            <p>{words.failed_text}</p>
            <p class="load-failed__actions">
                <button type="button" class="button" on:click={move |_| retry()}>
                    {words.retry}
                </button>
                {href.map(|href| markup! { <a href={href} rel="external">{words.open_plainly}</a> })}
            </p>
            <p class="load-failed__detail">{error.to_string()}</p>
        </section>
    }
}
