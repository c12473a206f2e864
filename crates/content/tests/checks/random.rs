//! Whatever happens to a file, the answer is a bundle or faults with places in it.

use std::fs;

use model::Lang;
use proptest::prelude::*;
use proptest::sample::Index;
use publish::documents::{DocumentBuilder, PublicationError};
use serde_json::Value;

use super::overlay::Overlay;

const FILES: [&str; 9] = [
    "alliance.json",
    "chain.json",
    "companies.json",
    "projects.json",
    "indicators.json",
    "sources.json",
    "glossary.json",
    "news/founding.json",
    "news/2025-10-31-output.json",
];

/// What may slip into a file.
const SCRAPS: [&str; 20] = [
    "", "\"", "{", "}", "[", "]", ",", ":", "\\", "\n", "\u{3000}", "“", "，", "\u{200b}", "null",
    "-1e999", "\\ud800", "#", "<b>", "\u{0}",
];

#[derive(Clone, Debug)]
enum Change {
    /// Bytes replaced by others.
    Bytes(Index, usize, Vec<u8>),
    /// Bytes replaced by a scrap of text.
    Scrap(Index, usize, Index),
    /// A value replaced by another.
    Value(Index, Value),
    /// A value taken away.
    Removal(Index),
    /// A text changed.
    Text(Index, String),
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[a-z-]{0,8}|XXXX(-[01][0-9])?|20[0-9]{2}-[0-9]{2}(/[0-9]{4})?".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("id|zh-Hans|en|name|[a-z]{1,4}", inner, 0..4)
                .prop_map(|map| map.into_iter().collect()),
        ]
    })
}

fn change() -> impl Strategy<Value = Change> {
    let bytes = prop::collection::vec(any::<u8>(), 0..6);
    let text = prop_oneof![
        ".{0,40}",
        "(\\[a\\]\\((https://|//|javascript:|/|#|mailto:)[a-z.@]{0,8}\\)|#{1,6} a|<i>|\\n|!\\[b\\]\\(c\\)|\\|){0,6}",
        "https?://[a-z.@:0-9\\[\\]]{0,16}",
    ];
    prop_oneof![
        (any::<Index>(), 0usize..40, bytes).prop_map(|(at, cut, put)| Change::Bytes(at, cut, put)),
        (any::<Index>(), 0usize..8, any::<Index>())
            .prop_map(|(at, cut, put)| Change::Scrap(at, cut, put)),
        (any::<Index>(), value()).prop_map(|(at, put)| Change::Value(at, put)),
        any::<Index>().prop_map(Change::Removal),
        (any::<Index>(), text).prop_map(|(at, put)| Change::Text(at, put)),
    ]
}

fn apply(change: Change, content: Vec<u8>) -> Vec<u8> {
    match change {
        Change::Bytes(at, cut, put) => splice(content, at, cut, &put),
        Change::Scrap(at, cut, put) => splice(content, at, cut, put.get(&SCRAPS).as_bytes()),
        Change::Value(at, put) => at_pointer(content, at, |_| true, |slot| *slot = put.clone()),
        Change::Text(at, put) => at_pointer(content, at, Value::is_string, |slot| {
            *slot = Value::from(put.as_str());
        }),
        Change::Removal(at) => at_pointer(content, at, Value::is_object, |slot| {
            if let Some(map) = slot.as_object_mut()
                && let Some(key) = map.keys().next().cloned()
            {
                map.remove(&key);
            }
        }),
    }
}

fn splice(mut content: Vec<u8>, at: Index, cut: usize, put: &[u8]) -> Vec<u8> {
    // Nothing may be left of it: then something is put there.
    let start = at.index(content.len() + 1);
    let end = (start + cut).min(content.len());
    content.splice(start..end, put.iter().copied());
    content
}

/// Changes one of the values that qualify, if the content is still JSON.
fn at_pointer(
    content: Vec<u8>,
    at: Index,
    wanted: impl Fn(&Value) -> bool,
    change: impl Fn(&mut Value),
) -> Vec<u8> {
    let Ok(mut root) = serde_json::from_slice::<Value>(&content) else {
        return content;
    };
    let mut pointers = Vec::new();
    collect(&root, String::new(), &wanted, &mut pointers);
    if !pointers.is_empty() {
        let pointer: &String = at.get(&pointers);
        change(root.pointer_mut(pointer).unwrap());
    }
    serde_json::to_vec_pretty(&root).unwrap()
}

fn collect(
    value: &Value,
    pointer: String,
    wanted: &impl Fn(&Value) -> bool,
    pointers: &mut Vec<String>,
) {
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| {
            collect(value, format!("{pointer}/{index}"), wanted, pointers);
        }),
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            collect(value, format!("{pointer}/{key}"), wanted, pointers);
        }),
        _ => {}
    }
    if wanted(value) {
        pointers.push(pointer);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_panics_and_places_every_fault_inside_its_file(
        file in prop::sample::select(&FILES[..]),
        changes in prop::collection::vec(change(), 1..4),
    ) {
        let overlay = Overlay::sound();
        let mut content = fs::read(overlay.path().join(file)).unwrap();
        for change in changes {
            content = apply(change, content);
        }
        let overlay = overlay.write(file, &content);
        let faults = match overlay.load() {
            // What passes the check holds all that publishing relies on.
            Ok(bundle) => {
                let builder = DocumentBuilder::new(&bundle);
                let built = builder.and_then(|builder| {
                    builder.every(|| (), |(), _| Ok::<_, PublicationError>(()))
                });
                if let Err(error) = built {
                    prop_assert!(false, "{error}");
                }
                Vec::new()
            }
            Err(faults) => {
                prop_assert!(!faults.render(Lang::ZhHans).is_empty());
                prop_assert!(!faults.render(Lang::En).is_empty());
                faults.iter().cloned().collect()
            }
        };
        for fault in &faults {
            let Some(position) = fault.position else { continue };
            let content = fs::read(overlay.path().join(&fault.file)).unwrap();
            let text = String::from_utf8_lossy(&content);
            let line = text.split('\n').nth(position.line - 1);
            prop_assert!(line.is_some(), "{fault}: no line {}", position.line);
            let columns = line.unwrap().chars().count() + 1;
            prop_assert!(position.column <= columns, "{fault}: {columns} columns");
            if let Some(excerpt) = &fault.excerpt {
                prop_assert!(excerpt.before <= excerpt.line.chars().count(), "{fault}");
            }
        }
        // What passes for JSON is JSON to every other reader, and the reverse.
        if let Ok(text) = std::str::from_utf8(&content) {
            let json = serde_json::from_str::<Value>(text);
            let refused = |codes: &[&str]| {
                faults
                    .iter()
                    .any(|fault| fault.file == file && codes.contains(&fault.kind.code()))
            };
            if refused(&["syntax"]) {
                prop_assert!(json.is_err());
            }
            if json.is_err() {
                prop_assert!(refused(&["syntax", "number"]), "{:?}", json);
            }
        }
    }
}
