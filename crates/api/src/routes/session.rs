//! Signing in and out.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::http::header::{HeaderValue, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use server::client;
use store::secret::{new_totp, totp_address, totp_step};
use store::{Author, Person, SignIn, StoreError};
use time::OffsetDateTime;
use tower_sessions::Session;

use super::answer::{done, json};
use crate::body;
use crate::caller::{Caller, SIGN_IN, SignedIn};
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{CodesConfirmed, CodesFrom, Me, OwnPassword, SignInWith};
use crate::{BASE, DESK};

/// Signs in by password.
pub async fn sign_in(
    State(shared): State<Arc<Shared>>,
    session: Session,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let with: SignInWith = body::json(body).await?;
    count(&shared, &with.name, &parts)?;
    let ledger = shared.office.store().ledger();
    let code = with.code.as_deref();
    match ledger.sign_in(&with.name, &with.password, code).await? {
        SignIn::Welcome(person) => {
            welcome(&session, &person).await?;
            let author = Author::new(person.name.clone(), "");
            ledger.note(&author, "sign-in", &person.name, "").await?;
            Ok(json(Me {
                name: person.name,
                role: Some(person.role.into()),
            }))
        }
        SignIn::CodeWanted => Err(Problem::new(
            StatusCode::UNAUTHORIZED,
            "code-wanted",
            "a one-time code is asked for",
        )),
        SignIn::Refused => Err(Problem::new(
            StatusCode::UNAUTHORIZED,
            "refused",
            "name, password or code is not right",
        )),
    }
}

fn count(shared: &Shared, name: &str, parts: &axum::http::request::Parts) -> Result<(), Problem> {
    let counted = shared
        .limits
        .count(name, client(&parts.extensions, &parts.headers));
    counted.map_err(|seconds| {
        let detail = format!("too many tries: the next may be made in {seconds} seconds");
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many", detail).after(seconds)
    })
}

/// Another session, whatever the browser had before: nobody can have put it there.
async fn welcome(session: &Session, person: &Person) -> Result<(), Problem> {
    let refused = |_| Problem::from(StoreError::Damaged("a session cannot be kept"));
    session.flush().await.map_err(refused)?;
    let known = SignedIn {
        name: person.name.clone(),
        epoch: person.epoch,
        since: OffsetDateTime::now_utc().unix_timestamp(),
    };
    session
        .insert(SignedIn::KEY, known)
        .await
        .map_err(refused)?;
    session.cycle_id().await.map_err(refused)
}

#[derive(Deserialize)]
pub struct Key {
    key: String,
    #[serde(default)]
    to: String,
}

/// Signs in by a one-time address.
pub async fn by_address(
    State(shared): State<Arc<Shared>>,
    session: Session,
    Query(Key { key, to }): Query<Key>,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    let ended = || Problem::not_found("this address has been used, or has ended");
    let name = ledger.use_up(SIGN_IN, &key).await?.ok_or_else(ended)?;
    let person = ledger.person(&name).await?.ok_or_else(ended)?;
    welcome(&session, &person).await?;
    ledger
        .note(&Author::new(name.clone(), ""), "sign-in", &name, "")
        .await?;
    let mut response = StatusCode::SEE_OTHER.into_response();
    let to = match &*to {
        "desk" => format!("{DESK}/"),
        _ => format!("{BASE}/"),
    };
    if let Ok(to) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(LOCATION, to);
    }
    Ok(response)
}

/// Who is signed in.
pub async fn me(caller: Caller) -> Response {
    json(Me {
        name: caller.name,
        role: caller.role.map(Into::into),
    })
}

/// Signs out.
pub async fn sign_out(session: Session) -> Result<Response, Problem> {
    let ended = session.flush().await;
    ended.map_err(|_| Problem::from(StoreError::Damaged("a session cannot be ended")))?;
    Ok(done())
}

/// Sets one's own password.
pub async fn set_password(
    State(shared): State<Arc<Shared>>,
    session: Session,
    caller: Caller,
    request: Request,
) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let new: OwnPassword = body::json(body).await?;
    count(&shared, &caller.name, &parts)?;
    let ledger = shared.office.store().ledger();
    // Who sits down at a screen that was left open does not know it.
    if ledger.sign_in(&caller.name, &new.current, None).await? == SignIn::Refused {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "refused",
            "the password of before is not right",
        ));
    }
    ledger
        .set_password(&caller.author(""), &caller.name, &new.password)
        .await?;
    stay(&shared, &session, &caller.name).await
}

/// All sessions of an account have ended; this one goes on as a new one.
async fn stay(shared: &Shared, session: &Session, name: &str) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    if let Some(person) = ledger.person(name).await? {
        welcome(session, &person).await?;
    }
    Ok(done())
}

/// Makes a secret for one-time codes.
pub async fn new_codes(caller: Caller) -> Result<Response, Problem> {
    let secret = new_totp().map_err(StoreError::from)?;
    let address = totp_address(&secret, &caller.name).map_err(StoreError::from)?;
    Ok(json(CodesFrom { secret, address }))
}

/// Has one-time codes asked for, once one of them has come back.
pub async fn confirm_codes(
    State(shared): State<Arc<Shared>>,
    session: Session,
    caller: Caller,
    _headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let confirmed: CodesConfirmed = body::json(body).await?;
    let now = u64::try_from(OffsetDateTime::now_utc().unix_timestamp()).unwrap_or_default();
    let step = totp_step(&confirmed.secret, &confirmed.code, now);
    if !matches!(step, Ok(Some(_))) {
        return Err(Problem::bad_request("this is no code of that secret"));
    }
    let ledger = shared.office.store().ledger();
    ledger
        .set_totp(&caller.author(""), &caller.name, Some(&confirmed.secret))
        .await?;
    stay(&shared, &session, &caller.name).await
}
