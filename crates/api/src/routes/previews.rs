//! Addresses at which a state that is not published can be looked at.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderMap, HeaderValue, LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};

use super::answer::json;
use crate::BASE;
use crate::body;
use crate::caller::Caller;
use crate::office::parse_which;
use crate::preview::{HELD, PREVIEW};
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{PreviewAt, PreviewOf, lang_of};

/// How long an address lasts if nobody says: a day; and at most: two weeks.
const USUAL: i64 = 24 * 60;
const LONGEST: i64 = 14 * 24 * 60;

/// Makes an address, if there is something to see.
pub async fn make(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let of: PreviewOf = body::json(body).await?;
    let lang = lang_of(&headers);
    let state = of.state.as_deref().unwrap_or("drafts");
    let which = parse_which(state).map_err(|error| Problem::of(error, lang))?;
    let shown = shared.office.show(&which, lang).await;
    shown.map_err(|error| Problem::of(error, lang))?;
    let minutes = of.minutes.unwrap_or(USUAL).clamp(1, LONGEST);
    let ledger = shared.office.store().ledger();
    let word = ledger.hand_out(PREVIEW, state, minutes * 60).await?;
    ledger
        .note(&caller.author(""), "preview", state, "")
        .await?;
    Ok(json(PreviewAt {
        address: format!("{BASE}/previews/{word}"),
        minutes,
    }))
}

/// Gives a browser the word, and sends it to the home page.
pub async fn begin(
    State(shared): State<Arc<Shared>>,
    Path(word): Path<String>,
) -> Result<Response, Problem> {
    let stands = shared
        .office
        .store()
        .ledger()
        .stands_for(PREVIEW, &word)
        .await?;
    if stands.is_none() {
        return Err(Problem::not_found("this preview has ended"));
    }
    // Lax: the address is followed from a letter or a chat.
    led(
        &shared,
        &format!("{HELD}={word}; Path=/; HttpOnly; SameSite=Lax"),
    )
}

/// Takes the word away, and sends the browser to the home page.
pub async fn end(State(shared): State<Arc<Shared>>) -> Result<Response, Problem> {
    led(
        &shared,
        &format!("{HELD}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
    )
}

fn led(shared: &Shared, cookie: &str) -> Result<Response, Problem> {
    let cookie = match shared.https {
        true => format!("{cookie}; Secure"),
        false => cookie.to_owned(),
    };
    let cookie = HeaderValue::from_str(&cookie);
    let cookie = cookie.map_err(|_| Problem::not_found("this preview has ended"))?;
    let mut response = StatusCode::SEE_OTHER.into_response();
    response.headers_mut().insert(SET_COOKIE, cookie);
    response
        .headers_mut()
        .insert(LOCATION, HeaderValue::from_static("/"));
    Ok(response)
}
