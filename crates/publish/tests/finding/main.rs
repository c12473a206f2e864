//! What the search finds is what reading all texts would give.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod excerpts;
mod found;
mod index_in_memory;
mod published;
mod reader;
mod weighed;
