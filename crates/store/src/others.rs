//! Hears from the database when another program has changed something in it.

use std::time::Duration;

use sqlx::postgres::PgListener;
use tokio::sync::Mutex;
use tokio::time::sleep;

/// What the database calls out on: see the migration in `postgres`.
const CHANNEL: &str = "site";
/// How long a database that does not answer is left alone, at the least.
const REST_MS: u64 = 500;

/// The ear.
#[derive(Debug, Default)]
pub struct Others(Mutex<Option<PgListener>>);

impl Others {
    /// Ends when something may have changed: it was called out, or nobody can say whether
    /// it was, as the connection was lost or is new.
    pub async fn change(&self, address: &str) {
        let mut listener = self.0.lock().await;
        if Self::hear(&mut listener, address).await.is_err() {
            *listener = None;
            drop(listener);
            // Several servers do not come back all at once.
            let mut more = [0; 2];
            let more = getrandom::fill(&mut more).map_or(0, |()| u16::from_ne_bytes(more));
            sleep(Duration::from_millis(REST_MS + u64::from(more) % REST_MS)).await;
        }
    }

    async fn hear(listener: &mut Option<PgListener>, address: &str) -> Result<(), sqlx::Error> {
        match listener {
            Some(listener) => {
                listener.try_recv().await?;
                // Many changes at once are one look.
                while listener.next_buffered().is_some() {}
            }
            None => {
                let mut new = PgListener::connect(address).await?;
                new.listen(CHANNEL).await?;
                *listener = Some(new);
            }
        }
        Ok(())
    }
}
