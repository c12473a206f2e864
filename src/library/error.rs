//! Why a document did not come.

use thiserror::Error;

/// Why a document did not come.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum LoadError {
    /// There is no such document, so there is no such page.
    #[error("no document is served at {0}")]
    NotFound(String),
    /// The server answered with another status than 200.
    #[error("the server answered with status {status} for {path}")]
    Status {
        /// The status.
        status: u16,
        /// After how many milliseconds it asks to be asked again; 0 when it does not say.
        after: f64,
        /// The document asked for.
        path: String,
    },
    /// The server could not be reached, or did not answer in time.
    #[error("no answer for {path}: {reason}")]
    Network {
        /// The document asked for.
        path: String,
        /// What the browser said.
        reason: String,
    },
    /// What came is not the document: an error page under status 200, a
    /// document cut short, or one of a schema this app does not know.
    #[error("{path} is not the expected document: {reason}")]
    Malformed {
        /// The document asked for.
        path: String,
        /// What could not be read.
        reason: String,
    },
}
