//! `site balance`.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::balance::report::{Question, Questions, Report, print_inputs};
use chain::Output;
use content::chain_inputs::{ChainFault, inputs as defaults};
use content::fault::{Faults, zh_io};
use content::load::{inputs as read_inputs, load};
use model::{Input, Lang};
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
    /// A JSON file with the inputs of another scenario: by how much the results
    /// differ, each with the band of the difference
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// What an input must be for a result to be so much, in its unit:
    /// `co2=2000000:recycled-share`. May be given several times
    #[arg(long, value_name = "RESULT=TARGET:INPUT", value_parser = question)]
    solve: Vec<Question>,
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
        _ => read_inputs(&name, bytes, defaults)?,
    };
    let against = match &args.against {
        Some(file) => {
            let (name, bytes) = read(Some(file))?;
            Some(read_inputs(&name, bytes, defaults)?)
        }
        None => None,
    };
    let questions = Questions {
        against,
        solve: args.solve.clone(),
    };
    print(&Report::new(&bundle, &inputs, &questions)?)
}

/// Why a question cannot be read.
#[derive(Debug, Error)]
enum QuestionError {
    #[error("`{0}` is not a question: write it as co2=2000000:recycled-share")]
    Form(String),
    #[error("there is no result `{0}`; `site balance` prints them all, as `results`")]
    Result(String),
    #[error("`{0}` is not a number")]
    Number(String),
    #[error("there is no input `{0}`; `site balance --print-inputs` prints them all")]
    Input(String),
}

fn question(text: &str) -> Result<Question, QuestionError> {
    let parts = text.split_once('=').and_then(|(result, rest)| {
        let (target, by) = rest.split_once(':')?;
        Some((result, target, by))
    });
    let (result, target, by) = parts.ok_or_else(|| QuestionError::Form(text.to_owned()))?;
    let number = target
        .parse()
        .ok()
        .filter(|target: &f64| target.is_finite());
    Ok(Question {
        result: Output::from_key(result).ok_or_else(|| QuestionError::Result(result.to_owned()))?,
        target: number.ok_or_else(|| QuestionError::Number(target.to_owned()))?,
        by: Input::from_key(by).ok_or_else(|| QuestionError::Input(by.to_owned()))?,
    })
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
