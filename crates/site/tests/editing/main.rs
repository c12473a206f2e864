//! What helps editors besides checking, by the real command.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod command;
mod diff;
mod links;
mod new;
#[allow(dead_code, reason = "shared with the tests of the content")]
#[path = "../../../content/tests/checks/overlay.rs"]
mod overlay;
mod stats;
mod usage;
