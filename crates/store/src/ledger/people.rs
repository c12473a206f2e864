//! Who may do what.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sqlx::Row;
use sqlx::any::AnyRow;

use super::{Ledger, audit};
use crate::error::StoreError;
use crate::secret::{self, hash_password, is_password};
use crate::version::Author;

/// What somebody may do; each may what the ones before may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Saves drafts, uploads, proposes.
    Writer,
    /// Approves, sends back, publishes.
    Publisher,
    /// Looks after people, tokens and the audit log.
    Administrator,
}

impl Role {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Writer, Self::Publisher, Self::Administrator];

    /// In one word, for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Writer => "writer",
            Self::Publisher => "publisher",
            Self::Administrator => "administrator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// There is no such role.
#[derive(Clone, Debug, thiserror::Error)]
#[error("there is no role `{0}`: writer, publisher or administrator")]
pub struct NoRole(String);

impl FromStr for Role {
    type Err = NoRole;

    fn from_str(word: &str) -> Result<Self, NoRole> {
        let mut roles = Self::ALL.into_iter();
        let role = roles.find(|role| role.word() == word);
        role.ok_or_else(|| NoRole(word.to_owned()))
    }
}

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The account's name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Counts what ends all their sessions: a new password, another role.
    pub epoch: i64,
    /// Whether a one-time code is asked for.
    pub totp: bool,
    /// Since when, in milliseconds since 1970.
    pub created: i64,
}

/// How a sign-in has gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// It is them.
    Welcome(Person),
    /// The password is right, and a one-time code is wanted.
    CodeWanted,
    /// It is not them; which part is wrong is nobody's business.
    Refused,
}

/// An account's name: what can stand in logs and addresses.
fn is_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && !name.starts_with('-')
        && name
            .chars()
            .all(|char| char.is_alphanumeric() || ".-_@".contains(char))
}

const PERSON: &str = "SELECT name, role, epoch, totp, created FROM people WHERE name = $1";

impl Ledger {
    /// Makes an account.
    ///
    /// # Errors
    /// When there is one of that name, or the password is too easy.
    pub async fn add_person(
        &self,
        author: &Author,
        name: &str,
        role: Role,
        password: &str,
    ) -> Result<Person, StoreError> {
        if !is_name(name) {
            return Err(StoreError::Unknown {
                what: "way to call an account",
                name: name.to_owned(),
            });
        }
        let hash = hashed(password).await?;
        let mut write = self.write().await?;
        let known = sqlx::query(PERSON)
            .bind(name.to_owned())
            .fetch_optional(&mut *write.tx)
            .await?;
        if known.is_some() {
            return Err(StoreError::Taken {
                what: "person",
                name: name.to_owned(),
            });
        }
        let at = write.at;
        sqlx::query(
            "INSERT INTO people (name, role, password, totp_step, epoch, created) \
             VALUES ($1, $2, $3, 0, 1, $4)",
        )
        .bind(name.to_owned())
        .bind(role.word())
        .bind(hash)
        .bind(at)
        .execute(&mut *write.tx)
        .await?;
        audit::add(&mut write, author, "add-person", name, role.word()).await?;
        write.tx.commit().await?;
        Ok(Person {
            name: name.to_owned(),
            role,
            epoch: 1,
            totp: false,
            created: at,
        })
    }

