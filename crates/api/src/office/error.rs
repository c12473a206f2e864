//! Why something could not be done.

use content::editing::diff::DiffError;
use content::fault::Faults;
use publish::PublishError;
use publish::app::AppError;
use store::StoreError;
use thiserror::Error;

use crate::sheets::SheetError;

/// Why something could not be done. Nothing has changed then, neither in the store nor for
/// readers.
#[derive(Debug, Error)]
pub enum OfficeError {
    /// What would go out has faults.
    #[error(transparent)]
    Faults(Faults),
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A publish is under way elsewhere.
    #[error("a publish is under way: wait until it has ended")]
    Busy,
    /// There is no state of that name.
    #[error("there is no state `{0}`: live, ready, drafts, at:NUMBER or publish:NUMBER")]
    Which(String),
    /// The site cannot be written.
    #[error("{0}")]
    Publish(PublishError),
    /// The site cannot be written, says the program that was to.
    #[error("{0}")]
    Refused(String),
    /// The browser's program is not there.
    #[error(transparent)]
    App(#[from] AppError),
    /// There is nothing to show.
    #[error("{0}")]
    Unshown(String),
    /// Two states cannot be compared.
    #[error("{0}")]
    Diff(#[from] DiffError),
    /// A spreadsheet cannot be taken, or made.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// Work ended in a panic.
    #[error("the program has a fault; what was under way was not done")]
    Broken,
}

impl From<PublishError> for OfficeError {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Faults(faults) => Self::Faults(faults),
            error => Self::Publish(error),
        }
    }
}
