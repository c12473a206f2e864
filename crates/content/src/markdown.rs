//! Markdown as editors write it, read in one way everywhere: by checks, by
//! summaries and by publishing.
//!
//! It is CommonMark with tables, read leniently where Chinese habits meet rules
//! made for Latin text: emphasis may touch any punctuation, indentation makes no
//! code, ideographic spaces indent nothing, lines join without a space, a bare
//! address is a link that ends where the address ends.

mod address;
mod anchors;
mod bare;
mod blocks;
mod breaks;
mod event;
mod leftover;
mod parser;
mod source;

pub use address::{allowed, in_lang};
pub use anchors::{Anchors, target};
pub use blocks::{blocks, illustrated, plain};
pub use event::{Event, Tag};
pub use leftover::{Leftover, Seen, leftovers, leftovers_in, mend};
pub use parser::{events, finished, raw};

use crate::pictures::SCHEME;
use model::Lang;

/// Where a text links to, images included.
pub fn links(markdown: &str, lang: Lang) -> Vec<String> {
    let events = events(markdown, lang).into_iter();
    let links = events.filter_map(|(event, _)| match event {
        Event::Start(Tag::Link(address)) => Some(address),
        _ => None,
    });
    links.collect()
}

/// The ids of the bundle's pictures that a text shows, and the lines on which they stand.
pub fn pictures(markdown: &str, lang: Lang) -> Vec<(String, usize)> {
    let events = events(markdown, lang).into_iter();
    let ids = events.filter_map(|(event, line)| match event {
        Event::Start(Tag::Image(address)) => Some((address.strip_prefix(SCHEME)?.to_owned(), line)),
        _ => None,
    });
    ids.collect()
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod habits;
#[cfg(test)]
mod tests;
