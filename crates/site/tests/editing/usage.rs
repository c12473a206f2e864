//! Mistakes on the command line are described in Chinese, with a suggestion.

use crate::command::{site, text};

#[test]
fn tells_what_is_mistyped() {
    for (args, expected) in [
        (&["puplish"][..], &["没有“puplish”这个命令", "publish"][..]),
        (
            &["check", "--formt", "json"],
            &["不认识“--formt", "--format"],
        ),
        (
            &["check", "--format", "yaml"],
            &["不能是“yaml”", "text、json、sarif、github"],
        ),
        (&["serve", "--port"], &["--port", "后面要有一个值"]),
        (&["serve", "--port", "many"], &["--port", "不能是“many”"]),
        (&["check", "a", "b"], &["不认识“b”"]),
        (&["diff", "before"], &["缺少", "NEW"]),
        (&["generate"], &["缺少", "--out"]),
    ] {
        let ran = site(args, "");
        assert_eq!(ran.code, Some(2), "{args:?}");
        for words in expected.iter().chain(&["--help"]) {
            assert!(
                ran.err.contains(words),
                "{args:?}: no `{words}` in {}",
                ran.err
            );
        }
        assert!(!ran.err.contains("error:"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn helps_in_either_language() {
    let ran = site(&["publish", "--help"], "");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("用法：site publish"), "{}", ran.out);
    assert!(ran.out.contains("默认 dist"), "{}", ran.out);
    let ran = site(&["publish", "--lang", "en", "--help"], "");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Usage: site publish"), "{}", ran.out);
    let ran = site(&["check", "--lang=en", "--formt"], "");
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("unexpected argument"), "{}", ran.err);
}

#[test]
fn tells_why_nothing_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("nowhere");
    let serve = |args: &[&str]| {
        let ran = site(&[&["serve", "--port", "0"], args].concat(), "");
        assert_eq!(ran.code, Some(1), "{args:?}");
        ran.err
    };
    let expected = serve(&["--dir", text(&nowhere)]);
    assert!(
        expected.contains("打不开文件夹") && expected.contains("找不到"),
        "{expected}"
    );
    let expected = serve(&["--dir", text(&nowhere), "--lang", "en"]);
    assert!(expected.contains("cannot open the folder"), "{expected}");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = site(
        &["serve", "--port", &port, "--dir", text(folder.path())],
        "",
    );
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("已经有程序在用"), "{}", ran.err);
}
