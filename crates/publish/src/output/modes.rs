//! Who may read what is published: everybody, however strict the shell is from which a
//! publish is started. A web server mostly runs as another user.

use std::fs;
use std::io;
use std::path::Path;

/// Writes a file that everybody may read.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)?;
    open_to_all(path, FILE)
}

/// Makes a folder that everybody may enter, and those it lies in, as far as they are
/// not there yet.
pub fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Ok(()) => open_to_all(path, FOLDER),
        Err(_) if path.is_dir() => Ok(()),
        // There is something, and it is no folder.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(io::ErrorKind::NotADirectory.into())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(path.parent().ok_or(error)?)?;
            // Another thread may have been quicker.
            match fs::create_dir(path) {
                Ok(()) => open_to_all(path, FOLDER),
                Err(_) if path.is_dir() => Ok(()),
                Err(error) => Err(error),
            }
        }
        Err(error) => Err(error),
    }
}

/// A file's mode.
const FILE: u32 = 0o644;
/// A folder's mode.
pub const FOLDER: u32 = 0o755;

/// Sets the mode, where it is another; what says whose group new files get stays.
#[cfg(unix)]
pub fn open_to_all(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let found = fs::metadata(path)?.permissions().mode();
    if found & 0o777 == mode {
        return Ok(());
    }
    fs::set_permissions(path, fs::Permissions::from_mode(found & 0o7000 | mode))
}

/// Elsewhere what a folder holds inherits who may read it.
#[cfg(not(unix))]
pub fn open_to_all(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

/// Whether everybody may read a file, as a publish leaves it.
#[cfg(unix)]
pub fn is_open_to_all(file: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.permissions().mode() & 0o777 == FILE
}

/// Elsewhere there is nothing to see.
#[cfg(not(unix))]
pub fn is_open_to_all(_: &fs::Metadata) -> bool {
    true
}
