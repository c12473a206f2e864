//! Records: saved, read, and how they came to be so.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Ledger, Write, audit};
use crate::digest::hex;
use crate::error::{Conflict, StoreError};
use crate::key::Key;
use crate::version::{Author, Change, Expected, Head, Version};
use sha2::{Digest, Sha256};

/// The columns of a version, in the order of [`version`].
macro_rules! versions {
    ($rest:literal) => {
        concat!(
            "SELECT number, kind, id, before, content, who, at, why FROM versions ",
            $rest
        )
    };
}
macro_rules! heads {
    ($rest:literal) => {
        concat!(
            "SELECT kind, id, draft, removed, proposed, approved, live, note FROM heads ",
            $rest
        )
    };
}

impl Ledger {
    /// Saves changes, all or none, and marks them as not yet written to the folder.
    pub(crate) async fn save(
        &self,
        author: &Author,
        action: &'static str,
        changes: &[Change],
    ) -> Result<Vec<Version>, StoreError> {
        let mut write = self.write().await?;
        let mut saved = Vec::new();
        for change in changes {
            if let Some(version) = save_one(&mut write, author, change).await? {
                if changes.len() <= audit::EACH {
                    let detail = detail(&version);
                    audit::add(&mut write, author, action, &change.key.to_string(), &detail)
                        .await?;
                }
                saved.push(version);
            }
        }
        if changes.len() > audit::EACH {
            let mut digest = Sha256::new();
            for version in &saved {
                digest.update(detail(version));
            }
            let all = serde_json::json!({
                "records": saved.len(),
                "digest": hex(&digest.finalize()),
            });
            audit::add(&mut write, author, action, "", &all.to_string()).await?;
        }
        match saved.is_empty() {
            // Nothing has happened: not even the clock has moved.
            true => write.tx.rollback().await?,
            false => write.tx.commit().await?,
        }
        Ok(saved)
    }

