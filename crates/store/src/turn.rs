//! The right to publish: of all programs that work with a store, one at a time has it.

use sqlx::{Connection, PgConnection};

use crate::error::StoreError;

/// The right to publish, as long as it is held. It ends with the program that holds it,
/// however that ends.
#[derive(Debug)]
pub struct Turn {
    /// The database lets go of the right when this connection ends.
    _held: Option<PgConnection>,
}

/// What the right is called in a database: "site", as four letters are numbered.
const NAME: i64 = 0x7369_7465;

impl Turn {
    /// Where no other program can have the store open.
    pub(crate) fn alone() -> Self {
        Self { _held: None }
    }

    /// In a database; none when another program has it.
    pub(crate) async fn take(address: &str) -> Result<Option<Self>, StoreError> {
        let mut connection = PgConnection::connect(address).await?;
        let taken: bool = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)")
            .bind(NAME)
            .fetch_one(&mut connection)
            .await?;
        match taken {
            true => Ok(Some(Self {
                _held: Some(connection),
            })),
            false => {
                connection.close().await?;
                Ok(None)
            }
        }
    }
}
