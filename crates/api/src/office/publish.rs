//! From the store to readers.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use content::bundle::Audience;
use model::date::Day;
use publish::outcome::Written;
use publish::output::foreign::OnForeign;
use serde::Serialize;
use store::{Author, Key, Publish, PublishKind, StoreError, Turn, Which};

use super::Office;
use super::desk::Desk;
use super::error::OfficeError;
use super::write::write;

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
/// So many faults are written out where nobody asked for them.
const FEW: usize = 10;
/// How often it is looked whether another server has ended its publish.
const MOMENT: Duration = Duration::from_millis(200);

impl Office {
    /// Makes readers see what is ready; the first time everything, as there is nothing yet
    /// beside which a single record could be judged.
    ///
    /// # Errors
    /// [`OfficeError::Faults`] when it has faults.
    pub async fn publish(&self, author: &Author) -> Result<Published, OfficeError> {
        let mut desk = self.live.lock().await;
        let _turn = self.turn(&mut desk).await?;
        self.publish_ready(&mut desk, author).await
    }

    /// Makes readers see what they saw after an earlier publish.
    ///
    /// # Errors
    /// When there was none, or what they saw is no site any more.
    pub async fn roll_back(&self, author: &Author, to: i64) -> Result<Published, OfficeError> {
        let mut desk = self.live.lock().await;
        let _turn = self.turn(&mut desk).await?;
        self.make_seen(
            &mut desk,
            author,
            PublishKind::Rollback,
            &Which::Published(to),
        )
        .await
    }

    /// Does a publish that was asked for at a time, unless another server has done it.
    ///
    /// # Errors
    /// When the store refuses, or the site cannot be written.
    pub async fn publish_scheduled(&self, number: i64) -> Result<(), OfficeError> {
        let ledger = self.store.ledger();
        let mut desk = self.live.lock().await;
        let _turn = self.turn(&mut desk).await?;
        let to_come = ledger.scheduled().await?;
        let Some(scheduled) = to_come.iter().find(|one| one.number == number) else {
            return Ok(());
        };
        // First the publish: one that was broken off by the end of the program is done again.
        let outcome = match self.publish_ready(&mut desk, &scheduled.author).await {
            Ok(done) => format!("publish {}", done.publish.number),
            Err(error @ OfficeError::Faults(_)) => {
                let detail = serde_json::json!({ "why": error.to_string() }).to_string();
                let author = Author::new("site", "");
                let target = number.to_string();
                ledger
                    .note(&author, "scheduled-refused", &target, &detail)
                    .await?;
                error.to_string()
            }
            Err(error) => return Err(error),
        };
        ledger.settle_scheduled(number, &outcome).await?;
        Ok(())
    }

