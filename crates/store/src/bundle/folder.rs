//! The files of a bundle in a folder.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use content::leftovers::{is_litter, is_passed_over};
use content::rename::persist;
use walkdir::WalkDir;

use super::BundleError;

/// A file that a bundle holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Its path in the bundle, with `/`.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
}

/// The files of a folder in order, but for what systems and programs leave there.
///
/// # Errors
/// When a folder cannot be read, or a name is not UTF-8.
pub fn read_folder(dir: &Path) -> Result<Vec<FoundFile>, BundleError> {
    let entries = WalkDir::new(dir).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        let in_root = entry
            .path()
            .strip_prefix(dir)
            .is_ok_and(|path| path.starts_with("root"));
        let passed_over = match in_root {
            true => is_litter(&name),
            false => is_passed_over(&name),
        };
        entry.depth() == 0 || !passed_over
    });
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| BundleError::Io {
            path: error.path().unwrap_or(dir).to_owned(),
            error: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.into_path();
        let below = path.strip_prefix(dir).unwrap_or(&path);
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        let Some(parts) = parts else {
            return Err(BundleError::Name(path));
        };
        files.push(FoundFile {
            name: parts.join("/"),
            path,
        });
    }
    Ok(files)
}

/// Writes a file so that it is there whole or as it was before, whatever happens: beside
/// it, down to the disk, then in its place.
///
/// # Errors
/// When the disk refuses.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new()
        .prefix(".~")
        .suffix(".tmp")
        .tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    // As other programs make files, not for the owner alone.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file()
            .set_permissions(fs::Permissions::from_mode(0o644))?;
    }
    persist(file, path)?;
    sync_folder(folder);
    Ok(())
}

/// That a name stands in a folder must reach the disk too; where a system has no such
/// call, it does so by itself.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
