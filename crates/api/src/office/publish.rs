//! From the store to readers.

use std::collections::BTreeMap;
use std::fs;

use content::bundle::Audience;
use model::date::Day;
use publish::output::foreign::OnForeign;
use publish::{PublishError, Report, publish};
use serde::Serialize;
use store::{Author, Key, Publish, PublishKind, StoreError, Which};

use super::Office;
use super::desk::Desk;
use super::error::OfficeError;

/// How far a publish has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// It has begun.
    Begun {
        /// Its number.
        publish: i64,
        /// How many files have changed.
        files: usize,
    },
    /// Readers see it.
    Done {
        /// Its number.
        publish: i64,
        /// The revision of the documents.
        revision: String,
    },
    /// Nothing has changed for readers.
    Refused {
        /// Why.
        why: String,
    },
}

/// A publish that readers see.
#[derive(Clone, Debug)]
pub struct Published {
    /// As the store knows it.
    pub publish: Publish,
    /// The revision of the documents.
    pub revision: String,
    /// How many pages there are.
    pub pages: usize,
    /// How many files are other than before.
    pub changed: usize,
}

/// Where the public log of publishes lies, below the site.
const LOG: &str = "publish-log.json";
/// How many publishes it goes back.
const LOGGED: i64 = 1000;

impl Office {
    /// Makes readers see what is ready; the first time everything, as there is nothing yet
    /// beside which a single record could be judged.
    ///
    /// # Errors
    /// [`OfficeError::Faults`] when it has faults.
    pub async fn publish(&self, author: &Author) -> Result<Published, OfficeError> {
        let before = self.store.ledger().publishes(i64::MAX, 1).await?;
        let which = match before.is_empty() {
            true => Which::Drafts,
            false => Which::Ready,
        };
        self.make_seen(author, PublishKind::Publish, &which).await
    }

    /// Makes readers see what they saw after an earlier publish.
    ///
    /// # Errors
    /// When there was none, or what they saw is no site any more.
    pub async fn roll_back(&self, author: &Author, to: i64) -> Result<Published, OfficeError> {
        self.make_seen(author, PublishKind::Rollback, &Which::Published(to))
            .await
    }

    /// Makes readers see again what they see, on another day: articles have their day.
    ///
    /// # Errors
    /// When the site cannot be written.
    pub async fn renew(&self) -> Result<(), OfficeError> {
        let mut desk = self.live.lock().await;
        desk.folder.follow(&*self.store, &Which::Live).await?;
        self.write_log(&desk).await?;
        self.written(&desk).await?;
        Ok(())
    }

