//! What is due without anyone there: publishes that were asked for at a time, articles
//! whose day has come, what another server has published, and uploads that nobody ends.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use model::date::Day;

use crate::office::{Office, OfficeError};
use crate::uploads::Uploads;

/// How often it is looked.
const EVERY: Duration = Duration::from_millis(500);
/// How often the folder is looked at for changes by hand.
const SETTLE_EVERY: u32 = 20;
/// How often the store is asked what others have published, should it not call out.
const FOLLOW_EVERY: u32 = 4;
/// How often expired uploads are removed.
const SWEEP_EVERY: Duration = Duration::from_secs(600);

/// Does what is due, for ever.
pub async fn run(office: &Office) {
    let mut day = Day::today();
    let mut turn = 0_u32;
    let mut trouble = Trouble::default();
    loop {
        tokio::time::sleep(EVERY).await;
        turn = turn.wrapping_add(1);
        // What cannot be done now is said, and tried again.
        let mut done = scheduled(office).await;
        if done.is_ok() && day != Day::today() {
            done = renew(office).await;
            if done.is_ok() {
                day = Day::today();
            }
        }
        if done.is_ok() && turn.is_multiple_of(FOLLOW_EVERY) {
            done = office.follow().await;
        }
        if done.is_ok() && turn.is_multiple_of(SETTLE_EVERY) {
            done = match office.store().settle().await {
                Ok(0) => Ok(()),
                Ok(_) => {
                    office.has_changed();
                    Ok(())
                }
                Err(error) => Err(error.into()),
            };
        }
        trouble.note(done);
    }
}

/// What went wrong last: it is said once, and not twice a second until it ends.
#[derive(Debug, Default)]
struct Trouble(Option<String>);

impl Trouble {
    fn note(&mut self, done: Result<(), OfficeError>) {
        let now = done.err().map(|error| error.to_string());
        if let Some(error) = now.as_ref().filter(|_| now != self.0) {
            tracing::error!("{error}");
        }
        self.0 = now;
    }
}

/// Shows what others have published as soon as the store calls out, for ever.
pub async fn listen(office: &Office) {
    let mut trouble = Trouble::default();
    loop {
        office.store().change_by_others().await;
        office.has_changed();
        trouble.note(office.follow().await);
    }
}

/// Removes expired uploads, for ever.
pub async fn sweep(uploads: &Uploads) {
    loop {
        if let Err(error) = uploads.sweep() {
            tracing::error!("expired uploads cannot be removed: {error}");
        }
        tokio::time::sleep(SWEEP_EVERY).await;
    }
}

async fn scheduled(office: &Office) -> Result<(), OfficeError> {
    for scheduled in office.store().ledger().scheduled().await? {
        if scheduled.due > now() {
            break;
        }
        match office.publish_scheduled(scheduled.number).await {
            // Another server is at it.
            Ok(()) | Err(OfficeError::Busy) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn renew(office: &Office) -> Result<(), OfficeError> {
    match office.has_article_of(Day::today()).await? {
        true => office.renew().await,
        false => Ok(()),
    }
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}
