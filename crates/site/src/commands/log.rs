//! What happens, in lines on standard error: for people, or for programs.

use std::io;

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt;
use tracing_subscriber::prelude::*;
use tracing_subscriber::registry;

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Log {
    /// What goes wrong, as sentences
    Plain,
    /// Everything, a line of JSON each
    Json,
}

/// Who speaks for this program.
const OWN: [&str; 6] = ["admin", "api", "request", "server", "site", "store"];

/// Begins to write. Nothing that lets somebody in is in what this program says; what
/// libraries say of statements and sessions is left out.
pub fn begin(log: Log) {
    let level = match log {
        Log::Plain => LevelFilter::WARN,
        Log::Json => LevelFilter::INFO,
    };
    let targets = Targets::new()
        .with_default(LevelFilter::ERROR)
        .with_targets(OWN.map(|target| (target, level)));
    let lines = fmt::layer().with_writer(io::stderr);
    match log {
        Log::Plain => {
            let lines = lines.without_time().with_level(false).with_target(false);
            registry().with(lines.with_filter(targets)).init();
        }
        Log::Json => {
            let lines = lines.json().flatten_event(true);
            let lines = lines.with_current_span(false).with_span_list(false);
            registry().with(lines.with_filter(targets)).init();
        }
    }
}
