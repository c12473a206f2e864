//! Sessions in the store, under digests of what browsers hold.

use std::sync::Arc;

use async_trait::async_trait;
use store::{Store, StoredSession};
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions::{Expiry, SessionManagerLayer, SessionStore, cookie::SameSite};

use crate::BASE;

/// What the cookie is called.
pub const COOKIE: &str = "site-session";
/// A session that nobody uses ends after so long.
const IDLE: time::Duration = time::Duration::hours(12);

/// Keeps sessions in the store.
#[derive(Clone, Debug)]
pub struct InStore(Arc<dyn Store>);

/// What gives every request its session.
pub fn layer(store: &Arc<dyn Store>, https: bool) -> SessionManagerLayer<InStore> {
    SessionManagerLayer::new(InStore(Arc::clone(store)))
        .with_name(COOKIE)
        .with_path(BASE)
        .with_http_only(true)
        .with_secure(https)
        .with_same_site(SameSite::Strict)
        .with_expiry(Expiry::OnInactivity(IDLE))
}

fn stored(record: &Record) -> Result<StoredSession> {
    let data = serde_json::to_string(&record.data);
    Ok(StoredSession {
        data: data.map_err(|error| Error::Encode(error.to_string()))?,
        expires: record.expiry_date.unix_timestamp().saturating_mul(1000),
    })
}

fn refused(error: impl std::fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for InStore {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let session = stored(record)?;
        // Two random ids of 128 bits are never the same; if they were, neither is given away.
        while !(self.0.ledger())
            .new_session(&record.id.to_string(), &session)
            .await
            .map_err(refused)?
        {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let session = stored(record)?;
        let word = record.id.to_string();
        let saved = self.0.ledger().save_session(&word, &session).await;
        saved.map_err(refused)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = self.0.ledger().session(&id.to_string()).await;
        let Some(session) = found.map_err(refused)? else {
            return Ok(None);
        };
        let data = serde_json::from_str(&session.data);
        let expires = OffsetDateTime::from_unix_timestamp(session.expires / 1000);
        Ok(Some(Record {
            id: *id,
            data: data.map_err(|error| Error::Decode(error.to_string()))?,
            expiry_date: expires.map_err(|error| Error::Decode(error.to_string()))?,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let ended = self.0.ledger().end_session(&id.to_string()).await;
        ended.map_err(refused)
    }
}
