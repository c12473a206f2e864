//! The digests of original files, kept while the program runs: a preview reads the
//! bundle again at every change.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// What differs once a file has changed.
type Stamp = (SystemTime, u64);

/// Digests by path, each of the file as it was then.
type Known = FxHashMap<PathBuf, (Stamp, [u8; 32])>;

static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

/// A digest of what is in a file.
pub(super) fn digest(path: &Path) -> io::Result<[u8; 32]> {
    // Before reading: what is written meanwhile is read again.
    let metadata = fs::metadata(path)?;
    let stamp = (metadata.modified()?, metadata.len());
    // What the lock guards is whole at any time.
    let lock = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = lock().as_ref().and_then(|known| known.get(path).copied());
    if let Some((_, digest)) = known.filter(|(known, _)| *known == stamp) {
        return Ok(digest);
    }
    let digest: [u8; 32] = Sha256::digest(fs::read(path)?).into();
    let mut known = lock();
    (known.get_or_insert_default()).insert(path.to_owned(), (stamp, digest));
    Ok(digest)
}
