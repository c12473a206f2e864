//! Publishes: now, at a time, back to an earlier one.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::answer::{Paged, done, json, reason};
use crate::body;
use crate::caller::Caller;
use crate::office::Published;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{PublishDone, PublishWith, Publishes, RollbackWith, ToCome, lang_of};

fn published(done: Published) -> Response {
    json(PublishDone {
        revision: Some(done.revision),
        ..PublishDone::from(done.publish)
    })
}

/// Makes readers see what is approved.
pub async fn publish(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let with: PublishWith = body::json(body).await?;
    let author = caller.author(reason(&with.why)?);
    if let Some(at) = with.at {
        let scheduled = shared.office.store().ledger().schedule(&author, at).await?;
        shared.office.has_changed();
        return Ok((StatusCode::ACCEPTED, json(ToCome::from(scheduled))).into_response());
    }
    let done = shared.office.publish(&author).await;
    done.map(published)
        .map_err(|error| Problem::of(error, lang_of(&headers)))
}

/// Makes readers see what they saw.
pub async fn roll_back(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let with: RollbackWith = body::json(body).await?;
    let author = caller.author(reason(&with.why)?);
    let done = shared.office.roll_back(&author, with.to).await;
    done.map(published)
        .map_err(|error| Problem::of(error, lang_of(&headers)))
}

/// What readers saw, and what is to come.
pub async fn list(
    State(shared): State<Arc<Shared>>,
    Query(paged): Query<Paged>,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    let publishes = ledger.publishes(paged.before(), paged.most()).await?;
    let scheduled = ledger.scheduled().await?;
    Ok(json(Publishes {
        publishes: publishes.into_iter().map(PublishDone::from).collect(),
        scheduled: scheduled.into_iter().map(ToCome::from).collect(),
    }))
}

/// Calls off what is to come.
pub async fn call_off(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<i64>,
    caller: Caller,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    if !ledger.settle_scheduled(number, "called off").await? {
        return Err(Problem::not_found(format!(
            "no publish {number} is to come"
        )));
    }
    ledger
        .note(&caller.author(""), "call-off", &number.to_string(), "")
        .await?;
    shared.office.has_changed();
    Ok(done())
}
