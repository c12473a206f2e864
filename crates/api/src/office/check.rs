//! What is wrong with a state, and the steps of the review that ask for it.

use content::fault::Faults;
use content::load::Reading;
use store::{Author, Head, Key, Which};

use super::Office;
use super::desk::Desk;
use super::error::OfficeError;
use super::place::{Place, Places};

/// What a check has found.
#[derive(Debug)]
pub struct Checked {
    /// What keeps the state from being published.
    pub faults: Option<Faults>,
    /// What is worth a look.
    pub warnings: Option<Faults>,
    /// For each of the faults, then of the warnings: in which record it is.
    pub places: Vec<Option<Place>>,
}

impl Checked {
    fn of(reading: Reading, desk: &Desk) -> Self {
        let (faults, warnings) = (reading.bundle.err(), reading.warnings);
        let mut places = Places::of(desk.folder.dir());
        let all = faults.iter().chain(&warnings).flatten();
        Self {
            places: all.map(|fault| places.find(fault)).collect(),
            faults,
            warnings,
        }
    }
}

impl Office {
    /// Checks a state, as `site check` does.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn check(&self, which: &Which) -> Result<Checked, OfficeError> {
        let mut desk = self.trial.lock().await;
        let reading = desk.read(&*self.store, which).await?;
        Ok(Checked::of(reading, &desk))
    }

    /// Checks what was last saved, with one record as somebody is writing it just now.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn check_with(&self, key: &Key, content: &str) -> Result<Checked, OfficeError> {
        let mut desk = self.trial.lock().await;
        let given = [(key.clone(), content.to_owned())];
        let reading = desk.read_with(&*self.store, &Which::Drafts, &given).await?;
        Ok(Checked::of(reading, &desk))
    }

    /// Puts versions before a publisher, if what readers would see with them is sound.
    ///
    /// # Errors
    /// [`OfficeError::Faults`] if it is not.
    pub async fn propose(
        &self,
        author: &Author,
        what: &[(Key, i64)],
    ) -> Result<Vec<Head>, OfficeError> {
        self.is_sound_with(what).await?;
        let heads = self.store.ledger().propose(author, what).await?;
        self.has_changed();
        Ok(heads)
    }

    /// Lets versions go out with the next publish, if what readers would see with them is
    /// sound: others may have been approved since they were proposed.
    ///
    /// # Errors
    /// As [`Office::propose`].
    pub async fn approve(
        &self,
        author: &Author,
        what: &[(Key, i64)],
    ) -> Result<Vec<Head>, OfficeError> {
        self.is_sound_with(what).await?;
        let heads = self.store.ledger().approve(author, what).await?;
        self.has_changed();
        Ok(heads)
    }

    async fn is_sound_with(&self, what: &[(Key, i64)]) -> Result<(), OfficeError> {
        let keys = what.iter().map(|(key, _)| key.clone()).collect();
        match self.check(&Which::ReadyWith(keys)).await?.faults {
            Some(faults) => Err(OfficeError::Faults(faults)),
            None => Ok(()),
        }
    }
}
