//! The bundle itself as a store: what was saved last lies in its files, as if written by
//! hand. History, review and people are in SQLite in `.site/` beside them, where neither
//! checks nor publishing look.
//!
//! A save is acknowledged once it is in the database, on the disk. Then it is written to
//! its file. Whatever ends the program in between: the next start writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use async_trait::async_trait;
use content::records;
use content::rename::persist;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::{Mutex, RwLock};

use crate::blob::Blob;
use crate::bundle::{file_of, format, join, read_folder, split, write_atomic};
use crate::error::{StoreError, disk};
use crate::key::{ASSET, FILE, Key};
use crate::ledger::Ledger;
use crate::private::keep_private;
use crate::store::Store;
use crate::turn::Turn;
use crate::version::{Author, Change, Expected, Head, Version, Which};

/// What the store keeps for itself, in the bundle's folder.
pub(crate) const OWN: &str = ".site";
/// Its database.
pub(crate) const DATABASE: &str = "store.db";
/// The contents of files.
pub(crate) const BLOBS: &str = "blobs";

/// One connection writes at a time anyway; others read.
const CONNECTIONS: u32 = 4;

/// What every connection begins with: a commit is on the disk when it is acknowledged.
const PRAGMAS: &[&str] = &[
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
];

/// A store in the bundle's folder.
#[derive(Debug)]
pub struct FolderStore {
    dir: PathBuf,
    ledger: Ledger,
    /// One save is written to the database at a time. SQLite would have the others wait as
    /// well, but not in turn, and longer each time.
    commits: Mutex<()>,
    /// Files are written by one save at a time, also those of the saves that wait for it:
    /// waiting for the disk is most of what a save takes.
    files: Mutex<()>,
    /// Held by saves together, and alone by who compares files and database: in the middle of
    /// a save the two differ. As the files were when they were last looked at.
    compared: RwLock<Stamps>,
    /// Held as long as the store is open: two programs would not see each other's files.
    _lock: File,
}

impl FolderStore {
    /// Opens a bundle's folder; what lies in it is taken in the first time.
    ///
    /// # Errors
    /// When it cannot be read or written, or another program has it open.
    pub async fn open(dir: &Path) -> Result<Self, StoreError> {
        // A folder that is not there is a mistake in its name, and is not made.
        let dir = fs::canonicalize(dir).map_err(disk(dir))?;
        let own = dir.join(OWN);
        fs::create_dir_all(own.join(BLOBS)).map_err(disk(&own))?;
        keep_private(&own).map_err(disk(&own))?;
        let lock = own.join("lock");
        let lock = File::create(&lock).map_err(disk(lock))?;
        if lock.try_lock().is_err() {
            return Err(StoreError::InUse(dir));
        }
        let path = own.join(DATABASE);
        let encoded = utf8_percent_encode(&path.to_string_lossy(), NON_ALPHANUMERIC).to_string();
        let encoded = encoded.replace("%2F", "/");
        let address = format!("sqlite://{encoded}?mode=rwc");
        let ledger = Ledger::open(&address, CONNECTIONS, PRAGMAS, &[]).await?;
        let store = Self {
            dir,
            ledger,
            commits: Mutex::default(),
            files: Mutex::default(),
            compared: RwLock::default(),
            _lock: lock,
        };
        store.write_out().await?;
        store.settle().await?;
        Ok(store)
    }

