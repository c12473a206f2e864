//! The published folder: opens its files, and nothing outside it.

use std::collections::HashMap;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cap_std::ambient_authority;
use cap_std::fs::Dir;
use sha2::{Digest, Sha256};

use super::ServeError;

/// How many tags are remembered: some publishes of a large site.
const TAGS: usize = 1 << 16;

/// How often and how long a folder that is not there is waited for: while a
/// publish swaps folders there is none of the name for a moment.
const TRIES: u32 = 20;
const MOMENT: Duration = Duration::from_millis(1);
/// How often it is waited for when the last one is gone as well: on a busy
/// machine a swap may be held up between its steps.
const TRIES_WITHOUT: u32 = 2_000;

/// The published folder, by its name.
pub struct Folder {
    path: PathBuf,
    /// As it was last seen, where it stays open: while it has the name, and for when there
    /// is none of that name any more.
    last: Mutex<Option<Arc<Dir>>>,
    tags: Mutex<HashMap<(String, Identity), Arc<str>>>,
}

/// The folder as it is during one request, even if another takes its name.
pub struct Snapshot<'a> {
    folder: &'a Folder,
    /// None where the folder is not there.
    dir: Option<Arc<Dir>>,
    /// Whether it had the name when it was opened.
    named: bool,
}

/// A file, open for reading.
pub struct OpenedFile {
    /// At its first byte.
    pub file: File,
    /// How many bytes it has.
    pub length: u64,
    /// When it was written.
    pub modified: SystemTime,
    /// A short name for its content.
    pub tag: Arc<str>,
    /// Which file it is.
    pub identity: Identity,
}

/// What tells whether the file at a path is still the one that was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    length: u64,
    modified: SystemTime,
    /// Two publishes may give files of the same name, length and date.
    number: (u64, u64, i64, i64),
}

impl Folder {
    pub fn open(path: PathBuf) -> Result<Self, ServeError> {
        match Dir::open_ambient_dir(&path, ambient_authority()) {
            Ok(dir) => Ok(Self {
                path,
                last: Mutex::new(KEPT_OPEN.then(|| Arc::new(dir))),
                tags: Mutex::default(),
            }),
            Err(source) => Err(ServeError::Folder { dir: path, source }),
        }
    }

    /// The folder that is open, if it still has the name.
    pub fn opened(&self) -> Option<Snapshot<'_>> {
        let last = self.last().filter(|last| is_named(last, &self.path))?;
        Some(self.snapshot(Some(last), true))
    }

    /// The folder that has the name now.
    pub fn now(&self) -> Snapshot<'_> {
        if let Some(opened) = self.opened() {
            return opened;
        }
        for tried in 0..TRIES_WITHOUT {
            if let Ok(dir) = Dir::open_ambient_dir(&self.path, ambient_authority()) {
                let dir = Arc::new(dir);
                if KEPT_OPEN {
                    *lock(&self.last) = Some(Arc::clone(&dir));
                }
                return self.snapshot(Some(dir), true);
            }
            if tried >= TRIES && self.last().is_some_and(|last| !is_removed(&last)) {
                break;
            }
            std::thread::sleep(MOMENT);
        }
        self.snapshot(self.last(), false)
    }

    fn last(&self) -> Option<Arc<Dir>> {
        lock(&self.last).clone()
    }

    fn snapshot(&self, dir: Option<Arc<Dir>>, named: bool) -> Snapshot<'_> {
        Snapshot {
            folder: self,
            dir,
            named,
        }
    }

    fn tag(&self, path: &str, file: &mut File, identity: &Identity) -> io::Result<Arc<str>> {
        let key = (path.to_owned(), identity.clone());
        if let Some(tag) = lock(&self.tags).get(&key) {
            return Ok(Arc::clone(tag));
        }
        let mut hasher = Sha256::new();
        io::copy(file, &mut hasher)?;
        file.rewind()?;
        let digest = hasher.finalize();
        let tag: Arc<str> = URL_SAFE_NO_PAD.encode(&digest[..16]).into();
        let mut tags = lock(&self.tags);
        if tags.len() >= TAGS {
            // Mostly of folders that are gone.
            tags.clear();
        }
        tags.insert(key, Arc::clone(&tag));
        Ok(tag)
    }
}

