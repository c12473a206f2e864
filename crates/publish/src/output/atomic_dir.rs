//! A folder is replaced whole or not at all. One that cannot be replaced, because a disk
//! is mounted at it or for another [`Reason`], is brought up to date in place.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use content::rename::rename;
use rayon::prelude::*;
use tempfile::TempDir;

use super::build_cache::BuildCache;
use super::exchange::exchange;
use super::foreign::is_nobodys;
use super::history::{History, INSIDE};
use super::in_place::{clear_empty, make_folder_in_place_of_files, settle};
use super::lock::{Lock, LockError};
use super::modes;
use super::placement::{Facts, Placement, placement};
use super::room::Need;
use crate::disk;
use crate::disk::FileSystem;

pub use super::placement::Reason;
pub use super::replace_error::ReplaceError;

/// A folder in the making: beside the one that it will replace, or within it.
#[derive(Debug)]
pub struct AtomicDir {
    target: PathBuf,
    folder: TempDir,
    placement: Placement,
    history: History,
    /// What stays where it is, in place.
    staying: Mutex<HashSet<String>>,
    /// Whether it began with the files of an earlier publish, which others share.
    begun_with_old: bool,
    /// Until all is done.
    lock: Lock,
}

impl AtomicDir {
    /// Begins a folder that will replace `target`.
    ///
    /// `ours` tells whether what stands there now may be replaced; `in_place` asks that
    /// the folder stays, as something else holds on to it.
    ///
    /// # Errors
    /// See [`ReplaceError`].
    pub fn begin(
        target: &Path,
        in_place: bool,
        ours: impl Fn(&Path) -> bool,
    ) -> Result<Self, ReplaceError> {
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
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ReplaceError::Write {
                path: target.clone(),
                error,
            },
            _ => ReplaceError::Refused {
                path: target.clone(),
                beside: parent.to_owned(),
                error,
            },
        };
        let name = name.to_string_lossy();
        let beside = History::of(&target);
        let holds_on = FileSystem::holds_on(disk::file_system(&target));
        let mounted = disk::is_mounted(&target);
        let begun = match in_place || mounted || holds_on {
            true => None,
            false => Some(Self::begin_beside(&target, parent, &name, &beside)),
        };
        if let Some(Err(Begun::Busy)) = &begun {
            return Err(ReplaceError::Busy(target));
        }
        // Only now: what a killed publish has left may have been put back.
        if !is_empty(&target) && !ours(&target) && !target.join(INSIDE).is_dir() {
            return Err(ReplaceError::NotOurs(target));
        }
        let facts = Facts {
            exists: target.is_dir(),
            asked: in_place,
            mounted,
            holds_on,
            beside: match &begun {
                Some(Err(Begun::Error(error))) => Some(error.kind()),
                _ => None,
            },
        };
        match (placement(facts), begun) {
            (Ok(Placement::Swap), Some(Ok((lock, folder)))) => Ok(Self {
                history: beside,
                placement: Placement::Swap,
                staying: Mutex::default(),
                begun_with_old: false,
                lock,
                folder,
                target,
            }),
            (Ok(placement @ Placement::InPlace(_)), _) => {
                let history = History::inside(&target);
                match Self::begin_inside(&history) {
                    Ok((lock, folder)) => Ok(Self {
                        placement,
                        staying: Mutex::default(),
                        begun_with_old: false,
                        lock,
                        folder,
                        history,
                        target,
                    }),
                    Err(Begun::Busy) => Err(ReplaceError::Busy(target)),
                    Err(Begun::Error(error)) => Err(refused(error)),
                }
            }
            (_, Some(Err(Begun::Error(error)))) => Err(refused(error)),
            (Err(kind), _) => Err(refused(kind.into())),
            (Ok(Placement::Swap), _) => Err(no_folder()),
        }
    }

    /// A folder beside, after what killed publishes have left there is gone.
    fn begin_beside(
        target: &Path,
        parent: &Path,
        name: &str,
        history: &History,
    ) -> Result<(Lock, TempDir), Begun> {
        modes::make_folder(parent)?;
        let lock = Lock::take(history.folder())?;
        let (new, old) = (format!(".{name}.new-"), format!(".{name}.old-"));
        if lock.is_certain() {
            // It was killed between moving the site away and putting the new one there.
            if let (false, Some(site)) = (target.exists(), left(parent, &old).pop()) {
                rename(&site, target)?;
            }
            for rest in left(parent, &new).into_iter().chain(left(parent, &old)) {
                // What cannot be removed harms nobody.
                let _ = fs::remove_dir_all(rest);
            }
        }
        let folder = tempfile::Builder::new().prefix(&new).tempdir_in(parent)?;
        Ok((lock, folder))
    }

    /// A folder within that of the site.
    fn begin_inside(history: &History) -> Result<(Lock, TempDir), Begun> {
        const NEW: &str = "new-";
        if let Some(target) = history.folder().parent() {
            modes::make_folder(target)?;
        }
        let lock = Lock::take(history.folder())?;
        if lock.is_certain() {
            for rest in left(history.folder(), NEW) {
                let _ = fs::remove_dir_all(rest);
            }
        }
        let folder = tempfile::Builder::new()
            .prefix(NEW)
            .tempdir_in(history.folder())?;
        Ok((lock, folder))
    }

    /// Begins with a publish that is not kept any more, if `maker` wrote it. What its files
    /// were made from; nothing is known of an empty folder.
    pub fn begin_with_old(&mut self, maker: &str) -> BuildCache {
        if self.placement != Placement::Swap {
            return BuildCache::default();
        }
        let old = self.history.begin_with_next(maker, self.folder.path());
        self.begun_with_old = old.is_some();
        old.unwrap_or_default()
    }

    /// Asks whether there is room for what is to come.
    ///
    /// # Errors
    /// When there is certainly not enough.
    pub fn expect(&self, need: Need) -> Result<(), ReplaceError> {
        const MB: u64 = 1_000_000;
        match disk::free(self.folder.path()) {
            Some(free) if !need.fits(free) => Err(ReplaceError::NoRoom {
                path: self.target.clone(),
                kept: self.history.folder().display().to_string(),
                free: free.bytes / MB,
                free_files: free.files.filter(|files| *files < need.files),
                need: need.bytes.div_ceil(MB),
                files: need.files,
            }),
            _ => Ok(()),
        }
    }

    /// Writes a file into the new folder.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        self.put(path, |path| {
            self.clear(path)?;
            modes::write(path, bytes)
        })
    }

    /// Takes a file of the folder that is to be replaced into the new one, there
    /// at `path`: the same file under another name where the disk can do that.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn take_over(&self, old: &str, path: &str) -> Result<(), ReplaceError> {
        if old == path && matches!(self.placement, Placement::InPlace(_)) {
            let mut staying = self.staying.lock().unwrap_or_else(PoisonError::into_inner);
            staying.insert(path.to_owned());
            return Ok(());
        }
        let old = self.target.join(old);
        self.put(path, |new| {
            self.clear(new)?;
            match fs::hard_link(&old, new) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    fs::copy(&old, new).map(drop)
                }
                other => other,
            }
        })
    }

    /// Makes room at a path: what is there is other publishes' as well, and is not written
    /// into.
    fn clear(&self, path: &Path) -> io::Result<()> {
        if !self.begun_with_old {
            return Ok(());
        }
        match fs::remove_file(path) {
            Err(_) if path.is_dir() => fs::remove_dir_all(path),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Takes files away that it began with, and the folders that are empty then. What is
    /// not there need not be.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn take_away(&self, paths: &[String]) -> Result<(), ReplaceError> {
        let folder = self.folder.path();
        paths.par_iter().try_for_each(|path| {
            let path = folder.join(path);
            match fs::remove_file(&path) {
                // A folder has taken its place.
                Err(error) if path.exists() && !path.is_dir() => {
                    Err(ReplaceError::Write { path, error })
                }
                _ => Ok(()),
            }
        })?;
        let left = paths
            .iter()
            .filter_map(|path| Some(folder.join(path).parent()?.to_owned()));
        clear_empty(left.collect(), folder);
        Ok(())
    }

    /// Reads a file of the new folder, whether written or taken over.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.folder.path().join(path))
            // One that stays where it is lies in the folder that is brought up to date.
            .or_else(|_| fs::read(self.target.join(path)))
    }

    /// Makes a folder in the new one, which may stay empty.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn make_folder(&self, path: &Path) -> Result<(), ReplaceError> {
        let path = self.folder.path().join(path);
        modes::make_folder(&path).map_err(|error| ReplaceError::Write { path, error })
    }

    /// Whether the new folder has a file.
    pub fn has(&self, path: &str) -> bool {
        self.folder.path().join(path).symlink_metadata().is_ok()
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
            let _ = modes::make_folder(own);
        }
        match (put(&path), path.parent()) {
            (Err(error), Some(parent)) if is_missing(&error) => {
                make_folder_in_place_of_files(parent).map_err(write)?;
                put(&path).map_err(write)
            }
            (result, _) => result.map_err(write),
        }
    }

    /// The folder in the making.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder that is to be replaced.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where what publishing remembers of the folder lies.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Puts the new folder in place of the old one, and the old one where it
    /// is to be kept; without such a place it goes. `done` notes what is there now,
    /// before another publish may begin. Says why it was done file by file, if it was:
    /// then nothing is kept.
    ///
    /// # Errors
    /// When the disk refuses: then the old one is put back, but for what was done file
    /// by file, which the next publish completes.
    pub fn finish(
        self,
        keep: Option<&Path>,
        done: impl FnOnce(),
    ) -> Result<Option<Reason>, ReplaceError> {
        let Self {
            target,
            folder,
            placement,
            staying,
            begun_with_old,
            lock,
            ..
        } = self;
        if begun_with_old {
            note_time(folder.path());
        }
        let placed = Self::place(&target, folder, placement, staying, keep)?;
        done();
        drop(lock);
        Ok(placed)
    }

    fn place(
        target: &Path,
        folder: TempDir,
        placement: Placement,
        staying: Mutex<HashSet<String>>,
        keep: Option<&Path>,
    ) -> Result<Option<Reason>, ReplaceError> {
        let refused = |error| ReplaceError::Rename {
            path: target.to_owned(),
            error,
        };
        let staying = staying.into_inner().unwrap_or_else(PoisonError::into_inner);
        let in_place = |folder: &TempDir| settle(folder.path(), target, &staying, INSIDE);
        modes::open_to_all(folder.path(), modes::FOLDER).map_err(refused)?;
        if let Placement::InPlace(reason) = placement {
            in_place(&folder).map_err(refused)?;
            modes::open_to_all(target, modes::FOLDER).map_err(refused)?;
            return Ok(Some(reason));
        }
        if exchange(folder.path(), target) {
            // The temporary folder now holds the site before. If it cannot be
            // kept it goes: the new one stands either way.
            if let Some(keep) = keep
                && rename(folder.path(), keep).is_ok()
            {
                let _ = folder.keep();
            }
            return Ok(None);
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let old = target.with_file_name(format!(".{name}.old-{}", std::process::id()));
        let replaced = target.exists();
        if replaced && rename(target, &old).is_err() {
            // Some disks rename files, but no folder that another layer has.
            in_place(&folder).map_err(refused)?;
            return Ok(Some(Reason::Unmoved));
        }
        if let Err(error) = rename(folder.path(), target) {
            if replaced {
                rename(&old, target).map_err(refused)?;
            }
            return Err(refused(error));
        }
        // It has moved: nothing is left to clean up.
        let _ = folder.keep();
        if replaced {
            // The new site stands; a rest of the old one harms nobody.
            let kept = keep.is_some_and(|keep| rename(&old, keep).is_ok());
            if !kept {
                let _ = fs::remove_dir_all(&old);
            }
        }
        Ok(None)
    }
}

