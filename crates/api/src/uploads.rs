//! Uploads that go on where they broke off: what has come so far lies on the disk, so that
//! neither a broken line nor a restart of the server takes it away.
//!
//! Each has two files in a folder of its own: `WORD.json` says whose it is and what it is to
//! become, `WORD.part` has the bytes. How far it has come is the length of the latter, so the
//! two cannot contradict each other.

mod error;
mod upload;

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use content::rename::persist;
use store::private::keep_private;
use store::secret::random_word;

pub use error::UploadError;
pub use upload::Upload;

/// So many uploads of an account may be unfinished.
pub const MOST: usize = 20;
/// So many bytes they may have together, as they were declared.
pub const MOST_BYTES: u64 = 200_000_000;
/// So long after its beginning an upload can go on.
pub const LIFETIME: Duration = Duration::from_secs(24 * 60 * 60);

/// The uploads that lie on this machine.
#[derive(Debug)]
pub struct Uploads {
    dir: PathBuf,
    /// One begins at a time: else two could both be the last that an account may have.
    begins: Mutex<()>,
    /// Those to which somebody sends just now.
    busy: Arc<Mutex<HashSet<String>>>,
}

/// The right to change an upload, which one request has at a time.
#[derive(Debug)]
pub struct Turn {
    word: String,
    busy: Arc<Mutex<HashSet<String>>>,
}

impl Turn {
    /// Of which upload.
    pub fn word(&self) -> &str {
        &self.word
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        locked(&self.busy).remove(&self.word);
    }
}

impl Uploads {
    /// In a folder below one that is kept from one start to the next.
    pub fn beside(work: &Path) -> Self {
        Self {
            dir: work.join("uploads"),
            begins: Mutex::default(),
            busy: Arc::default(),
        }
    }

    /// Begins one, and says by which word it is found.
    ///
    /// # Errors
    /// When the account has as many as it may, or the disk refuses.
    pub fn begin(&self, upload: &Upload) -> Result<String, UploadError> {
        let _one = locked(&self.begins);
        fs::create_dir_all(&self.dir)?;
        keep_private(&self.dir)?;
        self.sweep()?;
        let mut unfinished = 0;
        let mut bytes = upload.length;
        for other in self.all()?.filter(|other| other.owner == upload.owner) {
            if other.saved.is_none() {
                unfinished += 1;
                bytes = bytes.saturating_add(other.length);
            }
        }
        if unfinished >= MOST {
            return Err(UploadError::TooMany);
        }
        if bytes > MOST_BYTES {
            return Err(UploadError::TooMuch);
        }
        let word = random_word()?;
        File::create_new(self.part(&word))?;
        self.write(&word, upload)?;
        Ok(word)
    }

    /// An upload of an account.
    ///
    /// # Errors
    /// [`UploadError::Unknown`] as well when it is somebody else's: nobody learns that it is
    /// there.
    pub fn find(&self, word: &str, owner: &str) -> Result<Upload, UploadError> {
        let upload = self.read(word)?;
        match upload.owner == owner && !upload.has_expired(SystemTime::now()) {
            true => Ok(upload),
            false => Err(UploadError::Unknown),
        }
    }

    /// How much of an upload has come.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn offset(&self, word: &str, upload: &Upload) -> Result<u64, UploadError> {
        match upload.saved {
            Some(_) => Ok(upload.length),
            None => Ok(fs::metadata(self.part(word))?.len()),
        }
    }

    /// Takes the right to change an upload.
    ///
    /// # Errors
    /// [`UploadError::Busy`] when another request has it.
    pub fn take(&self, word: &str) -> Result<Turn, UploadError> {
        match locked(&self.busy).insert(word.to_owned()) {
            true => Ok(Turn {
                word: word.to_owned(),
                busy: Arc::clone(&self.busy),
            }),
            false => Err(UploadError::Busy),
        }
    }

    /// The bytes of an upload, to go on at an offset.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn open_at(&self, turn: &Turn, offset: u64) -> Result<File, UploadError> {
        let mut part = OpenOptions::new().write(true).open(self.part(&turn.word))?;
        part.seek(SeekFrom::Start(offset))?;
        Ok(part)
    }

    /// Where the bytes of an upload lie.
    pub fn part(&self, word: &str) -> PathBuf {
        self.dir.join(format!("{word}.part"))
    }

    /// Notes that an upload was saved, and as which revision: whoever has missed the answer
    /// may ask again. Its bytes are not needed any more.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn finish(&self, turn: &Turn, upload: &Upload) -> Result<(), UploadError> {
        self.write(&turn.word, upload)?;
        removed(&self.part(&turn.word))?;
        Ok(())
    }

    /// Forgets an upload.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn end(&self, turn: &Turn) -> Result<(), UploadError> {
        self.forget(&turn.word)
    }

    /// Forgets what has expired.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn sweep(&self) -> Result<(), UploadError> {
        let now = SystemTime::now();
        for (path, word) in self.files("json")? {
            match self.read(&word) {
                Ok(upload) if !upload.has_expired(now) => {}
                Ok(_) => {
                    // Nobody takes what somebody sends to just now from under them.
                    if let Ok(_turn) = self.take(&word) {
                        self.forget(&word)?;
                    }
                }
                // It says nothing that makes sense, so nobody can go on with it.
                Err(UploadError::Unknown) => removed(&path)?,
                Err(error) => return Err(error),
            }
        }
        for (path, word) in self.files("part")? {
            let of = self.description(&word);
            if !of.exists() && is_old(&path, now) {
                removed(&path)?;
            }
        }
        Ok(())
    }

    fn forget(&self, word: &str) -> Result<(), UploadError> {
        removed(&self.description(word))?;
        removed(&self.part(word))?;
        Ok(())
    }

    fn description(&self, word: &str) -> PathBuf {
        self.dir.join(format!("{word}.json"))
    }

    fn read(&self, word: &str) -> Result<Upload, UploadError> {
        if !is_word(word) {
            return Err(UploadError::Unknown);
        }
        let text = match fs::read_to_string(self.description(word)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Err(UploadError::Unknown),
            text => Ok(text?),
        }?;
        serde_json::from_str(&text).map_err(|_| UploadError::Unknown)
    }

    /// Whole or not at all, whatever ends the program.
    fn write(&self, word: &str, upload: &Upload) -> Result<(), UploadError> {
        let file = tempfile::NamedTempFile::new_in(&self.dir)?;
        serde_json::to_writer(&file, upload).map_err(io::Error::from)?;
        file.as_file().sync_all()?;
        persist(file, &self.description(word))?;
        Ok(())
    }

    fn all(&self) -> Result<impl Iterator<Item = Upload>, UploadError> {
        let files = self.files("json")?;
        Ok(files
            .into_iter()
            .filter_map(move |(_, word)| self.read(&word).ok()))
    }

    /// The files of a kind, with the words that they are found by.
    fn files(&self, kind: &str) -> Result<Vec<(PathBuf, String)>, UploadError> {
        let entries = match self.dir.read_dir() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == kind) {
                let word = path.file_stem().unwrap_or_default();
                let word = word.to_string_lossy().into_owned();
                found.push((path, word));
            }
        }
        Ok(found)
    }
}

