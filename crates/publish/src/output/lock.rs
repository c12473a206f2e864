//! One publish at a time writes a folder. The system holds the lock and lets go of it
//! when a process ends, however it ends: what lies there then is nobody's.

use std::fs;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock that is held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// None where the disk knows no locks, as some network shares.
    held: Option<File>,
}

/// Why there is no lock.
#[derive(Debug)]
pub enum LockError {
    /// Another publish, or going back to one, holds it.
    Busy,
    /// Its file cannot be opened.
    Open(io::Error),
}

const NAME: &str = "lock";
/// Others may come and go meanwhile, but not for ever.
const AGAIN: usize = 100;

impl Lock {
    /// Takes the lock of a folder that publishing keeps for itself, which is made if it
    /// is not there.
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let path = folder.join(NAME);
        for _ in 0..AGAIN {
            fs::create_dir_all(folder).map_err(LockError::Open)?;
            let opened = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path);
            let file = match opened {
                Ok(file) => file,
                // Somebody who has ended has taken the folder away.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(LockError::Open(error)),
            };
            match file.try_lock() {
                // What is locked must be what lies there, and not what lay there.
                Ok(()) if !is_same(&file, &path) => {}
                Ok(()) => {
                    let held = Some(file);
                    return Ok(Self { path, held });
                }
                Err(TryLockError::WouldBlock) => return Err(LockError::Busy),
                Err(TryLockError::Error(_)) => return Ok(Self { path, held: None }),
            }
        }
        Err(LockError::Busy)
    }

    /// Whether nobody else can be writing.
    pub fn is_certain(&self) -> bool {
        self.held.is_some()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Nothing is left of it, nor of a folder that held nothing else. A system that
        // removes no open file leaves both, which harms nobody.
        let _ = fs::remove_file(&self.path);
        if let Some(folder) = self.path.parent() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_held_by_one_at_a_time_and_leaves_nothing() {
        let root = tempfile::tempdir().expect("there is room");
        let folder = root.path().join("state");
        let lock = Lock::take(&folder).expect("nobody holds it");
        assert!(lock.is_certain());
        assert!(matches!(Lock::take(&folder), Err(LockError::Busy)));
        drop(lock);
        assert!(!folder.exists());
        assert!(Lock::take(&folder).is_ok());
    }
}
