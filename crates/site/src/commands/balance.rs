//! `site balance`.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::balance::report::{Report, print_inputs};
use content::chain_inputs::{ChainFault, inputs as defaults};
use content::fault::{Faults, zh_io};
use content::load::{inputs, load};
use model::Lang;
use serde::Serialize;
use thiserror::Error;

use crate::commands::check::Language;

/// What faults call the standard input.
const STDIN: &str = "<stdin>";

/// Arguments of `site balance`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A JSON file with inputs, as {"product": 615000, "recycled-share": 40};
    /// without it, or as `-`, the standard input. What it does not name is at
    /// its default, see --print-inputs
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The folder of the bundle, whose chain.json has the factors
    #[arg(long, value_name = "DIR", default_value = "public/content")]
    content: PathBuf,
    /// Print every input with its default, unit, range and source, and compute
    /// nothing
    #[arg(long)]
    print_inputs: bool,
    /// The language of names and of the report of faults
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    lang: Language,
}

/// Why there is no balance to print.
#[derive(Debug, Error)]
enum BalanceError {
    /// The bundle or the inputs have faults.
    #[error("{0}")]
    Faults(#[from] Faults),
    /// The factors allow no balance.
    #[error("{0}")]
    Chain(#[from] ChainFault),
    /// The inputs cannot be read.
    #[error("cannot read `{name}`: {error}. Check the path.")]
    Unreadable {
        /// The file, or the standard input.
        name: String,
        /// Why.
        error: io::Error,
    },
    /// The result cannot be written.
    #[error("cannot write the result: {0}")]
    Unwritable(#[from] io::Error),
}

/// Runs it: 0 with the result, 1 with every fault, 2 when the inputs cannot be
/// read.
pub fn run(args: &Args) -> ExitCode {
    let lang = args.lang.into();
    match balance(args, lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", describe(&error, lang));
            match error {
                BalanceError::Unreadable { .. } => ExitCode::from(2),
                _ => ExitCode::FAILURE,
            }
        }
    }
}

fn describe(error: &BalanceError, lang: Lang) -> String {
    match (error, lang) {
        (BalanceError::Faults(faults), _) => faults.render(lang),
        (BalanceError::Unreadable { name, error }, Lang::ZhHans | Lang::ZhHant) => {
            format!("无法读取“{name}”：{}。请检查路径。", zh_io(error.kind()))
        }
        (other, _) => other.to_string(),
    }
}

fn balance(args: &Args, lang: Lang) -> Result<(), BalanceError> {
    let bundle = load(&args.content)?;
    let defaults = defaults(&bundle)?;
    if args.print_inputs {
        return print(&print_inputs(&bundle, &defaults, lang));
    }
    let (name, bytes) = read(args.file.as_deref())?;
    let inputs = match bytes.trim_ascii() {
        [] => defaults,
        _ => inputs(&name, bytes, defaults)?,
    };
    print(&Report::new(&bundle, &inputs)?)
}

/// The inputs and what to call them. Nobody is waited for at a terminal that
/// was not asked for.
fn read(file: Option<&Path>) -> Result<(String, Vec<u8>), BalanceError> {
    let mut bytes = Vec::new();
    let (name, read) = match file {
        Some(path) if path != Path::new("-") => {
            let name = path.display().to_string();
            let read = std::fs::read(path).map(|read| bytes = read);
            (name, read)
        }
        None if io::stdin().is_terminal() => (STDIN.to_owned(), Ok(())),
        _ => {
            let read = io::stdin().read_to_end(&mut bytes).map(|_| ());
            (STDIN.to_owned(), read)
        }
    };
    match read {
        Ok(()) => Ok((name, bytes)),
        Err(error) => Err(BalanceError::Unreadable { name, error }),
    }
}

fn print(value: &impl Serialize) -> Result<(), BalanceError> {
    let mut text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    text.push('\n');
    match io::stdout().lock().write_all(text.as_bytes()) {
        // Who reads it has had enough, as `head` has.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
