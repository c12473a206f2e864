//! What keeps a store from doing what it is asked.

use std::io;
use std::path::PathBuf;

use sqlx::migrate::MigrateError;
use thiserror::Error;

use crate::bundle::BundleError;
use crate::chain::BrokenChain;
use crate::key::{Key, KeyError};
use crate::secret::SecretError;
use crate::version::Version;

/// Why a store has not done what it was asked. Nothing has changed then.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database does not answer, or refuses.
    #[error("the database refuses: {0}")]
    Database(#[from] sqlx::Error),
    /// The database cannot be brought to this program's version.
    #[error("the database cannot be brought to this version: {0}")]
    Migrate(#[from] MigrateError),
    /// A file cannot be read or written.
    #[error("cannot use `{path}`: {error}", path = path.display())]
    Disk {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A bundle's file cannot be taken apart or put together.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// A record's name is none.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// There is no such record.
    #[error("there is no record {0}")]
    NoRecord(Key),
    /// A record has no such version.
    #[error("there is no version {number} of {key}")]
    NoVersion {
        /// Of which.
        key: Key,
        /// Which.
        number: i64,
    },
    /// A record was changed after the version that somebody has looked at.
    #[error("{key} has changed since version {number}: look at it as it is now")]
    Outdated {
        /// Which record.
        key: Key,
        /// Which version was looked at.
        number: i64,
    },
    /// There is no state of that number.
    #[error("there is no state {0}")]
    NoState(i64),
    /// Somebody else has saved in between.
    #[error("{0} has changed since it was read")]
    Conflict(Box<Conflict>),
    /// It is not a state in which this can be done.
    #[error("{key} is {found}, and so cannot be {wanted}")]
    Review {
        /// Which record.
        key: Key,
        /// In which state it is.
        found: &'static str,
        /// What was wanted.
        wanted: &'static str,
    },
    /// There is no such person, token or scheduled publish.
    #[error("there is no {what} `{name}`")]
    Unknown {
        /// What was looked for.
        what: &'static str,
        /// By which name.
        name: String,
    },
    /// There is one of that name already.
    #[error("there is a {what} `{name}` already")]
    Taken {
        /// What was to be made.
        what: &'static str,
        /// By which name.
        name: String,
    },
    /// The last administrator cannot go.
    #[error("`{0}` is the last administrator")]
    LastAdministrator(String),
    /// The audit log has been tampered with.
    #[error(transparent)]
    Broken(#[from] BrokenChain),
    /// A secret cannot be made or compared.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// Another program has the folder open.
    #[error("`{}` is in use by another program", .0.display())]
    InUse(PathBuf),
    /// What lies in a store makes no sense.
    #[error("the store is damaged: {0}")]
    Damaged(&'static str),
}

/// Two changes of one record.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// Which record.
    pub key: Key,
    /// What both began with; none when it was new, or is not known any more.
    pub ancestor: Option<Version>,
    /// What the other has made of it; none when there is nothing.
    pub theirs: Option<Version>,
    /// What was to be saved; none when it was to be removed.
    pub yours: Option<String>,
}

impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.key.fmt(f)
    }
}

/// An error of the disk at a path.
pub(crate) fn disk(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.into();
    move |error| StoreError::Disk { path, error }
}
