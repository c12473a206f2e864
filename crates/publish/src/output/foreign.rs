//! Files in the folder that is to be replaced which no publish has written: put there by
//! hand, or by a program of the host.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::build_cache::BuildCache;
use super::history::INSIDE;
use super::turn::without_ending;
use content::leftovers::is_litter;
use model::routes::own;

/// What becomes of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnForeign {
    /// Nothing is published.
    #[default]
    Stop,
    /// They are taken over into the new site.
    Keep,
    /// They stay behind.
    Drop,
}

/// The files that no publish has written, in order, without what systems leave in every
/// folder. Of a folder without record the names decide.
///
/// # Errors
/// When the folder cannot be read.
pub fn foreign(target: &Path, record: &BuildCache) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !target.is_dir() {
        return Ok(found);
    }
    let entries = WalkDir::new(target).min_depth(1).into_iter();
    for entry in entries.filter_entry(|entry| !is_passed_over(entry)) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(target).unwrap_or(entry.path());
        if !is_written(path, record) {
            found.push(path.to_owned());
        }
    }
    found.sort();
    Ok(found)
}

fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    is_nobodys(&name) || (entry.depth() == 1 && name == INSIDE)
}

/// What versions of a folder are kept in, which is somebody's work: some hosts publish
/// what is checked in.
const VERSIONED: [&str; 3] = [".git", ".svn", ".hg"];

/// Whether a name says that some program has made the file for itself, and nobody would
/// miss it.
pub fn is_nobodys(name: &str) -> bool {
    is_litter(name) && !VERSIONED.iter().any(|begin| name.starts_with(begin))
}

/// The folders within those hidden ones that hold such files, which may be empty.
pub fn hidden_folders(target: &Path, files: &[PathBuf]) -> Vec<PathBuf> {
    let tops = files.iter().filter_map(|file| file.iter().next());
    let mut tops: Vec<_> = (tops.filter(|top| top.to_string_lossy().starts_with('.')))
        .map(|top| target.join(top))
        .collect();
    tops.dedup();
    let folders = tops
        .iter()
        .flat_map(|top| WalkDir::new(top).into_iter().flatten());
    (folders.filter(|entry| entry.file_type().is_dir()))
        .filter_map(|entry| Some(entry.path().strip_prefix(target).ok()?.to_owned()))
        .collect()
}

fn is_written(path: &Path, record: &BuildCache) -> bool {
    let Some(names) = path
        .iter()
        .map(|name| name.to_str())
        .collect::<Option<Vec<_>>>()
    else {
        return false;
    };
    match record.is_empty() {
        true => own(without_ending(names[0])).is_some(),
        false => record.has(&names.join("/")),
    }
}
