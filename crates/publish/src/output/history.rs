//! The publishes before: the last five are kept beside the folder, in
//! `.<name>.publishes/`, each a whole site that shares its unchanged files
//! with the others.
//!
//! ```text
//! dist/                  what is served
//! .dist.publishes/
//!   build-cache.json     what dist's files were made from
//!   7/  7.json           the publish before, and its build cache
//!   next/  next.json     one that is not kept any more: the next publish begins with it
//! ```
//!
//! Of a large site nearly every file is as it was. To begin with a folder that has them,
//! instead of making hundreds of thousands of links and taking as many away, is half of the
//! time that a publish of ten thousand articles takes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use content::rename::rename;
use thiserror::Error;

use super::build_cache::BuildCache;
use super::exchange::exchange;
use super::lock::{Lock, LockError};
use crate::CONTENT;
use model::document::Manifest;

/// How many publishes are kept beside the one that is served.
pub const KEPT: usize = 5;

/// What publishing keeps for itself within a folder that cannot be replaced; servers
/// hide it, as its name begins with a dot.
pub const INSIDE: &str = ".publishes";

const BUILD_CACHE: &str = "build-cache.json";

/// What the next publish begins with.
const NEXT: &str = "next";

/// Whether a publish begins with an old folder: where a file that anybody has open cannot
/// be taken away, it begins with an empty one.
const BEGINS_WITH_OLD: bool = cfg!(unix);

/// A folder's path without links, whether it is there or not.
fn real(target: &Path) -> PathBuf {
    fs::canonicalize(target)
        .or_else(|_| std::path::absolute(target))
        .unwrap_or_else(|_| target.to_owned())
}

/// The publishes before, of one folder.
#[derive(Clone, Debug)]
pub struct History {
    target: PathBuf,
    folder: PathBuf,
}

/// An earlier publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierPublish {
    /// Its number, for `site rollback`.
    pub number: u64,
    /// When it was published.
    pub published: SystemTime,
    /// The revision of its documents.
    pub revision: String,
}

/// Holds a folder as it is until it is dropped: no publish writes it.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "held, not read")] Lock);

/// Why a folder is not held as it is.
#[derive(Debug, Error)]
pub enum HoldError {
    /// A publish is under way.
    #[error("a publish is under way")]
    Busy,
    /// No lock can be laid beside it.
    #[error("no lock can be laid: {0}")]
    Unlockable(io::Error),
}

/// Why no publish was restored. What is served still is.
#[derive(Debug, Error)]
pub enum RestoreError {
    /// None is kept.
    #[error("no earlier publish of `{0}` is kept")]
    None(PathBuf),
    /// Not this one.
    #[error("there is no publish {0}: `site rollback --list` shows which there are")]
    NotThisOne(u64),
    /// A publish is under way.
    #[error("a publish of `{0}` is under way: wait until it has ended")]
    Busy(PathBuf),
    /// The folders cannot be exchanged.
    #[error("cannot put it in place: {0}")]
    Exchange(io::Error),
}

impl History {
    /// Of a published folder, which need not be there yet.
    pub fn of(target: &Path) -> Self {
        let target = real(target);
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let folder = target.with_file_name(format!(".{name}.publishes"));
        Self { target, folder }
    }

    /// Of one that must stay where it is: within it. Nothing earlier is kept there, but
    /// what its files were made from.
    pub fn inside(target: &Path) -> Self {
        let target = real(target);
        let folder = target.join(INSIDE);
        Self { target, folder }
    }

    /// Where all of it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the build cache of the served folder lies.
    pub fn build_cache(&self) -> PathBuf {
        self.folder.join(BUILD_CACHE)
    }

