//! States beside each other, and states to look at.

use std::sync::Arc;

use content::bundle::Audience;
use content::editing::diff::{Records, diff, render};
use content::load::Reading;
use model::Lang;
use model::date::Day;
use server::preview::{Still, Unshown};
use store::Which;
use tokio::sync::Mutex;

use super::Office;
use super::desk::Desk;
use super::error::OfficeError;
use super::which::written;

/// What is different between two states, in readers' words.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// How many records differ.
    pub changes: usize,
    /// What `site diff` says.
    pub text: String,
}

/// The state that was looked at last: which, at which number of the clock, and its pages.
type Shown = (String, i64, Arc<Still>);

/// What was looked at last.
#[derive(Debug, Default)]
pub struct Previews(Mutex<Option<Shown>>);

impl Office {
    /// What a reader would see changed from one state to another.
    ///
    /// # Errors
    /// [`OfficeError::Faults`] when one of them cannot be read as a site.
    pub async fn compare(
        &self,
        from: &Which,
        to: &Which,
        lang: Lang,
    ) -> Result<Comparison, OfficeError> {
        let mut other = self.other.lock().await;
        let mut trial = self.trial.lock().await;
        let old = records(&mut other, self, from).await?;
        let new = records(&mut trial, self, to).await?;
        let diff = diff(old, new);
        Ok(Comparison {
            changes: diff.changes.len(),
            text: render(&diff, lang),
        })
    }

    /// The pages of a state, to be looked at.
    ///
    /// # Errors
    /// [`OfficeError::Faults`] when it has faults.
    pub async fn show(&self, which: &Which, lang: Lang) -> Result<Arc<Still>, OfficeError> {
        let name = written(which);
        let now = self.store.ledger().now().await?;
        let mut last = self.previews.0.lock().await;
        if let Some((known, at, still)) = &*last
            && *known == name
            && *at == now
        {
            return Ok(Arc::clone(still));
        }
        let mut desk = self.shown.lock().await;
        desk.folder.follow(&*self.store, which).await?;
        let app = self.app()?;
        let dir = desk.folder.dir().to_owned();
        let number = u64::try_from(now).unwrap_or_default();
        let still = desk.work(move |cache| Still::read(&dir, number, app, lang, cache));
        let still = Arc::new(still.await?.map_err(unshown)?);
        *last = Some((name, now, Arc::clone(&still)));
        Ok(still)
    }
}

fn unshown(why: Unshown) -> OfficeError {
    match why {
        Unshown::Faults(faults) => OfficeError::Faults(faults),
        Unshown::Documents(error) => OfficeError::Unshown(error),
    }
}

async fn records(desk: &mut Desk, office: &Office, which: &Which) -> Result<Records, OfficeError> {
    let Reading { bundle, .. } = desk.read(&**office.store(), which).await?;
    let seen = bundle.map_err(OfficeError::Faults)?;
    let seen = seen.seen_by(Audience::Readers, Day::today());
    Ok(Records::read(desk.folder.dir(), &seen)?)
}
