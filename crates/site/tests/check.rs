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
    let report = String::from_utf8(ended.stderr).unwrap();
    assert!(!report.contains("panicked"), "{report}");
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
    assert_eq!(
        run["tool"]["driver"]["rules"][0],
        serde_json::json!({ "id": "date", "shortDescription": { "text": "日期" } })
    );
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

/// The warnings of a report as text.
fn listed(out: &str) -> Vec<&str> {
    out.lines().filter(|line| line.contains("提醒｜")).collect()
}

#[test]
fn counts_warnings_by_kind_and_lists_those_that_are_asked_for() {
    let overlay = Overlay::sound().replace(WRITTEN, "{", "{ \"draft\": true,");
    let (_, out, _) = check(overlay.path(), &[]);
    assert!(listed(&out).is_empty(), "{out}");
    let counted = out.lines().next().unwrap();
    let (all, kinds) = counted.split_once(" 提醒：").unwrap();
    let all: usize = all.parse().unwrap();
    let kinds = kinds.split_once('。').unwrap().0;
    let kinds: Vec<(usize, &str)> = kinds
        .split('，')
        .map(|kind| kind.split_once(' ').unwrap())
        .map(|(count, words)| (count.parse().unwrap(), words))
        .collect();
    assert!(kinds.contains(&(1, "草稿")), "{kinds:?}");
    assert!(kinds.is_sorted_by(|a, b| a.0 >= b.0), "{kinds:?}");
    assert_eq!(kinds.iter().map(|(count, _)| count).sum::<usize>(), all);

    let (_, out, _) = check(overlay.path(), &["--warnings"]);
    assert_eq!(listed(&out).len(), all, "{out}");
    let english = kinds
        .iter()
        .find(|(_, words)| *words == "缺英文")
        .unwrap()
        .0;
    for kind in ["no-english", "缺英文"] {
        let (_, out, _) = check(overlay.path(), &["--warnings", kind]);
        let listed = listed(&out);
        assert_eq!(listed.len(), english, "{out}");
        assert!(
            listed.iter().all(|line| line.ends_with("[no-english]")),
            "{out}"
        );
        assert!(out.contains(counted.split_once('。').unwrap().0), "{out}");
    }
    // A folder behind it is what is checked.
    let output = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["check", "--warnings"])
        .arg(overlay.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(self::listed(&out).len(), all, "{out}");
    let (_, out, _) = check(overlay.path(), &["--lang", "en"]);
    assert!(out.starts_with(&format!("{all} warnings: ")), "{out}");
    assert!(out.contains(&format!("{english} × no English")), "{out}");
}

