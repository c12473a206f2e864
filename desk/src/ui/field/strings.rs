//! A list of plain words in a record.

use desk::path::Path;
use serde_json::Value;

use crate::ui::doc::Doc;

/// The words.
pub fn strings(doc: Doc, path: &Path) -> Vec<String> {
    doc.read(|value| {
        let list = path.get(value).and_then(Value::as_array);
        let words = list.into_iter().flatten().filter_map(Value::as_str);
        words.map(str::to_owned).collect()
    })
}

/// Puts words in their place; none take the list away.
pub fn put_strings(doc: Doc, path: &Path, list: Vec<String>) {
    let new = (!list.is_empty()).then(|| list.into_iter().map(Value::String).collect());
    doc.put(path, new);
}
