//! What who looks after the servers has: numbers, logs, backups, and the files in `deploy/`.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod apart;
mod backups;
mod files;
mod logs;
#[path = "../node/mod.rs"]
mod node;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use walkdir::WalkDir;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// What is not there unless it was installed.
fn has(program: &str) -> bool {
    let shell = format!("command -v {program} || ls /usr/sbin/{program}");
    let found = Command::new("sh")
        .args(["-c", &shell])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    found.unwrap().success()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A copy of the editors' bundle.
fn bundle(to: &Path) {
    let from = root().join("public/content");
    for entry in WalkDir::new(&from) {
        let entry = entry.unwrap();
        let to = to.join(entry.path().strip_prefix(&from).unwrap());
        match entry.file_type().is_dir() {
            true => std::fs::create_dir_all(to).unwrap(),
            false => drop(std::fs::copy(entry.path(), to).unwrap()),
        }
    }
}
