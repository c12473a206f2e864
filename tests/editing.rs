//! What helps editors besides checking, by the real command.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "editing/command.rs"]
mod command;
#[path = "editing/diff.rs"]
mod diff;
#[path = "editing/links.rs"]
mod links;
#[path = "editing/new.rs"]
mod new;
#[allow(dead_code, reason = "shared with the tests of the content")]
#[path = "content/overlay.rs"]
mod overlay;
#[path = "editing/stats.rs"]
mod stats;
#[path = "editing/usage.rs"]
mod usage;
