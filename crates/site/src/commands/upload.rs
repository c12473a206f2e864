//! `site upload`, and what `site publish --to` does after publishing.

mod report;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use model::Lang;
use tokio::runtime::Builder;
use upload::{Address, Bucket, Options, Packing, Report, UploadError, upload};

use crate::agent::keeping;
use crate::commands::check::Language;
use report::{fault, listed, said};

/// Arguments of `site upload`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The published folder
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dir: PathBuf,
    /// The bucket, as s3://BUCKET/PREFIX; endpoint, region and keys are taken from
    /// AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
    #[arg(long, value_name = "ADDRESS")]
    to: Address,
    #[command(flatten)]
    how: How,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// How to bring a site to a bucket.
#[derive(Debug, clap::Args)]
pub struct How {
    /// Only list what would be uploaded and removed there
    #[arg(long, requires = "to")]
    dry_run: bool,
    /// How many days files stay whose names change with their content and that the
    /// site has no more: open pages may still ask for them
    #[arg(long, requires = "to", value_name = "DAYS", default_value_t = 30)]
    keep_days: u32,
    /// Upload what can be packed in this form, for storage that packs nothing itself:
    /// gzip goes everywhere, brotli only over https
    #[arg(long, requires = "to", value_enum, value_name = "FORM")]
    packed: Option<Form>,
    /// Replace files there that no upload has put there
    #[arg(long, requires = "to")]
    replace: bool,
}

/// A packed form.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    /// By gzip
    Gzip,
    /// By brotli
    Brotli,
}

impl How {
    fn options(&self) -> Options {
        Options {
            keep: Duration::from_secs(u64::from(self.keep_days) * 86_400),
            packing: match self.packed {
                None => Packing::Plain,
                Some(Form::Gzip) => Packing::Gzip,
                Some(Form::Brotli) => Packing::Brotli,
            },
            replace: self.replace,
            dry_run: self.dry_run,
        }
    }
}

/// Runs it: 0 when the bucket has the site, 1 when not all of it.
pub fn run(args: &Args) -> ExitCode {
    bring(&args.dir, &args.to, &args.how, args.lang.into())
}

/// Brings a published folder to a bucket, and says what was done.
pub fn bring(dir: &Path, to: &Address, how: &How, lang: Lang) -> ExitCode {
    match brought(dir, to, how) {
        Ok(report) => {
            if how.dry_run {
                for line in listed(&report, lang) {
                    say!("{line}");
                }
            }
            say!("{}", said(&report, to, how.dry_run, lang));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", fault(&error, lang));
            ExitCode::FAILURE
        }
    }
}

/// How long one file may take: a large paper over a slow line.
const PATIENCE: Duration = Duration::from_secs(600);

fn brought(dir: &Path, to: &Address, how: &How) -> Result<Report, UploadError> {
    let bucket = Bucket::open(to.clone(), keeping(PATIENCE))?;
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| UploadError::Settings(error.to_string()))?;
    runtime.block_on(upload(dir, &bucket, &how.options()))
}
