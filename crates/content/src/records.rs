//! Which lists of which files hold records that can be kept one by one: for a store that
//! knows every record by what it is and its id.

use crate::table::{ARTICLES, FILES};

pub use crate::files::LIMIT as LARGEST;

/// The folder of the articles, with its `/`.
pub const ARTICLE_FOLDER: &str = ARTICLES.name;

/// What an article is called as a kind of record.
pub const ARTICLE: &str = "article";

/// A list whose records have an id each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordList {
    /// The file that holds it, as `companies.json`.
    pub file: &'static str,
    /// Its field, as `companies`.
    pub key: &'static str,
    /// What each of its records is called as a kind, as `company`.
    pub kind: &'static str,
}

/// Every such list, in the order of the files.
pub fn lists() -> impl Iterator<Item = RecordList> {
    FILES.iter().flat_map(|row| {
        row.lists.iter().filter_map(move |list| {
            Some(RecordList {
                file: row.name,
                key: list.key,
                kind: list.referent?.kind(),
            })
        })
    })
}

/// The files of a bundle that are no articles.
pub fn files() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|row| row.name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn call_each_list_by_another_kind() {
        let kinds: BTreeSet<&str> = lists().map(|list| list.kind).collect();
        assert_eq!(kinds.len(), lists().count());
        assert!(kinds.contains("company") && !kinds.contains(ARTICLE));
    }
}
