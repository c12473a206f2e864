//! `site conform`.

use std::path::PathBuf;
use std::process::ExitCode;

use model::Lang;

use crate::commands::check::Language;
use crate::conform::prove;

/// How many flaws are listed.
const LISTED: usize = 20;

/// Arguments of `site conform`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The address, as https://example.org
    url: String,
    /// The published folder that has the documents as they must be
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dir: PathBuf,
    /// The language of the report
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Runs it: 0 when everything is as it must be, 1 when something is not, 2 when nothing
/// can be proved.
pub fn run(args: &Args) -> ExitCode {
    let lang: Lang = args.lang.into();
    let proof = match prove(&args.url, &args.dir) {
        Ok(proof) => proof,
        Err(error) => {
            eprintln!("site conform: {error}");
            return ExitCode::from(2);
        }
    };
    for (path, flaw) in proof.flaws.iter().take(LISTED) {
        say!("{path}: {flaw}");
    }
    let (documents, flaws) = (proof.documents, proof.flaws.len());
    match lang {
        Lang::En => say!("{documents} documents; {flaws} of what was asked is not as it must be."),
        _ => say!("共 {documents} 份文档，{flaws} 处不符。"),
    }
    match flaws {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
