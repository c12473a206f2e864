//! What readers see, and saw: every publish says which versions changed for them. It is
//! noted before it is done, so that one that was broken off is done again.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Ledger, Write, audit};
use crate::digest::hex;
use crate::error::StoreError;
use crate::key::Key;
use crate::version::Author;

/// What a publish is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishKind {
    /// It takes what is ready.
    Publish,
    /// It brings back what readers saw after an earlier one.
    Rollback,
}

impl PublishKind {
    /// In one word, for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Rollback => "rollback",
        }
    }
}

/// A publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// Its number in the store's clock.
    pub number: i64,
    /// What it was for.
    pub kind: PublishKind,
    /// Who, and why.
    pub author: Author,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Whether readers see it.
    pub done: bool,
    /// The revision of the documents, once readers see it.
    pub revision: Option<String>,
    /// The digest of the publish before.
    pub before: String,
    /// The digest of this one: of the one before, its number, its time and its versions.
    pub digest: String,
}

/// A publish as the public log has it: nobody's name is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PublicEntry {
    /// Its number.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// What it was for.
    pub kind: &'static str,
    /// The digest of the versions that it changed.
    pub items: String,
    /// The digest of the publish before.
    pub before: String,
    /// The digest of this one.
    pub digest: String,
}

/// A publish that is to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// Its number in the store's clock.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub due: i64,
    /// Who has asked for it, and why.
    pub author: Author,
    /// What has become of it; none as long as it is to come.
    pub outcome: Option<String>,
}

macro_rules! publishes {
    ($rest:literal) => {
        concat!(
            "SELECT number, kind, who, why, at, state, revision, before, digest FROM publishes ",
            $rest
        )
    };
}

/// The digest of a publish.
pub fn publish_digest(before: &str, number: i64, at: i64, kind: &str, items: &str) -> String {
    hex(&Sha256::digest(format!(
        "{before}\n{number}\n{at}\n{kind}\n{items}"
    )))
}

impl Ledger {
    /// Notes a publish that is to make readers see these versions.
    pub async fn begin_publish(
        &self,
        author: &Author,
        kind: PublishKind,
        wanted: &BTreeMap<Key, i64>,
    ) -> Result<Publish, StoreError> {
        let mut write = self.write().await?;
        let rows = sqlx::query("SELECT kind, id, live FROM heads WHERE live IS NOT NULL")
            .fetch_all(&mut *write.tx)
            .await?;
        let mut live = BTreeMap::new();
        for row in rows {
            let key = Key::stored(row.try_get::<String, _>(0)?, row.try_get::<String, _>(1)?);
            live.insert(key, row.try_get::<i64, _>(2)?);
        }
        let number = write.number().await?;
        let mut items: BTreeMap<&Key, Option<i64>> = BTreeMap::new();
        let changed = wanted
            .iter()
            .filter(|(key, number)| live.get(*key) != Some(*number));
        items.extend(changed.map(|(key, number)| (key, Some(*number))));
        items.extend(
            live.keys()
                .filter(|key| !wanted.contains_key(*key))
                .map(|key| (key, None)),
        );
        for (key, version) in &items {
            sqlx::query(
                "INSERT INTO publish_items (publish, kind, id, version) VALUES ($1, $2, $3, $4)",
            )
            .bind(number)
            .bind(key.kind().to_owned())
            .bind(key.id().to_owned())
            .bind(*version)
            .execute(&mut *write.tx)
            .await?;
        }
        let last: Option<String> = sqlx::query_scalar(
            "SELECT digest FROM publishes WHERE state = 'done' ORDER BY number DESC LIMIT 1",
        )
        .fetch_optional(&mut *write.tx)
        .await?;
        let before = last.unwrap_or_default();
        let digest = publish_digest(&before, number, write.at, kind.word(), &digest_of(&items));
        sqlx::query(
            "INSERT INTO publishes (number, kind, who, at, why, state, digest, before) \
             VALUES ($1, $2, $3, $4, $5, 'begun', $6, $7)",
        )
        .bind(number)
        .bind(kind.word())
        .bind(author.who.clone())
        .bind(write.at)
        .bind(author.why.clone())
        .bind(digest.clone())
        .bind(before.clone())
        .execute(&mut *write.tx)
        .await?;
        let at = write.at;
        write.tx.commit().await?;
        Ok(Publish {
            number,
            kind,
            author: author.clone(),
            at,
            done: false,
            revision: None,
            before,
            digest,
        })
    }

