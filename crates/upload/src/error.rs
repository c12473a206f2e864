//! Why a site was not brought to its bucket.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a site was not brought to its bucket, or not all of it. What readers see is whole
/// all the same; the next upload goes on from there.
#[derive(Debug, Error)]
pub enum UploadError {
    /// The folder is no published site.
    #[error("`{}` is no published site: publish first", .0.display())]
    NoSite(PathBuf),
    /// A publish is writing the folder.
    #[error("a publish is writing `{}`: wait until it has ended", .0.display())]
    Writing(PathBuf),
    /// A file of the folder cannot be read.
    #[error("cannot read `{}`: {error}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file's name cannot be one in a bucket.
    #[error("`{0}` cannot be the name of a file in a bucket: rename it")]
    Name(String),
    /// The environment has no credentials.
    #[error(
        "no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (for OSS and COS, too)"
    )]
    NoCredentials,
    /// What the environment says of the bucket makes no sense.
    #[error("the bucket cannot be opened as the environment describes it: {0}")]
    Settings(String),
    /// There is no such bucket.
    #[error(
        "there is no bucket `{bucket}` at {endpoint}: make it first, or check AWS_ENDPOINT_URL and AWS_REGION"
    )]
    NoBucket {
        /// Its name.
        bucket: String,
        /// Where it was looked for.
        endpoint: String,
    },
    /// The credentials are wrong, or do not suffice.
    #[error(
        "`{bucket}` refuses {what}: check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and that the key may list, read, write and delete there"
    )]
    Refused {
        /// Which bucket.
        bucket: String,
        /// What it refuses.
        what: String,
    },
    /// The storage does not answer, or answers with an error.
    #[error("{what} failed: {why}. Run the command again: it goes on from there")]
    Storage {
        /// What was tried.
        what: String,
        /// What came back.
        why: String,
    },
    /// The record of earlier uploads cannot be understood.
    #[error(
        "`{0}` in the bucket is not what an upload of this program has left: a newer program's, or damaged. Use that program, or delete the file and upload with --replace"
    )]
    Record(String),
    /// What would be replaced was put there by somebody else.
    #[error(
        "in {address} lie {count} files that no upload has put there, and that this one would replace: {first}. Choose another prefix, or replace them with --replace"
    )]
    Foreign {
        /// Where.
        address: String,
        /// How many.
        count: usize,
        /// The first of them.
        first: String,
    },
    /// Another upload has begun meanwhile.
    #[error("another upload to the same place has begun, and goes on in place of this one")]
    Overtaken,
    /// Somebody else writes there at the same time.
    #[error(
        "somebody else writes to {address} at the same time: {count} files are not as they were uploaded. Run the command again when nobody does"
    )]
    Disturbed {
        /// Where.
        address: String,
        /// How many.
        count: usize,
    },
    /// There is no randomness.
    #[error("the system gives no random number: {0}")]
    Random(String),
}
