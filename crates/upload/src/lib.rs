//! Brings a published folder to a bucket: S3, and what speaks as S3 does (OSS, COS, MinIO).
//!
//! ```text
//! address      s3://BUCKET/PREFIX
//!   bucket     opened by what the environment says; what lies in it
//!     http     asked by the client that everything here asks with
//! files        what is to lie there: content, type, how long it may be kept
//! record       what earlier uploads have left there; lies in the bucket, too
//!   plan       what is to be done, in which order
//!     run      does it, and proves that it is done
//! ```
//!
//! A bucket has no folder that could take the place of another. So files go one by one, in
//! an order in which no page is ever there without what it needs, and what is old goes
//! last. An upload that is broken off, at whatever moment, leaves a whole site; the next one
//! goes on where it ended.

mod address;
mod bucket;
mod error;
mod files;
mod http;
mod plan;
mod record;
mod run;

pub use address::{Address, AddressError};
pub use bucket::Bucket;
pub use error::UploadError;
pub use files::Packing;
pub use run::{Options, Report, upload};
