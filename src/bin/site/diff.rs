//! `site diff`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use alliance::content::Lang;
use alliance::content::bundle::Audience;
use alliance::content::date::Day;
use alliance::content::load::read;
use alliance::editing::diff::{Records, diff, render};

use crate::check::{Language, unreadable};

/// What `site diff` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder with the bundle as it was
    old: PathBuf,
    /// The folder with the bundle as it is
    new: PathBuf,
    /// The day that counts as today, as 2026-03-02: articles before their date
    /// are not seen [default: today in China]
    #[arg(long, value_name = "DAY")]
    today: Option<Day>,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Runs it, and ends as `diff` does: 0 without differences, 1 with some, 2 in
/// trouble.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    let today = args.today.unwrap_or_else(Day::today);
    match (
        records(&args.old, today, lang),
        records(&args.new, today, lang),
    ) {
        (Ok(old), Ok(new)) => {
            let changes = diff(&old, &new);
            say!("{}", render(&changes, lang));
            ExitCode::from(u8::from(!changes.is_empty()))
        }
        (old, new) => {
            for trouble in [old.err(), new.err()].into_iter().flatten() {
                eprintln!("{trouble}");
            }
            ExitCode::from(2)
        }
    }
}

/// What readers see of a bundle, or why nobody can tell.
fn records(dir: &Path, today: Day, lang: Lang) -> Result<Records, String> {
    dir.read_dir()
        .map_err(|error| unreadable(dir, &error, lang))?;
    let bundle = read(dir, today)
        .bundle
        .map_err(|faults| format!("{}\n{}", dir.display(), faults.render(lang)))?
        .seen_by(Audience::Readers, today);
    Records::read(dir, &bundle).map_err(|error| error.to_string())
}