    /// The bundle's folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    fn blob(&self, digest: &str) -> PathBuf {
        self.dir.join(OWN).join(BLOBS).join(digest)
    }

    /// Brings the files to what was saved.
    async fn write_out(&self) -> Result<(), StoreError> {
        let _one = self.files.lock().await;
        let heads = self.ledger.unwritten().await?;
        if heads.is_empty() {
            return Ok(());
        }
        self.keep_unreadable(&heads)?;
        let files: BTreeSet<String> = heads.iter().map(|head| file_of(&head.key)).collect();
        for name in files {
            self.write_file(&name).await?;
        }
        let _commit = self.commits.lock().await;
        self.ledger.is_written(&heads).await
    }

    /// Writes one file as the store has it.
    async fn write_file(&self, name: &str) -> Result<(), StoreError> {
        let path = self.dir.join(name);
        let wanted = {
            // All of it as of one moment: a file may hold many records.
            let _commit = self.commits.lock().await;
            self.wanted(name).await?
        };
        match wanted {
            Wanted::Blob(digest) => self.copy_blob(&digest, &path).await,
            Wanted::Text(text) => {
                if fs::read_to_string(&path).is_ok_and(|there| there == text) {
                    return Ok(());
                }
                write_atomic(&path, text.as_bytes()).map_err(disk(path))
            }
            Wanted::Nothing => remove(&path),
        }
    }

    /// What a file has to be.
    async fn wanted(&self, name: &str) -> Result<Wanted, StoreError> {
        let asset = Key::stored(ASSET, name);
        if let Some(head) = self.ledger.head(&asset).await? {
            let version = self.ledger.version_of(&asset, head.draft).await?;
            return Ok(version.content.map_or(Wanted::Nothing, Wanted::Blob));
        }
        let text = self.text_of(name).await?;
        Ok(text.map_or(Wanted::Nothing, Wanted::Text))
    }

    /// What a file of records has to hold; none when it has to be gone.
    async fn text_of(&self, name: &str) -> Result<Option<String>, StoreError> {
        if let Some(id) = article(name) {
            let content = self.newest(&Key::stored(records::ARTICLE, id)).await?;
            return Ok(content.map(|content| content + "\n"));
        }
        let stem = name.strip_suffix(".json").unwrap_or(name);
        let rest = self.newest(&Key::stored(FILE, stem)).await?;
        let mut by_kind: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
        for list in records::lists().filter(|list| list.file == name) {
            let heads = self.ledger.heads(Some(list.kind)).await?;
            let numbers: Vec<i64> = heads.iter().map(|head| head.draft).collect();
            let mut contents = self.ledger.contents(&numbers).await?;
            for head in heads {
                if let Some(content) = contents.remove(&head.draft).flatten() {
                    let record = (head.key.id().to_owned(), content);
                    by_kind.entry(list.kind).or_default().push(record);
                }
            }
        }
        if rest.is_none() && by_kind.is_empty() {
            return Ok(None);
        }
        let rest = rest.unwrap_or_else(|| "{}".to_owned());
        Ok(Some(join(name, &rest, &by_kind)?))
    }

    async fn newest(&self, key: &Key) -> Result<Option<String>, StoreError> {
        match self.ledger.head(key).await? {
            Some(head) => Ok(self.ledger.version_of(key, head.draft).await?.content),
            None => Ok(None),
        }
    }

    /// What lies in the folder, by record.
    async fn found(&self) -> Result<Found, StoreError> {
        let mut found = Found::default();
        for file in read_folder(&self.dir)? {
            let text = match is_json(&file.name) {
                true => fs::read(&file.path).map_err(disk(&file.path))?,
                false => {
                    self.asset(&mut found, &file.name, &file.path).await?;
                    continue;
                }
            };
            let parts = String::from_utf8(text).ok();
            let parts = parts.map(|text| split(&file.name, &text));
            match parts {
                Some(Ok(Some(parts))) => found.records.extend(parts.records),
                Some(Ok(None)) => self.asset(&mut found, &file.name, &file.path).await?,
                // It cannot be taken apart: that is said by the check of the folder, and
                // what was known of its records stays.
                Some(Err(_)) | None => {
                    found.unreadable.insert(file.name);
                }
            }
        }
        Ok(found)
    }

    async fn asset(&self, found: &mut Found, name: &str, path: &Path) -> Result<(), StoreError> {
        let blob = Blob::of(path)?;
        if !self.blob(&blob.digest).exists() {
            self.keep_blob(path).await?;
        }
        found.records.insert(Key::stored(ASSET, name), blob.digest);
        Ok(())
    }
}

/// What a file has to be.
enum Wanted {
    /// This content that is kept.
    Blob(String),
    /// This text.
    Text(String),
    /// It has to be gone.
    Nothing,
}

/// When and how long each file was: what has not changed is not read again.
type Stamps = Vec<(String, SystemTime, u64)>;

fn stamps(dir: &Path) -> Result<Stamps, StoreError> {
    let files = read_folder(dir)?.into_iter();
    let stamps = files.map(|file| {
        let metadata = file.path.metadata().map_err(disk(&file.path))?;
        let modified = metadata.modified().map_err(disk(&file.path))?;
        Ok((file.name, modified, metadata.len()))
    });
    stamps.collect()
}

/// What lies in a folder.
#[derive(Debug, Default)]
struct Found {
    records: BTreeMap<Key, String>,
    /// Files of records that are no JSON.
    unreadable: BTreeSet<String>,
}

#[async_trait]
impl Store for FolderStore {
    fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    async fn save(
        &self,
        author: &Author,
        changes: Vec<Change>,
    ) -> Result<Vec<Version>, StoreError> {
        let _together = self.compared.read().await;
        let saved = {
            let _commit = self.commits.lock().await;
            self.ledger.save(author, "save", &changes).await?
        };
        if !saved.is_empty() {
            self.write_out().await?;
        }
        Ok(saved)
    }

    async fn keep_blob(&self, file: &Path) -> Result<Blob, StoreError> {
        let blob = Blob::of(file)?;
        let kept = self.blob(&blob.digest);
        if !kept.exists() {
            copy_atomic(file, &kept)?;
        }
        Ok(blob)
    }

