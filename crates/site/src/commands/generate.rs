//! `site generate`.

mod drawing;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use content::synthetic::{Size, generate};

/// Arguments of `site generate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many articles
    #[arg(long, value_name = "N", default_value_t = 1000)]
    articles: usize,
    /// How many companies
    #[arg(long, value_name = "M", default_value_t = 200)]
    companies: usize,
    /// How many drawn photographs, shared out among the articles
    #[arg(long, value_name = "P", default_value_t = 0)]
    pictures: usize,
    /// How many events
    #[arg(long, value_name = "N", default_value_t = 60)]
    events: usize,
    /// How many offers and needs
    #[arg(long, value_name = "N", default_value_t = 0)]
    offers: usize,
    /// What the chance starts from: the same gives the same bundle
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The bundle that it starts from
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    base: PathBuf,
    /// The folder to write, new or empty, and none of this project's content
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs it.
pub fn run(args: &Args) -> ExitCode {
    if is_within(&args.out, &args.base) || is_within(&args.out, Path::new("public")) {
        eprintln!(
            "site generate: {} is where real content lives: synthetic content goes elsewhere",
            args.out.display()
        );
        return ExitCode::FAILURE;
    }
    let size = Size {
        articles: args.articles,
        companies: args.companies,
        pictures: args.pictures,
        events: args.events,
        offers: args.offers,
        seed: args.seed,
    };
    let drawn = generate(&args.base, &args.out, size)
        .map_err(|error| error.to_string())
        .and_then(|files| drawing::draw(&files).map_err(|error| error.to_string()));
    match drawn {
        Ok(()) => {
            say!("{}", args.out.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("site generate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether a path, there or not, lies in a folder.
fn is_within(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    let Ok(path) = std::path::absolute(path) else {
        return false;
    };
    (path.ancestors())
        .find_map(|ancestor| ancestor.canonicalize().ok())
        .is_some_and(|known| known.starts_with(&folder))
}
