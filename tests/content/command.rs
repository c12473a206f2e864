//! `site check`.

use std::path::Path;
use std::process::{Command, Output};

use super::overlay::Overlay;

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
    assert_eq!(
        out.trim(),
        "没有问题：文章 2 篇，企业 2 家，项目 1 个，指标 3 项，来源 3 条。"
    );
    let (code, out, _) = check(overlay.path(), &["--lang", "en"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("Articles: 2; companies: 2"), "{out}");
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
