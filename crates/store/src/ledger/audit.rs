//! The audit log: who did what, when and why, each entry with the digest of the one before.

use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Ledger, Write};
use crate::chain::{AuditEntry, BEGINNING, BrokenChain};
use crate::digest::hex;
use crate::error::StoreError;
use crate::version::Author;

/// Up to so many changes of one write have an entry each; more, as of an import, have one
/// together.
pub(super) const EACH: usize = 100;

/// Adds an entry within a write.
pub(super) async fn add(
    write: &mut Write,
    author: &Author,
    action: &str,
    target: &str,
    detail: &str,
) -> Result<AuditEntry, StoreError> {
    let last = sqlx::query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        .fetch_optional(&mut *write.tx)
        .await?;
    let (number, before) = match last {
        Some(row) => (row.try_get::<i64, _>(0)? + 1, row.try_get(1)?),
        None => (1, BEGINNING.to_owned()),
    };
    let mut entry = AuditEntry {
        number,
        at: write.at,
        who: author.who.clone(),
        action: action.to_owned(),
        target: target.to_owned(),
        why: author.why.clone(),
        detail: detail.to_owned(),
        before,
        hash: String::new(),
    };
    entry.hash = entry.digest();
    sqlx::query(
        "INSERT INTO audit (number, at, who, action, target, why, detail, before, hash) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(entry.number)
    .bind(entry.at)
    .bind(entry.who.clone())
    .bind(entry.action.clone())
    .bind(entry.target.clone())
    .bind(entry.why.clone())
    .bind(entry.detail.clone())
    .bind(entry.before.clone())
    .bind(entry.hash.clone())
    .execute(&mut *write.tx)
    .await?;
    Ok(entry)
}

impl Ledger {
    /// Notes something that changes no record: a sign-in, a refusal.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn note(
        &self,
        author: &Author,
        action: &str,
        target: &str,
        detail: &str,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        add(&mut write, author, action, target, detail).await?;
        write.tx.commit().await?;
        Ok(())
    }

    /// The entries after a number, the oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn audit_after(&self, number: i64, most: i64) -> Result<Vec<AuditEntry>, StoreError> {
        let rows = sqlx::query(
            "SELECT number, at, who, action, target, why, detail, before, hash FROM audit \
             WHERE number > $1 ORDER BY number LIMIT $2",
        )
        .bind(number)
        .bind(most)
        .fetch_all(self.pool())
        .await?;
        rows.iter().map(entry).collect()
    }

    /// The number of the last entry; 0 when there is none.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn last_audit(&self) -> Result<i64, StoreError> {
        let last = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM audit");
        Ok(last.fetch_one(self.pool()).await?)
    }

    /// Goes through the whole log, and the records that it speaks of; says how many entries
    /// there are.
    ///
    /// # Errors
    /// [`StoreError::Broken`] where it does not hold together.
    pub async fn verify_audit(&self) -> Result<i64, StoreError> {
        let mut last: Option<AuditEntry> = None;
        loop {
            let after = last.as_ref().map_or(0, |entry| entry.number);
            let entries = self.audit_after(after, 1000).await?;
            AuditEntry::verify(&entries, last.as_ref())?;
            for entry in &entries {
                self.verify_version(entry).await?;
            }
            match entries.into_iter().next_back() {
                Some(entry) => last = Some(entry),
                None => return Ok(after),
            }
        }
    }

    /// Whether the version that an entry speaks of is as it was when it was saved.
    async fn verify_version(&self, entry: &AuditEntry) -> Result<(), StoreError> {
        #[derive(serde::Deserialize)]
        struct Saved {
            version: i64,
            digest: Option<String>,
        }
        let Ok(saved) = serde_json::from_str::<Saved>(&entry.detail) else {
            return Ok(());
        };
        let broken = |how| BrokenChain {
            number: entry.number,
            how,
        };
        let version = self.version(saved.version).await?;
        let version = version.ok_or(broken("the version that it speaks of is gone"))?;
        let content = version.content.as_deref();
        let digest = content.map(|content| hex(&Sha256::digest(content.as_bytes())));
        if digest != saved.digest || version.who != entry.who || version.why != entry.why {
            return Err(broken("the version that it speaks of was changed").into());
        }
        Ok(())
    }
}

fn entry(row: &AnyRow) -> Result<AuditEntry, StoreError> {
    Ok(AuditEntry {
        number: row.try_get(0)?,
        at: row.try_get(1)?,
        who: row.try_get(2)?,
        action: row.try_get(3)?,
        target: row.try_get(4)?,
        why: row.try_get(5)?,
        detail: row.try_get(6)?,
        before: row.try_get(7)?,
        hash: row.try_get(8)?,
    })
}
