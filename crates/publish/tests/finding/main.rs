//! What the search finds is what reading all texts would give.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod excerpts;
mod found;
mod index_in_memory;
mod pinyin;
#[path = "../common/publication.rs"]
mod publication;
mod published;
mod reader;
mod weighed;
