//! The files of pictures that somebody has looked at.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use publish::pictures::{Budget, Source, make};

/// So many bytes of them are kept; then it begins anew.
const MOST: usize = 100_000_000;

/// Files that have been made, by their paths, which change with what is in them.
#[derive(Debug, Default)]
pub struct MadePictures {
    files: Mutex<HashMap<String, Vec<u8>>>,
    budget: Budget,
}

impl MadePictures {
    /// A file that has been made.
    pub fn find(&self, path: &str) -> Option<Vec<u8>> {
        // What the lock guards is whole at any time.
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.get(path).cloned()
    }

    /// Makes every file of a picture; the one at a path. None of a picture that is damaged:
    /// publishing says what is wrong with it.
    pub fn make(&self, source: &Source, path: &str) -> Option<Vec<u8>> {
        let targets = source.targets();
        let made = make(source, &targets, &self.budget).ok()?;
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if files.values().map(Vec::len).sum::<usize>() > MOST {
            files.clear();
        }
        files.extend(targets.into_iter().map(|target| target.path).zip(made));
        files.get(path).cloned()
    }
}
