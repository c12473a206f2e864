//! The program for Windows, under Wine: it checks, publishes, serves and shows just what the
//! one for this machine does, in folders as people have them.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../../publish/tests/common/trial.rs"]
mod trial;
mod wine;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;
use std::time::Duration;

use trial::{Site, tree};
use wine::{Wine, said, windows};

fn publish<'a>(bundle: &'a str, app: &'a str, out: &'a str) -> Vec<&'a str> {
    let mut args = vec!["publish", "--content", bundle, "--app", app, "--out", out];
    args.extend(["--no-compress", "--today", "2026-01-01"]);
    args
}

/// A page as a visitor gets it.
fn page(address: &str) -> String {
    let answer = ureq::get(address).call().unwrap();
    answer.into_body().read_to_string().unwrap()
}

/// The address that a program says it serves at.
fn address(said: &str) -> String {
    let at = said.find("http://").unwrap();
    let rest = &said[at..];
    let end = rest.find(|c: char| c.is_whitespace() || !c.is_ascii());
    rest[..end.unwrap_or(rest.len())]
        .trim_end_matches('/')
        .to_owned()
}

/// Replaces words in a file of the bundle.
fn edit(site: &Site, file: &str, from: &str, to: &str) {
    let path = site.content().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(&path, text.replace(from, to)).unwrap();
}

#[test]
fn publishes_the_same_files_as_here_where_names_have_chinese_and_spaces() {
    let (wine, site) = (Wine::shared(), Site::new());
    let out = site.root().join("我的 文档/网站 一");
    fs::create_dir_all(out.parent().unwrap()).unwrap();
    let (bundle, app) = (windows(&site.content()), windows(&site.app()));
    said(&wine.run(&["check", &bundle]));
    said(&wine.run(&publish(&bundle, &app, &windows(&out))));
    let here = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(publish(
            site.content().to_str().unwrap(),
            site.app().to_str().unwrap(),
            site.out().to_str().unwrap(),
        ))
        .output();
    said(&here.unwrap());
    let (there, here) = (tree(&out), tree(&site.out()));
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&here));
    for (name, bytes) in &here {
        assert!(there[name] == *bytes, "{name} differs");
    }
}

#[test]
fn names_a_fault_as_the_program_of_this_machine_does() {
    let (wine, site) = (Wine::shared(), Site::small());
    let file = fs::read_dir(site.content().join("news")).unwrap();
    let file = file
        .flatten()
        .find(|file| file.path().extension().is_some_and(|e| e == "json"));
    let file = file.unwrap().path();
    fs::write(
        &file,
        fs::read_to_string(&file)
            .unwrap()
            .replacen("\"title\"", "\"titel\"", 1),
    )
    .unwrap();
    // Which field comes first depends on what a program was built with.
    let faults = |mut command: Command| -> serde_json::Value {
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let bundle = windows(&site.content());
    let there = faults(wine.command(&wine.site(), &["check", "--format", "json", &bundle]));
    let mut here = Command::new(env!("CARGO_BIN_EXE_site"));
    here.args(["check", "--format", "json"]).arg(site.content());
    assert_eq!(there, faults(here));
}

#[test]
fn writes_below_paths_longer_than_windows_once_allowed() {
    let (wine, site) = (Wine::shared(), Site::small());
    let mut out = site.root().to_owned();
    for _ in 0..8 {
        out.push("a-folder-with-a-name-of-fifty-letters-in-all-12345");
    }
    assert!(windows(&out).len() > 400);
    let (bundle, app) = (windows(&site.content()), windows(&site.app()));
    said(&wine.run(&publish(&bundle, &app, &windows(&out))));
    assert!(out.join("index.html").is_file());
}

#[test]
fn serves_what_is_published_and_what_is_put_back() {
    let (wine, site) = (Wine::shared(), Site::small());
    let (bundle, app) = (windows(&site.content()), windows(&site.app()));
    let out = windows(&site.out());
    said(&wine.run(&publish(&bundle, &app, &out)));
    let before = String::from_utf8(site.read("index.html")).unwrap();
    let (_running, words) = wine.start(
        &wine.site(),
        &["serve", "--dir", &out, "--port", "0"],
        "http://",
    );
    let home = address(&words);
    assert_eq!(page(&home), before);
    // Over a site that is served: somebody may be reading it.
    edit(&site, "alliance.json", "联盟", "同盟");
    said(&wine.run(&publish(&bundle, &app, &out)));
    let after = page(&home);
    assert!(after.contains("同盟") && after != before);
    said(&wine.run(&["rollback", "--out", &out]));
    assert_eq!(page(&home), before);
}

#[test]
fn previews_what_is_being_written() {
    let (wine, site) = (Wine::shared(), Site::small());
    let (bundle, app) = (windows(&site.content()), windows(&site.app()));
    let args = [
        "preview",
        "--content",
        &bundle,
        "--app",
        &app,
        "--port",
        "0",
    ];
    let (_running, words) = wine.start(&wine.site(), &args, "http://");
    let home = address(&words);
    assert!(!page(&home).contains("同盟"));
    edit(&site, "alliance.json", "联盟", "同盟");
    for _ in 0..200 {
        if page(&home).contains("同盟") {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("the change is not shown");
}

#[test]
fn waits_for_a_file_that_is_held_open_and_gives_up_with_its_reason() {
    let (wine, site) = (Wine::shared(), Site::small());
    let (bundle, app) = (windows(&site.content()), windows(&site.app()));
    let out = windows(&site.out());
    let mut args = publish(&bundle, &app, &out);
    // Where the folder cannot be exchanged as a whole, each file takes another's place.
    args.push("--in-place");
    said(&wine.run(&args));
    edit(&site, "alliance.json", "联盟", "同盟");
    let home = windows(&site.out().join("index.html"));
    let (held, _) = wine.start(&wine.hold(), &[&home, "600000"], "held");
    let refused = wine.run(&args);
    assert!(!refused.status.success());
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        words.contains("正被别的程序打开着") || words.contains("没有权限"),
        "{words}"
    );
    assert!(!site.text("index.html").contains("同盟"), "it is as it was");
    drop(held);
    // As long as a scanner takes.
    let (held, _) = wine.start(&wine.hold(), &[&home, "400"], "held");
    said(&wine.run(&args));
    held.wait();
    assert!(site.text("index.html").contains("同盟"));
}

#[test]
fn opens_the_desk_by_a_double_click() {
    let wine = Wine::shared();
    let folder = tempfile::tempdir().unwrap();
    // As it is handed out: the program, the app and the desk beside each other.
    let tool = folder.path().join("铝联盟 工具");
    fs::create_dir_all(tool.join("desk")).unwrap();
    fs::write(tool.join("desk/index.html"), "<title>编辑台</title>").unwrap();
    let program = tool.join("site.exe");
    fs::copy(wine.site(), &program).unwrap();
    fs::copy(wine.shim(), tool.join("bcryptprimitives.dll")).unwrap();
    for (path, bytes) in tree(&Site::small().app()) {
        let path = tool.join("app").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let (_running, words) = wine.start(&program, &[], "&to=desk");
    assert!(words.contains("名单都是空的"), "{words}");
    assert!(tool.join("content/alliance.json").is_file(), "{words}");
    let desk = format!("{}/desk/", address(&words).split("/?").next().unwrap());
    assert!(page(&desk.replace("/desk/desk/", "/desk/")).contains("编辑台"));
}
