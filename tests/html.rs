//! Every page's HTML, judged by the W3C's Nu validator and by what every page
//! must have.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use common::{Published, bundle, tool};
use content::markdown::{Event, events};
use model::Lang;
use model::routes::lang_of;
use serde_json::Value;

/// What the validator finds and is no fault, as the start of its message, with
/// the reason. Empty so far.
const NO_FAULT: [(&str, &str); 0] = [];

#[test]
fn every_page_is_valid_html() {
    let site = Published::shared();
    let output = Command::new("java")
        .args(["-Xss4m", "-jar"])
        .arg(tool("vnu-jar/build/dist/vnu.jar"))
        .args(["--errors-only", "--skip-non-html", "--format", "json"])
        .arg(&site.folder)
        .output()
        .expect("java runs: `make test` installs it");
    let report: Value = serde_json::from_slice(&output.stderr).unwrap_or_else(|error| {
        panic!(
            "the validator says nothing readable ({error}):\n{}",
            String::from_utf8_lossy(&output.stderr)
        )
    });
    // One fault of a component shows on hundreds of pages: reported once.
    let mut faults: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for message in report["messages"].as_array().unwrap() {
        let text = message["message"].as_str().unwrap_or_default().to_owned();
        if NO_FAULT.iter().any(|(start, _)| text.starts_with(start)) {
            continue;
        }
        let place = format!(
            "{}:{} {}",
            message["url"].as_str().unwrap_or_default(),
            message["lastLine"],
            message["extract"].as_str().unwrap_or_default().trim()
        );
        faults.entry(text).or_insert((0, place)).0 += 1;
    }
    let reports: Vec<String> = faults
        .iter()
        .map(|(text, (count, place))| format!("{count} × {text}\n    first {place}"))
        .collect();
    assert!(
        reports.is_empty(),
        "faults in the HTML:\n{}",
        reports.join("\n")
    );
}

#[test]
fn every_page_says_what_it_is() {
    let site = Published::shared();
    let pages = site.pages();
    assert!(
        pages.len() > 20,
        "only {} pages were published",
        pages.len()
    );
    let mut faults = Vec::new();
    for page in &pages {
        let html = site.read(page);
        let once = [
            ("<h1", "an h1"),
            ("<title>", "a title"),
            ("<main", "a main part"),
        ];
        for (piece, what) in once {
            let count = html.matches(piece).count();
            if count != 1 {
                faults.push(format!("{page}: {what} {count} times"));
            }
        }
        let lang = format!("<html lang=\"{}\"", lang_of(page).tag());
        // The page for no address at all has no address of its own.
        let canonical = match page.ends_with("404.html") {
            true => "",
            false => "rel=\"canonical\"",
        };
        for (piece, what) in [
            (lang.as_str(), "the language"),
            ("name=\"description\"", "a description"),
            ("name=\"viewport\"", "a viewport"),
            (canonical, "a canonical address"),
        ] {
            if !html.contains(piece) {
                faults.push(format!("{page}: {what} is missing ({piece})"));
            }
        }
        for empty in ["<title></title>", "content=\"\"", "href=\"\""] {
            if html.contains(empty) {
                faults.push(format!("{page}: {empty}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Who runs no scripts, as some search engines, still reads all that editors
/// have written.
#[test]
fn the_html_alone_has_every_text_of_the_bundle() {
    let site = Published::shared();
    for lang in [Lang::ZhHans, Lang::En] {
        let read: String = (site.files(".html").iter())
            .filter(|page| lang_of(page) == lang)
            .map(|page| readable(&site.read(page)))
            .collect();
        let mut missing = Vec::new();
        let mut there = 0;
        for file in bundle_files() {
            let written: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            texts(&written, lang.tag(), &mut |text| {
                there += 1;
                if !read.contains(&close_up(text)) {
                    missing.push(format!("{}: {text}", file.display()));
                }
            });
        }
        assert!(there > 200, "only {there} texts in {}", lang.tag());
        assert!(missing.is_empty(), "in no page:\n{}", missing.join("\n"));
    }
}

fn bundle_files() -> Vec<std::path::PathBuf> {
    let json = |folder: std::path::PathBuf| {
        let files = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path());
        // How words are written in another script is nothing to read.
        files.filter(|file| {
            file.extension().is_some_and(|ending| ending == "json") && !file.ends_with("terms.json")
        })
    };
    json(bundle()).chain(json(bundle().join("news"))).collect()
}

/// Every text of a language in a file, the paragraphs of an article's body
/// included: a body in one language is a list, and Chinese.
fn texts(value: &Value, lang: &str, found: &mut impl FnMut(&str)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| texts(item, lang, found)),
        Value::Object(fields) => {
            match fields.get(lang) {
                Some(Value::String(text)) => found(text),
                Some(Value::Array(paragraphs)) => body(paragraphs, found),
                _ => {}
            }
            if let (Some(Value::Array(paragraphs)), "zh-Hans") = (fields.get("body"), lang) {
                body(paragraphs, found);
            }
            for field in fields.values() {
                texts(field, lang, found);
            }
        }
        _ => {}
    }
}

/// What is to be read of a body: each run of text between signs of Markdown.
fn body(paragraphs: &[Value], found: &mut impl FnMut(&str)) {
    for paragraph in paragraphs {
        let markdown = paragraph.as_str().unwrap();
        for (event, _) in events(markdown, Lang::ZhHans) {
            if let Event::Text(text) = event {
                found(&text);
            }
        }
    }
}

/// What of a page is for reading: no tags and no scripts.
fn readable(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = match tag.starts_with("script") {
            true => tag.split_once("</script>").unwrap().1,
            false => tag.split_once('>').unwrap().1,
        };
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    close_up(&text.replace("&quot;", "\"").replace("&amp;", "&"))
}

/// Without its white space, which pages set as they need it.
fn close_up(text: &str) -> String {
    text.split_whitespace().collect()
}
