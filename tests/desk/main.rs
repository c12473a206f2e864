//! The editors' desk in a real browser, over a real backend: as an editor.
//!
//! Run by `make test`, which builds the desk first; `SITE_DESK` names it elsewhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(missing_docs, reason = "the names say it")]
#![allow(
    dead_code,
    unused_imports,
    reason = "each test uses its part of the harness"
)]

#[path = "../../crates/api/tests/common/mod.rs"]
mod backend;
#[path = "../common/mod.rs"]
mod common;
mod desk;
#[path = "../browser/harness/mod.rs"]
mod harness;

mod bundle;
mod conflict;
mod cropping;
mod keyboard;
mod line;
mod mends;
mod paste;
mod pictures;
mod publishing;
mod review;
mod safety;
mod sheets;
mod typing;
mod uploads;
mod weight;