    /// Notes that readers see a publish.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn finish_publish(
        &self,
        publish: &Publish,
        revision: &str,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let done = sqlx::query(
            "UPDATE publishes SET state = 'done', revision = $1 WHERE number = $2 AND state = 'begun'",
        )
        .bind(revision.to_owned())
        .bind(publish.number)
        .execute(&mut *write.tx)
        .await?;
        if done.rows_affected() == 0 {
            // Another process has done it.
            return Ok(());
        }
        let items = items(&mut write, publish.number).await?;
        for (key, version) in &items {
            sqlx::query(
                "UPDATE heads SET live = $1, \
                 approved = CASE WHEN approved = $1 THEN NULL ELSE approved END \
                 WHERE kind = $2 AND id = $3",
            )
            .bind(*version)
            .bind(key.kind().to_owned())
            .bind(key.id().to_owned())
            .execute(&mut *write.tx)
            .await?;
        }
        let detail = serde_json::json!({
            "revision": revision,
            "records": items.len(),
            "publish": publish.digest,
        });
        let target = publish.number.to_string();
        let action = publish.kind.word();
        audit::add(
            &mut write,
            &publish.author,
            action,
            &target,
            &detail.to_string(),
        )
        .await?;
        write.tx.commit().await?;
        Ok(())
    }

    /// Forgets a publish that could not be done.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn abandon_publish(&self, number: i64) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let gone = sqlx::query("DELETE FROM publishes WHERE number = $1 AND state = 'begun'")
            .bind(number)
            .execute(&mut *write.tx)
            .await?;
        if gone.rows_affected() > 0 {
            sqlx::query("DELETE FROM publish_items WHERE publish = $1")
                .bind(number)
                .execute(&mut *write.tx)
                .await?;
        }
        write.tx.commit().await?;
        Ok(())
    }

    /// A publish by its number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn publish(&self, number: i64) -> Result<Option<Publish>, StoreError> {
        let row = sqlx::query(publishes!("WHERE number = $1"))
            .bind(number)
            .fetch_optional(self.pool())
            .await?;
        row.as_ref().map(publish).transpose()
    }

    /// The publish that was begun and not ended, if there is one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn broken_off(&self) -> Result<Option<Publish>, StoreError> {
        let row = sqlx::query(publishes!("WHERE state = 'begun' ORDER BY number LIMIT 1"))
            .fetch_optional(self.pool())
            .await?;
        row.as_ref().map(publish).transpose()
    }

    /// Those that readers saw, the newest first, before a number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn publishes(&self, before: i64, most: i64) -> Result<Vec<Publish>, StoreError> {
        let rows = sqlx::query(publishes!(
            "WHERE state = 'done' AND number < $1 ORDER BY number DESC LIMIT $2"
        ))
        .bind(before)
        .bind(most)
        .fetch_all(self.pool())
        .await?;
        rows.iter().map(publish).collect()
    }

    /// The number of the last publish that readers see; 0 when there was none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_publish(&self) -> Result<i64, StoreError> {
        let last = sqlx::query_scalar(
            "SELECT COALESCE(MAX(number), 0) FROM publishes WHERE state = 'done'",
        );
        Ok(last.fetch_one(self.pool()).await?)
    }

    /// The versions that a publish made readers see; none where a record went.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn publish_items(
        &self,
        number: i64,
    ) -> Result<BTreeMap<Key, Option<i64>>, StoreError> {
        let rows = sqlx::query("SELECT kind, id, version FROM publish_items WHERE publish = $1")
            .bind(number)
            .fetch_all(self.pool())
            .await?;
        rows.iter().map(item).collect()
    }

    /// The last publishes up to a number as the public log has them, the oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn public_log(&self, to: i64, most: i64) -> Result<Vec<PublicEntry>, StoreError> {
        let rows = sqlx::query(publishes!(
            "WHERE number <= $1 ORDER BY number DESC LIMIT $2"
        ))
        .bind(to)
        .bind(most)
        .fetch_all(self.pool())
        .await?;
        let mut log = Vec::with_capacity(rows.len());
        for row in rows.iter().rev() {
            let publish = publish(row)?;
            let items = self.publish_items(publish.number).await?;
            log.push(PublicEntry {
                number: publish.number,
                at: publish.at,
                kind: publish.kind.word(),
                items: digest_of(&items.iter().map(|(key, version)| (key, *version)).collect()),
                before: publish.before,
                digest: publish.digest,
            });
        }
        Ok(log)
    }

    /// Lets a publish come at a time, in milliseconds since 1970.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn schedule(&self, author: &Author, due: i64) -> Result<Scheduled, StoreError> {
        let mut write = self.write().await?;
        let number = write.number().await?;
        sqlx::query("INSERT INTO scheduled (number, due, who, why) VALUES ($1, $2, $3, $4)")
            .bind(number)
            .bind(due)
            .bind(author.who.clone())
            .bind(author.why.clone())
            .execute(&mut *write.tx)
            .await?;
        let detail = serde_json::json!({ "due": due }).to_string();
        audit::add(&mut write, author, "schedule", &number.to_string(), &detail).await?;
        write.tx.commit().await?;
        Ok(Scheduled {
            number,
            due,
            author: author.clone(),
            outcome: None,
        })
    }

    /// Publishes that are to come, the next first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn scheduled(&self) -> Result<Vec<Scheduled>, StoreError> {
        let rows = sqlx::query(
            "SELECT number, due, who, why, outcome FROM scheduled \
             WHERE outcome IS NULL ORDER BY due, number",
        )
        .fetch_all(self.pool())
        .await?;
        rows.iter().map(scheduled).collect()
    }

    /// Notes what has become of a publish that was to come. Says whether it was still to
    /// come: of several processes only one does it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn settle_scheduled(&self, number: i64, outcome: &str) -> Result<bool, StoreError> {
        let done =
            sqlx::query("UPDATE scheduled SET outcome = $1 WHERE number = $2 AND outcome IS NULL")
                .bind(outcome.to_owned())
                .bind(number)
                .execute(self.pool())
                .await?;
        Ok(done.rows_affected() > 0)
    }
}

