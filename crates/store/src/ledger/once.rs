//! Addresses that end: for signing in once, for looking at what is not published.

use sqlx::Row;

use super::{Ledger, now};
use crate::error::StoreError;
use crate::secret::{digest, random_word};

impl Ledger {
    /// A word that stands for something for a while.
    ///
    /// # Errors
    /// When the database refuses, or there is no randomness.
    pub async fn hand_out(
        &self,
        purpose: &str,
        data: &str,
        seconds: i64,
    ) -> Result<String, StoreError> {
        let word = random_word()?;
        let now = now();
        sqlx::query("DELETE FROM once WHERE expires < $1")
            .bind(now)
            .execute(self.pool())
            .await?;
        sqlx::query("INSERT INTO once (digest, purpose, data, expires) VALUES ($1, $2, $3, $4)")
            .bind(digest(&word))
            .bind(purpose.to_owned())
            .bind(data.to_owned())
            .bind(now + seconds * 1000)
            .execute(self.pool())
            .await?;
        Ok(word)
    }

    /// What a word stands for, if it does still, and until when.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn stands_for(
        &self,
        purpose: &str,
        word: &str,
    ) -> Result<Option<(String, i64)>, StoreError> {
        let row = sqlx::query(
            "SELECT data, expires FROM once WHERE digest = $1 AND purpose = $2 AND expires >= $3",
        )
        .bind(digest(word))
        .bind(purpose.to_owned())
        .bind(now())
        .fetch_optional(self.pool())
        .await?;
        row.map(|row| Ok((row.try_get(0)?, row.try_get(1)?)))
            .transpose()
    }

    /// What a word stands for; it does so no more from then on.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn use_up(&self, purpose: &str, word: &str) -> Result<Option<String>, StoreError> {
        let row = sqlx::query_scalar(
            "DELETE FROM once WHERE digest = $1 AND purpose = $2 AND expires >= $3 RETURNING data",
        )
        .bind(digest(word))
        .bind(purpose.to_owned())
        .bind(now())
        .fetch_optional(self.pool())
        .await?;
        Ok(row)
    }
}