impl Snapshot<'_> {
    /// Whether another folder has taken the name since: then this one may have
    /// been taken away while it was looked in.
    pub fn is_outdated(&self) -> bool {
        let is_named = || {
            let dir = self.dir.as_ref();
            dir.is_some_and(|dir| is_named(dir, &self.folder.path))
        };
        if self.named {
            !is_named()
        } else {
            // It was the last one known; the next may have come since.
            self.folder.path.is_dir() && !is_named()
        }
    }

    /// Whether there is such a file.
    pub fn has(&self, path: &str) -> bool {
        // `Dir` follows no link that leads out of the folder.
        let metadata = self.dir.as_ref().map(|dir| dir.metadata(path));
        matches!(metadata, Some(Ok(metadata)) if metadata.is_file())
    }

    /// Opens a file. `None` when there is none, or none that may be read.
    pub fn open(&self, path: &str) -> io::Result<Option<OpenedFile>> {
        let Some(dir) = self.dir.as_ref().filter(|_| self.has(path)) else {
            return Ok(None);
        };
        let mut file = match dir.open(path) {
            Ok(file) => file.into_std(),
            Err(error) if is_absence(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        let metadata = file.metadata()?;
        let identity = Identity {
            length: metadata.len(),
            modified: metadata.modified()?,
            number: number(&metadata),
        };
        Ok(Some(OpenedFile {
            length: identity.length,
            modified: identity.modified,
            tag: self.folder.tag(path, &mut file, &identity)?,
            file,
            identity,
        }))
    }

    /// Which file is at a path now, `None` when there is none.
    pub fn identity(&self, path: &str) -> Option<Identity> {
        let metadata = self.dir.as_ref()?.metadata(path).ok()?;
        Some(Identity {
            length: metadata.len(),
            modified: metadata.modified().ok()?.into_std(),
            number: number_inside(&metadata),
        })
    }
}
/// Reads a part of a file into memory.
pub fn read(file: &mut File, first: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(first))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Gone since it was looked for, not for our eyes, or behind a link that leads
/// out of the folder.
fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied
    )
}

/// Whether the folder stays open from one request to the next, and only its name is
/// looked at. Elsewhere a handle does not tell which folder it is of, and as long as there
/// is one nobody can put another folder in its place.
const KEPT_OPEN: bool = cfg!(unix);

#[cfg(unix)]
fn is_named(dir: &Dir, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let this = dir.dir_metadata();
    let that = std::fs::metadata(path);
    this.is_ok_and(|this| {
        use cap_std::fs::MetadataExt as _;
        that.is_ok_and(|that| (this.dev(), this.ino()) == (that.dev(), that.ino()))
    })
}

/// Whether the folder, though open, has been taken off the disk.
#[cfg(unix)]
fn is_removed(dir: &Dir) -> bool {
    use cap_std::fs::MetadataExt;
    dir.dir_metadata().is_ok_and(|this| this.nlink() == 0)
}

/// Elsewhere a folder in use cannot be removed.
#[cfg(not(unix))]
fn is_removed(_dir: &Dir) -> bool {
    false
}

/// Elsewhere a folder in use cannot be renamed.
#[cfg(not(unix))]
fn is_named(_dir: &Dir, _path: &Path) -> bool {
    true
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (
        metadata.dev(),
        metadata.ino(),
        metadata.ctime(),
        metadata.ctime_nsec(),
    )
}

#[cfg(not(unix))]
fn number(_metadata: &Metadata) -> (u64, u64, i64, i64) {
    (0, 0, 0, 0)
}

#[cfg(unix)]
fn number_inside(metadata: &cap_std::fs::Metadata) -> (u64, u64, i64, i64) {
    use cap_std::fs::MetadataExt;
    (
        metadata.dev(),
        metadata.ino(),
        metadata.ctime(),
        metadata.ctime_nsec(),
    )
}

#[cfg(not(unix))]
fn number_inside(_metadata: &cap_std::fs::Metadata) -> (u64, u64, i64, i64) {
    (0, 0, 0, 0)
}

/// What the locks guard is replaced in one step: no panic leaves it half done.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
