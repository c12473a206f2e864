//! Who holds the address of a preview sees that state in place of the site, until it ends.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{COOKIE, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::office::parse_which;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::lang_of;
use crate::{BASE, DESK};

/// What the cookie is called that holds a preview's word.
pub const HELD: &str = "site-preview";
/// What the words of previews are for.
pub const PREVIEW: &str = "preview";

/// Answers from a preview instead of the site, if the request holds one.
pub async fn instead(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_below = |base: &str| path == base || path.starts_with(&format!("{base}/"));
    if is_below(BASE) || is_below(DESK) {
        return next.run(request).await;
    }
    let Some(word) = held(request.headers()).map(str::to_owned) else {
        return next.run(request).await;
    };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let stands = shared
        .office
        .store()
        .ledger()
        .stands_for(PREVIEW, &word)
        .await;
    match stands {
        // It has ended: the site itself.
        Ok(None) => next.run(request).await,
        Ok(Some((state, _))) => {
            let (parts, _) = request.into_parts();
            shown(&shared, &state, &parts).await
        }
        Err(error) => Problem::from(error).into_response(),
    }
}

async fn shown(shared: &Shared, state: &str, request: &Parts) -> Response {
    let lang = lang_of(&request.headers);
    let still = match parse_which(state) {
        Ok(which) => shared.office.show(&which, lang).await,
        Err(error) => Err(error),
    };
    let still = match still {
        Ok(still) => still,
        Err(error) => return Problem::of(error, lang).into_response(),
    };
    let path = request.uri.path().to_owned();
    let answer = tokio::task::spawn_blocking(move || still.answer(&path)).await;
    match answer {
        Ok(mut response) => {
            let robots = HeaderName::from_static("x-robots-tag");
            let value = HeaderValue::from_static("noindex, nofollow");
            response.headers_mut().insert(robots, value);
            response
        }
        Err(_) => Problem::not_found("this page cannot be shown").into_response(),
    }
}

fn held(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(COOKIE).into_iter();
    let mut pairs = cookies
        .filter_map(|value| value.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='));
    pairs.find(|(name, _)| *name == HELD).map(|(_, word)| word)
}
