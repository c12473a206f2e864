//! What a reader would see changed between two bundles.

mod describe;
mod flat;
mod lists;
mod records;
mod text;
mod value;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;

use serde_json::Value;
use thiserror::Error;

pub use crate::table::RecordKind as Kind;
use describe::{Name, Names};
use lists::Difference;
pub use records::Records;
use records::name;
pub use text::render;
use value::{FieldValue, Of, Way};

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

/// A record that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it describes.
    pub kind: Kind,
    /// Its id; empty for the alliance.
    pub id: String,
    /// Its name in Chinese, and in English if there is one.
    pub name: Name,
    /// How it has changed.
    pub edit: Edit,
}

/// How a record has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Some of it is different.
    Changed(Vec<FieldChange>),
    /// It is a whole list, whose records stand in another order.
    Reordered,
}

/// A field that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The way to it.
    pub way: Way,
    /// What was there.
    pub old: Option<FieldValue>,
    /// What is there.
    pub new: Option<FieldValue>,
}

/// What is different between two bundles.
#[derive(Debug)]
pub struct Diff {
    /// Articles first.
    pub changes: Vec<Change>,
    names: Names,
}

/// Compares two bundles.
pub fn diff(old: Records, new: Records) -> Diff {
    let mut changes = records(&old, &new);
    changes.extend(orders(&old, &new));
    changes.sort_by_key(|change| change.kind);
    // A record that is gone has its old name.
    let mut names = old.names;
    names.0.extend(new.names.0);
    Diff { changes, names }
}

fn records(old: &Records, new: &Records) -> Vec<Change> {
    let keys: BTreeSet<&(Kind, String)> = old.by_id.keys().chain(new.by_id.keys()).collect();
    let mut changes = Vec::new();
    for key in keys {
        let (before, after) = (old.by_id.get(key), new.by_id.get(key));
        let edit = match (before, after) {
            (None, Some(_)) => Edit::Added,
            (Some(_), None) => Edit::Removed,
            (Some((of, before)), Some((_, after))) => {
                let fields = fields(of, before, after);
                if fields.is_empty() {
                    continue;
                }
                Edit::Changed(fields)
            }
            (None, None) => continue,
        };
        let Some((_, value)) = after.or(before) else {
            continue;
        };
        changes.push(Change {
            kind: key.0,
            id: key.1.rsplit('/').next().unwrap_or_default().to_owned(),
            name: name(value),
            edit,
        });
    }
    changes
}

/// The lists whose records stand in another order, whatever came and went.
fn orders<'a>(old: &'a Records, new: &'a Records) -> impl Iterator<Item = Change> + 'a {
    let pairs = new.orders.iter().filter_map(|after| {
        let title = after.title?;
        let same = |list: &&records::Order| {
            (list.title).is_some_and(|other| list.kind == after.kind && other.key == title.key)
        };
        let before = old.orders.iter().find(same)?;
        Difference::of(&before.ids, &after.ids)
            .reordered
            .then_some((after.kind, title))
    });
    pairs.map(|(kind, title)| Change {
        kind,
        id: String::new(),
        name: (title.zh.to_owned(), Some(title.en.to_owned())),
        edit: Edit::Reordered,
    })
}

fn fields(of: Of, before: &Value, after: &Value) -> Vec<FieldChange> {
    let (before, after) = (flat::flatten(of, before), flat::flatten(of, after));
    let ways: BTreeSet<&Way> = before.keys().chain(after.keys()).collect();
    ways.into_iter()
        .filter(|way| is_other(before.get(*way), after.get(*way)))
        .map(|way| FieldChange {
            way: way.clone(),
            old: before.get(way).cloned(),
            new: after.get(way).cloned(),
        })
        .collect()
}

/// Entries that come and go are described by their text; of a list of them, the
/// order alone is of interest.
fn is_other(old: Option<&FieldValue>, new: Option<&FieldValue>) -> bool {
    match (old, new) {
        (Some(FieldValue::Order(old)), Some(FieldValue::Order(new))) => {
            Difference::of(old, new).reordered
        }
        (Some(FieldValue::Order(_)), None) | (None, Some(FieldValue::Order(_))) => false,
        (old, new) => old != new,
    }
}