    /// Where a record stands; none when there never was one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn head(&self, key: &Key) -> Result<Option<Head>, StoreError> {
        let row = sqlx::query(heads!("WHERE kind = $1 AND id = $2"))
            .bind(key.kind().to_owned())
            .bind(key.id().to_owned())
            .fetch_optional(self.pool())
            .await?;
        row.as_ref().map(head).transpose()
    }

    /// Where all records stand, in order; of one kind, if one is named.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn heads(&self, kind: Option<&str>) -> Result<Vec<Head>, StoreError> {
        let rows = match kind {
            Some(kind) => {
                sqlx::query(heads!("WHERE kind = $1 ORDER BY kind, id"))
                    .bind(kind.to_owned())
                    .fetch_all(self.pool())
                    .await?
            }
            None => {
                sqlx::query(heads!("ORDER BY kind, id"))
                    .fetch_all(self.pool())
                    .await?
            }
        };
        rows.iter().map(head).collect()
    }

    /// Those whose newest version readers do not see.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn unpublished(&self) -> Result<Vec<Head>, StoreError> {
        let rows = sqlx::query(heads!(
            "WHERE live IS NULL OR live <> draft ORDER BY kind, id"
        ))
        .fetch_all(self.pool())
        .await?;
        rows.iter().map(head).collect()
    }

    /// A version by its number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn version(&self, number: i64) -> Result<Option<Version>, StoreError> {
        let row = sqlx::query(versions!("WHERE number = $1"))
            .bind(number)
            .fetch_optional(self.pool())
            .await?;
        row.as_ref().map(version).transpose()
    }

    /// A version of a record by its number.
    ///
    /// # Errors
    /// [`StoreError::NoVersion`] when it is not one of this record.
    pub async fn version_of(&self, key: &Key, number: i64) -> Result<Version, StoreError> {
        let version = self.version(number).await?;
        version
            .filter(|version| version.key == *key)
            .ok_or_else(|| StoreError::NoVersion {
                key: key.clone(),
                number,
            })
    }

    /// The versions of a record, the newest first, before a number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn history(
        &self,
        key: &Key,
        before: i64,
        most: i64,
    ) -> Result<Vec<Version>, StoreError> {
        let rows = sqlx::query(versions!(
            "WHERE kind = $1 AND id = $2 AND number < $3 ORDER BY number DESC LIMIT $4"
        ))
        .bind(key.kind().to_owned())
        .bind(key.id().to_owned())
        .bind(before)
        .bind(most)
        .fetch_all(self.pool())
        .await?;
        rows.iter().map(version).collect()
    }

    /// The versions of all records, the newest first, before a number.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn history_of_all(&self, before: i64, most: i64) -> Result<Vec<Version>, StoreError> {
        let rows = sqlx::query(versions!("WHERE number < $1 ORDER BY number DESC LIMIT $2"))
            .bind(before)
            .bind(most)
            .fetch_all(self.pool())
            .await?;
        rows.iter().map(version).collect()
    }

    /// Records whose newest version is not in the folder yet.
    pub(crate) async fn unwritten(&self) -> Result<Vec<Head>, StoreError> {
        let rows = sqlx::query(heads!("WHERE unwritten > 0 ORDER BY kind, id"))
            .fetch_all(self.pool())
            .await?;
        rows.iter().map(head).collect()
    }

    /// Notes that a version is in the folder, unless a newer one has come since.
    pub(crate) async fn is_written(&self, heads: &[Head]) -> Result<(), StoreError> {
        let mut tx = self.pool().begin().await?;
        for head in heads {
            sqlx::query(
                "UPDATE heads SET unwritten = 0 WHERE kind = $1 AND id = $2 AND draft = $3",
            )
            .bind(head.key.kind().to_owned())
            .bind(head.key.id().to_owned())
            .bind(head.draft)
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// What the audit log says of a saved version: enough to prove what was saved.
fn detail(version: &Version) -> String {
    let content = version.content.as_deref();
    let digest = content.map(|content| hex(&Sha256::digest(content.as_bytes())));
    serde_json::json!({
        "version": version.number,
        "before": version.before,
        "digest": digest,
    })
    .to_string()
}

async fn save_one(
    write: &mut Write,
    author: &Author,
    change: &Change,
) -> Result<Option<Version>, StoreError> {
    let key = &change.key;
    let row = sqlx::query(heads!("WHERE kind = $1 AND id = $2"))
        .bind(key.kind().to_owned())
        .bind(key.id().to_owned())
        .fetch_optional(&mut *write.tx)
        .await?;
    let before = row.as_ref().map(head).transpose()?;
    let theirs = match &before {
        Some(head) => version_in(write, head.draft).await?,
        None => None,
    };
    let stands = theirs.as_ref().filter(|version| version.content.is_some());
    let fits = match change.expected {
        Expected::Any => true,
        Expected::Nothing => stands.is_none(),
        Expected::Revision(number) => before.as_ref().is_some_and(|head| head.draft == number),
    };
    let content_before = theirs.as_ref().and_then(|version| version.content.as_ref());
    if !fits {
        let ancestor = match change.expected {
            Expected::Revision(number) => version_in(write, number).await?,
            Expected::Nothing | Expected::Any => None,
        };
        return Err(StoreError::Conflict(Box::new(Conflict {
            key: key.clone(),
            ancestor: ancestor.filter(|version| version.key == *key),
            theirs,
            yours: change.content.clone(),
        })));
    }
    if content_before == change.content.as_ref() {
        return Ok(None);
    }
    let number = write.number().await?;
    let version = Version {
        number,
        key: key.clone(),
        before: before.as_ref().map(|head| head.draft),
        content: change.content.clone(),
        who: author.who.clone(),
        at: write.at,
        why: author.why.clone(),
    };
    insert(write, &version).await?;
    // Any change voids what was proposed and approved of the version before.
    sqlx::query(
        "INSERT INTO heads (kind, id, draft, removed, unwritten) VALUES ($1, $2, $3, $4, 1) \
         ON CONFLICT (kind, id) DO UPDATE SET draft = $3, removed = $4, unwritten = 1, \
         proposed = NULL, approved = NULL, note = NULL",
    )
    .bind(key.kind().to_owned())
    .bind(key.id().to_owned())
    .bind(number)
    .bind(i64::from(version.content.is_none()))
    .execute(&mut *write.tx)
    .await?;
    Ok(Some(version))
}

async fn insert(write: &mut Write, version: &Version) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO versions (number, kind, id, before, content, who, at, why) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(version.number)
    .bind(version.key.kind().to_owned())
    .bind(version.key.id().to_owned())
    .bind(version.before)
    .bind(version.content.clone())
    .bind(version.who.clone())
    .bind(version.at)
    .bind(version.why.clone())
    .execute(&mut *write.tx)
    .await?;
    Ok(())
}

async fn version_in(write: &mut Write, number: i64) -> Result<Option<Version>, StoreError> {
    let row = sqlx::query(versions!("WHERE number = $1"))
        .bind(number)
        .fetch_optional(&mut *write.tx)
        .await?;
    row.as_ref().map(version).transpose()
}

fn version(row: &AnyRow) -> Result<Version, StoreError> {
    Ok(Version {
        number: row.try_get(0)?,
        key: Key::stored(row.try_get::<String, _>(1)?, row.try_get::<String, _>(2)?),
        before: row.try_get(3)?,
        content: row.try_get(4)?,
        who: row.try_get(5)?,
        at: row.try_get(6)?,
        why: row.try_get(7)?,
    })
}

pub(super) fn head(row: &AnyRow) -> Result<Head, StoreError> {
    Ok(Head {
        key: Key::stored(row.try_get::<String, _>(0)?, row.try_get::<String, _>(1)?),
        draft: row.try_get(2)?,
        removed: row.try_get::<i64, _>(3)? != 0,
        proposed: row.try_get(4)?,
        approved: row.try_get(5)?,
        live: row.try_get(6)?,
        note: row.try_get(7)?,
    })
}
