//! Why a request is answered with 500.

use std::io;

/// Why a request failed. The reader sees the status only.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("a file could not be read: {0}")]
    Read(#[from] io::Error),
    #[error("a header could not be written: {0}")]
    Write(#[from] axum::http::Error),
}