/// Whether a folder on the way is not there, or a file in its place.
fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// When it was published, for who looks at what is kept: a folder that was begun with has
/// the time of a publish long ago. Where the disk refuses, the list tells that one.
fn note_time(folder: &Path) {
    let _ = fs::File::open(folder).and_then(|folder| folder.set_modified(SystemTime::now()));
}

/// Why a folder in the making could not be begun.
enum Begun {
    Busy,
    Error(io::Error),
}

impl From<io::Error> for Begun {
    fn from(error: io::Error) -> Self {
        Self::Error(error)
    }
}

impl From<LockError> for Begun {
    fn from(error: LockError) -> Self {
        match error {
            LockError::Busy => Self::Busy,
            LockError::Open(error) => Self::Error(error),
        }
    }
}

/// Whether a folder holds nothing but what systems leave in every folder.
fn is_empty(folder: &Path) -> bool {
    let litter = |entry: fs::DirEntry| is_nobodys(&entry.file_name().to_string_lossy());
    fs::read_dir(folder).map_or(true, |entries| entries.flatten().all(litter))
}

/// The folders in `parent` whose names begin like this, the newest last.
fn left(parent: &Path, begins: &str) -> Vec<PathBuf> {
    let mut found: Vec<_> = (fs::read_dir(parent).into_iter().flatten().flatten())
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(begins))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| {
            (
                entry.metadata().and_then(|data| data.modified()).ok(),
                entry.path(),
            )
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, path)| path).collect()
}
