//! What the search finds is what reading all texts would give.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "search/asked.rs"]
mod asked;
#[path = "search/excerpts.rs"]
mod excerpts;
#[path = "search/found.rs"]
mod found;
#[path = "search/published.rs"]
mod published;
#[path = "search/reader.rs"]
mod reader;
#[path = "search/weighed.rs"]
mod weighed;
