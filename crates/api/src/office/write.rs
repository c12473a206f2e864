//! Writes the site of a folder: in this process, or in one of its own.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use content::load::read;
use publish::outcome::{Outcome, Written};
use publish::output::foreign::OnForeign;
use publish::{Options, publish};

use super::error::OfficeError;

/// Writes the site: by a program's `publish`, if there is one that can be started.
///
/// # Errors
/// When the folder has faults, or the site cannot be written. Nothing has changed then.
pub fn write(options: &Options, program: Option<&Path>) -> Result<Written, OfficeError> {
    let Some(Ok(said)) = program.map(|program| run(options, program)) else {
        // There is none, or it has been replaced by another since this one was started.
        return Ok((&publish(options)?).into());
    };
    match serde_json::from_slice(&said) {
        Ok(Outcome::Published(written)) => Ok(written),
        Ok(Outcome::Faults { .. }) => match read(&options.content, options.today).bundle {
            Err(faults) => Err(OfficeError::Faults(faults)),
            Ok(_) => Err(OfficeError::Broken),
        },
        Ok(Outcome::Refused { why }) => Err(OfficeError::Refused(why)),
        // It has ended before it could say how it went.
        Err(_) => Err(OfficeError::Broken),
    }
}

/// Runs it to its end; what it says of it.
fn run(options: &Options, program: &Path) -> io::Result<Vec<u8>> {
    let mut child = command(options, program).spawn()?;
    // As long as it is open, the program goes on: it ends with this process.
    let held = child.stdin.take();
    let output = child.wait_with_output();
    drop(held);
    Ok(output?.stdout)
}

fn command(options: &Options, program: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["publish", "--format", "json", "--while-input"])
        .arg("--content")
        .arg(&options.content)
        .arg("--out")
        .arg(&options.out)
        .args(["--today", &options.today.to_string()])
        .args(["--foreign", foreign(options.foreign)])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    if let Some(app) = &options.app {
        command.arg("--app").arg(app);
    }
    if let Some(origin) = &options.origin {
        command.args(["--origin", &origin.to_string()]);
    }
    let flags = [
        ("--no-compress", !options.compress),
        ("--no-cards", !options.cards),
        ("--synthetic", options.synthetic),
    ];
    let flags = flags.into_iter().filter(|(_, wanted)| *wanted);
    command.args(flags.map(|(flag, _)| flag));
    command
}

/// As the command line has it.
const fn foreign(foreign: OnForeign) -> &'static str {
    match foreign {
        OnForeign::Stop => "stop",
        OnForeign::Keep => "keep",
        OnForeign::Drop => "drop",
    }
}
