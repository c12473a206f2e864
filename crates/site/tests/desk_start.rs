//! `site desk`: its first start, and what it says when something of it is missing.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// A desk of one page: which one it is makes no difference here.
fn desk(folder: &TempDir) -> PathBuf {
    let desk = folder.path().join("desk");
    fs::create_dir_all(&desk).unwrap();
    fs::write(desk.join("index.html"), "<title>编辑台</title>").unwrap();
    desk
}

fn app() -> PathBuf {
    match std::env::var_os("SITE_APP") {
        Some(app) => app.into(),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/app"),
    }
}

fn site(folder: &TempDir, bundle: &Path, desk: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
    command
        .arg("desk")
        .arg(bundle)
        .args(["--no-browser", "--app"])
        .arg(app())
        .arg("--desk")
        .arg(desk)
        .arg("--out")
        .arg(folder.path().join("out"))
        .args(more)
        .stdin(Stdio::null());
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Starts it, and waits for the address of the desk.
fn start(command: &mut Command) -> (Running, Vec<String>) {
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let running = Running(process);
    let mut said = Vec::new();
    for line in lines {
        said.push(line.unwrap());
        if said.last().unwrap().contains("&to=desk") {
            break;
        }
    }
    (running, said)
}

#[test]
fn begins_with_empty_lists_in_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, bundle) = (desk(&folder), folder.path().join("内容"));
    fs::create_dir(&bundle).unwrap();
    // Nobody is there to be asked: nothing is done unasked, and what can be done is said.
    let output = site(&folder, &bundle, &desk, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--new"), "{}", said(&output));
    assert_eq!(bundle.read_dir().unwrap().count(), 0);

    let (running, lines) = start(&mut site(&folder, &bundle, &desk, &["--new"]));
    assert!(lines[0].contains("联盟名称"), "{lines:?}");
    assert!(lines.last().unwrap().contains("&to=desk"), "{lines:?}");
    let companies = fs::read_to_string(bundle.join("companies.json")).unwrap();
    assert!(companies.contains("\"companies\": []"), "{companies}");
    drop(running);
    // The next time it is a folder like any other.
    let (_running, lines) = start(&mut site(&folder, &bundle, &desk, &[]));
    assert!(lines[0].starts_with("http://"), "{lines:?}");
}

#[test]
fn makes_no_folder_whose_name_may_be_a_slip() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, bundle) = (desk(&folder), folder.path().join("nothing"));
    let output = site(&folder, &bundle, &desk, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--new"), "{}", said(&output));
    assert!(!bundle.exists());
    // What is in a folder that is no bundle stays as it is.
    fs::create_dir(&bundle).unwrap();
    fs::write(bundle.join("notes.txt"), "x").unwrap();
    let (_running, lines) = start(&mut site(&folder, &bundle, &desk, &["--new"]));
    assert!(lines[0].starts_with("http://"), "{lines:?}");
    assert!(!bundle.join("alliance.json").exists());
}

#[test]
fn says_what_is_missing_and_how_to_get_it() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    let nowhere = folder.path().join("nowhere");
    let output = site(&folder, &bundle, &nowhere, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("make desk-app"), "{}", said(&output));
    let english = site(&folder, &bundle, &nowhere, &["--lang", "en"]).output();
    let english = english.unwrap();
    assert!(
        said(&english).contains("no index.html"),
        "{}",
        said(&english)
    );
}

#[test]
fn opens_by_a_double_click_on_the_program_beside_the_desk() {
    let folder = tempfile::tempdir().unwrap();
    desk(&folder);
    let program = folder.path().join("site");
    fs::copy(env!("CARGO_BIN_EXE_site"), &program).unwrap();
    let clicked = || {
        let mut command = Command::new(&program);
        // File managers start a program wherever they like, and here no browser is to open.
        command.current_dir("/").env("BROWSER", "true");
        command
    };
    // The app is missing: said, and nothing is made.
    let output = clicked().stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.path().join("content").exists());

    for entry in walkdir::WalkDir::new(app()) {
        let entry = entry.unwrap();
        let to = folder
            .path()
            .join("app")
            .join(entry.path().strip_prefix(app()).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(to).unwrap(),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
    let (_running, lines) = start(&mut clicked());
    assert!(lines[0].contains("编辑台"), "{lines:?}");
    assert!(
        folder.path().join("content/alliance.json").is_file(),
        "{lines:?}"
    );
}
