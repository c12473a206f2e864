//! `site schema`.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use content::schema::all;

/// Arguments of `site schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder to write them to
    #[arg(default_value = "public/schema")]
    dir: PathBuf,
}

/// Runs it: 0 when the schemas are written.
pub fn run(args: &Args) -> ExitCode {
    let schemas = all();
    let written = fs::create_dir_all(&args.dir).and_then(|()| {
        schemas
            .iter()
            .try_for_each(|schema| fs::write(args.dir.join(&schema.name), &schema.json))
    });
    match written {
        Ok(()) => {
            say!("{}: {}", args.dir.display(), schemas.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("site schema: {}: {error}", args.dir.display());
            ExitCode::FAILURE
        }
    }
}
