//! A source beside a figure, in small type.

use leptos::prelude::*;

use crate::library::document;

/// A source: publisher and date, linked where the site may link.
#[component]
pub fn Cite(
    /// The source.
    source: document::Cite,
) -> impl IntoView {
    let document::Cite { text, title, url } = source;
    match url {
        Some(url) => view! {
            <cite class="cite">
                <a href=url rel="external noopener" title=title>
                    {text}
                </a>
            </cite>
        }
        .into_any(),
        None => view! {
            <cite class="cite" title=title>
                {text}
            </cite>
        }
        .into_any(),
    }
}
