//! History, review, publishes, people and the audit log, in SQL that SQLite and PostgreSQL
//! both understand.

pub mod audit;
mod once;
pub mod people;
pub mod publishes;
mod records;
mod review;
pub mod sessions;
mod state;
pub mod tokens;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{Any, SqlStr, Transaction};
use sqlx::{AnyPool, Executor};

use crate::error::StoreError;

/// What a store knows beside the files.
#[derive(Clone, Debug)]
pub struct Ledger {
    pool: AnyPool,
}

/// A write under way: all of it comes to be, or nothing.
pub(crate) struct Write {
    pub tx: Transaction<'static, Any>,
    /// The first of the numbers that it has taken.
    first: i64,
    taken: i64,
    /// When it began.
    pub at: i64,
}

impl Write {
    /// The next of its numbers.
    pub async fn number(&mut self) -> Result<i64, StoreError> {
        let number = self.first + self.taken;
        self.taken += 1;
        if self.taken > 1 {
            sqlx::query("UPDATE clock SET number = $1")
                .bind(number)
                .execute(&mut *self.tx)
                .await?;
        }
        Ok(number)
    }
}

impl Ledger {
    /// Opens a database and brings it to this program's version.
    pub(crate) async fn open(
        address: &str,
        connections: u32,
        each: &'static [&'static str],
        more: &[(i64, &'static str, &'static str)],
    ) -> Result<Self, StoreError> {
        install_default_drivers();
        let options = AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(10))
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    for statement in each {
                        connection.execute(*statement).await?;
                    }
                    Ok(())
                })
            });
        let pool = options.connect(address).await?;
        let own = (
            1,
            "history, review, people",
            include_str!("ledger/schema.sql"),
        );
        let migrations = [own].into_iter().chain(more.iter().copied());
        let migrations = migrations.map(|(version, name, sql)| {
            let sql = SqlStr::from_static(sql);
            Migration::new(version, name.into(), MigrationType::Simple, sql, false)
        });
        Migrator::with_migrations(migrations.collect())
            .run(&pool)
            .await?;
        Ok(Self { pool })
    }

    /// The connections.
    pub(crate) fn pool(&self) -> &AnyPool {
        &self.pool
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn is_there(&self) -> Result<(), StoreError> {
        sqlx::query("SELECT number FROM clock")
            .fetch_one(&self.pool)
            .await?;
        Ok(())
    }

    /// The number of the last write.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn now(&self) -> Result<i64, StoreError> {
        let number = sqlx::query_scalar("SELECT number FROM clock");
        Ok(number.fetch_one(&self.pool).await?)
    }

    /// Closes the connections; what is under way ends first.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Begins a write; others wait until it has ended.
    pub(crate) async fn write(&self) -> Result<Write, StoreError> {
        let mut tx = self.pool.begin().await?;
        let next = sqlx::query_scalar("UPDATE clock SET number = number + 1 RETURNING number");
        let first: i64 = next.fetch_one(&mut *tx).await?;
        Ok(Write {
            tx,
            first,
            taken: 0,
            at: now(),
        })
    }
}

/// Milliseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}
