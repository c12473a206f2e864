//! Why an upload does not go on.

use std::io;

use store::secret::SecretError;
use thiserror::Error;

use super::{MOST, MOST_BYTES};

/// Why an upload does not go on. What has come of it stays.
#[derive(Debug, Error)]
pub enum UploadError {
    /// There is none, it has expired, or it is somebody else's.
    #[error("there is no such upload here, or it has expired: begin anew")]
    Unknown,
    /// Another request sends to it.
    #[error("another request sends to this upload: ask again how far it is")]
    Busy,
    /// The account has too many.
    #[error("no more than {MOST} uploads may be unfinished: end one of them first")]
    TooMany,
    /// The account's uploads would be too large together.
    #[error(
        "unfinished uploads may have no more than {MOST_BYTES} bytes together: end one of them first"
    )]
    TooMuch,
    /// The disk refuses.
    #[error("an upload cannot be kept: {0}")]
    Disk(#[from] io::Error),
    /// There is no word for it.
    #[error(transparent)]
    Word(#[from] SecretError),
}
