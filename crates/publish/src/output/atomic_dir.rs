//! A folder is replaced whole or not at all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use thiserror::Error;

/// Why a folder was not replaced. What was there before still is.
#[derive(Debug, Error)]
pub enum ReplaceError {
    /// The folder holds something that no publish has left there.
    #[error(
        "`{0}` holds files that are not a published site: nothing was written. Choose an empty or a new folder."
    )]
    NotOurs(PathBuf),
    /// The path names no folder that could be replaced.
    #[error("`{0}` cannot be replaced by a folder")]
    NoFolder(PathBuf),
    /// Files could not be written.
    #[error("cannot write `{path}`: {error}")]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The new folder could not be put in place.
    #[error("cannot put the new site in place at `{path}`: {error}")]
    Rename {
        /// Where.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// A folder in the making, beside the one that it will replace.
#[derive(Debug)]
pub struct AtomicDir {
    target: PathBuf,
    folder: TempDir,
}

impl AtomicDir {
    /// Begins a folder that will replace `target`.
    ///
    /// `ours` tells whether what stands there now may be replaced.
    ///
    /// # Errors
    /// See [`ReplaceError`].
    pub fn begin(target: &Path, ours: impl Fn(&Path) -> bool) -> Result<Self, ReplaceError> {
        let no_folder = || ReplaceError::NoFolder(target.to_owned());
        // A link stays a link: what it points at is replaced.
        let target = match fs::canonicalize(target) {
            Ok(path) => path,
            Err(_) => std::path::absolute(target).map_err(|_| no_folder())?,
        };
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(no_folder());
        };
        if target.exists() && !target.is_dir() {
            return Err(no_folder());
        }
        let empty = fs::read_dir(&target).map_or(true, |mut entries| entries.next().is_none());
        if !empty && !ours(&target) {
            return Err(ReplaceError::NotOurs(target));
        }
        let write = |error| ReplaceError::Write {
            path: parent.to_owned(),
            error,
        };
        fs::create_dir_all(parent).map_err(write)?;
        let folder = tempfile::Builder::new()
            .prefix(&format!(".{}.new-", name.to_string_lossy()))
            .tempdir_in(parent)
            .map_err(write)?;
        Ok(Self { target, folder })
    }

    /// Writes a file into the new folder.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        self.put(path, |path| fs::write(path, bytes))
    }

    /// Takes a file of the folder that is to be replaced into the new one, there
    /// at `path`: the same file under another name where the disk can do that.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn take_over(&self, old: &str, path: &str) -> Result<(), ReplaceError> {
        let old = self.target.join(old);
        self.put(path, |new| match fs::hard_link(&old, new) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => fs::copy(&old, new).map(drop),
            other => other,
        })
    }

    fn put(&self, path: &str, put: impl Fn(&Path) -> io::Result<()>) -> Result<(), ReplaceError> {
        let path = self.folder.path().join(path);
        let write = |error| ReplaceError::Write {
            path: path.clone(),
            error,
        };
        // A page mostly has a folder of its own, which is not there yet; other
        // files lie in one that is.
        if let (true, Some(own)) = (path.ends_with("index.html"), path.parent()) {
            let _ = fs::create_dir(own);
        }
        match (put(&path), path.parent()) {
            (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(parent).map_err(write)?;
                put(&path).map_err(write)
            }
            (result, _) => result.map_err(write),
        }
    }

    /// The folder that is to be replaced.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Puts the new folder in place of the old one, and the old one where it
    /// is to be kept; without such a place it goes.
    ///
    /// # Errors
    /// When the disk refuses: then the old one is put back.
    pub fn finish(self, keep: Option<&Path>) -> Result<(), ReplaceError> {
        let Self { target, folder } = self;
        let rename = |error| ReplaceError::Rename {
            path: target.clone(),
            error,
        };
        readable(folder.path(), &target).map_err(rename)?;
        if exchange(folder.path(), &target) {
            // The temporary folder now holds the site before. If it cannot be
            // kept it goes: the new one stands either way.
            if let Some(keep) = keep
                && fs::rename(folder.path(), keep).is_ok()
            {
                let _ = folder.keep();
            }
            return Ok(());
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let old = target.with_file_name(format!(".{name}.old-{}", std::process::id()));
        let replaced = target.exists();
        if replaced {
            fs::rename(&target, &old).map_err(rename)?;
        }
        if let Err(error) = fs::rename(folder.path(), &target) {
            if replaced {
                fs::rename(&old, &target).map_err(rename)?;
            }
            return Err(rename(error));
        }
        // It has moved: nothing is left to clean up.
        let _ = folder.keep();
        if replaced {
            // The new site stands; a rest of the old one harms nobody.
            let kept = keep.is_some_and(|keep| fs::rename(&old, keep).is_ok());
            if !kept {
                let _ = fs::remove_dir_all(&old);
            }
        }
        Ok(())
    }
}

/// Puts each of two folders in the other's place in one step, so that no
/// request falls between; whether it could be done.
#[cfg(target_os = "linux")]
pub fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

/// Elsewhere there is no such step.
#[cfg(not(target_os = "linux"))]
pub fn exchange(_: &Path, _: &Path) -> bool {
    false
}

/// A temporary folder is its maker's alone; a site is read by its server.
#[cfg(unix)]
fn readable(folder: &Path, before: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let permissions = match fs::metadata(before) {
        Ok(metadata) => metadata.permissions(),
        Err(_) => fs::Permissions::from_mode(0o755),
    };
    fs::set_permissions(folder, permissions)
}

#[cfg(not(unix))]
fn readable(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}
