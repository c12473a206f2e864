//! The way to a value, in the words editors know.

use crate::fields::{Field, field, type_of};
use crate::json::{Node, Path, Step};
use crate::table::row_of;
use model::Lang;

/// A step of the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Crumb {
    /// Into a field of a type.
    Field {
        /// The type's name; empty when it has none.
        of: &'static str,
        /// The field's name.
        key: String,
    },
    /// Into an entry of a list.
    Entry {
        /// Counted from 0.
        index: usize,
        /// Its id, if it has one.
        id: Option<String>,
    },
}

/// The way through a file, as far as it can be walked.
pub(crate) fn trail(file: &str, path: &Path, root: Option<&Node>) -> Vec<Crumb> {
    let (mut of, mut node) = (root_type(file), root);
    let mut crumbs = Vec::with_capacity(path.0.len());
    for step in &path.0 {
        node = node.and_then(|node| node.step(step));
        crumbs.push(match step {
            Step::Key(key) => {
                let crumb = Crumb::Field {
                    of,
                    key: key.clone(),
                };
                of = type_of(key);
                crumb
            }
            Step::Index(index) => Crumb::Entry {
                index: *index,
                id: node
                    .and_then(|node| node.member("id"))
                    .and_then(|id| id.value.text())
                    .map(str::to_owned),
            },
        });
    }
    crumbs
}

/// The type that a file holds.
pub(super) fn root_type(file: &str) -> &'static str {
    row_of(file).map_or("", |row| row.type_name)
}

impl Crumb {
    /// The id of an entry.
    pub fn id(&self) -> Option<&str> {
        match self {
            Crumb::Entry { id, .. } => id.as_deref(),
            Crumb::Field { .. } => None,
        }
    }

    /// What the table has on it, if it is a field.
    pub(super) fn field(&self) -> Option<&'static Field> {
        match self {
            Crumb::Field { of, key } => field(of, key),
            Crumb::Entry { .. } => None,
        }
    }

    /// In words; the last with its name in the file.
    pub(super) fn words(&self, lang: Lang, last: bool) -> String {
        match self {
            Crumb::Field { key, .. } => match self.field().map(|field| field.title(lang)) {
                Some(title) if !last || title == key => title.to_owned(),
                Some(title) if lang == Lang::En => format!("{title} ({key})"),
                Some(title) => format!("{title}（{key}）"),
                None => key.clone(),
            },
            Crumb::Entry { id: Some(id), .. } => id.clone(),
            Crumb::Entry { index, .. } if lang == Lang::En => format!("no. {}", index + 1),
            Crumb::Entry { index, .. } => format!("第 {} 项", index + 1),
        }
    }
}
