//! `site publish`.

use std::path::PathBuf;
use std::process::ExitCode;

use alliance::publish::head::Origin;
use alliance::publish::{Options, publish};

/// What `site publish` is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the bundle
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// The folder to write; it is replaced whole
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// What `trunk build --release` has made [default: what the last publish
    /// left in OUT, or else target/app]
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// The public address, as https://example.org: makes links in canonical,
    /// sitemap and Open Graph absolute
    #[arg(long, value_name = "URL")]
    origin: Option<Origin>,
    /// Write only the documents under content/v1/
    #[arg(long)]
    documents_only: bool,
    /// Write no .br and .gz beside the files: quicker, for trying out
    #[arg(long)]
    no_compress: bool,
}

/// Runs it: 0 when the site is written, 1 when nothing has changed.
pub fn run(args: &Args) -> ExitCode {
    let options = Options {
        content: args.content.clone(),
        out: args.out.clone(),
        app: args.app.clone(),
        origin: args.origin.clone(),
        documents_only: args.documents_only,
        compress: !args.no_compress,
    };
    match publish(&options) {
        Ok(report) => {
            println!(
                "{}: {} pages, {} documents, {} files, {} kB ({} kB after brotli), revision {}",
                args.out.display(),
                report.pages,
                report.documents,
                report.files,
                report.bytes.div_ceil(1000),
                report.compressed.div_ceil(1000),
                report.revision,
            );
            if args.origin.is_none() && !args.documents_only {
                eprintln!(
                    "No --origin: canonical links and sitemap use the address that serves the site."
                );
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