    /// Makes room for a publish: where the one before is to be kept. Until the
    /// new build cache is written there is none, so that none is ever wrong.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn prepare(&self) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        let number = self.next();
        self.move_cache(&self.build_cache(), &self.build_cache_of(number));
        Ok(self.site_of(number))
    }

    /// Notes that the folder which [`prepare`](Self::prepare) made room for holds files of
    /// somebody else's: no publish may begin with it.
    pub(crate) fn note_foreign(&self) {
        let _ = fs::remove_file(self.build_cache_of(self.next()));
    }

    /// The same site was published once more: what it replaces need not be kept. Where it
    /// goes to be begun with.
    pub(crate) fn not_worth_keeping(&self) -> Option<PathBuf> {
        let cache = self.build_cache_of(self.next());
        let free = BEGINS_WITH_OLD && cache.is_file() && !self.next_site().exists();
        free.then(|| {
            self.move_cache(&cache, &self.next_cache());
            self.next_site()
        })
    }

    /// Forgets all but the newest. The next publish begins with one of those.
    pub fn prune(&self) {
        let numbers = self.numbers();
        let old = numbers.len().saturating_sub(KEPT);
        for number in numbers[..old].iter().rev() {
            if self.becomes_next(*number) {
                continue;
            }
            // What cannot be removed is offered a little longer.
            let _ = fs::remove_dir_all(self.site_of(*number));
            let _ = fs::remove_file(self.build_cache_of(*number));
        }
        // The place that was made for a site which was not worth keeping.
        let _ = fs::remove_file(self.build_cache_of(self.next()));
    }

    /// Without its build cache nobody knows what is in it.
    fn becomes_next(&self, number: u64) -> bool {
        let cache = self.build_cache_of(number);
        if !BEGINS_WITH_OLD || !cache.is_file() || self.next_site().exists() {
            return false;
        }
        let moved = rename(&self.site_of(number), &self.next_site()).is_ok();
        if moved {
            self.move_cache(&cache, &self.next_cache());
        }
        moved
    }

    /// Puts what a publish may begin with in the place of an empty folder, and tells what
    /// its files were made from. What another program has written goes: none of its files
    /// would stay.
    pub(crate) fn begin_with_next(&self, maker: &str, place: &Path) -> Option<BuildCache> {
        let site = self.next_site();
        if !site.is_dir() {
            return None;
        }
        let mut cache = BuildCache::read(&self.next_cache());
        cache.trust(maker);
        let _ = fs::remove_file(self.next_cache());
        if !cache.is_trusted() {
            let _ = fs::remove_dir_all(&site);
            return None;
        }
        fs::remove_dir(place).ok()?;
        match rename(&site, place) {
            Ok(()) => Some(cache),
            Err(_) => {
                let _ = fs::create_dir(place);
                None
            }
        }
    }

    /// Holds the folder as it is.
    ///
    /// # Errors
    /// When a publish is writing it, or nothing can be written beside it.
    pub fn hold(&self) -> Result<Held, HoldError> {
        match Lock::take(&self.folder) {
            Ok(lock) => Ok(Held(lock)),
            Err(LockError::Busy) => Err(HoldError::Busy),
            Err(LockError::Open(error)) => Err(HoldError::Unlockable(error)),
        }
    }

    /// What is kept, the newest first.
    pub fn list(&self) -> Vec<EarlierPublish> {
        (self.numbers().into_iter().rev())
            .filter_map(|number| {
                let site = self.site_of(number);
                let manifest = fs::read(site.join(CONTENT).join("manifest.json")).ok()?;
                let manifest: Manifest = serde_json::from_slice(&manifest).ok()?;
                Some(EarlierPublish {
                    number,
                    published: fs::metadata(&site).ok()?.modified().ok()?,
                    revision: manifest.revision,
                })
            })
            .collect()
    }

    /// Puts a kept publish in place, the newest when none is named. What was
    /// served becomes the newest that is kept: so that this, too, can be undone,
    /// and what was published last is the last to go.
    ///
    /// # Errors
    /// See [`RestoreError`].
    pub fn restore(&self, number: Option<u64>) -> Result<EarlierPublish, RestoreError> {
        if !self.folder.is_dir() {
            return Err(RestoreError::None(self.target.clone()));
        }
        let _lock = Lock::take(&self.folder).map_err(|error| match error {
            LockError::Busy => RestoreError::Busy(self.target.clone()),
            LockError::Open(error) => RestoreError::Exchange(error),
        })?;
        let mut list = self.list().into_iter();
        let kept = match number {
            Some(number) => {
                (list.find(|kept| kept.number == number)).ok_or(RestoreError::NotThisOne(number))?
            }
            None => list
                .next()
                .ok_or_else(|| RestoreError::None(self.target.clone()))?,
        };
        let next = self.next();
        let caches = [self.build_cache(), self.build_cache_of(next)];
        self.move_cache(&caches[0], &caches[1]);
        if let Err(error) = self.replace(&self.site_of(kept.number), &self.site_of(next)) {
            self.move_cache(&caches[1], &caches[0]);
            return Err(RestoreError::Exchange(error));
        }
        self.move_cache(&self.build_cache_of(kept.number), &self.build_cache());
        Ok(kept)
    }

    /// Puts `site` in place of what is served, and that to `aside`. When it
    /// fails, everything is where it was.
    fn replace(&self, site: &Path, aside: &Path) -> io::Result<()> {
        if !self.target.exists() {
            return rename(site, &self.target);
        }
        if exchange(site, &self.target) {
            // What was served stands in the place of what now is.
            return rename(site, aside).or_else(|error| match exchange(site, &self.target) {
                true => Err(error),
                false => Ok(()),
            });
        }
        rename(&self.target, aside)?;
        rename(site, &self.target).inspect_err(|_| {
            let _ = rename(aside, &self.target);
        })
    }

    /// The number of what is kept next.
    fn next(&self) -> u64 {
        (self.numbers().last()).map_or(1, |newest| newest + 1)
    }

    fn numbers(&self) -> Vec<u64> {
        let mut numbers: Vec<u64> = (fs::read_dir(&self.folder).into_iter())
            .flatten()
            .flatten()
            .filter(|entry| entry.path().is_dir())
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .collect();
        numbers.sort_unstable();
        numbers
    }

    fn site_of(&self, number: u64) -> PathBuf {
        self.folder.join(number.to_string())
    }

    fn next_site(&self) -> PathBuf {
        self.folder.join(NEXT)
    }

    fn next_cache(&self) -> PathBuf {
        self.folder.join(format!("{NEXT}.json"))
    }

    fn build_cache_of(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{number}.json"))
    }

    /// A build cache that is not there, or cannot be moved, costs time and nothing
    /// else; but one of another site must not stay.
    fn move_cache(&self, from: &Path, to: &Path) {
        let _ = fs::remove_file(to);
        if rename(from, to).is_err() {
            let _ = fs::remove_file(from);
        }
    }
}
