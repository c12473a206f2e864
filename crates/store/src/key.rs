//! What a record is called: its kind and its id.

use std::fmt;
use std::path::{Component, Path};

use content::leftovers::{is_litter, is_passed_over};
use content::records;
use thiserror::Error;

/// A record's name, unique in a store.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What it is: `article`, `company`, …; `file` for what a file holds beside its
    /// records; `asset` for a file that is kept as it is.
    kind: String,
    /// Its id; of a file its name without `.json`; of an asset its path in the bundle.
    id: String,
}

/// Why a name is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// There is no such kind.
    #[error("there is no kind of record `{0}`")]
    Kind(String),
    /// No record can have such an id.
    #[error(
        "`{0}` cannot be the id of a record: small letters a to z, figures and hyphens, at most 100"
    )]
    Id(String),
    /// There is no such file in a bundle.
    #[error("a bundle has no file `{0}.json`")]
    File(String),
    /// A file cannot lie there.
    #[error("a bundle has no place for `{0}`: files lie in media/, papers/ or root/")]
    Path(String),
}

/// What a file holds beside its records.
pub const FILE: &str = "file";
/// A file that is kept as it is: a picture, a paper.
pub const ASSET: &str = "asset";
/// The longest id or path, in bytes.
const LONGEST: usize = 200;

impl Key {
    /// A name that somebody has asked for.
    ///
    /// # Errors
    /// When no record can be called so.
    pub fn parse(kind: &str, id: &str) -> Result<Self, KeyError> {
        let known = kind == records::ARTICLE || records::lists().any(|list| list.kind == kind);
        match kind {
            FILE if !records::files().any(|name| name.strip_suffix(".json") == Some(id)) => {
                return Err(KeyError::File(id.to_owned()));
            }
            FILE => {}
            ASSET if !is_asset_path(id) => return Err(KeyError::Path(id.to_owned())),
            ASSET => {}
            _ if !known => return Err(KeyError::Kind(kind.to_owned())),
            _ if !is_id(id) => return Err(KeyError::Id(id.to_owned())),
            _ => {}
        }
        Ok(Self::stored(kind, id))
    }

    /// A name that stands in a store, or is found in a bundle.
    pub(crate) fn stored(kind: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            id: id.into(),
        }
    }

    /// What it is.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Its id, or path.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether it is a file that is kept as it is.
    pub fn is_asset(&self) -> bool {
        self.kind == ASSET
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

/// Whether an id can stand in addresses and be a file's name on every system.
pub(crate) fn is_id(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=100).contains(&id.len()) && id.bytes().all(allowed) && !id.starts_with('-')
}

/// Whether a file may be kept at a path: in one of the folders for such files, by a name
/// that no system and no program takes for something else.
fn is_asset_path(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let Some(Component::Normal(folder)) = parts.next() else {
        return false;
    };
    // Hosts ask for hidden folders at the top of a site, as `.well-known`.
    let passed_over = match folder == "root" {
        true => is_litter,
        false => is_passed_over,
    };
    let in_place = ["media", "papers", "root"]
        .iter()
        .any(|known| folder == *known);
    let plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && !part.ends_with([' ', '.'])
            && !passed_over(part)
            && !part
                .chars()
                .any(|char| char.is_control() || r#"\:*?"<>|"#.contains(char))
    };
    in_place && path.len() <= LONGEST && path.split('/').count() >= 2 && path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn names_what_a_bundle_has_a_place_for() {
        for (kind, id) in [
            ("article", "2025-10-31-output"),
            ("company", "linfeng"),
            ("file", "alliance"),
            ("asset", "media/yard.jpg"),
            ("asset", "root/.well-known/security.txt"),
            ("asset", "media/图 1.jpg"),
        ] {
            assert!(Key::parse(kind, id).is_ok(), "{kind}/{id}");
        }
    }

    #[test]
    fn refuses_every_way_out_of_the_folder() {
        for id in [
            "media/../../etc/passwd",
            "../media/x.jpg",
            "/media/x.jpg",
            "media//x.jpg",
            "media/.git/config",
            "media\\..\\x.jpg",
            "media/x.jpg:stream",
            "media/\0.jpg",
            "news/x.json",
            "companies.json",
            ".site/store.db",
            "media",
            "media/",
        ] {
            assert!(Key::parse(ASSET, id).is_err(), "{id}");
        }
        for id in ["../x", "a/b", "", "-x", "A", "x\n", "con.json", "日"] {
            assert!(Key::parse("article", id).is_err(), "{id}");
        }
        assert!(Key::parse("person", "x").is_err());
        assert!(Key::parse("file", "passwd").is_err());
    }
}
