//! A state of the store as files, and what is known of them from before.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use content::load::{ArticleCache, Reading, read_again};
use model::date::Day;
use store::{Key, Store, StoreError, Which, WorkingFolder};

use super::error::OfficeError;

/// A folder that follows the store, and its articles as they were read before.
#[derive(Debug)]
pub struct Desk {
    /// The files.
    pub folder: WorkingFolder,
    /// What has not changed is not read again.
    pub cache: Arc<Mutex<ArticleCache>>,
}

impl Desk {
    /// An empty one.
    pub fn new(dir: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            folder: WorkingFolder::new(dir)?,
            cache: Arc::default(),
        })
    }

    /// Brings the files to a state, and reads them.
    pub async fn read(&mut self, store: &dyn Store, which: &Which) -> Result<Reading, OfficeError> {
        self.folder.follow(store, which).await?;
        let dir = self.folder.dir().to_owned();
        self.work(move |cache| read_again(&dir, Day::today(), cache))
            .await
    }

    /// The same, with records as they are given: the next reading is without them.
    pub async fn read_with(
        &mut self,
        store: &dyn Store,
        which: &Which,
        given: &[(Key, String)],
    ) -> Result<Reading, OfficeError> {
        self.folder.follow(store, which).await?;
        for (key, content) in given {
            self.folder.lay(key, content)?;
        }
        let dir = self.folder.dir().to_owned();
        self.work(move |cache| read_again(&dir, Day::today(), cache))
            .await
    }

    /// Works with the files, on a thread that has the time.
    pub async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut ArticleCache) -> T + Send + 'static,
    ) -> Result<T, OfficeError> {
        let cache = Arc::clone(&self.cache);
        let work = move || {
            // A cache is whole at any time, or empty.
            let mut cache = cache.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut cache)
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| OfficeError::Broken)
    }
}
