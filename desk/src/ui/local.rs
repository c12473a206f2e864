//! What is kept on the device until the server has it: a closed tab, a crash, a dead server
//! lose nothing.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use web_sys::Storage;

use super::browser::window;

/// A record as it was being written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Copy {
    /// The revision that it began with; none when the record was new.
    pub revision: Option<i64>,
    /// What the record was then.
    pub base: Value,
    /// What it has become.
    pub value: Value,
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn name(kind: &str, id: &str) -> String {
    format!("desk/draft/{kind}/{id}")
}

/// Keeps a copy; whether there was room.
pub fn keep(kind: &str, id: &str, copy: &Copy) -> bool {
    let Ok(text) = serde_json::to_string(copy) else {
        return false;
    };
    storage().is_some_and(|storage| storage.set_item(&name(kind, id), &text).is_ok())
}

/// The copy that is kept of a record.
pub fn kept(kind: &str, id: &str) -> Option<Copy> {
    let text = storage()?.get_item(&name(kind, id)).ok()??;
    serde_json::from_str(&text).ok()
}

/// The server has it.
pub fn forget(kind: &str, id: &str) {
    if let Some(storage) = storage() {
        // There was nothing, or there is nothing now.
        let _ = storage.remove_item(&name(kind, id));
    }
}

/// The records of which a copy is kept.
pub fn all() -> Vec<(String, String)> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    let names = (0..count).filter_map(|at| storage.key(at).ok()?);
    let of = |name: String| {
        let (kind, id) = name.strip_prefix("desk/draft/")?.split_once('/')?;
        Some((kind.to_owned(), id.to_owned()))
    };
    names.filter_map(of).collect()
}

/// A setting of this device.
pub fn setting(name: &str) -> Option<String> {
    storage()?.get_item(&format!("desk/{name}")).ok()?
}

/// Keeps a setting.
pub fn set(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // Without room it is as it was before.
        let _ = storage.set_item(&format!("desk/{name}"), value);
    }
}

/// Keeps a setting no longer.
pub fn unset(name: &str) {
    if let Some(storage) = storage() {
        // There was nothing, or there is nothing now.
        let _ = storage.remove_item(&format!("desk/{name}"));
    }
}
