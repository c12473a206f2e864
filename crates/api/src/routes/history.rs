//! How everything came to be so, and back to how it was.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use store::{Change, Expected, Key, Version, Which};

use super::answer::{Paged, json, reason, saved};
use super::records::change_one;
use crate::body;
use crate::caller::Caller;
use crate::office::parse_which;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{History, RestoreRecord, RestoreState, Revision};

/// All revisions.
pub async fn all(
    State(shared): State<Arc<Shared>>,
    Query(paged): Query<Paged>,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    let versions = ledger.history_of_all(paged.before(), paged.most()).await?;
    Ok(listed(versions))
}

/// Those of a record.
pub async fn one(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    Query(paged): Query<Paged>,
) -> Result<Response, Problem> {
    let key = Key::parse(&kind, &id)?;
    let ledger = shared.office.store().ledger();
    let versions = ledger.history(&key, paged.before(), paged.most()).await?;
    match versions.is_empty() {
        true => Err(Problem::not_found(format!("there is no record {key}"))),
        false => Ok(listed(versions)),
    }
}

fn listed(versions: Vec<Version>) -> Response {
    json(History {
        revisions: versions.into_iter().map(Revision::from).collect(),
    })
}

/// Brings a revision of a record back, as a draft.
pub async fn restore(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let key = Key::parse(&kind, &id)?;
    let wanted: RestoreRecord = body::json(body).await?;
    let ledger = shared.office.store().ledger();
    let version = ledger.version_of(&key, wanted.revision).await?;
    let change = Change {
        key,
        content: version.content,
        expected: Expected::Revision(wanted.current),
    };
    change_one(&shared, &caller, reason(&wanted.why)?, change).await
}

/// Brings a whole state back, as drafts.
pub async fn restore_state(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let wanted: RestoreState = body::json(body).await?;
    let which =
        parse_which(&wanted.state).map_err(|error| Problem::bad_request(error.to_string()))?;
    let store = shared.office.store();
    let ledger = store.ledger();
    let mut then = ledger.state(&which).await?;
    let now = ledger.state(&Which::Drafts).await?;
    let mut changes = Vec::new();
    for (key, revision) in now {
        let back = then.remove(&key);
        if back == Some(revision) {
            continue;
        }
        let content = match back {
            Some(back) => ledger.version_of(&key, back).await?.content,
            None => None,
        };
        changes.push(Change {
            key,
            content,
            // Who has saved meanwhile has the last word.
            expected: Expected::Revision(revision),
        });
    }
    let author = caller.author(reason(&wanted.why)?);
    let versions = store.save(&author, changes).await?;
    shared.office.has_changed();
    Ok(saved(versions, false))
}
