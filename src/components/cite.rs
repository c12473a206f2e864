//! A source beside a figure, in small type.

use markup::{Markup, markup};
use model::document;

/// A source: publisher and date, linked where the site may link.
pub fn cite(source: document::Cite) -> Markup {
    let document::Cite { text, title, url } = source;
    match url {
        Some(url) => markup! {
            <cite class="cite">
                <a href={url} rel="external noopener" title={title}>{text}</a>
            </cite>
        },
        None => markup! {
            <cite class="cite" title={title}>{text}</cite>
        },
    }
}
