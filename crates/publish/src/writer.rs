//! Writes files and their compressed forms, or takes them over from the publish
//! before.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::compress::{Compressed, ENDINGS, Effort, compress, worthwhile};
use super::ledger::{Entry, Ledger};
use super::swap::{Swap, SwapError};
use super::{KEY, PublishError, hex};

/// Writes files, or takes over those that would come out as they are.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    /// The folder in the making.
    pub swap: &'a Swap,
    /// What the files of the folder before were made from.
    pub before: &'a Ledger,
    /// How many pages the site has, when it is compressed.
    pub packed: Option<usize>,
}

/// A file that stands in the new folder.
#[derive(Clone, Debug)]
pub(super) struct Done {
    /// Where.
    pub path: String,
    /// Whether it is the one of the folder before.
    pub unchanged: bool,
    /// What is to be remembered of it.
    pub entry: Entry,
}

impl Writer<'_> {
    /// Whether the file of the folder before was made from the same.
    pub fn has(&self, path: &str, key: &str) -> bool {
        self.before.find(self.swap.target(), path, key).is_some()
    }

    /// A file with this in it.
    pub fn bytes(&self, path: String, bytes: Vec<u8>) -> Result<Done, PublishError> {
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
    ) -> Result<Done, PublishError> {
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
    ) -> Result<Done, PublishError> {
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
        Ok(Done {
            path,
            unchanged: false,
            entry: Entry { key, ..entry },
        })
    }

    fn taken_over(&self, path: &str, key: &str) -> Result<Option<Done>, SwapError> {
        let Some(entry) = self.before.find(self.swap.target(), path, key) else {
            return Ok(None);
        };
        self.take_over(path, path, entry)?;
        Ok(Some(Done {
            path: path.to_owned(),
            unchanged: true,
            entry: entry.clone(),
        }))
    }

    fn take_over(&self, old: &str, new: &str, entry: &Entry) -> Result<(), SwapError> {
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
    ) -> Result<Done, PublishError> {
        self.swap.write(&path, bytes)?;
        let mut entry = Entry {
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
        Ok(Done {
            path,
            unchanged: false,
            entry,
        })
    }
}
