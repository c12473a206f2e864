//! The files in `root/`, which are served from the top of the site as they are.

use std::collections::HashMap;
use std::path::Path as FilePath;

use super::{Folder, bytes, entries};
use crate::fault::{Fault, Kind};
use crate::leftovers::{Leftover, is_litter};
use crate::root_name::{FOLDER, RootFile, flaw};
use model::routes::own;

/// Folders in one another beyond this are a circle of links.
const DEEPEST: usize = 8;

/// Reads them, in order; a bundle need not have any.
pub(super) fn read(dir: &FilePath, folder: &mut Folder) -> Vec<RootFile> {
    let mut reader = Reader {
        dir: &dir.join(FOLDER),
        folder,
        files: Vec::new(),
        by_lower: HashMap::new(),
    };
    if reader.dir.exists() {
        reader.folder_below(&mut Vec::new());
    }
    reader.files
}

struct Reader<'a> {
    dir: &'a FilePath,
    folder: &'a mut Folder,
    files: Vec<RootFile>,
    /// The paths by their small letters: some disks make no difference.
    by_lower: HashMap<String, String>,
}

impl Reader<'_> {
    fn folder_below(&mut self, within: &mut Vec<String>) {
        let shown = [&[FOLDER.to_owned()], &**within].concat().join("/");
        let dir = self.dir.join(within.join("/"));
        for name in entries(&dir, &shown, is_litter, &mut self.folder.faults) {
            let shown = format!("{shown}/{name}");
            if let Some(left) = Leftover::of(&name) {
                self.folder.left(shown, left);
                continue;
            }
            let clash = own(&name).filter(|_| within.is_empty());
            let fault = match (flaw(&name, within.is_empty()), clash) {
                (Some(flaw), _) => Some(Kind::RootName { flaw }),
                (None, Some(with)) => Some(Kind::RootClash { with }),
                (None, None) => None,
            };
            if let Some(kind) = fault {
                self.folder.faults.push(Fault::of_file(shown, kind));
                continue;
            }
            within.push(name);
            if dir.join(&within[within.len() - 1]).is_dir() && within.len() <= DEEPEST {
                self.folder_below(within);
            } else {
                self.file(shown, within.join("/"));
            }
            within.pop();
        }
    }

    fn file(&mut self, shown: String, path: String) {
        if let Some(with) = self.by_lower.insert(path.to_lowercase(), shown.clone()) {
            let kind = Kind::RootClash { with };
            self.folder.faults.push(Fault::of_file(shown, kind));
            return;
        }
        match bytes(&self.dir.join(&path)) {
            Ok(bytes) => self.files.push(RootFile {
                path,
                bytes: bytes.into(),
            }),
            Err(mut fault) => {
                fault.file = shown;
                self.folder.faults.push(*fault);
            }
        }
    }
}