#[test]
fn says_which_kinds_of_warnings_there_are() {
    let (code, _, err) = check(Overlay::sound().path(), &["--warnings", "old"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("不能是“old”"), "{err}");
    assert!(err.contains("all、no-summary、no-english"), "{err}");
}

#[test]
fn shows_faults_last_and_counts_them_first() {
    let overlay = Overlay::with("date");
    for more in [&[][..], &["--warnings"]] {
        let (code, out, _) = check(overlay.path(), more);
        assert_eq!(code, Some(1));
        let fault = out.find("  日期：").unwrap();
        let warnings = [out.rfind("提醒｜"), out.find(" 提醒：")];
        assert!(warnings.iter().flatten().all(|at| *at < fault), "{out}");
        let last = out.trim_end().lines().next_back().unwrap();
        let counted = last.strip_prefix("共 1 处问题，涉及 1 个文件。另有提醒 ");
        assert!(
            counted.is_some_and(|rest| rest.ends_with(" 处。")),
            "{last}"
        );
    }
}

#[test]
fn counts_by_kind_for_programs() {
    let overlay = Overlay::with("date");
    let report = |more: &[&str]| -> serde_json::Value {
        let args = [&["--format", "json", "--lang", "en"], more].concat();
        serde_json::from_str(&check(overlay.path(), &args).1).unwrap()
    };
    let whole = report(&[]);
    let rows = whole["summary"].as_array().unwrap();
    assert_eq!(
        rows[0],
        serde_json::json!({ "severity": "error", "code": "date", "words": "date", "count": 1 })
    );
    for row in rows {
        let faults = whole["faults"].as_array().unwrap();
        let same = |fault: &&serde_json::Value| {
            fault["code"] == row["code"] && fault["severity"] == row["severity"]
        };
        assert_eq!(row["count"], faults.iter().filter(same).count(), "{row}");
    }
    let some = report(&["--warnings", "no-english"]);
    assert_eq!(some["summary"], whole["summary"]);
    assert_eq!(some["warnings"], whole["warnings"]);
    let codes = some["faults"].as_array().unwrap().iter();
    let codes: std::collections::BTreeSet<_> = codes.map(|fault| fault["code"].as_str()).collect();
    assert_eq!(codes, [Some("date"), Some("no-english")].into());
}

/// What `site check --fix` says, and the article afterwards.
fn fix(overlay: &Overlay, more: &[&str], answer: &str) -> (Option<i32>, String, String) {
    use std::io::Write;
    let mut child = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["check", "--fix"])
        .args(more)
        .arg(overlay.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // Who is asked nothing reads nothing.
    let _ = stdin.write_all(answer.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let article = std::fs::read_to_string(overlay.path().join(WRITTEN)).unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    (output.status.code(), report, article)
}

const WRITTEN: &str = "news/2025-10-31-output.json";

/// As an editor may write a file: a byte order mark, line ends of Windows,
/// escapes of her own, and what is not certain.
fn written() -> (Overlay, String) {
    let overlay = Overlay::sound();
    let article = std::fs::read_to_string(overlay.path().join(WRITTEN)).unwrap();
    let start = article.find("\"body\"").unwrap();
    let end = start + article[start..].find('\n').unwrap();
    let body = r###""body"   : [ "##\u80cc景", "甲\/乙\n\n-第一\"项\"\n-第二项\n\n*注：丙", "【原文】（https://www.example.com/）" ],"###;
    let article = format!("{}{body}{}", &article[..start], &article[end..]);
    let article = format!("\u{feff}{}", article.replace('\n', "\r\n"));
    let overlay = overlay.write(WRITTEN, article.clone());
    (overlay, article)
}

#[test]
fn mends_what_is_certain_and_nothing_else_of_the_file() {
    let (overlay, before) = written();
    let after = before
        .replace("##\\u80cc景", "## 背景")
        .replace("-第一", "- 第一")
        .replace("-第二", "- 第二")
        .replace(
            "【原文】（https://www.example.com/）",
            "[原文](https://www.example.com/)",
        );
    let (code, report, article) = fix(&overlay, &["--yes"], "");
    assert_eq!(article, after);
    assert_eq!(code, Some(0), "{report}");
    assert!(report.contains("已改好 1 个文件"), "{report}");
    let shown = report.find("- 第一").unwrap();
    assert!(
        shown < report.find("已改好").unwrap(),
        "shown first: {report}"
    );
    assert!(
        report.contains("的“*”没有被读作"),
        "the rest is reported: {report}"
    );
    let (_, report, again) = fix(&overlay, &["--yes"], "");
    assert!(report.contains("没有可以代改的"), "{report}");
    assert_eq!(again, after);
}

#[test]
fn mends_a_file_in_the_encoding_that_it_has() {
    let (overlay, before) = written();
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let overlay = overlay.write(WRITTEN, wide(&before));
    let output = Command::new(env!("CARGO_BIN_EXE_site"))
        .args(["check", "--fix", "--yes"])
        .arg(overlay.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let after = std::fs::read(overlay.path().join(WRITTEN)).unwrap();
    assert_eq!(&after[..2], [0xff, 0xfe]);
    let mended = wide("## 背景");
    assert!(after.windows(mended.len()).any(|part| part == mended));
}

#[test]
fn mends_letters_that_look_right_and_leaves_what_only_the_editor_knows() {
    let title = "前三季度产值公布";
    let overlay = Overlay::sound()
        .replace(WRITTEN, title, r#"⼴元２０２４年产\uf98e\"公布\"，61。5"#)
        .replace(
            WRITTEN,
            "\"body\": \"",
            "\"body\": \"##⾦属\\n\\n\u{410}356，https://a.example.com/２\\n\\n",
        );
    let (code, report, article) = fix(&overlay, &["--yes"], "");
    assert_eq!(code, Some(0), "{report}");
    let mended = r#""title": "广元2024年产年\"公布\"，61。5""#;
    assert!(article.contains(mended), "{article}");
    // Of a line that is mended twice, both are there.
    let body = "\"body\": \"## 金属\\n\\n\u{410}356，https://a.example.com/２\\n\\n";
    assert!(article.contains(body), "{article}");
    let shown = report.find("+  \"title\": \"广元2024年").unwrap();
    assert!(
        shown < report.find("已改好").unwrap(),
        "shown first: {report}"
    );
    for left in ["请改为：广元2024年产年\"公布\"，61.5", "U+0410 西里尔字母"] {
        assert!(report.contains(left), "{left} is not in {report}");
    }
    let (_, report, again) = fix(&overlay, &["--yes"], "");
    assert!(report.contains("没有可以代改的"), "{report}");
    assert_eq!(again, article);
}

#[test]
fn writes_nothing_unless_it_is_wanted() {
    for (answer, wanted) in [
        ("n\n", false),
        ("\n", false),
        ("", false),
        ("也许\ny\n", true),
    ] {
        let (overlay, before) = written();
        let (_, report, article) = fix(&overlay, &[], answer);
        assert!(report.contains('+'), "{report}");
        assert!(report.contains("写入以上改动？"), "{report}");
        assert_eq!(article != before, wanted, "{answer:?}: {report}");
    }
}
