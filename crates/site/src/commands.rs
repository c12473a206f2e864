//! One file for each command.

// First, for its macro.
#[macro_use]
mod stdout;

mod audit;
mod backend;
mod balance;
mod bind_error;
mod check;
mod conform;
mod desk;
mod diff;
mod double_click;
mod generate;
mod log;
mod migrate;
mod missing_app;
mod new;
mod preview;
mod publish;
mod rollback;
mod schema;
mod serve;
mod stats;
mod upload;
mod usage;
mod warnings;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks, publishes and serves the site of the Guangyuan Aluminium
/// Industry Alliance.
#[derive(Debug, Parser)]
#[command(name = "site", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Reads a bundle and reports every fault at once.
    Check(check::Args),
    /// Compares two bundles: what a reader would see changed.
    Diff(diff::Args),
    /// Migrates a bundle of an older schema version to this one.
    Migrate(migrate::Args),
    /// Writes a new article, company or indicator, asking for what it needs.
    New(Box<new::Args>),
    /// Checks a bundle and writes the site: documents, pages, sitemap.
    Publish(publish::Args),
    /// Shows the site while it is being written: drafts, and faults as they come.
    Preview(preview::Args),
    /// Writes the JSON Schemas of the bundle's files.
    Schema(schema::Args),
    /// Counts what is in a bundle, and lists what is worth a look.
    Stats(stats::Args),
    /// Computes what an amount of product takes: mass, energy, carbon.
    Balance(balance::Args),
    /// Serves a published site.
    Serve(serve::Args),
    /// Opens the editors' desk over a bundle's folder, in a browser.
    Desk(desk::Args),
    /// Works with a store: accounts, import and export.
    Backend(backend::Args),
    /// Proves that the log of what was done is as it was written.
    Audit(audit::Args),
    /// Proves that an address serves just the documents of a published site.
    Conform(conform::Args),
    /// Brings a published site to a bucket: S3, OSS, COS.
    Upload(upload::Args),
    /// Puts one of the last five publishes back in place.
    Rollback(rollback::Args),
    /// Makes a large synthetic bundle, for measuring.
    Generate(generate::Args),
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    if let Some(ended) = double_click::run() {
        return ended;
    }
    match usage::parse::<Cli>().command {
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Migrate(args) => migrate::run(&args),
        Command::New(args) => new::run(&args),
        Command::Publish(args) => publish::run(&args),
        Command::Preview(args) => preview::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Balance(args) => balance::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Desk(args) => desk::run(&args),
        Command::Backend(args) => backend::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Conform(args) => conform::run(&args),
        Command::Upload(args) => upload::run(&args),
        Command::Rollback(args) => rollback::run(&args),
        Command::Generate(args) => generate::run(&args),
    }
}
