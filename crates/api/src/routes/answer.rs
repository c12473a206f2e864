//! What handlers have in common.

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::{ETAG, HeaderMap, HeaderValue, IF_MATCH, IF_NONE_MATCH};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use store::{Expected, Version};

use crate::problem::Problem;
use crate::wire::Saved;

/// How many entries are given at once.
const MOST: i64 = 1000;
const USUAL: i64 = 100;
/// The longest reason, in characters.
const LONGEST_WHY: usize = 500;

/// Why, in a query.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Why {
    /// For the history.
    pub why: String,
}

/// Which part of a long list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Paged {
    before: Option<i64>,
    most: Option<i64>,
}

impl Paged {
    /// Only what came before this.
    pub fn before(&self) -> i64 {
        self.before.unwrap_or(i64::MAX)
    }

    /// No more than so many.
    pub fn most(&self) -> i64 {
        most(self.most)
    }
}

/// As many as are asked for, within bounds.
pub fn most(asked: Option<i64>) -> i64 {
    asked.unwrap_or(USUAL).clamp(1, MOST)
}

/// A reason that can stand in a history.
///
/// # Errors
/// When it is too long, or no text.
pub fn reason(why: &str) -> Result<&str, Problem> {
    let is_text = !why.chars().any(|char| char.is_control() && char != '\n');
    match is_text && why.chars().count() <= LONGEST_WHY {
        true => Ok(why),
        false => Err(Problem::bad_request(format!(
            "a reason is text of {LONGEST_WHY} characters at most"
        ))),
    }
}

/// What a caller believes a record to be.
///
/// # Errors
/// When nothing is said about it: then nobody knows whether a change would be lost.
pub fn expected(headers: &HeaderMap) -> Result<Expected, Problem> {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &HeaderValue| value.to_str().ok())
    };
    if let Some(tag) = text(IF_MATCH) {
        let number = tag.trim().trim_matches('"').parse();
        return number
            .map(Expected::Revision)
            .map_err(|_| Problem::bad_request("If-Match names one revision, as \"12\""));
    }
    match text(IF_NONE_MATCH).map(str::trim) {
        Some("*") => Ok(Expected::Nothing),
        _ => Err(Problem::new(
            StatusCode::PRECONDITION_REQUIRED,
            "precondition",
            "say by If-Match which revision was changed, or by If-None-Match: * that it is new",
        )),
    }
}

/// The revision that a caller has seen: of what is to be removed there was one.
///
/// # Errors
/// When none is named.
pub fn known(headers: &HeaderMap) -> Result<Expected, Problem> {
    match expected(headers)? {
        Expected::Nothing => Err(Problem::bad_request(
            "If-Match names the revision to remove",
        )),
        known => Ok(known),
    }
}

/// The tag of a revision.
pub fn tag(revision: i64) -> HeaderValue {
    let tag = HeaderValue::from_str(&format!("\"{revision}\""));
    tag.unwrap_or_else(|_| HeaderValue::from_static("\"0\""))
}

/// What was saved, with the tag of a single revision.
pub fn saved(versions: Vec<Version>, created: bool) -> Response {
    let last = versions.last().map(|version| version.number);
    let saved = Saved {
        revisions: versions.into_iter().map(Into::into).collect(),
    };
    let status = match created {
        true => StatusCode::CREATED,
        false => StatusCode::OK,
    };
    let mut response = (status, Json(saved)).into_response();
    if let Some(last) = last {
        response.headers_mut().insert(ETAG, tag(last));
    }
    response
}

/// JSON.
pub fn json<T: Serialize>(body: T) -> Response {
    Json(body).into_response()
}

/// It is done, and there is nothing to say.
pub fn done() -> Response {
    StatusCode::NO_CONTENT.into_response()
}
