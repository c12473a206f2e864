//! Folders that nobody else on this machine looks into: with digests of passwords, and with
//! what nobody has published yet.

use std::io;
use std::path::Path;

/// Keeps others out of a folder.
///
/// # Errors
/// When the disk refuses.
#[cfg(unix)]
pub fn keep_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))
}

/// Elsewhere a folder has what the one that it lies in gives it.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn keep_private(_folder: &Path) -> io::Result<()> {
    Ok(())
}
