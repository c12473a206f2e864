//! Renaming what another program may hold open for a moment. Windows refuses that, and a
//! virus scanner opens every file that is written just when it gets its name.

use std::fs;
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use tempfile::NamedTempFile;

/// How often it is tried again, each time after twice the wait before: 1.3 s in all, which
/// is longer than scanners take, and short enough for somebody who waits.
const AGAIN: u32 = 7;
const FIRST_WAIT: Duration = Duration::from_millis(10);

/// Gives a file or a folder another name.
///
/// # Errors
/// When the system refuses, and goes on refusing where somebody else holds it open.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let mut tried = 0;
    loop {
        match fs::rename(from, to) {
            Err(error) if is_held(&error) && tried < AGAIN => wait(&mut tried),
            result => return result,
        }
    }
}

/// Gives a file in the making its name, in place of one that is there.
///
/// # Errors
/// As of [`rename`]; the file in the making is gone then.
pub fn persist(file: NamedTempFile, to: &Path) -> io::Result<()> {
    let (mut file, mut tried) = (file, 0);
    loop {
        match file.persist(to) {
            Ok(_) => return Ok(()),
            Err(refused) if is_held(&refused.error) && tried < AGAIN => {
                file = refused.file;
                wait(&mut tried);
            }
            Err(refused) => return Err(refused.error),
        }
    }
}

fn wait(tried: &mut u32) {
    sleep(FIRST_WAIT * 2_u32.pow(*tried));
    *tried += 1;
}

/// Whether it may be that another program has the file open.
pub fn is_held(error: &io::Error) -> bool {
    cfg!(windows)
        && error
            .raw_os_error()
            .is_some_and(|number| HELD.contains(&number))
}

/// `ERROR_ACCESS_DENIED`, `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION`, the first
/// for what is held within a folder.
const HELD: [i32; 3] = [5, 32, 33];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_what_is_there() {
        let folder = tempfile::tempdir().expect("there is room");
        let (one, other) = (folder.path().join("一"), folder.path().join("二"));
        fs::write(&one, "new").expect("there is room");
        fs::write(&other, "old").expect("there is room");
        rename(&one, &other).expect("nobody holds it");
        assert_eq!(fs::read_to_string(&other).expect("it is there"), "new");
        let file = NamedTempFile::new_in(folder.path()).expect("there is room");
        persist(file, &other).expect("nobody holds it");
        assert_eq!(fs::read_to_string(&other).expect("it is there"), "");
    }

    #[test]
    fn says_at_once_that_there_is_nothing() {
        let folder = tempfile::tempdir().expect("there is room");
        let error = rename(&folder.path().join("一"), &folder.path().join("二"));
        assert_eq!(
            error.expect_err("there is none").kind(),
            io::ErrorKind::NotFound
        );
    }
}
