//! Writes files and their compressed forms, or takes them over from the publish
//! before.

use std::borrow::Cow;
use std::fs;

use sha2::{Digest, Sha256};

use super::compress::{Compressed, ENDINGS, Effort, compress, worthwhile};
use crate::output::atomic_dir::{AtomicDir, ReplaceError};
use crate::output::build_cache::{BuildCache, CacheEntry, WrittenFile};
use crate::{KEY, PublishError, hex};

/// Writes files, or takes over those that would come out as they are.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'a> {
    /// The folder in the making.
    pub swap: &'a AtomicDir,
    /// What the files of the folder before were made from.
    pub before: &'a BuildCache,
    /// The same of what the folder in the making has begun with.
    pub begun_with: &'a BuildCache,
    /// How many pages the site has, when it is compressed.
    pub packed: Option<usize>,
}

impl Writer<'_> {
    /// Whether the file of the folder before was made from the same.
    pub fn has(&self, path: &str, key: &str) -> bool {
        self.before.find(self.swap.target(), path, key).is_some()
    }

    /// A file whose name says what it was made from, taken over if it is there: the one of
    /// another program is as good.
    pub fn named(&self, path: &str) -> Result<Option<WrittenFile>, PublishError> {
        if let Some(done) = self.taken_over(path, path)? {
            return Ok(Some(done));
        }
        if self.before.knows(path) {
            return Ok(None);
        }
        let file = fs::symlink_metadata(self.swap.target().join(path));
        let Some(length) = (file.ok())
            .filter(|file| file.is_file() && file.len() > 0)
            .map(|file| file.len())
        else {
            return Ok(None);
        };
        self.swap.take_over(path, path)?;
        Ok(Some(WrittenFile {
            path: path.to_owned(),
            unchanged: true,
            entry: CacheEntry {
                key: path.to_owned(),
                length,
                compressed: None,
                alike: None,
            },
        }))
    }

    /// A file with this in it.
    pub fn bytes(&self, path: String, bytes: Vec<u8>) -> Result<WrittenFile, PublishError> {
        let key = hex(&Sha256::digest(&bytes), KEY);
        self.made(path, key, || Ok(Cow::Owned(bytes)))
    }

    /// A file that is made when it is not there yet; `key` is a digest of all
    /// that decides what is in it.
    pub fn made<'b>(
        &self,
        path: String,
        key: String,
        make: impl FnOnce() -> Result<Cow<'b, [u8]>, PublishError>,
    ) -> Result<WrittenFile, PublishError> {
        if let Some(done) = self.taken_over(&path, &key)? {
            return Ok(done);
        }
        self.write(path, key, None, &make()?)
    }

    /// The same, of a file that often comes back under another name, with as
    /// much in it.
    pub fn renamed<'b>(
        &self,
        path: String,
        key: String,
        make: impl FnOnce() -> &'b [u8],
    ) -> Result<WrittenFile, PublishError> {
        if let Some(done) = self.taken_over(&path, &key)? {
            return Ok(done);
        }
        let bytes = make();
        let digest = hex(&Sha256::digest(bytes), KEY);
        let Some((old, entry)) = self.before.alike(self.swap.target(), &digest) else {
            return self.write(path, key, Some(digest), bytes);
        };
        self.take_over(old, &path, entry)?;
        let entry = entry.clone();
        Ok(WrittenFile {
            path,
            unchanged: false,
            entry: CacheEntry { key, ..entry },
        })
    }

    fn taken_over(&self, path: &str, key: &str) -> Result<Option<WrittenFile>, ReplaceError> {
        if let Some(entry) = self.begun_with.find(self.swap.folder(), path, key) {
            return Ok(Some(WrittenFile {
                path: path.to_owned(),
                unchanged: self.before.has_same(path, key),
                entry: entry.clone(),
            }));
        }
        let Some(entry) = self.before.find(self.swap.target(), path, key) else {
            return Ok(None);
        };
        self.take_over(path, path, entry)?;
        Ok(Some(WrittenFile {
            path: path.to_owned(),
            unchanged: true,
            entry: entry.clone(),
        }))
    }

    fn take_over(&self, old: &str, new: &str, entry: &CacheEntry) -> Result<(), ReplaceError> {
        self.swap.take_over(old, new)?;
        if entry.compressed.is_some() {
            for ending in ENDINGS {
                let [old, new] = [old, new].map(|path| format!("{path}{ending}"));
                self.swap.take_over(&old, &new)?;
            }
        }
        Ok(())
    }

    fn write(
        &self,
        path: String,
        key: String,
        alike: Option<String>,
        bytes: &[u8],
    ) -> Result<WrittenFile, PublishError> {
        self.swap.write(&path, bytes)?;
        let mut entry = CacheEntry {
            key,
            length: bytes.len() as u64,
            compressed: None,
            alike,
        };
        if let Some(pages) = self.packed.filter(|_| worthwhile(&path, bytes.len())) {
            let Compressed { brotli, gzip } = compress(bytes, Effort::of(&path, pages))?;
            for (ending, bytes) in ENDINGS.into_iter().zip([&brotli, &gzip]) {
                self.swap.write(&format!("{path}{ending}"), bytes)?;
            }
            entry.compressed = Some((brotli.len() as u64, gzip.len() as u64));
        }
        Ok(WrittenFile {
            path,
            unchanged: false,
            entry,
        })
    }
}
