//! A new site into a folder that must stay: file by file, in an order in which no page
//! is shown without what it needs, and only then what is old goes.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use content::rename::rename;
use walkdir::{DirEntry, WalkDir};

use super::compress::ENDINGS;
use super::modes::make_folder;
use super::turn::{Turn, without_ending};

/// Puts all files of `staged` into `target`, both on one disk, and takes away what is
/// neither among them nor among those that stay. `own` is what publishing keeps for
/// itself in `target`.
pub fn settle(
    staged: &Path,
    target: &Path,
    staying: &HashSet<String>,
    own: &str,
) -> io::Result<()> {
    let mut new: Vec<(Turn, String)> = Vec::new();
    for entry in WalkDir::new(staged) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            let path = relative(entry.path(), staged);
            new.push((Turn::of(&path), path));
        }
    }
    // A packed form before the file itself: whoever gets one gets the newer.
    new.sort_by(|(turn, path), (other_turn, other)| {
        let key = |turn, path: &str| (turn, without_ending(path).to_owned());
        let same = key(*turn, path).cmp(&key(*other_turn, other));
        same.then_with(|| other.len().cmp(&path.len()))
    });
    let kept: HashSet<&str> = (new.iter().map(|(_, path)| path.as_str()))
        .chain(staying.iter().map(String::as_str))
        .collect();
    for (_, path) in &new {
        put(&staged.join(path), &target.join(path))?;
        if without_ending(path) == path {
            for packed in ENDINGS.map(|ending| format!("{path}{ending}")) {
                if !kept.contains(packed.as_str()) {
                    let _ = fs::remove_file(target.join(packed));
                }
            }
        }
    }
    clear(target, &kept, own)
}

fn put(new: &Path, place: &Path) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        make_folder_in_place_of_files(folder)?;
    }
    if place.is_dir() {
        fs::remove_dir_all(place)?;
    }
    rename(new, place)
}

/// A file may stand where a folder is to be.
pub(super) fn make_folder_in_place_of_files(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let in_the_way = folder.ancestors().find(|path| path.exists());
    if let Some(path) = in_the_way.filter(|path| !path.is_dir()) {
        fs::remove_file(path)?;
    }
    make_folder(folder)
}

/// Takes away every file that is not kept, and the folders that are empty then.
fn clear(target: &Path, kept: &HashSet<&str>, own: &str) -> io::Result<()> {
    let is_own = |entry: &DirEntry| entry.depth() == 1 && entry.file_name() == own;
    let entries = WalkDir::new(target).min_depth(1);
    let mut left = BTreeSet::new();
    for entry in entries.into_iter().filter_entry(|entry| !is_own(entry)) {
        let entry = entry?;
        let is_kept = || kept.contains(relative(entry.path(), target).as_str());
        if !entry.file_type().is_dir() && !is_kept() {
            fs::remove_file(entry.path())?;
            left.extend(entry.path().parent().map(Path::to_owned));
        }
    }
    clear_empty(left, target);
    Ok(())
}

/// Takes away those of some folders that are empty, the inner ones first, and then those
/// that held only them, but for the one in which all of them lie.
pub(super) fn clear_empty(mut folders: BTreeSet<PathBuf>, top: &Path) {
    while let Some(folder) = folders.pop_last() {
        if folder != top && fs::remove_dir(&folder).is_ok() {
            folders.extend(folder.parent().map(Path::to_owned));
        }
    }
}

/// A path below a folder, with `/`.
fn relative(path: &Path, folder: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, files: &[&str]) {
        for file in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().expect("it has one")).expect("there is room");
            fs::write(path, *file).expect("there is room");
        }
    }

    #[test]
    fn leaves_the_new_files_those_that_stay_and_nothing_else() {
        let root = tempfile::tempdir().expect("there is room");
        let (staged, target) = (root.path().join("staged"), root.path().join("target"));
        write(
            &staged,
            &["index.html", "a/new.txt", "file", "folder/x.txt"],
        );
        write(
            &target,
            &[
                "index.html",
                "index.html.br",
                "b/old.txt",
                "stays.txt",
                "file/was/a/folder.txt",
                "folder",
                ".own/cache",
            ],
        );
        fs::create_dir(target.join("empty")).expect("there is room");
        fs::write(target.join("index.html"), "old").expect("there is room");
        let staying = HashSet::from(["stays.txt".to_owned()]);
        settle(&staged, &target, &staying, ".own").expect("it is one disk");
        let mut found: Vec<String> = (WalkDir::new(&target).into_iter())
            .map(|entry| entry.expect("it is there"))
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| relative(entry.path(), &target))
            .collect();
        found.sort();
        assert_eq!(
            found,
            [
                ".own/cache",
                "a/new.txt",
                "file",
                "folder/x.txt",
                "index.html",
                "stays.txt"
            ]
        );
        let page = fs::read_to_string(target.join("index.html")).expect("it is there");
        assert_eq!(page, "index.html");
        assert!(!target.join("b").exists(), "nothing is left in it");
        assert!(target.join("empty").exists(), "it is somebody's");
    }
}