    /// Whether an article that readers are to see has this as its date.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn has_article_of(&self, day: Day) -> Result<bool, OfficeError> {
        let mut desk = self.live.lock().await;
        desk.folder.follow(&*self.store, &Which::Live).await?;
        let day = day.to_string();
        Ok(desk
            .folder
            .articles()
            .any(|article| article.contains(&*day)))
    }

    async fn make_seen(
        &self,
        author: &Author,
        kind: PublishKind,
        which: &Which,
    ) -> Result<Published, OfficeError> {
        let done = {
            let mut desk = self.live.lock().await;
            let wanted = self.store.ledger().state(which).await?;
            let done = self.make_seen_at(&mut desk, author, kind, wanted).await;
            if done.is_err() {
                // The files are those of a publish that was not; the next one sees to it.
                let _ = desk.folder.follow(&*self.store, &Which::Live).await;
            }
            done
        };
        let step = match &done {
            Ok(done) => Step::Done {
                publish: done.publish.number,
                revision: done.revision.clone(),
            },
            Err(error) => Step::Refused {
                why: error.to_string(),
            },
        };
        // Nobody may be listening.
        let _ = self.steps.send(step);
        self.has_changed();
        done
    }

    async fn make_seen_at(
        &self,
        desk: &mut Desk,
        author: &Author,
        kind: PublishKind,
        wanted: BTreeMap<Key, i64>,
    ) -> Result<Published, OfficeError> {
        let ledger = self.store.ledger();
        if ledger.broken_off().await?.is_some() {
            return Err(OfficeError::Busy);
        }
        let files = desk.folder.follow_exactly(&*self.store, &wanted).await?;
        let begun = ledger.begin_publish(author, kind, &wanted).await?;
        let _ = self.steps.send(Step::Begun {
            publish: begun.number,
            files,
        });
        self.finish(desk, begun).await
    }

    /// Does what was begun.
    async fn finish(&self, desk: &Desk, begun: Publish) -> Result<Published, OfficeError> {
        let ledger = self.store.ledger();
        self.write_log(desk).await?;
        match self.written(desk).await {
            Ok(report) => {
                ledger.finish_publish(&begun, &report.revision).await?;
                Ok(Published {
                    publish: begun,
                    revision: report.revision,
                    pages: report.pages,
                    changed: report.files - report.unchanged,
                })
            }
            Err(error) => {
                ledger.abandon_publish(begun.number).await?;
                Err(error)
            }
        }
    }

    async fn write_log(&self, desk: &Desk) -> Result<(), OfficeError> {
        let log = self.store.ledger().public_log(LOGGED).await?;
        let folder = desk.folder.dir().join("root");
        let path = folder.join(LOG);
        let disk = |error| StoreError::Disk {
            path: path.clone(),
            error,
        };
        fs::create_dir_all(&folder).map_err(disk)?;
        let log = serde_json::to_vec_pretty(&log).map_err(|_| OfficeError::Broken)?;
        fs::write(&path, log).map_err(disk)?;
        Ok(())
    }

    /// Writes the site of the files.
    async fn written(&self, desk: &Desk) -> Result<Report, OfficeError> {
        let options = publish::Options {
            content: desk.folder.dir().to_owned(),
            out: self.options.out.clone(),
            app: self.options.app.clone(),
            origin: self.options.origin.clone(),
            documents_only: false,
            compress: self.options.compress,
            cards: self.options.cards,
            audience: Audience::Readers,
            today: Day::today(),
            synthetic: self.options.synthetic,
            foreign: OnForeign::Keep,
            in_place: false,
        };
        let written = tokio::task::spawn_blocking(move || publish(&options));
        let written: Result<Report, PublishError> =
            written.await.map_err(|_| OfficeError::Broken)?;
        Ok(written?)
    }

    /// Ends what was broken off; and what lies in a store in which nothing was published
    /// yet is what readers see, if it is sound.
    pub(super) async fn recover(&self) -> Result<(), OfficeError> {
        let ledger = self.store.ledger();
        let mut desk = self.live.lock().await;
        if let Some(begun) = ledger.broken_off().await? {
            let mut wanted = ledger.state(&Which::Live).await?;
            for (key, version) in ledger.publish_items(begun.number).await? {
                match version {
                    Some(version) => drop(wanted.insert(key, version)),
                    None => drop(wanted.remove(&key)),
                }
            }
            desk.folder.follow_exactly(&*self.store, &wanted).await?;
            return match self.finish(&desk, begun).await {
                // It was abandoned, and readers see what they saw.
                Ok(_) | Err(OfficeError::Faults(_)) => Ok(()),
                Err(error) => Err(error),
            };
        }
        if !ledger.publishes(i64::MAX, 1).await?.is_empty() {
            desk.folder.follow(&*self.store, &Which::Live).await?;
            self.write_log(&desk).await?;
            return self.written(&desk).await.map(drop);
        }
        let wanted = ledger.state(&Which::Drafts).await?;
        if wanted.is_empty() {
            return Ok(());
        }
        let author = Author::new("site", "");
        match self
            .make_seen_at(&mut desk, &author, PublishKind::Publish, wanted)
            .await
        {
            Ok(_) => Ok(()),
            Err(OfficeError::Faults(faults)) => {
                // Its people mend it by the interface: that it has faults is no reason not
                // to start.
                eprintln!("site serve: nothing is published yet: {faults}");
                let out = &self.options.out;
                fs::create_dir_all(out).map_err(|error| StoreError::Disk {
                    path: out.clone(),
                    error,
                })?;
                Ok(())
            }
            Err(error) => Err(error),
        }
    }
}
