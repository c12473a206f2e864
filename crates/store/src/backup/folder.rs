//! Of a folder's store: its database as it is at one moment, and the contents of files,
//! none of which is ever changed.

use std::fs;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

use super::BackupError;
use crate::error::{StoreError, disk};
use crate::folder::{BLOBS, DATABASE, OWN};
use crate::open::Address;

/// Puts it away; the program that has the store open goes on.
pub async fn back_up(dir: &Path, to: &Path) -> Result<(), BackupError> {
    let own = dir.join(OWN);
    let database = own.join(DATABASE);
    fs::metadata(&database).map_err(disk(&database))?;
    let mut connection = connect(&database).await?;
    // A whole database of its own, without what was deleted.
    sqlx::query("VACUUM INTO $1")
        .bind(to.join(DATABASE).to_string_lossy().into_owned())
        .execute(&mut connection)
        .await
        .map_err(StoreError::from)?;
    connection.close().await.map_err(StoreError::from)?;
    // After the database: what it speaks of was there before.
    copy_all(&own.join(BLOBS), &to.join(BLOBS))?;
    Ok(())
}

/// Puts it back, into a folder in which nothing is; the bundle's files are written from the
/// database when the store is opened.
pub async fn restore(from: &Path, dir: &Path, address: &Address) -> Result<(), BackupError> {
    fs::create_dir_all(dir).map_err(disk(dir))?;
    if fs::read_dir(dir).map_err(disk(dir))?.next().is_some() {
        return Err(BackupError::NotEmpty(address.clone()));
    }
    let own = dir.join(OWN);
    copy_all(&from.join(BLOBS), &own.join(BLOBS))?;
    let database = own.join(DATABASE);
    fs::copy(from.join(DATABASE), &database).map_err(disk(&database))?;
    let mut connection = connect(&database).await?;
    sqlx::query("UPDATE heads SET unwritten = 1")
        .execute(&mut connection)
        .await
        .map_err(StoreError::from)?;
    connection.close().await.map_err(StoreError::from)?;
    Ok(())
}

async fn connect(database: &Path) -> Result<SqliteConnection, StoreError> {
    let options = SqliteConnectOptions::new().filename(database);
    Ok(options.connect().await?)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(to).map_err(disk(to))?;
    for entry in fs::read_dir(from).map_err(disk(from))? {
        let entry = entry.map_err(disk(from))?;
        // One that is just being written is of something after the database.
        let name = entry.file_name();
        if !name.to_string_lossy().starts_with('.') {
            fs::copy(entry.path(), to.join(name)).map_err(disk(entry.path()))?;
        }
    }
    Ok(())
}
