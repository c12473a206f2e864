//! Where the program is looked for.

use std::path::{Path, PathBuf};

use super::{App, AppError, RECORD, is_published};

/// Trunk's usual folder.
const TRUNK: &str = "target/app";
/// The folder that is handed to editors together with the command.
const BESIDE: &str = "app";

impl App {
    /// The program in the folder that is named; or else the first that is there:
    /// beside this very command, which it was made with; what an earlier publish
    /// has left in `published`; what Trunk has built.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn find(named: Option<&Path>, published: &Path) -> Result<Self, AppError> {
        if let Some(folder) = named {
            return Self::open(folder);
        }
        let mut folders = beside().into_iter().chain([published.into(), TRUNK.into()]);
        let there = |folder: &PathBuf| is_published(folder) || folder.join("index.html").is_file();
        match folders.find(there) {
            Some(folder) => Self::open(&folder),
            None => Err(AppError::Missing {
                trunk: Path::new(TRUNK).join("index.html"),
                record: published.join(RECORD),
            }),
        }
    }

    /// What Trunk has built or a publish has left.
    fn open(folder: &Path) -> Result<Self, AppError> {
        if is_published(folder) {
            Self::from_published(folder)
        } else {
            Self::from_trunk(folder)
        }
    }
}

fn beside() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    Some(program.parent()?.join(BESIDE))
}
