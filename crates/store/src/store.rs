//! What every store can do.

use std::fmt::Debug;
use std::path::Path;

use async_trait::async_trait;

use crate::blob::Blob;
use crate::error::StoreError;
use crate::ledger::Ledger;
use crate::turn::Turn;
use crate::version::{Author, Change, Version};

/// Where content, its history and its people are kept.
#[async_trait]
pub trait Store: Debug + Send + Sync {
    /// History, review, publishes, people and the audit log.
    fn ledger(&self) -> &Ledger;

    /// Saves changes of records, all or none; what is as it was makes no version.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when a record is not as the writer believes, and whatever
    /// keeps a database or a disk from writing.
    async fn save(&self, author: &Author, changes: Vec<Change>)
    -> Result<Vec<Version>, StoreError>;

    /// Keeps a file's content, whatever it is called.
    ///
    /// # Errors
    /// When it cannot be read or kept.
    async fn keep_blob(&self, file: &Path) -> Result<Blob, StoreError>;

    /// Puts a kept content at a path, in place of what is there.
    ///
    /// # Errors
    /// When it is not kept, or cannot be written.
    async fn copy_blob(&self, digest: &str, to: &Path) -> Result<(), StoreError>;

    /// Takes in what was changed by other means since the last time, as by an editor in
    /// the folder; says how many records that were.
    ///
    /// # Errors
    /// When it cannot be read.
    async fn settle(&self) -> Result<usize, StoreError>;

    /// Takes the right to publish; none when another program has it.
    ///
    /// # Errors
    /// When the store does not answer.
    async fn take_turn(&self) -> Result<Option<Turn>, StoreError>;

    /// Ends when another program may have changed something. Never, where there can be
    /// none; where it cannot be heard, it has to be asked for as well.
    async fn change_by_others(&self);
}
