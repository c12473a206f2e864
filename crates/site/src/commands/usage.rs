//! Reads the command line. Help and errors are in Chinese, as all that editors
//! read, or in English with `--lang en`.
//!
//! clap has no translations. Of the lines here most are words ([`words`]), which
//! any solution would need; `help` puts them into clap's own help, `mistakes` writes
//! its errors anew. `clap-i18n-richformatter` 0.3, as of November 2026, would save
//! the 69 lines of `mistakes` only: it leaves help as it is, follows the locale and
//! not `--lang`, and adds 24 crates (Fluent and all it needs).

mod help;
mod mistakes;
mod words;

use std::ffi::OsString;

use clap::Parser;
use clap::error::ErrorKind;

use crate::commands::warnings::before_a_folder;

/// Parses the command line. Ends the program with 0 after help, with 2 after a
/// mistake.
pub fn parse<C: Parser>() -> C {
    let args = before_a_folder(std::env::args_os().collect());
    if in_english(&args) {
        return C::parse_from(args);
    }
    let command = help::in_chinese(C::command());
    let matches = command.try_get_matches_from(args);
    let parsed = matches.and_then(|mut matches| C::from_arg_matches_mut(&mut matches));
    match parsed {
        Ok(parsed) => parsed,
        Err(error) if is_help(error.kind()) => error.exit(),
        Err(error) => {
            eprintln!("{}", mistakes::describe(&error));
            std::process::exit(2)
        }
    }
}

/// Help is in the language of the reports.
fn in_english(args: &[OsString]) -> bool {
    let apart = (args.windows(2)).any(|pair| pair[0] == "--lang" && pair[1] == "en");
    apart || args.iter().any(|arg| arg == "--lang=en")
}

fn is_help(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion
    )
}
