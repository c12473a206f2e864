//! A bundle as records.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::describe::{Name, Names};
use super::value::Of;
use super::{DiffError, Kind};
use crate::bundle::Bundle;
use crate::encoding::read_text;
use crate::fields::{Field, field};
use crate::table::{ARTICLES, FILES, FileRow, ListRow};
use model::Lang;

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
        for row in FILES.iter().filter(|row| row.is_wanted_in(dir)) {
            let mut value = json(&dir.join(row.name))?;
            for list in row.lists {
                records.take(row, list, &mut value);
            }
            if let Some(kind) = row.kind {
                let id = match kind {
                    Kind::Alliance => String::new(),
                    _ => row.name.to_owned(),
                };
                records.by_id.insert((kind, id), (row.type_name, value));
            }
        }
        for article in &seen.news {
            let value = json(&dir.join(format!("{}{}.json", ARTICLES.name, article.id)))?;
            records.call("news", &article.id, name(&value));
            let key = (Kind::Article, article.id.clone());
            records.by_id.insert(key, (ARTICLES.type_name, value));
        }
        records.name_flows();
        Ok(records)
    }

    /// Takes the records of a list out of its file; of those that are compared with the
    /// file, only what they are called.
    fn take(&mut self, row: &FileRow, list: &ListRow, file: &mut Value) {
        let Some(kind) = list.kind else {
            let entries = file.get(list.key).and_then(Value::as_array);
            for record in entries.into_iter().flatten() {
                self.call(list.key, id(record), name(record));
            }
            return;
        };
        let taken = file.as_object_mut().and_then(|file| file.remove(list.key));
        let Some(Value::Array(entries)) = taken else {
            return;
        };
        let mut ids = Vec::with_capacity(entries.len());
        for entry in entries {
            let entry = match kind {
                Kind::Script => script(&entry),
                _ => entry,
            };
            let id = id(&entry).to_owned();
            self.call(list.key, &id, name(&entry));
            // One id may be that of a material and of a stage.
            let key = match kind {
                Kind::Chain | Kind::Choice => format!("{}/{id}", list.key),
                _ => id.clone(),
            };
            self.by_id.insert((kind, key), (list.type_name, entry));
            ids.push(id);
        }
        if kind == Kind::Script {
            // Nobody sees their order.
            return;
        }
        self.orders.push(Order {
            kind,
            title: field(row.type_name, list.key),
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

/// A word in two scripts as a record: the simplified form is what it is known by, and
/// its note is for other editors.
fn script(term: &Value) -> Value {
    let text = |lang: Lang| term.get(lang.tag()).cloned().unwrap_or_default();
    json!({ "id": text(Lang::ZhHans), (Lang::ZhHant.tag()): text(Lang::ZhHant) })
}

/// The id of a record; a flow has its kind.
fn id(record: &Value) -> &str {
    let id = record.get("id").or_else(|| record.get("kind"));
    id.and_then(Value::as_str).unwrap_or_default()
}

/// The first of the fields that say what a record is called.
pub(super) fn name(value: &Value) -> Name {
    // Of an offer what is offered; of a flow or a capacity that is an id or a part.
    let offered = value.get("until").and(value.get("material"));
    let name = ["title", "name", "term", "alt"]
        .iter()
        .find_map(|key| value.get(key))
        .or(offered);
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

fn json(path: &Path) -> Result<Value, DiffError> {
    let text = read_text(path).map_err(|error| DiffError::Io {
        path: path.to_owned(),
        error,
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|error| DiffError::Json {
        path: path.to_owned(),
        error,
    })
}