    /// Makes sure of an account without a password, which is entered by one-time addresses.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_local(
        &self,
        author: &Author,
        name: &str,
        role: Role,
    ) -> Result<(), StoreError> {
        if self.person(name).await?.is_some() {
            return Ok(());
        }
        let mut write = self.write().await?;
        let at = write.at;
        sqlx::query(
            "INSERT INTO people (name, role, totp_step, epoch, created) \
             VALUES ($1, $2, 0, 1, $3) ON CONFLICT DO NOTHING",
        )
        .bind(name.to_owned())
        .bind(role.word())
        .bind(at)
        .execute(&mut *write.tx)
        .await?;
        audit::add(&mut write, author, "add-person", name, role.word()).await?;
        write.tx.commit().await?;
        Ok(())
    }

    /// Somebody by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn person(&self, name: &str) -> Result<Option<Person>, StoreError> {
        let row = sqlx::query(PERSON)
            .bind(name.to_owned())
            .fetch_optional(self.pool())
            .await?;
        row.as_ref().map(person).transpose()
    }

    /// Everybody, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn people(&self) -> Result<Vec<Person>, StoreError> {
        let rows = sqlx::query("SELECT name, role, epoch, totp, created FROM people ORDER BY name")
            .fetch_all(self.pool())
            .await?;
        rows.iter().map(person).collect()
    }

    /// Whether it is them. A one-time code is taken once only.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn sign_in(
        &self,
        name: &str,
        password: &str,
        code: Option<&str>,
    ) -> Result<SignIn, StoreError> {
        let row = sqlx::query(
            "SELECT name, role, epoch, totp, created, password FROM people WHERE name = $1",
        )
        .bind(name.to_owned())
        .fetch_optional(self.pool())
        .await?;
        let stored: Option<String> = match &row {
            Some(row) => row.try_get(5)?,
            None => None,
        };
        let password = password.to_owned();
        let right = blocking(move || is_password(&password, stored.as_deref())).await?;
        let Some(row) = row.filter(|_| right) else {
            return Ok(SignIn::Refused);
        };
        let person = person(&row)?;
        let Some(secret) = row.try_get::<Option<String>, _>(3)? else {
            return Ok(SignIn::Welcome(person));
        };
        let Some(code) = code else {
            return Ok(SignIn::CodeWanted);
        };
        let seconds = u64::try_from(super::now() / 1000).unwrap_or(0);
        let Some(step) = secret::totp_step(&secret, code, seconds)? else {
            return Ok(SignIn::Refused);
        };
        let taken =
            sqlx::query("UPDATE people SET totp_step = $1 WHERE name = $2 AND totp_step < $1")
                .bind(step)
                .bind(name.to_owned())
                .execute(self.pool())
                .await?;
        Ok(match taken.rows_affected() {
            0 => SignIn::Refused,
            _ => SignIn::Welcome(person),
        })
    }

    /// Gives somebody another password; their sessions end.
    ///
    /// # Errors
    /// When there is nobody of that name, or the password is too easy.
    pub async fn set_password(
        &self,
        author: &Author,
        name: &str,
        password: &str,
    ) -> Result<(), StoreError> {
        let hash = hashed(password).await?;
        let mut write = self.write().await?;
        let done =
            sqlx::query("UPDATE people SET password = $1, epoch = epoch + 1 WHERE name = $2")
                .bind(hash)
                .bind(name.to_owned())
                .execute(&mut *write.tx)
                .await?;
        known(done.rows_affected(), name)?;
        audit::add(&mut write, author, "set-password", name, "").await?;
        write.tx.commit().await?;
        Ok(())
    }

    /// Gives somebody another role; their sessions end.
    ///
    /// # Errors
    /// When there is nobody of that name, or nobody would be administrator any more.
    pub async fn set_role(
        &self,
        author: &Author,
        name: &str,
        role: Role,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let done = sqlx::query("UPDATE people SET role = $1, epoch = epoch + 1 WHERE name = $2")
            .bind(role.word())
            .bind(name.to_owned())
            .execute(&mut *write.tx)
            .await?;
        known(done.rows_affected(), name)?;
        has_administrator(&mut write, name).await?;
        audit::add(&mut write, author, "set-role", name, role.word()).await?;
        write.tx.commit().await?;
        Ok(())
    }

    /// Takes somebody's account away; what they did stays.
    ///
    /// # Errors
    /// When there is nobody of that name, or nobody would be administrator any more.
    pub async fn remove_person(&self, author: &Author, name: &str) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let done = sqlx::query("DELETE FROM people WHERE name = $1")
            .bind(name.to_owned())
            .execute(&mut *write.tx)
            .await?;
        known(done.rows_affected(), name)?;
        has_administrator(&mut write, name).await?;
        audit::add(&mut write, author, "remove-person", name, "").await?;
        write.tx.commit().await?;
        Ok(())
    }

    /// From now on asks somebody for codes made from this secret; or for none.
    ///
    /// # Errors
    /// When there is nobody of that name.
    pub async fn set_totp(
        &self,
        author: &Author,
        name: &str,
        secret: Option<&str>,
    ) -> Result<(), StoreError> {
        let mut write = self.write().await?;
        let done = sqlx::query(
            "UPDATE people SET totp = $1, totp_step = 0, epoch = epoch + 1 WHERE name = $2",
        )
        .bind(secret.map(str::to_owned))
        .bind(name.to_owned())
        .execute(&mut *write.tx)
        .await?;
        known(done.rows_affected(), name)?;
        let action = match secret {
            Some(_) => "ask-for-codes",
            None => "ask-for-no-codes",
        };
        audit::add(&mut write, author, action, name, "").await?;
        write.tx.commit().await?;
        Ok(())
    }
}

fn known(rows: u64, name: &str) -> Result<(), StoreError> {
    match rows {
        0 => Err(StoreError::Unknown {
            what: "person",
            name: name.to_owned(),
        }),
        _ => Ok(()),
    }
}

async fn has_administrator(write: &mut super::Write, name: &str) -> Result<(), StoreError> {
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM people WHERE role = 'administrator'")
        .fetch_one(&mut *write.tx)
        .await?;
    match left {
        0 => Err(StoreError::LastAdministrator(name.to_owned())),
        _ => Ok(()),
    }
}

async fn hashed(password: &str) -> Result<String, StoreError> {
    let password = password.to_owned();
    blocking(move || hash_password(&password)).await
}

/// Hashing takes its time, on a thread that has it.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, secret::SecretError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(_) => Err(StoreError::Damaged("a password could not be hashed")),
    }
}

fn person(row: &AnyRow) -> Result<Person, StoreError> {
    let role: String = row.try_get(1)?;
    let role = role
        .parse()
        .map_err(|_| StoreError::Damaged("an unknown role"))?;
    Ok(Person {
        name: row.try_get(0)?,
        role,
        epoch: row.try_get(2)?,
        totp: row.try_get::<Option<String>, _>(3)?.is_some(),
        created: row.try_get(4)?,
    })
}
