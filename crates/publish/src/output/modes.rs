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

/// Sets the mode, where it is another; what says whose group new files get stays. A disk
/// that has no modes, and a folder of somebody else's, keep theirs.
#[cfg(unix)]
pub fn open_to_all(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let found = fs::metadata(path)?.permissions().mode();
    if found & 0o777 == mode {
        return Ok(());
    }
    match fs::set_permissions(path, fs::Permissions::from_mode(found & 0o7000 | mode)) {
        Err(error) if is_refusal(error.kind()) => Ok(()),
        result => result,
    }
}

#[cfg(unix)]
fn is_refusal(error: io::ErrorKind) -> bool {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    matches!(error, PermissionDenied | Unsupported | InvalidInput)
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn takes_a_disk_without_modes_as_it_is() {
        // Nobody may change this one's, whoever asks.
        let file = Path::new("/proc/self/status");
        assert!(fs::metadata(file).is_ok_and(|file| !is_open_to_all(&file)));
        assert!(open_to_all(file, FILE).is_ok());
        let error = open_to_all(Path::new("/proc/nothing"), FILE).expect_err("it is not there");
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn says_that_a_file_is_no_folder() {
        let root = tempfile::tempdir().expect("there is room");
        let file = root.path().join("file");
        write(&file, b"x").expect("there is room");
        for folder in [file.clone(), file.join("below")] {
            let error = make_folder(&folder).expect_err("there is a file");
            assert_eq!(error.kind(), io::ErrorKind::NotADirectory, "{folder:?}");
        }
    }
}
