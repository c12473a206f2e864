//! A bundle's files as records, and records as files.

mod folder;
mod format;
mod join;
pub mod raw;
mod split;

use std::io;
use std::path::PathBuf;

use thiserror::Error;

pub use folder::{FoundFile, read_folder, write_atomic};
pub use format::{format, formatted_file};
pub use join::{file_of, join};
pub use split::{SplitFile, split};

/// Why a file cannot be taken apart, or put together.
#[derive(Debug, Error)]
pub enum BundleError {
    /// It is not JSON.
    #[error("{file}: {error}")]
    Json {
        /// Which file.
        file: String,
        /// What is wrong.
        error: serde_json::Error,
    },
    /// It is not UTF-8.
    #[error("{0} is not UTF-8")]
    Encoding(String),
    /// It cannot be read or written.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Its name is not UTF-8, so nothing can refer to it.
    #[error("the name of {} is not UTF-8", .0.display())]
    Name(PathBuf),
}
