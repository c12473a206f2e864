//! A store's content as a folder, and a folder's as a store.

use std::fs;
use std::path::Path;

use crate::bundle::{formatted_file, read_folder, split, write_atomic};
use crate::error::{StoreError, disk};
use crate::key::{ASSET, Key};
use crate::store::Store;
use crate::version::{Author, Change, Expected, Which};
use crate::working::WorkingFolder;

/// Takes a bundle's folder into a store, so that the store's drafts are just that: what the
/// folder lacks is removed. Says how many records changed.
///
/// # Errors
/// When a file is no JSON, or the store refuses; then nothing has changed.
pub async fn import(store: &dyn Store, author: &Author, dir: &Path) -> Result<usize, StoreError> {
    let mut changes = Vec::new();
    for file in read_folder(dir)? {
        let parts = match file.name.ends_with(".json") {
            true => match fs::read_to_string(&file.path) {
                Ok(text) => split(&file.name, &text)?,
                Err(error) => return Err(disk(&file.path)(error)),
            },
            false => None,
        };
        match parts {
            Some(parts) => changes.extend(parts.records),
            None => {
                let blob = store.keep_blob(&file.path).await?;
                changes.push((Key::stored(ASSET, file.name), blob.digest));
            }
        }
    }
    let mut gone = store.ledger().state(&Which::Drafts).await?;
    let mut all: Vec<Change> = Vec::with_capacity(changes.len());
    for (key, content) in changes {
        gone.remove(&key);
        all.push(Change {
            key,
            content: Some(content),
            expected: Expected::Any,
        });
    }
    all.extend(gone.into_keys().map(|key| Change {
        key,
        content: None,
        expected: Expected::Any,
    }));
    Ok(store.save(author, all).await?.len())
}

/// Writes a state of a store to a folder, formatted; what the folder had before goes.
/// Says how many files there are.
///
/// # Errors
/// When the store or the disk refuses.
pub async fn export(store: &dyn Store, which: &Which, dir: &Path) -> Result<usize, StoreError> {
    let mut folder = WorkingFolder::new(dir)?;
    folder.follow(store, which).await?;
    let files = folder.files()?;
    for file in &files {
        if !file.name.ends_with(".json") {
            continue;
        }
        let text = fs::read_to_string(&file.path).map_err(disk(&file.path))?;
        // A file that is kept as it is may be called so, and be none.
        if let Ok(formatted) = formatted_file(&text)
            && split(&file.name, &text)?.is_some()
        {
            write_atomic(&file.path, formatted.as_bytes()).map_err(disk(&file.path))?;
        }
    }
    Ok(files.len())
}
