//! Who calls, whether they may, and whether a browser was made to by another site.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use time::OffsetDateTime;
use tower_sessions::Session;

use crate::BASE;
use crate::caller::{Caller, Needs, Right, SignedIn};
use crate::problem::Problem;
use crate::shared::Shared;

/// What the guard knows.
#[derive(Clone)]
pub struct Guard {
    /// Of everything.
    pub shared: Arc<Shared>,
    /// Of who may use a route.
    pub needs_of: fn(&Method, &str) -> Result<Needs, Problem>,
}

/// Lets a request through to its route, with its caller.
pub async fn guard(
    State(known): State<Guard>,
    session: Session,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let mut response = match admit(&known, &session, &parts).await {
        Ok(caller) => {
            parts.extensions.insert(caller);
            next.run(Request::from_parts(parts, body)).await
        }
        Err(problem) => problem.into_response(),
    };
    let headers = response.headers_mut();
    let value = HeaderValue::from_static;
    headers.entry(CACHE_CONTROL).or_insert(value("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, value("nosniff"));
    headers
        .entry(CONTENT_SECURITY_POLICY)
        .or_insert(value("default-src 'none'; frame-ancestors 'none'"));
    response
}

/// Who calls, if they may.
async fn admit(
    known: &Guard,
    session: &Session,
    request: &Parts,
) -> Result<Option<Caller>, Problem> {
    let path = request.extensions.get::<MatchedPath>();
    let path = path.map_or("", |path| path.as_str());
    let path = path.strip_prefix(BASE).unwrap_or(path);
    let shared = &*known.shared;
    let needs = (known.needs_of)(&request.method, path)?;
    let bearer = bearer(&request.headers)?;
    let asks = [Method::GET, Method::HEAD, Method::OPTIONS];
    let changes = !asks.contains(&request.method);
    if changes && bearer.is_none() && !is_own(&request.headers) {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "cross-site",
            "a browser was sent here by another site",
        ));
    }
    let (right, person) = match needs {
        Needs::Nothing => return Ok(None),
        Needs::Right(right) => (right, false),
        Needs::Person(right) => (right, true),
    };
    let caller = match bearer {
        Some(word) => by_token(shared, word, right, person).await?,
        None => by_session(shared, session, right).await?,
    };
    Ok(Some(caller))
}

fn bearer(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(value) = headers.get(AUTHORIZATION) else {
        return Ok(None);
    };
    let word = value.to_str().ok();
    let word = word.and_then(|value| value.strip_prefix("Bearer "));
    word.map(Some).ok_or_else(unknown)
}

/// Whether a browser says that the site itself asks. Every browser says so of a request that
/// changes something; what is no browser has a token.
fn is_own(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    let (Some(origin), Some(host)) = (text(ORIGIN), text(HOST)) else {
        return false;
    };
    let of = origin.split_once("://").map(|(_, host)| host);
    of.is_some_and(|of| of.eq_ignore_ascii_case(host))
}

async fn by_token(
    shared: &Shared,
    word: &str,
    right: Right,
    person: bool,
) -> Result<Caller, Problem> {
    let token = shared.office.store().ledger().token(word).await?;
    let token = token.ok_or_else(unknown)?;
    if person || !right.is_in(&token.scopes) {
        return Err(forbidden());
    }
    Ok(Caller {
        name: format!("token:{}", token.name),
        role: None,
    })
}

async fn by_session(shared: &Shared, session: &Session, right: Right) -> Result<Caller, Problem> {
    let known = session.get::<SignedIn>(SignedIn::KEY).await;
    let known = known.map_err(|_| unreadable())?.ok_or_else(unknown)?;
    let person = shared.office.store().ledger().person(&known.name).await?;
    let age = OffsetDateTime::now_utc().unix_timestamp() - known.since;
    let person = person
        .filter(|person| person.epoch == known.epoch && age < SignedIn::LONGEST)
        .ok_or_else(unknown)?;
    if !right.is_of(person.role) {
        return Err(forbidden());
    }
    Ok(Caller {
        name: person.name,
        role: Some(person.role),
    })
}

fn unreadable() -> Problem {
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "store",
        "sessions cannot be read",
    )
    .after(2)
}

fn unknown() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "sign-in", "sign in first")
}

fn forbidden() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "not-allowed",
        "this is for somebody with another role",
    )
}
