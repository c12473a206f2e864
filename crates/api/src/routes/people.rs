//! Accounts.

use std::sync::Arc;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::answer::{done, json};
use crate::body;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{NewPerson, People, PersonChange, PersonState};

/// Everybody.
pub async fn list(State(shared): State<Arc<Shared>>) -> Result<Response, Problem> {
    let people = shared.office.store().ledger().people().await?;
    Ok(json(People {
        people: people.into_iter().map(PersonState::from).collect(),
    }))
}

/// Makes an account.
pub async fn add(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let new: NewPerson = body::json(body).await?;
    let ledger = shared.office.store().ledger();
    let person = ledger
        .add_person(
            &caller.author(""),
            &new.name,
            new.role.into(),
            &new.password,
        )
        .await?;
    Ok((StatusCode::CREATED, Json(PersonState::from(person))).into_response())
}

/// Changes an account.
pub async fn change(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let change: PersonChange = body::json(body).await?;
    let ledger = shared.office.store().ledger();
    let author = caller.author("");
    if let Some(role) = change.role {
        ledger.set_role(&author, &name, role.into()).await?;
    }
    if let Some(password) = &change.password {
        ledger.set_password(&author, &name, password).await?;
    }
    if change.codes == Some(false) {
        ledger.set_totp(&author, &name, None).await?;
    }
    let person = ledger.person(&name).await?;
    let person =
        person.ok_or_else(|| Problem::not_found(format!("there is no person `{name}`")))?;
    Ok(json(PersonState::from(person)))
}

/// Takes an account away.
pub async fn remove(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
    caller: Caller,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    ledger.remove_person(&caller.author(""), &name).await?;
    Ok(done())
}
