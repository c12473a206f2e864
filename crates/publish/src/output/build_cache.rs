//! What every file of a published folder was made from, so that the next
//! publish takes over what would come out the same.
//!
//! It lies beside the folder, not in it: nobody uploads it. A file that was
//! changed since it was written, in length or in time, is made again.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::compress::ENDINGS;

/// What the files of a folder were made from.
#[derive(Debug, Default)]
pub struct BuildCache {
    /// By path.
    files: HashMap<String, Entry>,
    /// When it was written: no file of the folder is newer.
    written: Option<SystemTime>,
    /// The paths of files, by [`Entry::alike`].
    alike: HashMap<String, String>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// A digest of all that it was made from.
    #[serde(rename = "k")]
    pub key: String,
    /// Its length.
    #[serde(rename = "l")]
    pub length: u64,
    /// The lengths of its compressed forms.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub compressed: Option<(u64, u64)>,
    /// A digest of what is in it, of files that come back under other names.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub alike: Option<String>,
}

/// A line of the file that it is kept in, each of them JSON: which file, and what
/// it was made from. The first line says who made them, and how.
type Line<'a> = (&'a str, &'a Entry);

/// How many lines are written together.
const TOGETHER: usize = 4096;

/// A file that stands in the new folder.
#[derive(Clone, Debug)]
pub(crate) struct WrittenFile {
    /// Where.
    pub path: String,
    /// Whether it is the one of the folder before.
    pub unchanged: bool,
    /// What is to be remembered of it.
    pub entry: Entry,
}

/// Writes the build cache of a folder. Without it the next publish makes everything
/// anew: nobody need hear of a failure.
pub(crate) fn write(path: &Path, maker: &str, files: &[WrittenFile]) {
    let parts = files.par_chunks(TOGETHER).map(|files| {
        let mut lines = Vec::new();
        for WrittenFile { path, entry, .. } in files {
            serde_json::to_writer(&mut lines, &Line::from((path, entry))).ok()?;
            lines.push(b'\n');
        }
        Some(lines)
    });
    if let Some(parts) = parts.collect::<Option<Vec<_>>>() {
        let first = format!("\"{maker}\"\n").into_bytes();
        let _ = fs::write(path, [&[first], &*parts].concat().concat());
    }
}

impl BuildCache {
    /// The one in a file; an empty one when there is none by this maker.
    pub fn read(path: &Path, maker: &str) -> Self {
        let read = || -> Option<Self> {
            let text = fs::read_to_string(path).ok()?;
            let (first, rest) = text.split_once('\n')?;
            if first.trim_matches('"') != maker {
                return None;
            }
            let lines: Vec<&str> = rest.lines().collect();
            let lines = lines.par_iter().map(|line| serde_json::from_str(line));
            let files: Vec<(String, Entry)> = lines.collect::<Result<_, _>>().ok()?;
            let by_digest = |(path, entry): &(String, Entry)| {
                let digest = entry.alike.clone()?;
                Some((digest, path.clone()))
            };
            Some(Self {
                alike: files.iter().filter_map(by_digest).collect(),
                files: files.into_iter().collect(),
                written: fs::metadata(path).ok()?.modified().ok(),
            })
        };
        read().unwrap_or_default()
    }

    /// The entry of a file in `folder` that is as it was left and was made
    /// from the same.
    pub fn find(&self, folder: &Path, path: &str, key: &str) -> Option<&Entry> {
        let entry = self.files.get(path).filter(|entry| entry.key == key)?;
        self.is_as_left(folder, path, entry).then_some(entry)
    }

    /// A file in `folder` that is as it was left and has this in it, under
    /// whatever name.
    pub fn alike(&self, folder: &Path, digest: &str) -> Option<(&str, &Entry)> {
        let path = self.alike.get(digest)?;
        let entry = self.files.get(path)?;
        (self.is_as_left(folder, path, entry)).then_some((path.as_str(), entry))
    }

    fn is_as_left(&self, folder: &Path, path: &str, entry: &Entry) -> bool {
        let Some(written) = self.written else {
            return false;
        };
        let as_left = |ending: &str, length: u64| {
            let file = folder.join(format!("{path}{ending}"));
            fs::symlink_metadata(file).is_ok_and(|file| {
                file.is_file()
                    && file.len() == length
                    && file.modified().is_ok_and(|modified| modified <= written)
            })
        };
        let [br, gz] = ENDINGS;
        as_left("", entry.length)
            && (entry.compressed)
                .is_none_or(|(brotli, gzip)| as_left(br, brotli) && as_left(gz, gzip))
    }

    /// How many files it knows.
    pub fn len(&self) -> usize {
        self.files.len()
    }
}
