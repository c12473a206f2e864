//! Mends what can be mended in one way only, and nothing else of a file.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::Value;
use similar::TextDiff;
use thiserror::Error;

use super::replace::replace;
use crate::check::mends;
use crate::encoding::read_text;
use crate::files::json_files;
use crate::source::SourceFile;

/// A mend may make another one possible; this often is looked again.
const AGAIN: usize = 4;

/// A byte order mark, which stays where one is.
const MARK: &str = "\u{feff}";

/// A file that would be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// Its path inside the bundle.
    pub name: String,
    before: String,
    after: String,
}

/// A file that could not be read or written. Those before it are written.
#[derive(Debug, Error)]
#[error("{path}: {source}")]
pub struct FixError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

impl FixedFile {
    /// What changes, line by line, as `diff -u` writes it.
    pub fn lines(&self) -> String {
        let diff = TextDiff::from_lines(&self.before, &self.after);
        diff.unified_diff().context_radius(1).to_string()
    }
}

/// What would be mended in the bundle of a folder; files that are no JSON, or
/// cannot be read, are left to the check.
pub fn plan(dir: &Path) -> Vec<FixedFile> {
    let fixed = json_files(dir).into_iter().filter_map(|name| {
        let before = read_text(&dir.join(&name)).ok()?;
        let after = mended(&name, &before)?;
        Some(FixedFile {
            name,
            before,
            after,
        })
    });
    fixed.collect()
}

/// A text of a record that can be mended in one way only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The way to it: `body.zh-Hans[2]`.
    pub path: String,
    /// The whole text, mended.
    pub value: String,
}

/// What can be mended in one way only in a record that is being written, text by text.
pub fn mends_of(record: &str) -> Vec<Mend> {
    let Some(after) = mended("record.json", record) else {
        return Vec::new();
    };
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let mut mends = Vec::new();
    different(&read(record), &read(&after), "", &mut mends);
    mends
}

/// The texts that are different in two values of one shape.
fn different(before: &Value, after: &Value, path: &str, mends: &mut Vec<Mend>) {
    match (before, after) {
        (Value::String(before), Value::String(after)) if before != after => mends.push(Mend {
            path: path.to_owned(),
            value: after.clone(),
        }),
        (Value::Array(before), Value::Array(after)) => {
            for (index, (before, after)) in before.iter().zip(after).enumerate() {
                different(before, after, &format!("{path}[{index}]"), mends);
            }
        }
        (Value::Object(before), Value::Object(after)) => {
            for (key, before) in before {
                let below = match path {
                    "" => key.clone(),
                    path => format!("{path}.{key}"),
                };
                if let Some(after) = after.get(key) {
                    different(before, after, &below, mends);
                }
            }
        }
        _ => {}
    }
}

/// Writes what was planned.
///
/// # Errors
/// The first file that cannot be written.
pub fn write(dir: &Path, fixed: &[FixedFile]) -> Result<(), FixError> {
    for file in fixed {
        let path = dir.join(&file.name);
        replace(&path, &file.after).map_err(|source| FixError { path, source })?;
    }
    Ok(())
}

/// The text of a file with everything mended, if there is anything.
fn mended(name: &str, before: &str) -> Option<String> {
    let (mark, text) = match before.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => ("", before),
    };
    let mut text = text.to_owned();
    let mut changed = false;
    for _ in 0..AGAIN {
        let file = SourceFile::of(name, text.clone().into_bytes(), &mut Vec::new())?;
        let mut edits = mends(&file);
        if edits.is_empty() {
            break;
        }
        // From behind, so that what is before stays where it is.
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (Range { start, end }, instead) in edits {
            text.replace_range(start..end, &instead);
        }
        changed = true;
    }
    changed.then(|| format!("{mark}{text}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mend_a_record_text_by_text() {
        let record = r###"{
            "id": "x",
            "title": { "zh-Hans": "⼴元的铝", "en": "Aluminium" },
            "body": ["没有问题的一段。", "##标题\n\n**⼴元**"]
        }"###;
        let mends = mends_of(record);
        let mend = |path: &str| {
            let found = mends.iter().find(|mend| mend.path == path);
            found.map(|mend| mend.value.as_str())
        };
        assert_eq!(mend("title.zh-Hans"), Some("广元的铝"));
        let body = mend("body[1]").unwrap_or_default();
        assert!(body.contains("**广元**"), "{body}");
        assert_eq!(mends.len(), 2, "{mends:?}");
        assert!(mends_of(r#"{ "title": "广元" }"#).is_empty());
        assert!(mends_of("no JSON").is_empty());
    }
}
