//! A state of a store as a folder of files, which checks and publishing read. Only what
//! has changed since the last time is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use content::records;

use crate::bundle::{FoundFile, file_of, join, read_folder};
use crate::error::{StoreError, disk};
use crate::key::{FILE, Key};
use crate::store::Store;
use crate::version::Which;

/// In place of a version's number: no store has such a version.
const UNSAVED: i64 = -1;

/// A folder that follows a store.
#[derive(Debug)]
pub struct WorkingFolder {
    dir: PathBuf,
    /// Which version of each record is in it.
    written: HashMap<Key, i64>,
    /// What records are in it, for the files that hold several.
    contents: HashMap<Key, String>,
}

impl WorkingFolder {
    /// A folder of its own: what lies in it is removed.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn new(dir: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let dir = dir.into();
        if dir.exists() {
            fs::remove_dir_all(&dir).map_err(disk(&dir))?;
        }
        fs::create_dir_all(dir.join("news")).map_err(disk(&dir))?;
        Ok(Self {
            dir,
            written: HashMap::new(),
            contents: HashMap::new(),
        })
    }

    /// Where it lies.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Which version of each record is in it.
    pub fn versions(&self) -> &HashMap<Key, i64> {
        &self.written
    }

    /// Brings it to a state of the store, and says how many files that took.
    ///
    /// # Errors
    /// When store or disk refuse; it may be called again then.
    pub async fn follow(&mut self, store: &dyn Store, which: &Which) -> Result<usize, StoreError> {
        let wanted = store.ledger().state(which).await?;
        self.follow_exactly(store, &wanted).await
    }

    /// Brings it to just these versions, and says how many files that took.
    ///
    /// # Errors
    /// As [`WorkingFolder::follow`].
    pub async fn follow_exactly(
        &mut self,
        store: &dyn Store,
        wanted: &BTreeMap<Key, i64>,
    ) -> Result<usize, StoreError> {
        let changed: Vec<(Key, i64)> = wanted
            .iter()
            .filter(|(key, number)| self.written.get(*key) != Some(*number))
            .map(|(key, number)| (key.clone(), *number))
            .collect();
        let gone: Vec<Key> = (self.written.keys())
            .filter(|key| !wanted.contains_key(*key))
            .cloned()
            .collect();
        let mut dirty = BTreeSet::new();
        for key in gone {
            self.forget(&key, &mut dirty)?;
        }
        let numbers: Vec<i64> = changed.iter().map(|(_, number)| *number).collect();
        let contents = store.ledger().contents(&numbers).await?;
        for (key, number) in changed {
            match contents.get(&number).cloned().flatten() {
                None => self.forget(&key, &mut dirty)?,
                Some(digest) if key.is_asset() => {
                    let path = self.dir.join(key.id());
                    store.copy_blob(&digest, &path).await?;
                    dirty.insert(file_of(&key));
                }
                Some(content) => {
                    dirty.insert(file_of(&key));
                    self.contents.insert(key.clone(), content);
                }
            }
            self.written.insert(key, number);
        }
        self.write(&dirty)?;
        Ok(dirty.len())
    }

    /// Puts a record in that no store has, until the folder follows one again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn lay(&mut self, key: &Key, content: &str) -> Result<(), StoreError> {
        self.written.insert(key.clone(), UNSAVED);
        self.contents.insert(key.clone(), content.to_owned());
        self.write(&BTreeSet::from([file_of(key)]))
    }

    fn forget(&mut self, key: &Key, dirty: &mut BTreeSet<String>) -> Result<(), StoreError> {
        self.written.remove(key);
        self.contents.remove(key);
        let file = file_of(key);
        if key.is_asset() {
            let path = self.dir.join(&file);
            if path.exists() {
                fs::remove_file(&path).map_err(disk(path))?;
            }
        }
        dirty.insert(file);
        Ok(())
    }

    fn write(&self, dirty: &BTreeSet<String>) -> Result<(), StoreError> {
        let mut of_files: BTreeMap<String, Vec<&Key>> = BTreeMap::new();
        let several: BTreeSet<&str> = records::files().collect();
        for key in self.contents.keys() {
            let file = file_of(key);
            if dirty.contains(&file) && several.contains(&*file) {
                of_files.entry(file).or_default().push(key);
            }
        }
        for name in dirty {
            let path = self.dir.join(name);
            let text = match several.contains(&**name) {
                true => self.joined(name, of_files.get(name).map_or(&[], Vec::as_slice))?,
                false => self.alone(name),
            };
            match text {
                // What is only read again needs no trip to the disk.
                Some(text) => fs::write(&path, text).map_err(disk(path))?,
                None if self.is_asset(name) => {}
                None if path.exists() => fs::remove_file(&path).map_err(disk(path))?,
                None => {}
            }
        }
        Ok(())
    }

    fn is_asset(&self, name: &str) -> bool {
        self.written
            .contains_key(&Key::stored(crate::key::ASSET, name))
    }

    /// A file with one record.
    fn alone(&self, name: &str) -> Option<String> {
        let id = name
            .strip_prefix(records::ARTICLE_FOLDER)?
            .strip_suffix(".json")?;
        let content = self.contents.get(&Key::stored(records::ARTICLE, id))?;
        Some(format!("{content}\n"))
    }

    /// A file with several; none when nothing is in it.
    fn joined(&self, name: &str, keys: &[&Key]) -> Result<Option<String>, StoreError> {
        let stem = name.strip_suffix(".json").unwrap_or(name);
        let rest = self.contents.get(&Key::stored(FILE, stem));
        if rest.is_none() && keys.is_empty() {
            return Ok(None);
        }
        let mut keys: Vec<&Key> = keys
            .iter()
            .copied()
            .filter(|key| key.kind() != FILE)
            .collect();
        keys.sort();
        let mut by_kind: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
        for key in keys {
            if let Some(content) = self.contents.get(key) {
                let record = (key.id().to_owned(), content.clone());
                by_kind.entry(key.kind()).or_default().push(record);
            }
        }
        let rest = rest.map_or("{}", String::as_str);
        Ok(Some(join(name, rest, &by_kind)?))
    }

    /// What its articles consist of.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        let contents = self.contents.iter();
        let articles = contents.filter(|(key, _)| key.kind() == records::ARTICLE);
        articles.map(|(_, content)| content.as_str())
    }

    /// Everything that lies in it, by name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn files(&self) -> Result<Vec<FoundFile>, StoreError> {
        Ok(read_folder(&self.dir)?)
    }
}
