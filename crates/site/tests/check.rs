//! `site check`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

#[allow(dead_code, reason = "shared with the tests of the bundle")]
#[path = "../../content/tests/checks/overlay.rs"]
mod overlay;

use overlay::Overlay;

fn check(dir: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = Command::new(env!("CARGO_BIN_EXE_site"))
        .arg("check")
        .arg(dir)
        .args(more)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn counts_what_a_sound_bundle_holds() {
    let overlay = Overlay::sound();
    let (code, out, _) = check(overlay.path(), &[]);
    assert_eq!(code, Some(0));
    assert!(out.contains("不妨碍发布"), "warnings fail nothing: {out}");
    assert_eq!(
        out.trim().lines().next_back().unwrap(),
        "没有问题：文章 2 篇，企业 2 家，项目 1 个，指标 3 项，来源 3 条。"
    );
    let (code, out, _) = check(overlay.path(), &["--lang", "en"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("Articles: 2; companies: 2"), "{out}");
}

#[test]
fn does_not_mind_a_reader_who_has_gone() {
    let overlay = Overlay::sound();
    let mut check = Command::new(env!("CARGO_BIN_EXE_site"))
        .arg("check")
        .arg(overlay.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(check.stdout.take());
    let ended = check.wait_with_output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(!told.contains("panicked"), "{told}");
    assert_eq!(ended.status.code(), Some(0));
}

#[test]
fn fails_with_every_fault_in_the_language_asked_for() {
    let overlay = Overlay::with("date").and("scheme");
    let (code, out, _) = check(overlay.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("news/2025-10-31-output.json:3:11  日期："),
        "{out}"
    );
    assert!(out.contains("sources.json:3:89  链接："), "{out}");
    assert!(out.contains("共 2 处问题"), "{out}");
    let (code, out, _) = check(overlay.path(), &["--lang", "en"]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("news/2025-10-31-output.json:3:11  date:"),
        "{out}"
    );
    assert!(out.contains("2 faults in 2 files."), "{out}");
}

#[test]
fn tells_a_folder_that_cannot_be_read_from_a_faulty_bundle() {
    let overlay = Overlay::sound();
    let (code, _, err) = check(&overlay.path().join("nowhere"), &[]);
    assert_eq!(code, Some(2));
    assert!(err.contains("找不到"), "{err}");
    let (code, _, err) = check(&overlay.path().join("chain.json"), &["--lang", "en"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("cannot read the folder"), "{err}");
}

#[test]
fn fails_on_warnings_when_told_to() {
    let overlay = Overlay::sound();
    let (code, out, _) = check(overlay.path(), &["--deny-warnings", "--lang", "en"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("warning: English:"), "{out}");
}

#[test]
fn says_what_would_pass() {
    let (_, out, _) = check(Overlay::with("date").path(), &[]);
    assert!(
        out.contains("› news/2025-10-31-output.json › 日期（date）"),
        "{out}"
    );
    assert!(out.contains("例如  \"date\": \"2025-10-31\""), "{out}");
}

#[test]
fn writes_every_fault_as_json() {
    let overlay = Overlay::with("date");
    let (code, out, _) = check(
        overlay.path(),
        &["--format", "json", "--today", "2026-01-01"],
    );
    assert_eq!(code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["errors"], 1);
    let fault = &report["faults"][0];
    for (key, value) in [
        ("severity", "error"),
        ("code", "date"),
        ("file", "news/2025-10-31-output.json"),
        ("path", "date"),
        ("place", "news/2025-10-31-output.json › 日期（date）"),
        ("example", "\"date\": \"2025-10-31\""),
    ] {
        assert_eq!(fault[key], value);
    }
    assert_eq!(
        [&fault["line"], &fault["column"], &fault["endColumn"]],
        [3, 11, 23]
    );
    assert_eq!(
        report["warnings"],
        report["faults"].as_array().unwrap().len() - 1
    );
}

#[test]
fn writes_sarif_and_annotations_with_the_path_from_here() {
    let overlay = Overlay::with("date");
    let file = overlay.path().join("news/2025-10-31-output.json");
    let file = file.to_str().unwrap();

    let (code, out, _) = check(overlay.path(), &["--format", "sarif"]);
    assert_eq!(code, Some(1));
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "site check");
    let result = &run["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&"date".into(), &"error".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], file);
    assert_eq!(place["region"]["startLine"], 3);
    assert_eq!(run["results"][1]["level"], "warning");

    let (code, out, _) = check(overlay.path(), &["--format", "github", "--lang", "en"]);
    assert_eq!(code, Some(1));
    let start = format!("::error file={file},line=3,col=11,title=date::date: ");
    assert!(out.starts_with(&start), "{out}");
    assert!(
        out.lines()
            .skip(1)
            .all(|line| line.starts_with("::warning file=")),
        "{out}"
    );
}

#[test]
fn encodes_the_address_of_a_file_in_sarif_and_not_in_annotations() {
    let overlay = Overlay::sound().write("news/新建 文档.txt", "");
    let (_, out, _) = check(overlay.path(), &["--format", "sarif"]);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    let encoded = "/news/%E6%96%B0%E5%BB%BA%20%E6%96%87%E6%A1%A3.txt";
    assert!(uri.ends_with(encoded), "{uri}");
    let (_, out, _) = check(overlay.path(), &["--format", "github"]);
    assert!(
        out.contains("/news/新建 文档.txt,title=unknown-file"),
        "{out}"
    );
}
