//! A backend's publish is a process of its own, with which all the memory that it took goes.

use std::path::Path;
use std::process::{Output, Stdio};

use publish::outcome::Outcome;
use serde_json::json;

use crate::node::{Node, app, site};
use crate::{bundle, said};

/// So much of its own a server beside a backend may hold; with its publishes in the same
/// process it is three times as much.
#[cfg(target_os = "linux")]
const MOST: u64 = 64 * 1024;

/// What a process has taken of memory for itself, in kB: without the program's own file.
#[cfg(target_os = "linux")]
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = (status.lines())
        .find_map(|line| line.strip_prefix("RssAnon:"))
        .unwrap();
    line.trim().trim_end_matches("kB").trim().parse().unwrap()
}

fn serve(room: &Path) -> Node {
    let address = format!("folder:{}", room.join("content").display());
    Node::start(Node::command(&address, &room.join("dist")))
}

fn publish(room: &Path) -> std::process::Command {
    let mut command = site();
    command
        .args(["publish", "--no-compress", "--format", "json", "--app"])
        .arg(app())
        .arg("--content")
        .arg(room.join("content"))
        .arg("--out")
        .arg(room.join("dist"));
    command
}

fn outcome(output: &Output) -> Outcome {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(output)))
}

/// An editors' bundle of which a figure lacks its source.
fn spoil(room: &Path) {
    let indicators = room.join("content/indicators.json");
    let text = std::fs::read_to_string(&indicators).unwrap();
    std::fs::write(&indicators, text.replacen("\"source\":", "\"sauce\":", 1)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn gives_back_what_it_has_taken_of_memory() {
    let room = tempfile::tempdir().unwrap();
    bundle(&room.path().join("content"));
    let node = serve(room.path());
    node.publish();
    assert_eq!(node.get("/").unwrap().0, 200);
    let taken = memory(node.process.id());
    assert!(taken < MOST, "it holds {taken} kB");
}

#[test]
fn says_which_faults_keep_it_from_readers() {
    let room = tempfile::tempdir().unwrap();
    bundle(&room.path().join("content"));
    spoil(room.path());
    let node = serve(room.path());
    let (status, problem) = node.post("/publish", &json!({})).unwrap();
    assert_eq!(status, 422, "{problem}");
    let said = problem.to_string();
    assert!(said.contains("sauce"), "{said}");
    assert_eq!(node.get("/").unwrap().0, 404, "readers see nothing of it");
}

#[test]
fn says_to_another_program_how_it_went() {
    let room = tempfile::tempdir().unwrap();
    bundle(&room.path().join("content"));
    let published = publish(room.path()).output().unwrap();
    let Outcome::Published(written) = outcome(&published) else {
        panic!("{}", said(&published));
    };
    assert!(published.status.success());
    assert!(written.pages > 100 && written.unchanged == 0, "{written:?}");
    let again = publish(room.path()).output().unwrap();
    let Outcome::Published(again) = outcome(&again) else {
        panic!("{}", said(&again));
    };
    assert_eq!(again.unchanged, again.files);
    assert_eq!(again.revision, written.revision);

    spoil(room.path());
    let faulty = publish(room.path()).output().unwrap();
    assert!(matches!(outcome(&faulty), Outcome::Faults { count } if count > 0));
    assert!(!faulty.status.success());
}

#[test]
fn ends_with_the_program_that_began_it() {
    let room = tempfile::tempdir().unwrap();
    bundle(&room.path().join("content"));
    let mut begun = publish(room.path())
        .arg("--while-input")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(begun.stdin.take());
    let ended = begun.wait_with_output().unwrap();
    assert!(!ended.status.success() && ended.stdout.is_empty());
    assert!(!room.path().join("dist").exists(), "nothing is published");
}
