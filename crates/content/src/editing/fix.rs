//! Mends what can be mended in one way only, and nothing else of a file.

use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use similar::TextDiff;
use thiserror::Error;

use super::replace::replace;
use crate::check::mends;
use crate::encoding::read_text;
use crate::files::json_files;
use crate::source::SourceFile;

/// A mend may make another one possible; this often is looked again.
const AGAIN: usize = 4;

/// A byte order mark, which stays where one is.
const MARK: &str = "\u{feff}";

/// A file that would be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedFile {
    /// Its path inside the bundle.
    pub name: String,
    before: String,
    after: String,
}

/// A file that could not be read or written. Those before it are written.
#[derive(Debug, Error)]
#[error("{path}: {source}")]
pub struct FixError {
    /// The file.
    pub path: PathBuf,
    /// What the system says.
    pub source: io::Error,
}

impl FixedFile {
    /// What changes, line by line, as `diff -u` writes it.
    pub fn lines(&self) -> String {
        let diff = TextDiff::from_lines(&self.before, &self.after);
        diff.unified_diff().context_radius(1).to_string()
    }
}

/// What would be mended in the bundle of a folder; files that are no JSON, or
/// cannot be read, are left to the check.
pub fn plan(dir: &Path) -> Vec<FixedFile> {
    let fixed = json_files(dir).into_iter().filter_map(|name| {
        let before = read_text(&dir.join(&name)).ok()?;
        let after = mended(&name, &before)?;
        Some(FixedFile {
            name,
            before,
            after,
        })
    });
    fixed.collect()
}

/// Writes what was planned.
///
/// # Errors
/// The first file that cannot be written.
pub fn write(dir: &Path, fixed: &[FixedFile]) -> Result<(), FixError> {
    for file in fixed {
        let path = dir.join(&file.name);
        replace(&path, &file.after).map_err(|source| FixError { path, source })?;
    }
    Ok(())
}

/// The text of a file with everything mended, if there is anything.
fn mended(name: &str, before: &str) -> Option<String> {
    let (mark, text) = match before.strip_prefix(MARK) {
        Some(text) => (MARK, text),
        None => ("", before),
    };
    let mut text = text.to_owned();
    let mut changed = false;
    for _ in 0..AGAIN {
        let file = SourceFile::of(name, text.clone().into_bytes(), &mut Vec::new())?;
        let mut edits = mends(&file);
        if edits.is_empty() {
            break;
        }
        // From behind, so that what is before stays where it is.
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (Range { start, end }, instead) in edits {
            text.replace_range(start..end, &instead);
        }
        changed = true;
    }
    changed.then(|| format!("{mark}{text}"))
}