    /// Makes readers see again what they see, on another day: articles have their day.
    ///
    /// # Errors
    /// When the site cannot be written.
    pub async fn renew(&self) -> Result<(), OfficeError> {
        let mut desk = self.live.lock().await;
        self.show_live(&mut desk).await
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

    /// The right to publish. Who has it knows that nobody else is at a publish: one that is
    /// noted and not done was broken off, and is ended first.
    async fn turn(&self, desk: &mut Desk) -> Result<Turn, OfficeError> {
        let turn = self.store.take_turn().await?.ok_or(OfficeError::Busy)?;
        self.end_broken_off(desk).await?;
        Ok(turn)
    }

    /// Does what was broken off. Of what turns out to have faults, nothing is left.
    pub(super) async fn end_broken_off(&self, desk: &mut Desk) -> Result<(), OfficeError> {
        let ledger = self.store.ledger();
        let Some(begun) = ledger.broken_off().await? else {
            return Ok(());
        };
        let mut wanted = ledger.state(&Which::Live).await?;
        for (key, version) in ledger.publish_items(begun.number).await? {
            match version {
                Some(version) => drop(wanted.insert(key, version)),
                None => drop(wanted.remove(&key)),
            }
        }
        desk.folder.follow_exactly(&*self.store, &wanted).await?;
        match self.finish(desk, begun).await {
            // It was abandoned, and readers see what they saw.
            Ok(_) | Err(OfficeError::Faults(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn publish_ready(
        &self,
        desk: &mut Desk,
        author: &Author,
    ) -> Result<Published, OfficeError> {
        let which = match self.store.ledger().last_publish().await? {
            0 => Which::Drafts,
            _ => Which::Ready,
        };
        self.make_seen(desk, author, PublishKind::Publish, &which)
            .await
    }

    async fn make_seen(
        &self,
        desk: &mut Desk,
        author: &Author,
        kind: PublishKind,
        which: &Which,
    ) -> Result<Published, OfficeError> {
        let wanted = self.store.ledger().state(which).await?;
        let done = self.make_seen_at(desk, author, kind, wanted).await;
        if done.is_err() {
            // The files are those of a publish that was not; the next one sees to it.
            let _ = desk.folder.follow(&*self.store, &Which::Live).await;
        }
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
        let files = desk.folder.follow_exactly(&*self.store, &wanted).await?;
        let begun = self.store.ledger().begin_publish(author, kind, &wanted);
        let begun = begun.await?;
        let _ = self.steps.send(Step::Begun {
            publish: begun.number,
            files,
        });
        self.finish(desk, begun).await
    }

    /// Does what was begun.
    async fn finish(&self, desk: &Desk, begun: Publish) -> Result<Published, OfficeError> {
        let ledger = self.store.ledger();
        match self.written(desk, begun.number).await {
            Ok(written) => {
                ledger.finish_publish(&begun, &written.revision).await?;
                Ok(Published {
                    publish: begun,
                    revision: written.revision,
                    pages: written.pages,
                    changed: written.files - written.unchanged,
                })
            }
            Err(error) => {
                ledger.abandon_publish(begun.number).await?;
                Err(error)
            }
        }
    }

    async fn write_log(&self, desk: &Desk, to: i64) -> Result<(), OfficeError> {
        let log = self.store.ledger().public_log(to, LOGGED).await?;
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

    /// Makes this server's readers see what the store says they see.
    pub(super) async fn show_live(&self, desk: &mut Desk) -> Result<(), OfficeError> {
        // The number first: what comes in between is looked at once more.
        let last = self.store.ledger().last_publish().await?;
        desk.folder.follow(&*self.store, &Which::Live).await?;
        self.written(desk, last).await?;
        Ok(())
    }

    /// Writes the site of the files, which are those of a publish.
    async fn written(&self, desk: &Desk, number: i64) -> Result<Written, OfficeError> {
        self.write_log(desk, number).await?;
        let options = publish::Options {
            content: desk.folder.dir().to_owned(),
            out: self.options.out.clone(),
            app: self.options.app.clone(),
            origin: self.options.origin.clone(),
            // Its own documents are the backend's.
            content_base: None,
            documents_only: false,
            compress: self.options.compress,
            cards: self.options.cards,
            audience: Audience::Readers,
            today: Day::today(),
            synthetic: self.options.synthetic,
            foreign: OnForeign::Keep,
            in_place: false,
        };
        let program = self.options.program.clone();
        let written = tokio::task::spawn_blocking(move || write(&options, program.as_deref()));
        let written = written.await.map_err(|_| OfficeError::Broken)??;
        self.is_shown(number);
        Ok(written)
    }

    /// Ends what was broken off; and what lies in a store in which nothing was published
    /// yet is what readers see, if it is sound.
    pub(super) async fn recover(&self) -> Result<(), OfficeError> {
        let ledger = self.store.ledger();
        let mut desk = self.live.lock().await;
        // Another server may be publishing. As long as there is nothing to be seen, that is
        // waited for.
        let turn = loop {
            let turn = self.store.take_turn().await?;
            if turn.is_some() || ledger.last_publish().await? > 0 {
                break turn;
            }
            tokio::time::sleep(MOMENT).await;
        };
        if turn.is_some() {
            self.end_broken_off(&mut desk).await?;
        }
        if ledger.last_publish().await? > 0 {
            return self.show_live(&mut desk).await;
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
                let count = faults.count();
                // Of an empty bundle there are many, and nobody reads them here.
                match count {
                    0..=FEW => tracing::error!("nothing is published yet: {faults}"),
                    _ => tracing::error!(
                        "nothing is published yet: there are {count} faults, which the desk and \
                         `site check` show"
                    ),
                }
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
