//! `site audit verify`: whether the log of what was done, or the public log of publishes,
//! is as it was written.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde::Deserialize;
use store::{Address, publish_digest};
use thiserror::Error;

use crate::commands::backend::{BackendError, with_store};
use crate::commands::check::Language;
use model::Lang;

/// Arguments of `site audit`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Goes through a log and says whether anything in it was changed, left out or put in.
    Verify(Verify),
}

#[derive(Debug, clap::Args)]
struct Verify {
    /// The store: folder:DIR or postgres://NAME@HOST/DATABASE
    #[arg(
        long,
        env = "SITE_BACKEND",
        hide_env_values = true,
        value_name = "ADDRESS",
        required_unless_present = "log"
    )]
    backend: Option<Address>,
    /// The public log of publishes instead: publish-log.json, as the site serves it
    #[arg(long, value_name = "FILE", conflicts_with = "backend")]
    log: Option<PathBuf>,
    /// The language of what is said
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// An entry of the public log.
#[derive(Debug, Deserialize)]
struct Entry {
    number: i64,
    at: i64,
    kind: String,
    items: String,
    before: String,
    digest: String,
}

#[derive(Debug, Error)]
enum LogError {
    #[error("cannot read it: {0}")]
    Io(#[from] io::Error),
    #[error("it is no public log: {0}")]
    Json(#[from] serde_json::Error),
    #[error("publish {0} was changed")]
    Changed(i64),
    #[error("publish {0} does not follow the one before: one was left out or put in")]
    Gap(i64),
}

/// Runs it: 0 when the log holds together, 1 when it does not.
pub fn run(args: &Args) -> ExitCode {
    let Command::Verify(args) = &args.command;
    let lang: Lang = args.lang.into();
    let found = match (&args.log, &args.backend) {
        (Some(log), _) => public(log).map_err(|error| error.to_string()),
        (None, Some(backend)) => kept(backend).map_err(|error| error.said(lang)),
        // clap asks for one of them.
        (None, None) => return ExitCode::from(2),
    };
    match (found, lang) {
        (Ok(entries), Lang::En) => say!("{entries} entries, each as it was written."),
        (Ok(entries), _) => say!("共 {entries} 条，都和写下时一样。"),
        (Err(error), _) => {
            eprintln!("site audit: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn kept(backend: &Address) -> Result<i64, BackendError> {
    with_store(backend, async |store| {
        Ok(store.ledger().verify_audit().await?)
    })
}

fn public(log: &Path) -> Result<i64, LogError> {
    let entries: Vec<Entry> = serde_json::from_slice(&fs::read(log)?)?;
    let mut before: Option<&str> = None;
    for entry in &entries {
        if before.is_some_and(|before| before != entry.before) {
            return Err(LogError::Gap(entry.number));
        }
        let digest = publish_digest(
            &entry.before,
            entry.number,
            entry.at,
            &entry.kind,
            &entry.items,
        );
        if digest != entry.digest {
            return Err(LogError::Changed(entry.number));
        }
        before = Some(&entry.digest);
    }
    Ok(entries.len() as i64)
}
