//! A mistyped command line is told in Chinese, with what may have been meant.

use crate::command::site;

#[test]
fn tells_what_is_mistyped() {
    for (args, told) in [
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
        for words in told.iter().chain(&["--help"]) {
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
