//! Runs the real command.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What it said and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs `site` with arguments, with answers on its standard input.
pub fn site(args: &[&str], answers: &str) -> Ran {
    site_told(args, answers.as_bytes())
}

/// The same, with anything on its standard input.
pub fn site_told(args: &[&str], answers: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that has asked enough no longer listens.
    let _ = child.stdin.take().unwrap().write_all(answers);
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
