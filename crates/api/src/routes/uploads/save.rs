//! The last byte has come: the file is checked and saved as any other.

use model::Lang;
use store::{ASSET, Change, Key, StoreError};

use super::broken;
use crate::asset;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::uploads::{Turn, Upload};

/// Saves the file of an upload of which all has come; one that was saved already is left as
/// it is. What is refused stays until its owner ends it: the same question gets the same answer.
///
/// # Errors
/// What keeps it from being saved.
pub async fn save(
    shared: &Shared,
    caller: &Caller,
    turn: Turn,
    upload: Upload,
    lang: Lang,
) -> Result<Upload, Problem> {
    if upload.saved.is_some() {
        return Ok(upload);
    }
    let part = shared.uploads.part(turn.word());
    let (file, path) = (part.clone(), upload.path.clone());
    let checked = tokio::task::spawn_blocking(move || asset::check(&file, &path, lang));
    checked
        .await
        .map_err(|error| broken(&error.to_string()))??;
    let store = shared.office.store();
    let blob = store.keep_blob(&part).await?;
    let key = Key::parse(ASSET, &upload.path)?;
    let change = Change {
        key: key.clone(),
        content: Some(blob.digest.clone()),
        expected: upload.expected(),
    };
    let author = caller.author(&upload.why);
    let revision = match store.save(&author, vec![change]).await {
        Ok(versions) => versions.last().map(|version| version.number),
        Err(StoreError::Conflict(conflict)) => match &conflict.theirs {
            // A server that was killed in between has saved it and not noted that.
            Some(theirs) if theirs.content.as_deref() == Some(&*blob.digest) => Some(theirs.number),
            _ => return Err(StoreError::Conflict(conflict).into()),
        },
        Err(error) => return Err(error.into()),
    };
    // It was as it is: no version came to be.
    let revision = match revision {
        Some(revision) => revision,
        None => {
            let head = store.ledger().head(&key).await?;
            head.ok_or(StoreError::NoRecord(key))?.draft
        }
    };
    shared.office.has_changed();
    let done = Upload {
        saved: Some(revision),
        ..upload
    };
    shared.uploads.finish(&turn, &done)?;
    Ok(done)
}
