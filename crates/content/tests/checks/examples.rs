//! An example that would pass: put in place, it mends the fault.

use std::fs;

use content::fault::Fault;
use rstest::rstest;
use serde_json::{Map, Value, json};

use super::super::overlay::{Overlay, fixtures};

/// What is to be taken away, put elsewhere, or only the editor knows.
const WITHOUT: [&str; 21] = [
    "assumption-with-source",
    "copied-file",
    "correction-order",
    "duplicate-key",
    "duplicate-point",
    "grade-c",
    "stage-order",
    "missing-factor",
    "no-balance-zero",
    "not-utf8",
    "paper-grade-c",
    "paper-twice",
    "point-order",
    "repeated",
    "repeated-flow",
    "root-clash",
    "root-name",
    "schema-version",
    "term-repeated",
    "term-twice",
    "unknown-file",
];

/// What would be published too early: remedied in another file.
const ELSEWHERE: &str = "withheld";

/// Examples that say how a thing is written, not what this bundle has.
const FORM: [&str; 6] = [
    "bad-paper",
    "bad-picture",
    "hidden-character-escaped",
    "missing-stage",
    "unknown-file-in-news",
    "wrong-shape-list",
];

fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(fixtures())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !["valid", "several"].contains(&name.as_str()))
        .collect();
    names.sort();
    names
}

fn only(overlay: &Overlay) -> Fault {
    let [fault] = &overlay.faults()[..] else {
        panic!("one fault expected");
    };
    fault.clone()
}

#[test]
fn stand_beside_every_fault_that_a_value_mends() {
    for name in names() {
        let example = only(&Overlay::with(&name)).example();
        let none = WITHOUT.contains(&name.as_str()) || name == ELSEWHERE;
        assert_eq!(example.is_none(), none, "{name}: {example:?}");
    }
}

#[test]
fn mend_the_fault_when_put_in_place() {
    for name in names() {
        let skipped = name == ELSEWHERE || name.starts_with("syntax");
        if skipped || WITHOUT.contains(&&*name) || FORM.contains(&&*name) {
            continue;
        }
        // The examples name this source.
        let overlay = Overlay::with(&name).replace(
            "sources.json",
            "\"sources\": [",
            "\"sources\": [{ \"id\": \"founding\", \"publisher\": \"甲\", \"title\": \"乙\", \"grade\": \"A\" },",
        );
        let fault = only(&overlay);
        let text = fs::read_to_string(overlay.path().join(&fault.file)).unwrap();
        let mut root: Value = serde_json::from_str(&text).unwrap();
        put(&mut root, &fault);
        let mended = overlay.write(&fault.file, root.to_string());
        if let Err(faults) = mended.load() {
            panic!("{name}: {:?}\n{faults}", fault.example());
        }
    }
}

/// Puts the fault's example where the fault is.
fn put(root: &mut Value, fault: &Fault) {
    let example = fault.example().unwrap();
    let way = way(&fault.path);
    let Ok(fields) = serde_json::from_str::<Map<String, Value>>(&format!("{{{example}}}")) else {
        let value = serde_json::from_str(&example).unwrap();
        match at(root, &way) {
            Value::Array(list) => list.push(value),
            place => *place = value,
        }
        return;
    };
    // The object whose field the example writes anew; or else the one nearest
    // to the fault.
    let named = (0..way.len())
        .rev()
        .find(|depth| (way[*depth].as_str()).is_some_and(|key| fields.contains_key(key)));
    let nearest = || {
        (0..=way.len())
            .rev()
            .find(|depth| at(root, &way[..*depth]).is_object())
    };
    let depth = named.or_else(nearest).unwrap();
    let object = at(root, &way[..depth]).as_object_mut().unwrap();
    if fault.kind.code() == "unknown-field" {
        object.remove(way[depth].as_str().unwrap());
    }
    object.extend(fields);
}

/// The steps of `companies[2].name`.
fn way(path: &str) -> Vec<Value> {
    let steps = path.split(['.', '[']).filter(|step| !step.is_empty());
    steps
        .map(|step| match step.strip_suffix(']') {
            Some(index) => json!(index.parse::<usize>().unwrap()),
            None => json!(step),
        })
        .collect()
}

fn at<'a>(root: &'a mut Value, way: &[Value]) -> &'a mut Value {
    way.iter().fold(root, |value, step| match step.as_u64() {
        Some(index) => &mut value[index as usize],
        None => &mut value[step.as_str().unwrap()],
    })
}

const ARTICLE: &str = "news/2025-10-31-output.json";

#[rstest]
#[case::an_article_without_id(
    ARTICLE,
    "\"id\": \"2025-10-31-output\",",
    "",
    "\"id\": \"2025-10-31-output\""
)]
#[case::an_id_that_is_no_id(
    ARTICLE,
    "\"2025-10-31-output\"",
    "\"Output!\"",
    "\"id\": \"2025-10-31-output\""
)]
#[case::an_empty_chinese(
    ARTICLE,
    "\"前三季度产值公布\"",
    "{ \"zh-Hans\": \"\", \"en\": \"Output\" }",
    "\"title\": { \"zh-Hans\": \"标题\", \"en\": \"Title\" }"
)]
#[case::an_id_that_is_like_none(
    "projects.json",
    "\"daily\"",
    "\"qqqqqqqq\"",
    "\"source\": \"copy\""
)]
#[case::a_field_that_is_like_none(
    ARTICLE,
    "\"category\"",
    "\"qqqqqqqq\": 1, \"category\"",
    "\"sortDate\": \"2020-07-17\""
)]
fn fit_the_place(#[case] file: &str, #[case] old: &str, #[case] new: &str, #[case] expected: &str) {
    let overlay = Overlay::sound().replace(file, old, new);
    for fault in overlay.faults() {
        let example = fault.example().unwrap();
        assert_eq!(example, expected);
    }
}

#[test]
fn rename_a_file_whose_name_can_be_no_id() {
    let article = include_str!("../fixtures/faults/valid/news/2025-10-31-output.json");
    let named = |id: &str| article.replace("\"2025-10-31-output\"", &format!("\"{id}\""));
    let faults = Overlay::sound()
        .write("news/新文章.json", named("new-article"))
        .faults();
    let [fault] = &faults[..] else {
        panic!("{faults:?}");
    };
    assert_eq!(fault.example().as_deref(), Some("news/new-article.json"));
    let message = fault.kind.message(model::Lang::ZhHans);
    assert!(
        message.ends_with("请把文件改名为“new-article.json”。"),
        "{message}"
    );
    let message = fault.kind.message(model::Lang::En);
    assert!(
        message.ends_with("Rename the file to `new-article.json`."),
        "{message}"
    );
    let both = Overlay::sound()
        .write("news/新文章.json", named("新文章"))
        .faults();
    let example = both[0].example();
    assert_eq!(example.as_deref(), Some("\"id\": \"2026-03-02-new-line\""));
}

#[test]
fn leave_an_older_schema_to_be_migrated() {
    let overlay = Overlay::sound().replace(
        "alliance.json",
        "\"schemaVersion\": 3",
        "\"schemaVersion\": 2",
    );
    let fault = only(&overlay);
    assert_eq!(fault.example(), None);
    let message = fault.kind.message(model::Lang::En);
    assert!(message.contains("site migrate"), "{message}");
}
