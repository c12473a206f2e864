//! Everything in a database, for several editors and several servers.

use std::fmt;
use std::fs::{self, File};
use std::io::{Read, Write as _};
use std::path::Path;

use async_trait::async_trait;
use sqlx::Row;

use crate::blob::Blob;
use crate::error::{StoreError, disk};
use crate::ledger::Ledger;
use crate::others::Others;
use crate::store::Store;
use crate::turn::Turn;
use crate::version::{Author, Change, Version};

/// Files are kept in pieces of so many bytes: none needs to fit into memory.
const PIECE: usize = 256 * 1024;

/// How many connections there are at most.
const CONNECTIONS: u32 = 16;

/// A store in PostgreSQL.
pub struct PostgresStore {
    ledger: Ledger,
    /// With the password.
    address: String,
    others: Others,
}

/// Without the address: it has the password.
impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresStore").finish_non_exhaustive()
    }
}

/// Calls out to all servers, once what was written is there: everything that is done has an
/// entry in the audit log.
const CALL_OUT: &str = "
CREATE FUNCTION site_has_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('site', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER audit_calls_out AFTER INSERT ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION site_has_changed();
";

impl PostgresStore {
    /// Opens a database by its address, and brings it to this program's version.
    ///
    /// # Errors
    /// When it does not answer, or refuses.
    pub async fn open(address: &str) -> Result<Self, StoreError> {
        let blobs = (
            2,
            "files in pieces",
            "CREATE TABLE blobs (digest TEXT NOT NULL, piece BIGINT NOT NULL, \
             bytes BYTEA NOT NULL, PRIMARY KEY (digest, piece))",
        );
        // Numbered apart from those of both databases.
        let call_out = (1001, "calls out to other servers", CALL_OUT);
        let ledger = Ledger::open(address, CONNECTIONS, &[], &[blobs, call_out]).await?;
        Ok(Self {
            ledger,
            address: address.to_owned(),
            others: Others::default(),
        })
    }
}

#[async_trait]
impl Store for PostgresStore {
    fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    async fn save(
        &self,
        author: &Author,
        changes: Vec<Change>,
    ) -> Result<Vec<Version>, StoreError> {
        self.ledger.save(author, "save", &changes).await
    }

    async fn keep_blob(&self, file: &Path) -> Result<Blob, StoreError> {
        let blob = Blob::of(file)?;
        let mut tx = self.ledger.pool().begin().await?;
        let mut open = File::open(file).map_err(disk(file))?;
        let mut room = vec![0; PIECE];
        let mut piece: i64 = 0;
        loop {
            let mut length = 0;
            while length < PIECE {
                match open.read(&mut room[length..]).map_err(disk(file))? {
                    0 => break,
                    read => length += read,
                }
            }
            // An empty file has one empty piece: it is kept, too.
            if length == 0 && piece > 0 {
                break;
            }
            sqlx::query(
                "INSERT INTO blobs (digest, piece, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            )
            .bind(blob.digest.clone())
            .bind(piece)
            .bind(room[..length].to_vec())
            .execute(&mut *tx)
            .await?;
            piece += 1;
            if length < PIECE {
                break;
            }
        }
        tx.commit().await?;
        Ok(blob)
    }

    async fn copy_blob(&self, digest: &str, to: &Path) -> Result<(), StoreError> {
        let folder = to.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(disk(folder))?;
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(disk(folder))?;
        let mut piece: i64 = 0;
        loop {
            let row = sqlx::query("SELECT bytes FROM blobs WHERE digest = $1 AND piece = $2")
                .bind(digest.to_owned())
                .bind(piece)
                .fetch_optional(self.ledger.pool())
                .await?;
            let Some(row) = row else {
                break;
            };
            let bytes: Vec<u8> = row.try_get(0)?;
            file.write_all(&bytes).map_err(disk(to))?;
            piece += 1;
        }
        if piece == 0 {
            return Err(StoreError::Damaged("a file's content is missing"));
        }
        file.persist(to)
            .map_err(|error| error.error)
            .map_err(disk(to))?;
        Ok(())
    }

    async fn take_turn(&self) -> Result<Option<Turn>, StoreError> {
        Turn::take(&self.address).await
    }

    async fn change_by_others(&self) {
        self.others.change(&self.address).await;
    }

    async fn settle(&self) -> Result<usize, StoreError> {
        Ok(0)
    }
}
