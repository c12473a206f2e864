//! `site diff`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::bundle::Audience;
use content::editing::diff::{DiffError, Records, diff, render};
use content::editing::migrate::{SCHEMA, version};
use content::io_words::describe_io;
use content::load::read;
use model::Lang;
use model::date::Day;

use crate::commands::check::{Language, unreadable};

/// Arguments of `site diff`.
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
            let diff = diff(old, new);
            say!("{}", render(&diff, lang));
            ExitCode::from(u8::from(!diff.changes.is_empty()))
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
    let bundle = (read(dir, today).bundle).map_err(|faults| match version(dir) {
        // Whatever else is wrong with it comes of its age.
        Ok(found) if found < SCHEMA => old_version(dir, found, lang),
        _ => format!("{}\n{}", dir.display(), faults.render(lang)),
    })?;
    let bundle = bundle.seen_by(Audience::Readers, today);
    Records::read(dir, &bundle).map_err(|error| fault(&error, lang))
}

fn old_version(dir: &Path, found: u32, lang: Lang) -> String {
    let dir = dir.display();
    match lang {
        Lang::En => format!(
            "{dir}: the bundle is of version {found}, and only bundles of version {SCHEMA} can be compared. Copy the folder, run `site migrate` on the copy and compare that."
        ),
        _ => format!(
            "{dir}：内容是第 {found} 版，只有第 {SCHEMA} 版的内容才能比较。请把文件夹复制一份，对副本运行 site migrate，再用副本比较。"
        ),
    }
}

fn fault(error: &DiffError, lang: Lang) -> String {
    match (error, lang) {
        (error, Lang::En) => error.to_string(),
        (DiffError::Io { path, error }, _) => {
            format!(
                "{}：读不出来（{}）。",
                path.display(),
                describe_io(error, lang)
            )
        }
        (DiffError::Json { path, .. }, _) => {
            format!("{}：不是正确的 JSON，请运行 site check。", path.display())
        }
    }
}
