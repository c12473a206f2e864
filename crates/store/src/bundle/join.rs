//! Records as a file again.

use std::collections::{BTreeMap, HashSet};

use content::records::{self, ARTICLE, ARTICLE_FOLDER};

use super::BundleError;
use super::format::indent;
use super::raw::{Fields, range};
use crate::key::{ASSET, FILE, Key};

/// How far a record stands in, in its list.
const IN_LIST: usize = 4;

/// The name of the file that a record is in; of an asset its path.
pub fn file_of(key: &Key) -> String {
    match key.kind() {
        ARTICLE => format!("{ARTICLE_FOLDER}{}.json", key.id()),
        ASSET => key.id().to_owned(),
        FILE => format!("{}.json", key.id()),
        kind => {
            let mut lists = records::lists();
            let list = lists.find(|list| list.kind == kind);
            list.map_or_else(|| format!("{kind}.json"), |list| list.file.to_owned())
        }
    }
}

/// Puts a file together: what it holds beside its records, and its records by list and id.
/// Those that the file's list does not name come last, in the order of their ids.
///
/// # Errors
/// When what the file holds is not JSON.
pub fn join(
    name: &str,
    rest: &str,
    records: &BTreeMap<&str, Vec<(String, String)>>,
) -> Result<String, BundleError> {
    let fields = serde_json::from_str::<Fields>(rest).map_err(|error| BundleError::Json {
        file: name.to_owned(),
        error,
    })?;
    let mut out = String::with_capacity(rest.len() * 4);
    let mut copied = 0;
    let mut missing: Vec<(&str, String)> = Vec::new();
    for list in records::lists().filter(|list| list.file == name) {
        let own = records.get(list.kind).map_or(&[][..], Vec::as_slice);
        if !fields.0.iter().any(|(key, _)| key == list.key) && !own.is_empty() {
            missing.push((list.key, written(own.iter().map(|(_, content)| content))));
        }
    }
    for (key, value) in &fields.0 {
        let mut lists = records::lists();
        let Some(list) = lists.find(|list| list.file == name && list.key == key) else {
            continue;
        };
        let own = records.get(list.kind).map_or(&[][..], Vec::as_slice);
        // A list that was left in its file has no names in it.
        let Ok(order) = serde_json::from_str::<Vec<String>>(value.get()) else {
            continue;
        };
        let place = range(rest, value);
        out.push_str(&rest[copied..place.start]);
        let named = (order.iter()).filter_map(|id| own.iter().find(|(own, _)| own == id));
        let known: HashSet<&String> = order.iter().collect();
        let others = own.iter().filter(|(id, _)| !known.contains(id));
        out.push_str(&written(named.chain(others).map(|(_, content)| content)));
        copied = place.end;
    }
    out.push_str(&rest[copied..]);
    for (key, list) in missing {
        // Behind the last field, which may be the first.
        if let Some(end) = out.rfind('}') {
            let comma = if fields.0.is_empty() { "" } else { "," };
            let before = out[..end].trim_end().len();
            out.truncate(before);
            out.push_str(&format!("{comma}\n  \"{key}\": {list}\n}}"));
        }
    }
    out.push('\n');
    Ok(out)
}

fn written<'a>(entries: impl Iterator<Item = &'a String>) -> String {
    let entries: Vec<String> = entries
        .map(|entry| format!("    {}", indent(entry, IN_LIST)))
        .collect();
    match entries.is_empty() {
        true => "[]".to_owned(),
        false => format!("[\n{}\n  ]", entries.join(",\n")),
    }
}
