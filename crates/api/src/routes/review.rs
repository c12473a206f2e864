//! From a draft to what goes out.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use store::Key;

use super::answer::{json, reason};
use crate::body;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{RecordAt, RecordStates, Records, SentBack, lang_of};

fn keys(records: &[RecordAt]) -> Result<Vec<(Key, i64)>, Problem> {
    if records.is_empty() {
        return Err(Problem::bad_request("name one record at least"));
    }
    let keys: Result<Vec<_>, _> = records.iter().map(RecordAt::key).collect();
    Ok(keys?)
}

/// Puts records before a publisher.
pub async fn propose(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let records: Records = body::json(body).await?;
    let author = caller.author(reason(&records.why)?);
    let heads = shared
        .office
        .propose(&author, &keys(&records.records)?)
        .await;
    let heads = heads.map_err(|error| Problem::of(error, lang_of(&headers)))?;
    Ok(json(RecordStates::from(heads)))
}

/// Lets records go out.
pub async fn approve(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let records: Records = body::json(body).await?;
    let author = caller.author(reason(&records.why)?);
    let heads = shared
        .office
        .approve(&author, &keys(&records.records)?)
        .await;
    let heads = heads.map_err(|error| Problem::of(error, lang_of(&headers)))?;
    Ok(json(RecordStates::from(heads)))
}

/// Gives records back.
pub async fn send_back(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let records: SentBack = body::json(body).await?;
    let note = reason(&records.note)?;
    let ledger = shared.office.store().ledger();
    let keys = keys(&records.records)?;
    let heads = ledger.send_back(&caller.author(note), &keys, note).await?;
    shared.office.has_changed();
    Ok(json(RecordStates::from(heads)))
}
