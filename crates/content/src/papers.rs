//! The papers that lie in `papers/`: whether their files may be given to readers as they
//! are. Nothing in them is changed, and nothing is opened but to look.

mod container;
mod flaw;
mod format;
mod judge;
mod pdf;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::leftovers::is_passed_over;

pub use flaw::{Active, Flaw, Foreign};
pub use format::PaperFormat;

/// The folder of a bundle that holds them.
pub const FOLDER: &str = "papers";

/// No file is larger, in megabytes: readers have it on a phone.
pub const MEGABYTES: u64 = 30;

/// A file that can be published, as far as one sees without opening it as its program does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its kind.
    pub format: PaperFormat,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The files in `papers/`, by name.
#[derive(Clone, Debug, Default)]
pub struct Folder(BTreeMap<String, Result<PaperFile, Flaw>>);

impl Folder {
    /// Looks at every file of a bundle's folder; empty where there is none.
    pub fn read(bundle: &Path) -> Self {
        let folder = bundle.join(FOLDER);
        let entries = folder.read_dir().into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let names: Vec<String> = names
            .filter(|name| !is_passed_over(name) && name != "README.md")
            .collect();
        let files = names.into_par_iter().map(|name| {
            let file = look_at(&folder.join(&name), &name);
            (name, file)
        });
        Self(files.collect())
    }

    /// A file, and what keeps it from being published.
    pub fn get(&self, name: &str) -> Option<Result<&PaperFile, &Flaw>> {
        self.0.get(name).map(Result::as_ref)
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Whether a file, wherever it lies, can be published as a paper of this name.
///
/// # Errors
/// What keeps it from being published.
pub fn check(file: &Path, name: &str) -> Result<(), Flaw> {
    look_at(file, name).map(drop)
}

fn look_at(path: &Path, name: &str) -> Result<PaperFile, Flaw> {
    let unreadable = |error: std::io::Error| Flaw::Unreadable(error.kind());
    let size = path.metadata().map_err(unreadable)?;
    // Opening a pipe would wait for a writer.
    if !size.is_file() {
        return Err(Flaw::Unreadable(std::io::ErrorKind::InvalidInput));
    }
    if size.len() > MEGABYTES * 1_000_000 {
        return Err(Flaw::TooLarge {
            megabytes: size.len().div_ceil(1_000_000),
        });
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let format = judge::of(&bytes)?;
    format.fits(name)?;
    Ok(PaperFile {
        path: path.to_owned(),
        format,
        bytes: bytes.len() as u64,
    })
}
