//! A store as files to put away, and back again: everything of it, also history, people and
//! the audit log, as it was at one moment, while others work on.
//!
//! ```text
//! 2025-12-01/
//!   backup.json      what it is, and the digest of each file
//!   store.db         of a folder: its database
//!   blobs/…          and the contents of files
//!   database.dump    of PostgreSQL: as pg_dump writes it
//! ```

mod folder;
mod postgres;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use content::rename::rename;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use walkdir::WalkDir;

use crate::blob::Blob;
use crate::error::{StoreError, disk};
use crate::ledger::now;
use crate::open::{Address, open};

/// What a backup is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// What can be understood of it.
    format: u32,
    /// Of which kind of store.
    kind: Kind,
    /// When it was made, in milliseconds since 1970.
    pub at: i64,
    /// The digest of each file, by its path.
    files: BTreeMap<String, String>,
}

/// A kind of store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Folder,
    Postgres,
}

/// What this program writes and understands.
const FORMAT: u32 = 1;
/// What says what a backup is.
const ABOUT: &str = "backup.json";

/// Why nothing was put away, or back.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is something where the backup is to lie.
    #[error("`{}` is there already: name another folder", .0.display())]
    Taken(PathBuf),
    /// The folder is no backup.
    #[error("`{}` is no backup of this program: {why}", dir.display())]
    NoBackup {
        /// Which.
        dir: PathBuf,
        /// Why not.
        why: String,
    },
    /// A file of a backup is not as it was written.
    #[error("`{0}` of the backup is missing, or not as it was written: take another backup")]
    Damaged(String),
    /// A backup of one kind of store cannot become another.
    #[error(
        "the backup is of another kind of store: restore it to its own kind, then use `site backend export` and `import`"
    )]
    OtherKind,
    /// Something is in the store already.
    #[error(
        "{0} is not empty: restore to a new folder or a new database, then let the site use that"
    )]
    NotEmpty(Address),
    /// PostgreSQL's own program is not there.
    #[error(
        "{program} cannot be run: {error}. Install PostgreSQL's client programs (Debian: postgresql-client)"
    )]
    NoProgram {
        /// Which.
        program: &'static str,
        /// What the system says.
        error: io::Error,
    },
    /// PostgreSQL's own program refuses.
    #[error("{program} refuses: {said}")]
    Program {
        /// Which.
        program: &'static str,
        /// What it says.
        said: String,
    },
    /// The database's address cannot be understood.
    #[error("the database's address cannot be understood")]
    Address,
}

/// Puts a store away into a folder that is not there yet: it is there whole, or not at all.
///
/// # Errors
/// See [`BackupError`].
pub async fn back_up(address: &Address, to: &Path) -> Result<Backup, BackupError> {
    if to.exists() {
        return Err(BackupError::Taken(to.to_owned()));
    }
    let beside = match to.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(beside).map_err(disk(beside))?;
    let part = tempfile::Builder::new()
        .prefix(".backup-")
        .tempdir_in(beside)
        .map_err(disk(beside))?;
    let kind = match address {
        Address::Folder(dir) => {
            folder::back_up(dir, part.path()).await?;
            Kind::Folder
        }
        Address::Postgres(address) => {
            let (address, to) = (address.clone(), part.path().to_owned());
            blocking(move || postgres::back_up(&address, &to)).await?;
            Kind::Postgres
        }
    };
    let backup = Backup {
        format: FORMAT,
        kind,
        at: now(),
        files: digests(part.path())?,
    };
    let about = serde_json::to_vec_pretty(&backup).map_err(|_| StoreError::Damaged("a backup"))?;
    let path = part.path().join(ABOUT);
    fs::write(&path, about).map_err(disk(path))?;
    // Whoever may read it has everybody's digests: it stays its owner's, as it was made.
    let part = part.keep();
    rename(&part, to).map_err(disk(to))?;
    Ok(backup)
}

/// Puts a backup back into an empty store, and proves the audit log in it.
///
/// # Errors
/// See [`BackupError`]; then nothing uses what was put back.
pub async fn restore(from: &Path, address: &Address) -> Result<Backup, BackupError> {
    let backup = read(from)?;
    match (address, backup.kind) {
        (Address::Folder(dir), Kind::Folder) => folder::restore(from, dir, address).await?,
        (Address::Postgres(url), Kind::Postgres) => {
            if !postgres::is_empty(url).await? {
                return Err(BackupError::NotEmpty(address.clone()));
            }
            let (url, from) = (url.clone(), from.to_owned());
            blocking(move || postgres::restore(&from, &url)).await?;
        }
        _ => return Err(BackupError::OtherKind),
    }
    let store = open(address).await?;
    store.ledger().verify_audit().await?;
    store.ledger().close().await;
    Ok(backup)
}

/// What a folder says that it is, if it is just that.
fn read(dir: &Path) -> Result<Backup, BackupError> {
    let no_backup = |why: String| BackupError::NoBackup {
        dir: dir.to_owned(),
        why,
    };
    let about = fs::read(dir.join(ABOUT)).map_err(|error| no_backup(error.to_string()))?;
    let backup: Backup =
        serde_json::from_slice(&about).map_err(|error| no_backup(error.to_string()))?;
    if backup.format != FORMAT {
        return Err(no_backup("a newer program has written it".to_owned()));
    }
    let found = digests(dir)?;
    for (name, digest) in &backup.files {
        if found.get(name) != Some(digest) {
            return Err(BackupError::Damaged(name.clone()));
        }
    }
    Ok(backup)
}

fn digests(dir: &Path) -> Result<BTreeMap<String, String>, BackupError> {
    let mut digests = BTreeMap::new();
    for entry in WalkDir::new(dir) {
        let entry = entry.map_err(|error| disk(dir)(error.into()))?;
        let path = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        if entry.file_type().is_file() && path != Path::new(ABOUT) {
            let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
            digests.insert(names.join("/"), Blob::of(entry.path())?.digest);
        }
    }
    Ok(digests)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| StoreError::Damaged("a task has ended early"))?
}