/// Whether it is a word as [`random_word`] makes them: it becomes the name of a file.
fn is_word(word: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    word.len() == 43 && word.bytes().all(allowed)
}

/// What is behind the lock is whole at any time.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_old(path: &Path, now: SystemTime) -> bool {
    let changed = fs::metadata(path).and_then(|file| file.modified());
    changed.is_ok_and(|changed| {
        now.duration_since(changed)
            .is_ok_and(|since| since > LIFETIME)
    })
}

fn removed(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    fn upload(owner: &str, length: u64) -> Upload {
        Upload::new(owner, "media/yard.jpg", None, "", length)
    }

    #[test]
    fn expired_ones_go_with_their_bytes_and_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        let uploads = Uploads::beside(folder.path());
        let stays = uploads.begin(&upload("writer", 10)).unwrap();
        let mut old = upload("writer", 10);
        old.expires = 1;
        let goes = uploads.begin(&old).unwrap();
        let busy = uploads.begin(&old).unwrap();
        let turn = uploads.take(&busy).unwrap();
        fs::write(uploads.dir.join("damaged.json"), "{").unwrap();
        assert!(matches!(
            uploads.find(&goes, "writer"),
            Err(UploadError::Unknown)
        ));
        uploads.sweep().unwrap();
        let left = |dir: &Path| dir.read_dir().unwrap().count();
        assert_eq!(left(&uploads.dir), 4, "one that stays, and the busy one");
        uploads.find(&stays, "writer").unwrap();
        drop(turn);
        uploads.sweep().unwrap();
        assert_eq!(left(&uploads.dir), 2);
    }

    #[test]
    fn an_account_has_so_many_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let uploads = Uploads::beside(folder.path());
        let large = upload("large", MOST_BYTES / 2);
        uploads.begin(&large).unwrap();
        let word = uploads.begin(&large).unwrap();
        let refused = uploads.begin(&upload("large", 1));
        assert!(matches!(refused, Err(UploadError::TooMuch)));
        // One that is done makes room for others, and can still be asked about.
        let turn = uploads.take(&word).unwrap();
        let done = Upload {
            saved: Some(7),
            ..large
        };
        uploads.finish(&turn, &done).unwrap();
        uploads.begin(&upload("large", 1)).unwrap();
        let done = uploads.find(&word, "large").unwrap();
        assert_eq!(done.saved, Some(7));
        assert_eq!(uploads.offset(&word, &done).unwrap(), MOST_BYTES / 2);
        for _ in 0..MOST {
            uploads.begin(&upload("many", 1)).unwrap();
        }
        let refused = uploads.begin(&upload("many", 1));
        assert!(matches!(refused, Err(UploadError::TooMany)));
        uploads.begin(&upload("another", 1)).unwrap();
    }

    #[test]
    fn words_lead_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let uploads = Uploads::beside(folder.path());
        uploads.begin(&upload("writer", 1)).unwrap();
        fs::write(folder.path().join("other.json"), "{}").unwrap();
        for word in ["../other", "", ".", "a", &"/".repeat(43), &".".repeat(43)] {
            let found = uploads.find(word, "writer");
            assert!(matches!(found, Err(UploadError::Unknown)), "{word}");
        }
    }
}
