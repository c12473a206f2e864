//! `site serve`.

use std::process::ExitCode;

/// What `site serve` is told.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs it.
pub fn run(_args: &Args) -> ExitCode {
    ExitCode::SUCCESS
}
