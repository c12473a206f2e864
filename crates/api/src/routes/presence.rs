//! Who else has a record open.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use store::Key;

use super::answer::json;
use crate::body;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{Here, Others};

/// The longest word of a tab.
const LONGEST: usize = 64;

/// Says that somebody has a record open.
pub async fn here(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let here: Here = body::json(body).await?;
    if here.tab.len() > LONGEST {
        return Err(Problem::bad_request(format!(
            "a tab's word has {LONGEST} bytes at most"
        )));
    }
    let key = Key::parse(&here.kind, &here.id)?;
    let others = shared.presence.here(&key, &here.tab, &caller.name);
    Ok(json(Others { others }))
}
