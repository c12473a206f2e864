//! Where the content of a site is kept while several people write it.
//!
//! ```text
//! Store                what the rest of the program asks for
//!   FolderStore        the bundle itself; history and people in SQLite beside it
//!   PostgresStore      all of it in a database
//!     Ledger           history, review, publishes, people, audit: one SQL for both
//!       bundle         a bundle's files as records, and records as files
//! ```
//!
//! Nothing is ever overwritten: a save adds a version, a restore adds a version, a publish
//! says which versions readers see. Every write takes the next number of one clock, in one
//! transaction, so that "the state at 812" means one thing only.

pub mod backup;
mod blob;
pub mod bundle;
mod chain;
mod digest;
mod error;
mod folder;
mod key;
mod ledger;
mod open;
mod others;
mod postgres;
pub mod private;
pub mod secret;
mod store;
pub mod transfer;
mod turn;
mod version;
mod working;

pub use blob::Blob;
pub use chain::{AuditEntry, BrokenChain};
pub use error::{Conflict, StoreError};
pub use folder::FolderStore;
pub use key::{ASSET, FILE, Key, KeyError};
pub use ledger::Ledger;
pub use ledger::people::{Person, Role, SignIn};
pub use ledger::publishes::{PublicEntry, Publish, PublishKind, Scheduled, publish_digest};
pub use ledger::sessions::StoredSession;
pub use ledger::tokens::{Scope, Token};
pub use open::{Address, AddressError, open};
pub use postgres::PostgresStore;
pub use store::Store;
pub use turn::Turn;
pub use version::{Author, Change, Expected, Head, ReviewState, Version, Which};
pub use working::WorkingFolder;