    async fn copy_blob(&self, digest: &str, to: &Path) -> Result<(), StoreError> {
        copy_atomic(&self.blob(digest), to)
    }

    async fn take_turn(&self) -> Result<Option<Turn>, StoreError> {
        Ok(Some(Turn::alone()))
    }

    async fn change_by_others(&self) {
        std::future::pending().await
    }

    async fn settle(&self) -> Result<usize, StoreError> {
        let mut last = self.compared.write().await;
        // Whoever saved may have gone away in the middle: what is in the database alone would
        // be taken for what somebody has changed back by hand.
        self.write_out().await?;
        let now = stamps(&self.dir)?;
        if *last == now {
            return Ok(0);
        }
        let first = self.ledger.heads(None).await?.is_empty();
        let found = self.found().await?;
        let known = self.ledger.state(&Which::Drafts).await?;
        let numbers: Vec<i64> = known.values().copied().collect();
        let contents = self.ledger.contents(&numbers).await?;
        let mut changes = Vec::new();
        for (key, content) in &found.records {
            let stored = known.get(key).and_then(|number| contents.get(number));
            let stored = stored.and_then(Option::as_deref);
            if !stored.is_some_and(|stored| says_the_same(stored, content)) {
                changes.push(Change {
                    key: key.clone(),
                    content: Some(content.clone()),
                    expected: Expected::Any,
                });
            }
        }
        for (key, number) in &known {
            let stands = contents.get(number).is_some_and(Option::is_some);
            if stands
                && !found.records.contains_key(key)
                && !found.unreadable.contains(&file_of(key))
            {
                changes.push(Change {
                    key: key.clone(),
                    content: None,
                    expected: Expected::Any,
                });
            }
        }
        *last = now;
        if changes.is_empty() {
            return Ok(0);
        }
        let (who, action) = match first {
            true => ("site", "import"),
            false => ("folder", "found"),
        };
        let author = Author::new(who, "");
        let saved = self.ledger.save(&author, action, &changes).await?;
        // They lie there already.
        let heads = self.ledger.unwritten().await?;
        self.ledger.is_written(&heads).await?;
        Ok(saved.len())
    }
}

impl FolderStore {
    /// A file that was broken by hand is put aside before it is written over.
    fn keep_unreadable(&self, heads: &[Head]) -> Result<(), StoreError> {
        let files: BTreeMap<String, i64> = heads
            .iter()
            .map(|head| (file_of(&head.key), head.draft))
            .collect();
        for (name, number) in files.iter().filter(|(name, _)| is_json(name)) {
            let path = self.dir.join(name);
            let Ok(bytes) = fs::read(&path) else {
                continue;
            };
            let text = String::from_utf8(bytes).ok();
            if text.is_some_and(|text| split(name, &text).is_ok()) {
                continue;
            }
            let aside = self.dir.join(OWN).join("put-aside");
            fs::create_dir_all(&aside).map_err(disk(&aside))?;
            let aside = aside.join(format!("{number}-{}", name.replace('/', "-")));
            fs::copy(&path, &aside).map_err(disk(path))?;
        }
        Ok(())
    }
}

/// Whether two contents differ in nothing but their lines and blanks: what is taken out of a
/// file stands there as the file is written, not as it was saved.
fn says_the_same(one: &str, other: &str) -> bool {
    let laid_out = || Some((format(one).ok()?, format(other).ok()?));
    one == other || laid_out().is_some_and(|(one, other)| one == other)
}

fn is_json(name: &str) -> bool {
    records::files().any(|known| known == name) || article(name).is_some()
}

fn article(name: &str) -> Option<&str> {
    name.strip_prefix(records::ARTICLE_FOLDER)?
        .strip_suffix(".json")
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match path.exists() {
        true => fs::remove_file(path).map_err(disk(path)),
        false => Ok(()),
    }
}

/// Copies a file so that it is there whole or not at all.
fn copy_atomic(from: &Path, to: &Path) -> Result<(), StoreError> {
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(disk(folder))?;
    let mut source = File::open(from).map_err(disk(from))?;
    let mut file = tempfile::Builder::new()
        .prefix(".~")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(disk(folder))?;
    let mut room = vec![0; 64 * 1024];
    loop {
        let read = source.read(&mut room).map_err(disk(from))?;
        if read == 0 {
            break;
        }
        std::io::Write::write_all(&mut file, &room[..read]).map_err(disk(to))?;
    }
    file.as_file().sync_all().map_err(disk(to))?;
    readable(file.as_file()).map_err(disk(to))?;
    persist(file, to).map_err(disk(to))
}

#[cfg(unix)]
fn readable(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_file: &File) -> std::io::Result<()> {
    Ok(())
}
