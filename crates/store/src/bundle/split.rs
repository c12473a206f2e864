//! A file as its records, and what it holds beside them.

use std::collections::HashSet;

use content::records::{self, ARTICLE, ARTICLE_FOLDER};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::BundleError;
use super::format::dedent;
use super::raw::{Fields, range};
use crate::key::{FILE, Key, is_id};

/// What a file is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SplitFile {
    /// Its records by their names, as they were written; what the file holds beside them
    /// comes first, with the ids in place of the records.
    pub records: Vec<(Key, String)>,
}

#[derive(Deserialize)]
struct Identified {
    id: String,
}

/// Takes a file of a bundle apart: `companies.json`, `news/x.json`. None when it is not one
/// whose records are known.
///
/// A list in which ids are missing or the same stays in the file: it will be said what is
/// wrong with it, and nothing of it is lost.
///
/// # Errors
/// When it is not JSON.
pub fn split(name: &str, text: &str) -> Result<Option<SplitFile>, BundleError> {
    let json = |error| BundleError::Json {
        file: name.to_owned(),
        error,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    // Line ends within lines would be counted as lines of their own.
    let text = &text.replace("\r\n", "\n");
    let whole: &RawValue = serde_json::from_str(text).map_err(json)?;
    if let Some(id) = article(name) {
        let record = (Key::stored(ARTICLE, id), whole.get().to_owned());
        return Ok(Some(SplitFile {
            records: vec![record],
        }));
    }
    let Some(stem) = name.strip_suffix(".json") else {
        return Ok(None);
    };
    if !records::files().any(|known| known == name) {
        return Ok(None);
    }
    let mut rest = String::with_capacity(text.len());
    let mut copied = 0;
    let mut taken = Vec::new();
    // What is no object is left whole.
    let fields = serde_json::from_str::<Fields>(text).map_or_else(|_| Vec::new(), |of| of.0);
    for (key, value) in &fields {
        let mut lists = records::lists();
        let Some(list) = lists.find(|list| list.file == name && list.key == key) else {
            continue;
        };
        let Some(entries) = identified(value) else {
            continue;
        };
        let place = range(text, value);
        rest.push_str(&text[copied..place.start]);
        rest.push_str(&ids(&entries));
        copied = place.end;
        for (id, entry) in entries {
            let at = range(text, entry).start;
            let content = dedent(entry.get(), spaces_before(text, at));
            taken.push((Key::stored(list.kind, id), content));
        }
    }
    rest.push_str(&text[copied..]);
    let mut records = vec![(Key::stored(FILE, stem), rest)];
    records.append(&mut taken);
    Ok(Some(SplitFile { records }))
}

/// The id of an article by its file's name, if a record can be called so.
fn article(name: &str) -> Option<&str> {
    let id = name.strip_prefix(ARTICLE_FOLDER)?.strip_suffix(".json")?;
    is_id(id).then_some(id)
}

/// The entries of a list, each with its id, if every one has one of its own.
fn identified(list: &RawValue) -> Option<Vec<(String, &RawValue)>> {
    let entries: Vec<&RawValue> = serde_json::from_str(list.get()).ok()?;
    let mut seen = HashSet::new();
    let entries = entries.into_iter().map(|entry| {
        let Identified { id } = serde_json::from_str(entry.get()).ok()?;
        (is_id(&id) && seen.insert(id.clone())).then_some((id, entry))
    });
    entries.collect()
}

fn ids(entries: &[(String, &RawValue)]) -> String {
    let ids: Vec<String> = (entries.iter())
        .map(|(id, _)| format!("\"{id}\""))
        .collect();
    format!("[{}]", ids.join(", "))
}

/// How many spaces the line begins with in which a place is.
fn spaces_before(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = &text[start..];
    line.len() - line.trim_start_matches(' ').len()
}
