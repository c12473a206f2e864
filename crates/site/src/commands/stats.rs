//! `site stats`.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::links::{Manners, check};
use crate::stats::{Stats, external};
use clap::ValueEnum;
use content::load::read;
use model::Lang;
use model::date::Day;

use crate::commands::check::{Language, unreadable};

/// Arguments of `site stats`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the bundle
    #[arg(default_value = "public/content")]
    dir: PathBuf,
    /// Ask the sites that the bundle links to whether the pages are still
    /// there: one question at a time to each, four sites at once
    #[arg(long)]
    links: bool,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The day that counts as today, as 2026-03-02 [default: today in China]
    #[arg(long, value_name = "DAY")]
    today: Option<Day>,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One object.
    Json,
}

/// Runs it: 0 when no link is dead, 1 when one is or the bundle has faults, 2
/// when there is no folder to read.
pub fn run(args: &Args) -> ExitCode {
    let lang: Lang = args.lang.into();
    if let Err(error) = args.dir.read_dir() {
        eprintln!("{}", unreadable(&args.dir, &error, lang));
        return ExitCode::from(2);
    }
    let today = args.today.unwrap_or_else(Day::today);
    let reading = read(&args.dir, today);
    let bundle = match &reading.bundle {
        Ok(bundle) => bundle,
        Err(faults) => {
            eprintln!("{}", faults.render(lang));
            return ExitCode::FAILURE;
        }
    };
    let mut stats = Stats::of(bundle, &reading, today);
    if args.links {
        stats.external = Some(check(external(bundle), Manners::default()));
    }
    match args.format {
        Format::Text => say!("{}", stats.render(lang)),
        Format::Json => match serde_json::to_string_pretty(&stats) {
            Ok(json) => say!("{json}"),
            Err(error) => {
                eprintln!("site stats: {error}");
                return ExitCode::FAILURE;
            }
        },
    }
    if stats.has_dead_links() {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
