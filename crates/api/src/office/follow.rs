//! Several servers over one store: each writes the site for its own readers, from the same
//! versions, and so to the same bytes. What one has published the others show as well.

use std::sync::atomic::Ordering;

use super::Office;
use super::error::OfficeError;

impl Office {
    /// Shows what another server has published since, and ends what one has begun that is
    /// gone. Without either it is two questions to the store.
    ///
    /// # Errors
    /// When the store does not answer, or the site cannot be written.
    pub async fn follow(&self) -> Result<(), OfficeError> {
        let ledger = self.store.ledger();
        if ledger.broken_off().await?.is_some() {
            let mut desk = self.live.lock().await;
            // Who has the right to publish is at it.
            if let Some(_turn) = self.store.take_turn().await? {
                self.end_broken_off(&mut desk).await?;
                self.has_changed();
            }
        }
        if ledger.last_publish().await? == self.shown() {
            return Ok(());
        }
        let mut desk = self.live.lock().await;
        if ledger.last_publish().await? != self.shown() {
            self.show_live(&mut desk).await?;
            self.has_changed();
        }
        Ok(())
    }

    /// The number of the publish that this server's readers see; 0 when they see none.
    pub fn shown(&self) -> i64 {
        self.shown_publish.load(Ordering::Acquire)
    }

    pub(super) fn is_shown(&self, number: i64) {
        self.shown_publish.store(number, Ordering::Release);
    }
}
