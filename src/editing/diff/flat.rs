//! A record as a flat list of what a reader is told.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::content::Lang;
use crate::content::fields::type_of;

/// The name of a record's type.
pub type Of = &'static str;

/// A step of the way to a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A field of a type.
    Field(Of, String),
    /// An entry, by what tells it from the others.
    Entry(String),
    /// The text in a language other than Chinese.
    Language(&'static str),
}

/// The way to a field.
pub type Way = Vec<Step>;

/// What only editors see.
const HIDDEN: [&str; 7] = [
    "$schema",
    "schemaVersion",
    "id",
    "draft",
    "sortDate",
    // Told with its value.
    "unit",
    "aliases",
];

/// Every text and figure of a record, by the way to it.
pub fn flatten(of: Of, record: &Value) -> BTreeMap<Way, String> {
    let mut flat = BTreeMap::new();
    let unit = record.get("unit").and_then(Value::as_str);
    walk(of, record, &mut Vec::new(), unit, &mut flat);
    flat
}

fn walk(
    of: Of,
    value: &Value,
    way: &mut Way,
    unit: Option<&str>,
    flat: &mut BTreeMap<Way, String>,
) {
    match value {
        Value::Null => {}
        Value::Bool(_) => put(flat, way, value.to_string()),
        Value::String(text) => put(flat, way, text.clone()),
        Value::Number(number) => put(flat, way, figure(way, &number.to_string(), unit)),
        Value::Array(list) => walk_list(of, list, way, unit, flat),
        Value::Object(object) if object.contains_key(Lang::ZhHans.tag()) => {
            for (tag, value) in object {
                match Lang::from_tag(tag).unwrap_or_default() {
                    // Chinese alone may be written without its tag.
                    Lang::ZhHans | Lang::ZhHant => walk(of, value, way, unit, flat),
                    lang => {
                        way.push(Step::Language(lang.tag()));
                        walk(of, value, way, unit, flat);
                        way.pop();
                    }
                }
            }
        }
        Value::Object(object) => {
            let unit = object.get("unit").and_then(Value::as_str).or(unit);
            for (key, value) in object {
                if HIDDEN.contains(&key.as_str()) {
                    continue;
                }
                way.push(Step::Field(of, key.clone()));
                walk(type_of(key), value, way, unit, flat);
                way.pop();
            }
        }
    }
}

fn walk_list(
    of: Of,
    list: &[Value],
    way: &mut Way,
    unit: Option<&str>,
    flat: &mut BTreeMap<Way, String>,
) {
    let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
    if let Some(texts) = texts {
        let body = matches!(way.first(), Some(Step::Field(_, key)) if key == "body");
        put(flat, way, texts.join(if body { "\n\n" } else { "、" }));
        return;
    }
    for (index, value) in list.iter().enumerate() {
        let told = told_apart(value).unwrap_or_else(|| (index + 1).to_string());
        let mut entry = Step::Entry(told.clone());
        let mut number = 2;
        while flat.keys().any(|other| {
            other.len() > way.len() && other[..way.len()] == way[..] && other[way.len()] == entry
        }) {
            entry = Step::Entry(format!("{told} #{number}"));
            number += 1;
        }
        way.push(entry);
        walk(of, value, way, unit, flat);
        way.pop();
    }
}

/// What tells an entry from the others of its list.
fn told_apart(value: &Value) -> Option<String> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    match (text("period"), text("kind"), text("id"), text("asOf")) {
        (Some(period), Some(kind), ..) => Some(format!("{period} {kind}")),
        (_, _, Some(id), _) => Some(id.to_owned()),
        (_, _, _, Some(date)) => Some(date.to_owned()),
        _ => None,
    }
}

/// A value with its unit; a change on the year before is in per cent.
fn figure(way: &Way, number: &str, unit: Option<&str>) -> String {
    let unit = match way.last() {
        Some(Step::Field(_, key)) if key == "change" => Some("%"),
        _ => unit.filter(|unit| *unit != "1"),
    };
    match unit {
        Some("%") => format!("{number}%"),
        Some(unit) => format!("{number} {unit}"),
        None => number.to_owned(),
    }
}

fn put(flat: &mut BTreeMap<Way, String>, way: &Way, text: String) {
    flat.insert(way.clone(), text);
}
