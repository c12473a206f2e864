//! In which record a fault is, and where in it: reports speak of files.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use content::fault::{Fault, Kind};
use content::records::{self, ARTICLE, ARTICLE_FOLDER};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use store::FILE;

/// A place in a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Place {
    /// The kind of the record.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The way inside it: `capacities[0].asOf`; empty for the whole record.
    pub path: String,
}

/// The files of a folder, as far as they are asked for.
#[derive(Debug)]
pub struct Places<'a> {
    dir: &'a Path,
    files: HashMap<String, Value>,
}

impl<'a> Places<'a> {
    /// Those of a folder.
    pub fn of(dir: &'a Path) -> Self {
        Self {
            dir,
            files: HashMap::new(),
        }
    }

    /// Where a fault is; none when it is in no record. What is missing is where it would be.
    pub fn find(&mut self, fault: &Fault) -> Option<Place> {
        let mut place = self.find_value(fault)?;
        if let Kind::MissingField { field } = &fault.kind {
            if !place.path.is_empty() {
                place.path.push('.');
            }
            place.path.push_str(field);
        }
        Some(place)
    }

    fn find_value(&mut self, fault: &Fault) -> Option<Place> {
        let stem = fault.file.strip_suffix(".json")?;
        if let Some(id) = stem.strip_prefix(ARTICLE_FOLDER) {
            return Some(Place {
                kind: ARTICLE.to_owned(),
                id: id.to_owned(),
                path: fault.path.clone(),
            });
        }
        if !records::files().any(|name| name == fault.file) {
            return None;
        }
        let in_list = self.in_list(&fault.file, &fault.path);
        Some(in_list.unwrap_or_else(|| Place {
            kind: FILE.to_owned(),
            id: stem.to_owned(),
            path: fault.path.clone(),
        }))
    }

    /// `companies[2].name` as a company's `name`.
    fn in_list(&mut self, file: &str, path: &str) -> Option<Place> {
        let (key, rest) = path.split_once('[')?;
        let (index, rest) = rest.split_once(']')?;
        let index: usize = index.parse().ok()?;
        let list = records::lists().find(|list| list.file == file && list.key == key)?;
        let value = self.file(file);
        let id = value.get(key)?.get(index)?.get("id")?.as_str()?;
        Some(Place {
            kind: list.kind.to_owned(),
            id: id.to_owned(),
            path: rest.trim_start_matches('.').to_owned(),
        })
    }

    fn file(&mut self, name: &str) -> &Value {
        let dir = self.dir;
        self.files.entry(name.to_owned()).or_insert_with(|| {
            let text = fs::read_to_string(dir.join(name)).unwrap_or_default();
            serde_json::from_str(&text).unwrap_or_default()
        })
    }
}
