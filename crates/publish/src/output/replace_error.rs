//! Why a folder was not replaced.

use std::io;
use std::path::PathBuf;

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
    /// Another publish is writing it.
    #[error("another `site publish` or `site rollback` is writing `{0}`: wait until it has ended")]
    Busy(PathBuf),
    /// Nothing may be written there, neither beside the folder nor in it.
    #[error(
        "`{path}` cannot be written, and not by a new folder in `{beside}` either: {error}. Choose another --out, or have both made writable."
    )]
    Refused {
        /// The folder.
        path: PathBuf,
        /// The one that holds it.
        beside: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// There is no room.
    #[error(
        "the disk of `{path}` is full: {free} MB{} are free, and at least {need} MB and {files} files more are needed. Make room; {kept} holds earlier publishes, of which any may be deleted.",
        .free_files.map_or_else(String::new, |free| format!(" and {free} files"))
    )]
    NoRoom {
        /// The folder.
        path: PathBuf,
        /// Where earlier publishes are kept.
        kept: String,
        /// What is free, in MB.
        free: u64,
        /// How many files it can still hold, if those are too few.
        free_files: Option<u64>,
        /// What is needed, in MB.
        need: u64,
        /// How many files are needed.
        files: u64,
    },
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
