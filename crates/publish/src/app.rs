//! The browser's program, as Trunk built it or as the last publish left it.
//!
//! Trunk's folder has a stylesheet per component, and for each door a wasm with long
//! names; here they become a stylesheet and a smaller wasm for each, named by their content.
//! `app.json` lists the files, so that an editor publishes again with nothing but the
//! folder itself, and so that a door finds another.

mod css;
mod door;
mod find;
mod trunk;
mod wasm;
pub mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;
use walkdir::WalkDir;

use model::routes::Door;

pub use door::DoorFiles;
pub use wasm::WasmError;

/// The file that says what the program consists of.
pub const RECORD: &str = "app.json";
/// The folder of icons and images.
const ASSETS: &str = "assets";

/// The browser's program: its files' names and their content.
#[derive(Clone, Debug)]
pub struct App {
    /// What `app.json` says.
    pub record: Record,
    /// Every file, by its path below the output folder.
    pub files: Vec<AppFile>,
}

/// A file of the program.
#[derive(Clone, Debug)]
pub struct AppFile {
    /// Below the output folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// `app.json`: the names under which pages ask for the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What each door consists of, by its word.
    #[serde(default)]
    pub doors: BTreeMap<String, DoorFiles>,
    /// Icons and images, below `assets/`.
    pub assets: Vec<String>,
    /// The files of the doors of the program before this one: tabs that are still open
    /// ask for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
}

/// Why the browser's program was not found whole.
#[derive(Debug, Error)]
pub enum AppError {
    /// Neither Trunk's output nor an earlier publish is there.
    #[error(
        "there is no app: neither `{trunk}` (what `trunk build --release` makes) nor `{record}` (what an earlier publish leaves) can be read"
    )]
    Missing {
        /// Trunk's page.
        trunk: PathBuf,
        /// The record of an earlier publish.
        record: PathBuf,
    },
    /// A file cannot be read.
    #[error("cannot read `{path}`: {error}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The record is not one.
    #[error("`{path}` is damaged: {error}. Publish again with --app.")]
    Record {
        /// Which.
        path: PathBuf,
        /// Why.
        error: serde_json::Error,
    },
    /// The record is of a version that had fewer doors.
    #[error(
        "`{path}` knows no `{door}` of the app: an earlier version has left it. Publish again with --app."
    )]
    Door {
        /// Which record.
        path: PathBuf,
        /// What it does not know.
        door: &'static str,
    },
    /// The wasm cannot be read.
    #[error("`{path}` is not WebAssembly: {error}")]
    Wasm {
        /// Which.
        path: PathBuf,
        /// Why.
        error: WasmError,
    },
}

impl App {
    /// The program from Trunk's folder.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn from_trunk(folder: &Path) -> Result<Self, AppError> {
        let sheets = trunk::sheets(&read(&folder.join("index.html"))?);
        let mut files = assets(folder)?;
        let mut record = Record {
            doors: BTreeMap::new(),
            assets: files.iter().map(|file| file.path.clone()).collect(),
            kept: Vec::new(),
        };
        for door in Door::ALL {
            let (names, own) = door::from_trunk(folder, &sheets, door)?;
            record.doors.insert(door.as_str().to_owned(), names);
            files.extend(own);
        }
        Ok(Self { record, files })
    }

    /// The program from an earlier publish.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn from_published(folder: &Path) -> Result<Self, AppError> {
        let record = record(folder)?;
        let missing = |door: &Door| !record.doors.contains_key(door.as_str());
        if let Some(door) = Door::ALL.into_iter().find(missing) {
            return Err(AppError::Door {
                path: folder.join(RECORD),
                door: door.as_str(),
            });
        }
        let files = (record.named())
            .chain(&record.assets)
            .chain(&record.kept)
            .map(|path| {
                Ok(AppFile {
                    path: path.clone(),
                    bytes: read(&folder.join(path))?,
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { record, files })
    }

    /// Takes over what an earlier publish offered under other names, for tabs
    /// that are still open. One generation: older ones are let go.
    pub fn keep(&mut self, published: &Path) {
        let Ok(before) = record(published) else {
            return;
        };
        let now: Vec<String> = self.record.named().cloned().collect();
        let mut old: Vec<String> = before.named().cloned().collect();
        old.retain(|name| !now.contains(name));
        if old.is_empty() {
            old = before.kept;
            old.retain(|name| !now.contains(name));
        }
        for path in old {
            // What cannot be read is not offered: nothing depends on it.
            if self.record.kept.contains(&path) {
                continue;
            }
            if let Ok(bytes) = fs::read(published.join(&path)) {
                self.record.kept.push(path.clone());
                self.files.push(AppFile { path, bytes });
            }
        }
    }

    /// Whether there is such an icon or image.
    pub fn has(&self, asset: &str) -> bool {
        self.record.assets.iter().any(|known| known == asset)
    }
}

impl Record {
    /// The files whose names change with what is in them.
    fn named(&self) -> impl Iterator<Item = &String> {
        self.doors.values().flat_map(DoorFiles::names)
    }

    /// What a door consists of.
    ///
    /// # Panics
    /// When there is none: whoever makes a program gives it every door.
    pub fn door(&self, door: Door) -> &DoorFiles {
        &self.doors[door.as_str()]
    }
}

/// Whether a folder holds what a publish with pages leaves.
pub fn is_published(folder: &Path) -> bool {
    folder.join(RECORD).is_file()
}

fn record(folder: &Path) -> Result<Record, AppError> {
    let path = folder.join(RECORD);
    serde_json::from_slice(&read(&path)?).map_err(|error| AppError::Record { path, error })
}

fn assets(folder: &Path) -> Result<Vec<AppFile>, AppError> {
    let root = folder.join(ASSETS);
    if !root.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.map_err(|error| AppError::Read {
            path: root.clone(),
            error: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = (path.components())
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        files.push(AppFile {
            path: parts.join("/"),
            bytes: read(entry.path())?,
        });
    }
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    fs::read(path).map_err(|error| AppError::Read {
        path: path.to_owned(),
        error,
    })
}

fn digest(bytes: &[u8]) -> String {
    super::hex(&Sha256::digest(bytes), 16)
}
