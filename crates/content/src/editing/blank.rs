//! A bundle to begin with: every file that there must be, with its lists empty. What only
//! people know is left out, and said by the check.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use thiserror::Error;

use super::replace::replace;
use crate::bundle::SCHEMA;
use crate::leftovers::is_passed_over;
use crate::schema;
use crate::table::{ARTICLES, FILES};

/// Why there is no bundle to begin with.
#[derive(Debug, Error)]
pub enum BlankError {
    /// Something is in the folder already.
    #[error("{0} is not empty")]
    Filled(PathBuf),
    /// It cannot be written.
    #[error("{}: {error}", path.display())]
    Io {
        /// What.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

fn broken(path: &Path) -> impl FnOnce(io::Error) -> BlankError + use<> {
    let path = path.to_owned();
    move |error| BlankError::Io { path, error }
}

/// Whether nothing is in a folder: what systems leave in every folder does not count.
///
/// # Errors
/// When it cannot be read.
pub fn is_empty(dir: &Path) -> io::Result<bool> {
    for entry in dir.read_dir()? {
        if !is_passed_over(&entry?.file_name().to_string_lossy()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The files, by name.
pub fn files() -> Vec<(&'static str, String)> {
    let schemas = schema::all();
    let rows = FILES.iter().zip(&schemas).filter(|(row, _)| !row.optional);
    let files = rows.map(|(row, schema)| {
        // The schemas were just written from the types.
        let schema: Value = serde_json::from_str(&schema.json).unwrap_or_default();
        let mut file = Map::new();
        file.insert("$schema".to_owned(), schema::reference(row.name).into());
        let must = schema["required"].as_array().into_iter().flatten();
        for key in must.filter_map(Value::as_str) {
            let value = match (key, schema["properties"][key]["type"].as_str()) {
                ("schemaVersion", _) => SCHEMA.into(),
                (_, Some("array")) => Value::Array(Vec::new()),
                _ => continue,
            };
            file.insert(key.to_owned(), value);
        }
        (row.name, format!("{:#}\n", Value::Object(file)))
    });
    files.collect()
}

/// Writes them into an empty folder.
///
/// # Errors
/// When something is in it, or it cannot be written.
pub fn write(dir: &Path) -> Result<(), BlankError> {
    if !is_empty(dir).map_err(broken(dir))? {
        return Err(BlankError::Filled(dir.to_owned()));
    }
    let news = dir.join(ARTICLES.name);
    fs::create_dir_all(&news).map_err(broken(&news))?;
    for (name, text) in files() {
        let path = dir.join(name);
        replace(&path, &text).map_err(broken(&path))?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;
    use crate::fault::Kind;
    use crate::load::load;

    #[test]
    fn begin_with_empty_lists_and_nothing_invented() {
        let files = files();
        let file = |name: &str| {
            let found = files.iter().find(|(file, _)| *file == name);
            let text = found.map(|(_, text)| text.as_str()).unwrap_or_default();
            serde_json::from_str::<Value>(text).unwrap_or_default()
        };
        assert_eq!(
            file("companies.json")["companies"],
            Value::Array(Vec::new())
        );
        assert_eq!(file("alliance.json")["schemaVersion"], SCHEMA);
        assert_eq!(file("alliance.json").get("name"), None);
        for (name, text) in &files {
            let value: Value = serde_json::from_str(text).unwrap_or_default();
            let fields = value.as_object().into_iter().flatten();
            let known = ["$schema", "schemaVersion"];
            for (key, value) in fields.filter(|(key, _)| !known.contains(&key.as_str())) {
                assert_eq!(value, &Value::Array(Vec::new()), "{name} {key}");
            }
        }
    }

    #[test]
    fn ask_for_the_alliance_s_name() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path()).unwrap();
        let faults = load(folder.path()).unwrap_err();
        let asks = |field: &str| {
            faults.into_iter().any(|fault| {
                fault.file == "alliance.json"
                    && matches!(&fault.kind, Kind::MissingField { field: found } if *found == field)
            })
        };
        assert!(asks("name"), "{faults:?}");
        assert!(matches!(write(folder.path()), Err(BlankError::Filled(_))));
    }
}
