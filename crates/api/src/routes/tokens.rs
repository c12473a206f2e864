//! Tokens for machines.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use store::Scope;

use super::answer::{done, json};
use crate::body;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{NewToken, TokenState, TokenWord, Tokens};

/// No token lasts longer, in days.
const LONGEST: i64 = 366;

/// Every token.
pub async fn list(State(shared): State<Arc<Shared>>) -> Result<Response, Problem> {
    let tokens = shared.office.store().ledger().tokens().await?;
    Ok(json(Tokens {
        tokens: tokens.into_iter().map(TokenState::from).collect(),
    }))
}

/// Makes one.
pub async fn add(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let new: NewToken = body::json(body).await?;
    let is_name = !new.name.is_empty()
        && new.name.len() <= 64
        && new
            .name
            .chars()
            .all(|char| char.is_alphanumeric() || ".-_".contains(char));
    if !is_name || new.scopes.is_empty() || !(1..=LONGEST).contains(&new.days) {
        let detail = format!("a token has a name, a scope at least, and 1 to {LONGEST} days");
        return Err(Problem::bad_request(detail));
    }
    let scopes: Vec<Scope> = new.scopes.into_iter().map(Scope::from).collect();
    let ledger = shared.office.store().ledger();
    let token = ledger
        .add_token(&caller.author(""), &new.name, &scopes, new.days)
        .await?;
    Ok((StatusCode::CREATED, Json(TokenWord { token })).into_response())
}

/// Takes one back.
pub async fn remove(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
    caller: Caller,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    ledger.remove_token(&caller.author(""), &name).await?;
    Ok(done())
}
