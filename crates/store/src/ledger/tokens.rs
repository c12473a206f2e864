//! Tokens by which machines come in, each for few things only.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Ledger, audit, now};
use crate::error::StoreError;
use crate::secret::{digest, random_word};
use crate::version::Author;

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Reading records, their history and what readers would see.
    Read,
    /// Saving drafts, uploading and proposing.
    Write,
    /// Approving and publishing.
    Publish,
}

impl Scope {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Publish];

    /// In one word, for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Publish => "publish",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// There is no such scope.
#[derive(Clone, Debug, thiserror::Error)]
#[error("a token cannot be good for `{0}`: read, write or publish")]
pub struct NoScope(String);

impl FromStr for Scope {
    type Err = NoScope;

    fn from_str(word: &str) -> Result<Self, NoScope> {
        let mut scopes = Self::ALL.into_iter();
        let scope = scopes.find(|scope| scope.word() == word);
        scope.ok_or_else(|| NoScope(word.to_owned()))
    }
}

/// A token, without the word that it consists of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is called.
    pub name: String,
    /// What it is good for.
    pub scopes: Vec<Scope>,
    /// Who made it.
    pub made_by: String,
    /// Until when, in milliseconds since 1970.
    pub expires: i64,
}

/// What every token begins with, so that programs which look for lost secrets find it.
pub const PREFIX: &str = "site_";

impl Ledger {
    /// Makes a token, and says its word this once.
    ///
    /// # Errors
    /// When there is one of that name.
    pub async fn add_token(
        &self,
        author: &Author,
        name: &str,
        scopes: &[Scope],
        days: i64,
    ) -> Result<String, StoreError> {
        let word = format!("{PREFIX}{}", random_word()?);
        let mut write = self.write().await?;
        let known: Option<String> = sqlx::query_scalar("SELECT name FROM tokens WHERE name = $1")
            .bind(name.to_owned())
            .fetch_optional(&mut *write.tx)
            .await?;
        if known.is_some() {
            return Err(StoreError::Taken {
                what: "token",
                name: name.to_owned(),
            });
        }
        let words: Vec<&str> = scopes.iter().map(|scope| scope.word()).collect();
        let words = words.join(" ");
        let at = write.at;
        sqlx::query(
            "INSERT INTO tokens (digest, name, scopes, made_by, made, expires) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(digest(&word))
        .bind(name.to_owned())
        .bind(words.clone())
        .bind(author.who.clone())
        .bind(at)
        .bind(at + days * 24 * 60 * 60 * 1000)
        .execute(&mut *write.tx)
        .await?;
        audit::add(&mut write, author, "add-token", name, &words).await?;
        write.tx.commit().await?;
        Ok(word)
    }

    /// The token of a word, unless it has ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn token(&self, word: &str) -> Result<Option<Token>, StoreError> {
        let row = sqlx::query(
            "SELECT name, scopes, made_by, expires FROM tokens WHERE digest = $1 AND expires >= $2",
        )
        .bind(digest(word))
        .bind(now())
        .fetch_optional(self.pool())
        .await?;
        row.as_ref().map(token).transpose()
    }

    /// Every token, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn tokens(&self) -> Result<Vec<Token>, StoreError> {
        let rows = sqlx::query("SELECT name, scopes, made_by, expires FROM tokens ORDER BY name")
            .fetch_all(self.pool())
            .await?;
        rows.iter().map(token).collect()
    }

    /// Takes a token back.
    ///
    /// # Errors
    /// When there is none of that name.
    pub async fn remove_token(&self, author: &Author, name: &str) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let done = sqlx::query("DELETE FROM tokens WHERE name = $1")
            .bind(name.to_owned())
            .execute(&mut *write.tx)
            .await?;
        if done.rows_affected() == 0 {
            return Err(StoreError::Unknown {
                what: "token",
                name: name.to_owned(),
            });
        }
        audit::add(&mut write, author, "remove-token", name, "").await?;
        write.tx.commit().await?;
        Ok(())
    }
}

fn token(row: &AnyRow) -> Result<Token, StoreError> {
    let scopes: String = row.try_get(1)?;
    let scopes: Result<Vec<Scope>, NoScope> = scopes.split_whitespace().map(str::parse).collect();
    Ok(Token {
        name: row.try_get(0)?,
        scopes: scopes.map_err(|_| StoreError::Damaged("an unknown scope"))?,
        made_by: row.try_get(2)?,
        expires: row.try_get(3)?,
    })
}
