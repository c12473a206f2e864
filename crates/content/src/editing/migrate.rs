//! Brings a bundle of an older schema version to the one that this program
//! reads. What it does not have to touch stays to the letter: order, spaces,
//! and fields that nobody knows.
//!
//! One step per version, each from the one before; `to_2.json` is what the
//! step to version 2 adds.

mod text;
mod to_2;
mod to_3;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use jsonc_parser::cst::CstInputValue;
use jsonc_parser::errors::ParseError;
use similar::TextDiff;
use thiserror::Error;

use super::insert::split_mark;
use super::replace::replace;

use crate::encoding::read_text;
use crate::leftovers::is_litter;

pub use crate::bundle::SCHEMA;

use text::Record;

/// The file that has the version.
const ALLIANCE: &str = "alliance.json";
/// What bundles had before they said it.
const FIRST: u32 = 1;

/// What a migration would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The version that was found.
    pub from: u32,
    /// The files that change, by name.
    pub files: Vec<MigratedFile>,
}

/// A file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigratedFile {
    /// Its path inside the bundle.
    pub name: String,
    /// Its text as it was; none of a new file.
    pub before: Option<String>,
    /// Its text as it is to be.
    pub after: String,
    /// What changes, in order.
    pub changes: Vec<Change>,
}

impl MigratedFile {
    /// What changes, line by line, as `diff -u` writes it.
    pub fn lines(&self) -> String {
        let before = self.before.as_deref().unwrap_or_default();
        let diff = TextDiff::from_lines(before, &self.after);
        diff.unified_diff().context_radius(1).to_string()
    }
}

/// Something that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The file is new, and empty.
    NewFile,
    /// The file names its schema.
    Schema,
    /// The version.
    Version,
    /// A factor is new.
    Factor(String),
    /// A factor, and all that names it, has another id.
    Renamed {
        /// As it was.
        from: String,
        /// As it is.
        to: String,
    },
    /// A field of a factor has another value, as nobody had changed it.
    Field {
        /// The factor.
        factor: String,
        /// Which.
        field: String,
    },
    /// A stage of the chain names more factors.
    Named(String),
    /// The links of the chain are called its stages.
    Stages,
    /// Addresses of filtered lists in texts are as they are now.
    Addresses,
    /// A source is new.
    Source(String),
}

/// Why there is no migration. Nothing has changed.
#[derive(Debug, Error)]
pub enum MigrateError {
    /// A file cannot be read.
    #[error("{path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file is no JSON.
    #[error("{name}: {fault}")]
    Syntax {
        /// The file.
        name: String,
        /// What the parser says.
        fault: Box<ParseError>,
    },
    /// A file that every version has is not there.
    #[error("{name} is missing")]
    Missing {
        /// The file.
        name: String,
    },
    /// A file is JSON of another shape than every version's.
    #[error("{name}: {wanted} is missing")]
    Shape {
        /// The file.
        name: String,
        /// What was looked for.
        wanted: &'static str,
    },
    /// The bundle is of a newer version.
    #[error("the bundle has schemaVersion {found}, and this program knows {SCHEMA} at most")]
    TooNew {
        /// The version.
        found: u64,
    },
    /// A file cannot be written. Those before it are.
    #[error("{path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// What would have to change in the bundle in a folder; nothing is written.
///
/// # Errors
/// See [`MigrateError`].
pub fn plan(folder: &Path) -> Result<Migration, MigrateError> {
    let mut bundle = Bundle::read(folder)?;
    let from = bundle.version()?;
    if from < 2 {
        to_2::step(&mut bundle)?;
    }
    if from < 3 {
        to_3::step(&mut bundle)?;
    }
    Ok(Migration {
        from,
        files: bundle.into_files(),
    })
}

/// The version of the bundle in a folder.
///
/// # Errors
/// See [`MigrateError`]; a version that this program does not know is one.
pub fn version(folder: &Path) -> Result<u32, MigrateError> {
    Bundle::read(folder)?.version()
}

impl Migration {
    /// Writes what changes. Each file is replaced whole.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), MigrateError> {
        // The version comes last: half a migration can be run again.
        let (last, others): (Vec<_>, Vec<_>) =
            self.files.iter().partition(|file| file.name == ALLIANCE);
        for file in others.into_iter().chain(last) {
            let path = folder.join(&file.name);
            replace(&path, &file.after).map_err(|source| MigrateError::Write { path, source })?;
        }
        Ok(())
    }
}

/// The files of a bundle while they change.
struct Bundle {
    files: BTreeMap<String, OpenFile>,
}

/// A file while it changes.
struct OpenFile {
    before: Option<String>,
    root: Record,
    changes: Vec<Change>,
}

impl Bundle {
    fn read(folder: &Path) -> Result<Self, MigrateError> {
        let mut names = Vec::new();
        for (below, prefix) in [("", ""), ("news", "news/")] {
            let within = folder.join(below);
            let fault = |source| MigrateError::Read {
                path: within.clone(),
                source,
            };
            for entry in fs::read_dir(&within).map_err(fault)? {
                let name = entry.map_err(fault)?.file_name();
                let name = name.to_string_lossy();
                if name.ends_with(".json") && !name.starts_with('.') && !is_litter(&name) {
                    names.push(format!("{prefix}{name}"));
                }
            }
        }
        let mut files = BTreeMap::new();
        for name in names {
            let path = folder.join(&name);
            let text = read_text(&path).map_err(|source| MigrateError::Read { path, source })?;
            let root = Record::parse(&name, split_mark(&text).1)?;
            let open = OpenFile {
                before: Some(text),
                root,
                changes: Vec::new(),
            };
            files.insert(name, open);
        }
        Ok(Self { files })
    }

    fn version(&mut self) -> Result<u32, MigrateError> {
        let Some(found) = self.file(ALLIANCE)?.root.number("schemaVersion") else {
            return Ok(FIRST);
        };
        match u32::try_from(found) {
            Ok(found) if found <= SCHEMA => Ok(found),
            _ => Err(MigrateError::TooNew { found }),
        }
    }

    /// Writes the version that a step leads to.
    fn set_version(&mut self, version: u32) -> Result<(), MigrateError> {
        let alliance = self.file(ALLIANCE)?;
        let version = CstInputValue::Number(version.to_string());
        match alliance.root.object.get("schemaVersion") {
            Some(field) => field.set_value(version),
            None => drop(alliance.root.object.insert(1, "schemaVersion", version)),
        }
        if !alliance.changes.contains(&Change::Version) {
            alliance.changes.push(Change::Version);
        }
        Ok(())
    }

    /// A file that every bundle has.
    fn file(&mut self, name: &str) -> Result<&mut OpenFile, MigrateError> {
        let file = self.files.get_mut(name);
        file.ok_or_else(|| MigrateError::Missing {
            name: name.to_owned(),
        })
    }

    fn into_files(self) -> Vec<MigratedFile> {
        (self.files.into_iter())
            .filter(|(_, file)| !file.changes.is_empty())
            .map(|(name, file)| {
                let before = file.before.as_deref().unwrap_or_default();
                let after = format!("{}{}", split_mark(before).0, file.root.text());
                MigratedFile {
                    name,
                    before: file.before,
                    after,
                    changes: file.changes,
                }
            })
            .collect()
    }
}
