//! A record as a flat list of its fields.

use std::collections::BTreeMap;

use serde_json::Value;

use super::value::{Closed, FieldValue, Of, Step, Way};
use crate::fields::type_of;
use model::Lang;

/// A record, flat.
pub type Flat = BTreeMap<Way, FieldValue>;

/// What only editors see.
const HIDDEN: [&str; 7] = [
    "$schema",
    "schemaVersion",
    "id",
    "draft",
    "httpOnly",
    "rights",
    // Part of its value.
    "unit",
];

/// Every text and figure of a record, by the way to it. What is left out means
/// the same as `false` and as an empty list: neither is in the result.
pub fn flatten(of: Of, record: &Value) -> Flat {
    let mut flat = BTreeMap::new();
    let unit = record.get("unit").and_then(Value::as_str);
    walk(of, record, &mut Vec::new(), unit, &mut flat);
    flat
}

fn walk(of: Of, value: &Value, way: &mut Way, unit: Option<&str>, flat: &mut Flat) {
    match value {
        Value::Null | Value::Bool(false) => {}
        Value::Bool(true) => put(flat, way, FieldValue::Yes),
        Value::String(text) => put(flat, way, text_value(way, text)),
        Value::Number(number) => put(flat, way, figure(way, number.to_string(), unit)),
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
            // A factor's value is in the factor's unit, not in that of what it is for.
            let outer = unit.filter(|_| !object.contains_key("factor"));
            let unit = object.get("unit").and_then(Value::as_str).or(outer);
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

fn walk_list(of: Of, list: &[Value], way: &mut Way, unit: Option<&str>, flat: &mut Flat) {
    if list.is_empty() {
        return;
    }
    if list.iter().all(is_text) {
        let body = matches!(way.first(), Some(Step::Field(_, key)) if key == "body");
        for lang in Lang::WRITTEN {
            let texts: Vec<&str> = list.iter().filter_map(|text| written(text, lang)).collect();
            if texts.is_empty() {
                continue;
            }
            let value = match body {
                true => FieldValue::Text(texts.join("\n\n")),
                false => FieldValue::List(texts.iter().map(|text| text_value(way, text)).collect()),
            };
            let mut way = way.clone();
            if lang != Lang::ZhHans {
                way.push(Step::Language(lang.tag()));
            }
            flat.insert(way, value);
        }
        return;
    }
    let mut order: Vec<Step> = Vec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        let parts =
            identity(value).unwrap_or_else(|| vec![FieldValue::Text((index + 1).to_string())]);
        let same = |step: &&Step| matches!(step, Step::Entry(other, _) if *other == parts);
        let number = order.iter().filter(same).count() + 1;
        let entry = Step::Entry(parts, number);
        order.push(entry.clone());
        way.push(entry);
        walk(of, value, way, unit, flat);
        way.pop();
    }
    put(flat, way, FieldValue::Order(order));
}

fn is_text(value: &Value) -> bool {
    value.is_string() || value.get(Lang::ZhHans.tag()).is_some_and(Value::is_string)
}

/// A text in a language; what has no language is Chinese.
fn written(text: &Value, lang: Lang) -> Option<&str> {
    match text {
        Value::String(text) => Some(text.as_str()).filter(|_| lang == Lang::ZhHans),
        by_lang => by_lang.get(lang.tag())?.as_str(),
    }
}

/// The value of a text: most are free text, some an id or a word of a closed list.
fn text_value(way: &Way, text: &str) -> FieldValue {
    let Some(Step::Field(of, key)) = way.last() else {
        return FieldValue::Text(text.to_owned());
    };
    let named = |list| FieldValue::Named(list, text.to_owned());
    let word = |list| FieldValue::Word(list, text.to_owned());
    match (*of, key.as_str()) {
        (_, "source" | "sources") => named("sources"),
        (_, "companies") => named("companies"),
        ("Company", "products") => named("products"),
        ("Company", "district") => named("districts"),
        (_, "stages" | "stage" | "from" | "to") => named("stages"),
        ("Flow", "material") => named("materials"),
        ("Flow", "kind") | ("Preset", "flow") => named("flows"),
        ("Stage", "factors") | ("PresetValue", "factor") => named("factors"),
        ("Stage", "capacity") | (_, "featured") => named("indicators"),
        ("Founding" | "Event", "article") => named("news"),
        ("Article", "cover" | "gallery")
        | ("Company", "logo" | "photos")
        | ("Project", "pictures")
        | ("Event", "cover" | "gallery") => named("pictures"),
        ("Article" | "Company" | "Event", "papers") => named("papers"),
        ("Offer", "company") => named("companies"),
        ("Offer", "kind") => word(Closed::Offer),
        ("Paper", "kind") => word(Closed::Paper),
        ("Paper", "language") => word(Closed::Language),
        ("Article", "category") => word(Closed::Category),
        ("Point" | "CorrectedValue", "kind") => word(Closed::Point),
        ("Event", "kind") => word(Closed::Event),
        ("Membership", "status") => word(Closed::Membership),
        ("Capacity", "status") => word(Closed::Capacity),
        ("Project", "status") => word(Closed::Project),
        ("Stage", "local") => word(Closed::Local),
        _ => FieldValue::Text(text.to_owned()),
    }
}

/// What distinguishes an entry from the others of its list.
fn identity(value: &Value) -> Option<Vec<FieldValue>> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    if let (Some(period), Some(kind)) = (text("period"), text("kind")) {
        return Some(vec![
            FieldValue::Text(period),
            FieldValue::Word(Closed::Point, kind),
        ]);
    }
    let one = text("id")
        .map(|id| FieldValue::Named("roles", id))
        .or_else(|| text("factor").map(|id| FieldValue::Named("factors", id)))
        .or_else(|| text("asOf").map(FieldValue::Text))
        .or_else(|| text("period").map(FieldValue::Text))
        .or_else(|| text("date").map(FieldValue::Text));
    one.map(|one| vec![one])
}

/// A value with its unit; a change on the year before is in per cent.
fn figure(way: &Way, number: String, unit: Option<&str>) -> FieldValue {
    let unit = match way.last() {
        Some(Step::Field(_, key)) if key == "change" => Some("%"),
        _ => unit,
    };
    let unit = unit.unwrap_or_default().to_owned();
    FieldValue::Figure { number, unit }
}

fn put(flat: &mut Flat, way: &Way, value: FieldValue) {
    flat.insert(way.clone(), value);
}
