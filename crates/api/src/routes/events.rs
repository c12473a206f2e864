//! What happens, as it happens.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{Stream, unfold};
use store::AuditEntry;
use tokio::sync::{broadcast, watch};

use crate::office::Step;
use crate::problem::Problem;
use crate::shared::Shared;

/// What everybody may know of the audit log: what is done with content.
const SHOWN: [&str; 10] = [
    "save",
    "import",
    "found",
    "propose",
    "approve",
    "send-back",
    "publish",
    "rollback",
    "schedule",
    "call-off",
];
/// Another server may have changed something: that is looked for so often.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// What is read at once.
const AT_ONCE: i64 = 200;

struct Following {
    shared: Arc<Shared>,
    last: i64,
    ready: VecDeque<Event>,
    changes: watch::Receiver<()>,
    steps: broadcast::Receiver<Step>,
}

/// The stream.
pub async fn events(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let known = headers.get("last-event-id");
    let known = known.and_then(|value| value.to_str().ok()?.parse().ok());
    let last = match known {
        Some(known) => known,
        None => shared.office.store().ledger().last_audit().await?,
    };
    let following = Following {
        last,
        ready: VecDeque::from([Event::default().comment("listening")]),
        changes: shared.office.changes(),
        steps: shared.office.steps(),
        shared,
    };
    let stream = unfold(following, |mut following| async move {
        let event = following.next().await;
        Some((Ok(event), following))
    });
    Ok(Sse::new(stream).keep_alive(KeepAlive::default()))
}

impl Following {
    async fn next(&mut self) -> Event {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return event;
            }
            self.look().await;
            if !self.ready.is_empty() {
                continue;
            }
            tokio::select! {
                step = self.steps.recv() => match step {
                    Ok(step) => self.ready.extend(step_event(&step)),
                    // Too many at once: what they led to is in the log.
                    Err(broadcast::error::RecvError::Lagged(_)) => {}
                    Err(broadcast::error::RecvError::Closed) => {
                        tokio::time::sleep(LOOK_EVERY).await;
                    }
                },
                _ = self.changes.changed() => {}
                () = tokio::time::sleep(LOOK_EVERY) => {}
            }
        }
    }

    /// Takes what has come into the log since.
    async fn look(&mut self) {
        let ledger = self.shared.office.store().ledger();
        // A store that does not answer is asked again.
        let entries = ledger
            .audit_after(self.last, AT_ONCE)
            .await
            .unwrap_or_default();
        for entry in entries {
            self.last = entry.number;
            if SHOWN.contains(&entry.action.as_str()) {
                self.ready.extend(entry_event(&entry));
            }
        }
    }
}

fn entry_event(entry: &AuditEntry) -> Option<Event> {
    let data = serde_json::json!({
        "who": entry.who,
        "at": entry.at,
        "what": entry.target,
        "why": entry.why,
        "detail": serde_json::from_str::<serde_json::Value>(&entry.detail).unwrap_or_default(),
    });
    let event = Event::default()
        .id(entry.number.to_string())
        .event(entry.action.clone());
    event.json_data(data).ok()
}

fn step_event(step: &Step) -> Option<Event> {
    Event::default().event("progress").json_data(step).ok()
}
