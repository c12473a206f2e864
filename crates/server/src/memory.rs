//! Small files that were asked for lately, kept in memory.
//!
//! What is kept is sent only while the same file stands at the same place: each time
//! the folder's name and the file are looked at, and nothing is opened or read.

use std::io;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::Method;
use axum::http::request::Parts;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::chosen::{About, ChosenFile, accepted, wants_part};
use crate::encoding::Coding;
use crate::folder::Snapshot;
use publish::headers::Framing;

/// How many bytes are kept: some hundred pages and the app.
const MOST: u64 = 16 * 1024 * 1024;
/// About how large a packed page is, for the size of the tables.
const USUAL: u64 = 8 * 1024;
/// What an entry takes beside its bytes, about.
const BESIDE: u64 = 512;

/// The path as it was asked, and the forms that the client takes.
type Key = (String, Vec<Coding>);

/// Files in memory.
pub struct Memory {
    files: Cache<Key, Kept, Weight>,
}

#[derive(Clone)]
struct Kept {
    about: Arc<About>,
    bytes: Bytes,
    framing: Framing,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Kept> for Weight {
    fn weight(&self, (path, _): &Key, kept: &Kept) -> u64 {
        // Neither is larger than memory.
        (path.len() + kept.bytes.len()) as u64 + BESIDE
    }
}

impl Default for Memory {
    fn default() -> Self {
        let most = usize::try_from(MOST / USUAL).unwrap_or(usize::MAX);
        Self {
            files: Cache::with_weighter(most, MOST, Weight),
        }
    }
}

impl Memory {
    /// The file that answered this request before, if it is still the one at its place.
    pub fn recall(&self, folder: &Snapshot<'_>, request: &Parts) -> Option<(ChosenFile, Framing)> {
        let key = key(request)?;
        let kept = self.files.get(&key)?;
        if folder.identity(&kept.about.file).as_ref() != Some(&kept.about.identity) {
            self.files.remove(&key);
            return None;
        }
        Some((ChosenFile::in_memory(kept.about, kept.bytes), kept.framing))
    }

    /// Keeps what answers this request, if it is a small file and asked for whole.
    pub fn keep(
        &self,
        request: &Parts,
        chosen: &mut ChosenFile,
        framing: Framing,
    ) -> io::Result<()> {
        if let Some(key) = key(request)
            && let Some((about, bytes)) = chosen.load()?
        {
            let kept = Kept {
                about,
                bytes,
                framing,
            };
            self.files.insert(key, kept);
        }
        Ok(())
    }
}

/// Parts of files are not kept, and nothing is kept for a head alone.
fn key(request: &Parts) -> Option<Key> {
    let whole = request.method == Method::GET && !wants_part(request);
    whole.then(|| (request.uri.path().to_owned(), accepted(request)))
}
