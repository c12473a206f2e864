//! A bundle as records.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::flat::Of;
use super::told::{Name, Names};
use super::{DiffError, Kind};
use crate::bundle::Bundle;
use crate::fields::{Field, field};
use model::Lang;

/// A list of a file, and the kind and type of its records.
struct List {
    file: &'static str,
    /// The type of the file.
    within: Of,
    key: &'static str,
    kind: Kind,
    of: Of,
}

const fn list(file: &'static str, within: Of, key: &'static str, kind: Kind, of: Of) -> List {
    List {
        file,
        within,
        key,
        kind,
        of,
    }
}

const LISTS: [List; 12] = [
    list(
        "companies.json",
        "Companies",
        "companies",
        Kind::Company,
        "Company",
    ),
    list(
        "companies.json",
        "Companies",
        "products",
        Kind::Choice,
        "Named",
    ),
    list(
        "companies.json",
        "Companies",
        "districts",
        Kind::Choice,
        "Named",
    ),
    list(
        "projects.json",
        "Projects",
        "projects",
        Kind::Project,
        "Project",
    ),
    list(
        "indicators.json",
        "Indicators",
        "indicators",
        Kind::Indicator,
        "Indicator",
    ),
    list("chain.json", "Chain", "stages", Kind::Chain, "Stage"),
    list("chain.json", "Chain", "materials", Kind::Chain, "Material"),
    list("chain.json", "Chain", "factors", Kind::Chain, "Factor"),
    list("chain.json", "Chain", "flows", Kind::Chain, "Flow"),
    list("chain.json", "Chain", "presets", Kind::Chain, "Preset"),
    list("glossary.json", "Glossary", "terms", Kind::Term, "Term"),
    list("sources.json", "Sources", "sources", Kind::Source, "Source"),
];

/// A bundle as records, of which readers see every one.
#[derive(Debug, Default)]
pub struct Records {
    /// By kind and id.
    pub(super) by_id: BTreeMap<(Kind, String), (Of, Value)>,
    /// The ids of each list, in order.
    pub(super) orders: Vec<Order>,
    /// What everything is called.
    pub(super) names: Names,
}

/// The order of a list.
#[derive(Debug)]
pub(super) struct Order {
    pub kind: Kind,
    /// What the list is called.
    pub title: Option<&'static Field>,
    pub ids: Vec<String>,
}

impl Records {
    /// Reads the records of a sound bundle; of its articles, those that are in
    /// `seen`.
    ///
    /// # Errors
    /// When a file has gone since the bundle was checked.
    pub fn read(dir: &Path, seen: &Bundle) -> Result<Self, DiffError> {
        let mut records = Self::default();
        let mut files: BTreeMap<&str, Value> = BTreeMap::new();
        for list in &LISTS {
            if !files.contains_key(list.file) {
                files.insert(list.file, json(&dir.join(list.file))?);
            }
            let entries = (files.get_mut(list.file)).and_then(|value| value.get_mut(list.key));
            let entries = entries.map(Value::take);
            let Some(Value::Array(entries)) = entries else {
                continue;
            };
            records.add(list, entries);
        }
        let alliance = json(&dir.join("alliance.json"))?;
        let roles = alliance.get("roles").and_then(Value::as_array);
        for role in roles.into_iter().flatten() {
            records.call("roles", id(role), name(role));
        }
        let own = (Kind::Alliance, String::new());
        records.by_id.insert(own, ("Alliance", alliance));
        for (file, value) in files {
            let of = match file {
                "indicators.json" => (Kind::Indicator, "Indicators"),
                "chain.json" => (Kind::Chain, "Chain"),
                _ => continue,
            };
            let key = (of.0, file.to_owned());
            records.by_id.insert(key, (of.1, rest(file, value)));
        }
        for article in &seen.news {
            let value = json(&dir.join(format!("news/{}.json", article.id)))?;
            records.call("news", &article.id, name(&value));
            let key = (Kind::Article, article.id.clone());
            records.by_id.insert(key, ("Article", value));
        }
        records.name_flows();
        Ok(records)
    }

    fn add(&mut self, list: &List, entries: Vec<Value>) {
        let mut ids = Vec::with_capacity(entries.len());
        for entry in entries {
            let id = id(&entry).to_owned();
            self.call(list.key, &id, name(&entry));
            // One id may be that of a material and of a stage.
            let key = match list.kind {
                Kind::Chain | Kind::Choice => format!("{}/{id}", list.key),
                _ => id.clone(),
            };
            self.by_id.insert((list.kind, key), (list.of, entry));
            ids.push(id);
        }
        self.orders.push(Order {
            kind: list.kind,
            title: field(list.within, list.key),
            ids,
        });
    }

    /// A flow has no name of its own: it is called as what flows.
    fn name_flows(&mut self) {
        let materials: Vec<(String, String)> = (self.by_id.values())
            .filter(|(of, _)| *of == "Flow")
            .filter_map(|(_, flow)| {
                let material = flow.get("material").and_then(Value::as_str)?;
                Some((id(flow).to_owned(), material.to_owned()))
            })
            .collect();
        for (flow, material) in materials {
            let called = self.names.0.get(&("materials", material)).cloned();
            self.call("flows", &flow, called.unwrap_or_default());
        }
    }

    fn call(&mut self, list: &'static str, id: &str, name: Name) {
        if !name.0.is_empty() {
            self.names.0.insert((list, id.to_owned()), name);
        }
    }
}

/// The id of a record; a flow has its kind.
fn id(record: &Value) -> &str {
    let id = record.get("id").or_else(|| record.get("kind"));
    id.and_then(Value::as_str).unwrap_or_default()
}

/// The first of the fields that say what a record is called.
pub(super) fn name(value: &Value) -> Name {
    let name = ["title", "name", "term"]
        .iter()
        .find_map(|key| value.get(key));
    match name {
        Some(Value::String(text)) => (text.clone(), None),
        Some(Value::Object(by_lang)) => {
            let text = |lang: Lang| by_lang.get(lang.tag()).and_then(Value::as_str);
            let chinese = text(Lang::ZhHans).unwrap_or_default().to_owned();
            (chinese, text(Lang::En).map(str::to_owned))
        }
        _ => Name::default(),
    }
}

/// What a file has besides its lists of records.
fn rest(file: &str, mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        let is_list = |key: &str| {
            LISTS
                .iter()
                .any(|list| list.file == file && list.key == key)
        };
        object.retain(|key, _| !is_list(key));
    }
    value
}

fn json(path: &Path) -> Result<Value, DiffError> {
    let bytes = fs::read(path).map_err(|error| DiffError::Io {
        path: path.to_owned(),
        error,
    })?;
    let text = String::from_utf8_lossy(&bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|error| DiffError::Json {
        path: path.to_owned(),
        error,
    })
}
