//! The published site in a real browser, under its real server.
//!
//! Run by `make test`, which builds the app and installs the browser first.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(missing_docs, reason = "the names say it")]

#[path = "../../crates/api/tests/common/mod.rs"]
mod backend;
#[path = "../common/mod.rs"]
mod common;
mod harness;

mod accessibility;
mod after_failure;
mod all_addresses;
mod cockpit;
mod diagram;
mod doors;
mod editors;
mod events;
mod failures;
mod figures;
mod filters;
mod foreign;
mod full_view;
mod inside_apps;
mod journeys;
mod kept;
mod large_text;
mod layout;
mod letters;
mod levers;
mod new_content;
mod offers;
mod old_browsers;
mod paper;
mod passed_on;
mod preferences;
mod reader;
mod save_data;
mod search;
mod security;
mod settings;
mod share;
mod shell;
mod style;
mod survival;
mod takeaway;
mod typing;
mod without_app;
