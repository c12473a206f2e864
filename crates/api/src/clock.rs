//! What is due without anyone there: publishes that were asked for at a time, and articles
//! whose day has come.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use model::date::Day;
use store::Author;

use crate::office::{Office, OfficeError};

/// How often it is looked.
const EVERY: Duration = Duration::from_millis(500);
/// How often the folder is looked at for changes by hand.
const SETTLE_EVERY: u32 = 20;

/// Does what is due, for ever.
pub async fn run(office: &Office) {
    let mut day = Day::today();
    let mut turn = 0_u32;
    loop {
        tokio::time::sleep(EVERY).await;
        turn = turn.wrapping_add(1);
        // What cannot be done now is said, and tried again.
        if let Err(error) = scheduled(office).await {
            eprintln!("site serve: {error}");
        }
        if day != Day::today() {
            match renew(office).await {
                Ok(()) => day = Day::today(),
                Err(error) => eprintln!("site serve: {error}"),
            }
        }
        if turn.is_multiple_of(SETTLE_EVERY) {
            match office.store().settle().await {
                Ok(0) => {}
                Ok(_) => office.has_changed(),
                Err(error) => eprintln!("site serve: {error}"),
            }
        }
    }
}

async fn scheduled(office: &Office) -> Result<(), OfficeError> {
    let ledger = office.store().ledger();
    for scheduled in ledger.scheduled().await? {
        if scheduled.due > now() {
            break;
        }
        // First the publish: one that was broken off by the end of the program is done again.
        let outcome = match office.publish(&scheduled.author).await {
            Ok(done) => format!("publish {}", done.publish.number),
            Err(error @ OfficeError::Faults(_)) => {
                let detail = serde_json::json!({ "why": error.to_string() }).to_string();
                let author = Author::new("site", "");
                let target = scheduled.number.to_string();
                ledger
                    .note(&author, "scheduled-refused", &target, &detail)
                    .await?;
                error.to_string()
            }
            Err(error) => return Err(error),
        };
        ledger.settle_scheduled(scheduled.number, &outcome).await?;
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
