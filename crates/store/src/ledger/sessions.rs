//! Sessions, under digests of the words that browsers have.

use sqlx::Row;

use super::{Ledger, now};
use crate::error::StoreError;
use crate::secret::digest;

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// What is known of it.
    pub data: String,
    /// When it ends, in milliseconds since 1970.
    pub expires: i64,
}

impl Ledger {
    /// Makes a session, unless there is one of that word.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn new_session(
        &self,
        word: &str,
        session: &StoredSession,
    ) -> Result<bool, StoreError> {
        let made = sqlx::query(
            "INSERT INTO sessions (id, data, expires) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        )
        .bind(digest(word))
        .bind(session.data.clone())
        .bind(session.expires)
        .execute(self.pool())
        .await?;
        Ok(made.rows_affected() > 0)
    }

    /// Keeps what is known of a session.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn save_session(
        &self,
        word: &str,
        session: &StoredSession,
    ) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO sessions (id, data, expires) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET data = $2, expires = $3",
        )
        .bind(digest(word))
        .bind(session.data.clone())
        .bind(session.expires)
        .execute(self.pool())
        .await?;
        Ok(())
    }

    /// A session that has not ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn session(&self, word: &str) -> Result<Option<StoredSession>, StoreError> {
        let row = sqlx::query("SELECT data, expires FROM sessions WHERE id = $1 AND expires >= $2")
            .bind(digest(word))
            .bind(now())
            .fetch_optional(self.pool())
            .await?;
        row.map(|row| {
            Ok(StoredSession {
                data: row.try_get(0)?,
                expires: row.try_get(1)?,
            })
        })
        .transpose()
    }

    /// Ends a session, and forgets those that have ended by themselves.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_session(&self, word: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sessions WHERE id = $1 OR expires < $2")
            .bind(digest(word))
            .bind(now())
            .execute(self.pool())
            .await?;
        Ok(())
    }
}
