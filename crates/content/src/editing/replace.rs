//! Files written whole or not at all: beside their place first, then moved
//! there, so that nobody reads half of one.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::encoding::bytes_like;
use crate::rename::persist;

/// Gives a file another text; one that is not there comes to be. Who may read
/// and write it stays as it was, and so does its encoding.
///
/// # Errors
/// When it cannot be written: then it is as before.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link stays one, and what it leads to is written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let file = beside(&path, &bytes_like(&head(&path), text))?;
    if let Ok(before) = fs::metadata(&path) {
        file.as_file().set_permissions(before.permissions())?;
    }
    persist(file, &path)
}

/// Writes a file that is not there yet.
///
/// # Errors
/// When it is there, or cannot be written.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    beside(path, text.as_bytes())?.persist_noclobber(path)?;
    Ok(())
}

/// What a file begins with; nothing if it is not there.
fn head(path: &Path) -> Vec<u8> {
    let mut head = Vec::new();
    if let Ok(file) = File::open(path) {
        // Whoever cannot read it will not write it either.
        let _ = file.take(4).read_to_end(&mut head);
    }
    head
}

fn beside(path: &Path, text: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    leave_to_the_mask(&mut builder);
    let mut file = builder.tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// As of any new file: what the user's mask leaves of it.
#[cfg(unix)]
fn leave_to_the_mask(builder: &mut tempfile::Builder<'_, '_>) {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
}

/// Elsewhere a new file has what its folder gives it.
#[cfg(not(unix))]
fn leave_to_the_mask(_: &mut tempfile::Builder<'_, '_>) {}