/// The digest of what a publish changes.
fn digest_of(items: &BTreeMap<&Key, Option<i64>>) -> String {
    let mut hasher = Sha256::new();
    for (key, version) in items {
        hasher.update(format!("{key} {version:?}\n"));
    }
    hex(&hasher.finalize())
}

async fn items(write: &mut Write, number: i64) -> Result<BTreeMap<Key, Option<i64>>, StoreError> {
    let rows = sqlx::query("SELECT kind, id, version FROM publish_items WHERE publish = $1")
        .bind(number)
        .fetch_all(&mut *write.tx)
        .await?;
    rows.iter().map(item).collect()
}

fn item(row: &AnyRow) -> Result<(Key, Option<i64>), StoreError> {
    let key = Key::stored(row.try_get::<String, _>(0)?, row.try_get::<String, _>(1)?);
    Ok((key, row.try_get(2)?))
}

fn publish(row: &AnyRow) -> Result<Publish, StoreError> {
    let kind = match row.try_get::<String, _>(1)?.as_str() {
        "publish" => PublishKind::Publish,
        "rollback" => PublishKind::Rollback,
        _ => return Err(StoreError::Damaged("an unknown kind of publish")),
    };
    Ok(Publish {
        number: row.try_get(0)?,
        kind,
        author: Author {
            who: row.try_get(2)?,
            why: row.try_get(3)?,
        },
        at: row.try_get(4)?,
        done: row.try_get::<String, _>(5)? == "done",
        revision: row.try_get(6)?,
        before: row.try_get(7)?,
        digest: row.try_get(8)?,
    })
}

fn scheduled(row: &AnyRow) -> Result<Scheduled, StoreError> {
    Ok(Scheduled {
        number: row.try_get(0)?,
        due: row.try_get(1)?,
        author: Author {
            who: row.try_get(2)?,
            why: row.try_get(3)?,
        },
        outcome: row.try_get(4)?,
    })
}
