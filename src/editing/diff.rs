//! What a reader would see changed between two bundles.

mod flat;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;
use thiserror::Error;

use crate::content::Lang;
use crate::content::bundle::Bundle;

pub use text::render;

/// Why two bundles cannot be compared.
#[derive(Debug, Error)]
pub enum DiffError {
    /// A file cannot be read.
    #[error("{path}: {error}", path = path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file is not JSON.
    #[error("{path}: {error}", path = path.display())]
    Json {
        /// Which.
        path: PathBuf,
        /// Why.
        error: serde_json::Error,
    },
}

/// What a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An article.
    Article,
    /// A company.
    Company,
    /// A project.
    Project,
    /// An indicator.
    Indicator,
    /// Part of the chain.
    Chain,
    /// The alliance itself.
    Alliance,
    /// A term.
    Term,
    /// A source.
    Source,
    /// A list for choosing.
    Choice,
}

/// What happened to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is of.
    pub kind: Kind,
    /// Its id; empty for the alliance.
    pub id: String,
    /// What it is called in Chinese, and in English if it is.
    pub name: (String, Option<String>),
    /// What happened.
    pub what: What,
}

/// What happened to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Some of it is different.
    Changed(Vec<FieldChange>),
}

/// A field that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The way to it.
    pub way: flat::Way,
    /// What was there.
    pub old: Option<String>,
    /// What is there.
    pub new: Option<String>,
}

/// A bundle as records, of which readers see every one.
#[derive(Debug, Default)]
pub struct Records(BTreeMap<(Kind, String), (flat::Of, Value)>);

/// The lists of the files, and the kind and type of their records.
const LISTS: [(&str, &str, Kind, &str); 11] = [
    ("companies.json", "companies", Kind::Company, "Company"),
    ("companies.json", "products", Kind::Choice, "Named"),
    ("companies.json", "districts", Kind::Choice, "Named"),
    ("projects.json", "projects", Kind::Project, "Project"),
    (
        "indicators.json",
        "indicators",
        Kind::Indicator,
        "Indicator",
    ),
    ("chain.json", "links", Kind::Chain, "Link"),
    ("chain.json", "materials", Kind::Chain, "Material"),
    ("chain.json", "factors", Kind::Chain, "Factor"),
    ("chain.json", "flows", Kind::Chain, "Flow"),
    ("glossary.json", "terms", Kind::Term, "Term"),
    ("sources.json", "sources", Kind::Source, "Source"),
];

impl Records {
    /// Reads the records of a sound bundle; of its articles, those that are in
    /// `seen`.
    ///
    /// # Errors
    /// When a file has gone since the bundle was checked.
    pub fn read(dir: &Path, seen: &Bundle) -> Result<Self, DiffError> {
        let mut records = Self::default();
        let mut files: BTreeMap<&str, Value> = BTreeMap::new();
        for (file, list, kind, of) in LISTS {
            if !files.contains_key(file) {
                // A bundle of an older schema has fewer files.
                match dir.join(file).is_file() {
                    true => files.insert(file, json(&dir.join(file))?),
                    false => continue,
                };
            }
            let entries = files.get_mut(file).and_then(|value| value.get_mut(list));
            for entry in entries.and_then(Value::as_array_mut).into_iter().flatten() {
                let id = entry.get("id").or_else(|| entry.get("kind"));
                let id = id.and_then(Value::as_str).unwrap_or_default();
                // One id may be that of a material and of a link.
                let id = match kind {
                    Kind::Chain | Kind::Choice => format!("{list}/{id}"),
                    _ => id.to_owned(),
                };
                records.0.insert((kind, id), (of, entry.take()));
            }
        }
        let alliance = json(&dir.join("alliance.json"))?;
        let own = (Kind::Alliance, String::new());
        records.0.insert(own, ("Alliance", alliance));
        for (file, value) in files {
            let rest = rest(value);
            let of = match file {
                "indicators.json" => (Kind::Indicator, "Indicators"),
                "chain.json" => (Kind::Chain, "Chain"),
                _ => continue,
            };
            records.0.insert((of.0, file.to_owned()), (of.1, rest));
        }
        for article in &seen.news {
            let value = json(&dir.join(format!("news/{}.json", article.id)))?;
            let key = (Kind::Article, article.id.clone());
            records.0.insert(key, ("Article", value));
        }
        Ok(records)
    }
}

/// What a file has besides its lists of records.
fn rest(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.retain(|key, _| key == "featured" || !LISTS.iter().any(|(_, list, ..)| list == key));
    }
    value
}

/// What is different, articles first.
pub fn diff(old: &Records, new: &Records) -> Vec<Change> {
    let keys: BTreeSet<&(Kind, String)> = old.0.keys().chain(new.0.keys()).collect();
    let mut changes = Vec::new();
    for key in keys {
        let (before, after) = (old.0.get(key), new.0.get(key));
        let what = match (before, after) {
            (None, Some(_)) => What::Added,
            (Some(_), None) => What::Removed,
            (Some((of, before)), Some((_, after))) => {
                let fields = fields(of, before, after);
                if fields.is_empty() {
                    continue;
                }
                What::Changed(fields)
            }
            (None, None) => continue,
        };
        let (_, value) = match after.or(before) {
            Some(record) => record,
            None => continue,
        };
        changes.push(Change {
            kind: key.0,
            id: key.1.rsplit('/').next().unwrap_or_default().to_owned(),
            name: name(value),
            what,
        });
    }
    changes
}

fn fields(of: flat::Of, before: &Value, after: &Value) -> Vec<FieldChange> {
    let (before, after) = (flat::flatten(of, before), flat::flatten(of, after));
    let ways: BTreeSet<&flat::Way> = before.keys().chain(after.keys()).collect();
    ways.into_iter()
        .filter(|way| before.get(*way) != after.get(*way))
        .map(|way| FieldChange {
            way: way.clone(),
            old: before.get(way).cloned(),
            new: after.get(way).cloned(),
        })
        .collect()
}

/// The first of the fields that say what a record is called.
fn name(value: &Value) -> (String, Option<String>) {
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
        _ => (String::new(), None),
    }
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
