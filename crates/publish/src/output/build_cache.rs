//! Which inputs every file of a published folder was made from, so that the next
//! publish reuses those that would come out the same.
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
use super::modes::is_open_to_all;

/// The inputs of the files of a folder.
#[derive(Debug, Default)]
pub struct BuildCache {
    /// The program that wrote it, and its settings.
    maker: String,
    /// Whether what it wrote is what would be written now.
    trusted: bool,
    /// By path.
    files: HashMap<String, CacheEntry>,
    /// When it was written: no file of the folder is newer.
    written: Option<SystemTime>,
    /// The paths of files, by [`CacheEntry::alike`].
    alike: HashMap<String, String>,
}

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CacheEntry {
    /// A digest of all that it was made from.
    #[serde(rename = "k")]
    pub key: String,
    /// Its length.
    #[serde(rename = "l")]
    pub length: u64,
    /// The lengths of its compressed forms.
    #[serde(rename = "c", default, skip_serializing_if = "Option::is_none")]
    pub compressed: Option<(u64, u64)>,
    /// A digest of its content, for files whose names change.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub alike: Option<String>,
}

/// A line of the cache, in JSON. The first line of all names the program and its
/// settings.
type Line<'a> = (&'a str, &'a CacheEntry);

/// How many lines are written together.
const TOGETHER: usize = 4096;

/// A file that stands in the new folder.
#[derive(Clone, Debug)]
pub(crate) struct WrittenFile {
    /// Where.
    pub path: String,
    /// Whether it is the one of the folder before.
    pub unchanged: bool,
    /// What the cache notes of it.
    pub entry: CacheEntry,
}

/// Writes the build cache of a folder. A failure is ignored: the next publish makes
/// everything anew.
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
    /// Reads the cache; an empty one when there is none.
    pub fn read(path: &Path) -> Self {
        let read = || -> Option<Self> {
            let text = fs::read_to_string(path).ok()?;
            let (first, rest) = text.split_once('\n')?;
            let lines: Vec<&str> = rest.lines().collect();
            let lines = lines.par_iter().map(|line| serde_json::from_str(line));
            let files: Vec<(String, CacheEntry)> = lines.collect::<Result<_, _>>().ok()?;
            let by_digest = |(path, entry): &(String, CacheEntry)| {
                let digest = entry.alike.clone()?;
                Some((digest, path.clone()))
            };
            Some(Self {
                maker: first.trim_matches('"').to_owned(),
                trusted: false,
                alike: files.iter().filter_map(by_digest).collect(),
                files: files.into_iter().collect(),
                written: fs::metadata(path).ok()?.modified().ok(),
            })
        };
        read().unwrap_or_default()
    }

    /// Takes files over from now on, if this program has written them with these
    /// settings.
    pub fn trust(&mut self, maker: &str) {
        self.trusted = self.maker == maker;
    }

    /// Whether a file is one that was written, or a packed form of one.
    pub fn has(&self, path: &str) -> bool {
        let packed = |ending| {
            let entry = self.files.get(path.strip_suffix(ending)?)?;
            entry.compressed
        };
        self.files.contains_key(path) || ENDINGS.into_iter().any(|ending| packed(ending).is_some())
    }

    /// The entry of an unchanged file in `folder` that was made from the same inputs.
    pub fn find(&self, folder: &Path, path: &str, key: &str) -> Option<&CacheEntry> {
        let entry = self.files.get(path).filter(|entry| entry.key == key)?;
        self.is_unchanged(folder, path, entry).then_some(entry)
    }

    /// Whether it has an entry for a file that was made from the same inputs.
    pub fn has_same(&self, path: &str, key: &str) -> bool {
        self.files.get(path).is_some_and(|entry| entry.key == key)
    }

    /// What it knows of and a site of these files has not, packed forms among it.
    pub(crate) fn all_but(&self, files: &[WrittenFile]) -> Vec<String> {
        let now: HashMap<&str, bool> = (files.iter())
            .map(|file| (file.path.as_str(), file.entry.compressed.is_some()))
            .collect();
        let mut rest = Vec::new();
        for (path, entry) in &self.files {
            let there = now.get(path.as_str());
            if there.is_none() {
                rest.push(path.clone());
            }
            if entry.compressed.is_some() && !there.is_some_and(|packed| *packed) {
                rest.extend(ENDINGS.map(|ending| format!("{path}{ending}")));
            }
        }
        rest.retain(|path| !now.contains_key(path.as_str()));
        rest
    }

    /// Whether it has an entry for a path.
    pub fn knows(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// An unchanged file in `folder` with the same content, under any name.
    pub fn alike(&self, folder: &Path, digest: &str) -> Option<(&str, &CacheEntry)> {
        let path = self.alike.get(digest)?;
        let entry = self.files.get(path)?;
        (self.is_unchanged(folder, path, entry)).then_some((path.as_str(), entry))
    }

    fn is_unchanged(&self, folder: &Path, path: &str, entry: &CacheEntry) -> bool {
        let Some(written) = self.written.filter(|_| self.trusted) else {
            return false;
        };
        let unchanged = |ending: &str, length: u64| {
            let file = folder.join(format!("{path}{ending}"));
            fs::symlink_metadata(file).is_ok_and(|file| {
                file.is_file()
                    && is_open_to_all(&file)
                    && file.len() == length
                    && file.modified().is_ok_and(|modified| modified <= written)
            })
        };
        let [br, gz] = ENDINGS;
        unchanged("", entry.length)
            && (entry.compressed)
                .is_none_or(|(brotli, gzip)| unchanged(br, brotli) && unchanged(gz, gzip))
    }

    /// How many files it knows.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether it knows of none: nothing was written, or nobody has noted what.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether files can be taken over.
    pub fn is_trusted(&self) -> bool {
        self.trusted && !self.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, packed: bool) -> WrittenFile {
        WrittenFile {
            path: path.to_owned(),
            unchanged: false,
            entry: CacheEntry {
                key: path.to_owned(),
                length: 1,
                compressed: packed.then_some((1, 1)),
                alike: None,
            },
        }
    }

    #[test]
    fn tells_what_a_site_has_not_any_more_packed_forms_among_it() {
        let before = [
            file("stays", true),
            file("gone", true),
            file("plain", false),
            file("no-longer-packed", true),
        ];
        let cache = BuildCache {
            files: (before.into_iter())
                .map(|file| (file.path, file.entry))
                .collect(),
            ..BuildCache::default()
        };
        let now = [
            file("stays", true),
            file("no-longer-packed", false),
            file("gone.gz", false),
        ];
        let mut rest = cache.all_but(&now);
        rest.sort();
        let expected = [
            "gone",
            "gone.br",
            "no-longer-packed.br",
            "no-longer-packed.gz",
            "plain",
        ];
        assert_eq!(rest, expected);
    }
}
