//! Records as spreadsheets: out, looked at, and in.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_MATCH,
};
use axum::response::Response;
use model::Lang;
use model::date::Day;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::{Change, Expected};

use super::answer::{Why, json, reason, saved};
use crate::body;
use crate::caller::Caller;
use crate::office::Planned;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::sheets::columns::{Table, tables};
use crate::sheets::{MIME, file};
use crate::wire::{SheetPlan, lang_of};

fn sheets_of(kind: &str) -> Result<&'static [Table], Problem> {
    let missing = || Problem::not_found("only company and indicator go out as spreadsheets");
    tables(kind).ok_or_else(missing)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct In {
    lang: Option<String>,
}

/// All records of a kind.
pub async fn take_out(
    State(shared): State<Arc<Shared>>,
    Path(kind): Path<String>,
    Query(within): Query<In>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let tables = sheets_of(&kind)?;
    // A link says it in its address: its request has the browser's language, not the desk's.
    let lang = match within.lang.as_deref() {
        Some("en") => Lang::En,
        Some(_) => Lang::ZhHans,
        None => lang_of(&headers),
    };
    let bytes = shared.office.sheet(&kind, tables, lang).await;
    let bytes = bytes.map_err(|error| Problem::of(error, lang))?;
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(MIME));
    let name = format!("attachment; filename=\"{kind}-{}.xlsx\"", Day::today());
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// What a file would change.
pub async fn look(
    State(shared): State<Arc<Shared>>,
    Path(kind): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let planned = planned(&shared, &kind, &headers, body).await?;
    let tag = tag_of(&planned.changes(&kind)?);
    let mut response = json(SheetPlan::from(planned));
    response.headers_mut().insert(ETAG, tag);
    Ok(response)
}

/// Saves what a file changes.
pub async fn bring_in(
    State(shared): State<Arc<Shared>>,
    Path(kind): Path<String>,
    Query(why): Query<Why>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    sheets_of(&kind)?;
    let why = reason(&why.why)?;
    let seen = headers.get(IF_MATCH).cloned().ok_or_else(|| {
        Problem::new(
            StatusCode::PRECONDITION_REQUIRED,
            "precondition",
            "say by If-Match which changes were seen",
        )
    })?;
    let planned = planned(&shared, &kind, &headers, body).await?;
    let changes = planned.changes(&kind)?;
    if tag_of(&changes) != seen {
        return Err(Problem::new(
            StatusCode::PRECONDITION_FAILED,
            "sheet-changed",
            "what this file changes is not what was looked at: nothing was saved. Look again",
        ));
    }
    let store = shared.office.store();
    let versions = store.save(&caller.author(why), changes).await?;
    shared.office.has_changed();
    Ok(saved(versions, false))
}

async fn planned(
    shared: &Shared,
    kind: &str,
    headers: &HeaderMap,
    body: Body,
) -> Result<Planned, Problem> {
    let tables = sheets_of(kind)?;
    let lang = lang_of(headers);
    let bytes = body::bytes(body, file::LARGEST).await?;
    let planned = shared.office.plan_sheet(kind, tables, bytes, lang).await;
    planned.map_err(|error| Problem::of(error, lang))
}

/// A tag of changes: of what they are made from, and of what they make of it.
fn tag_of(changes: &[Change]) -> HeaderValue {
    let mut digest = Sha256::new();
    for change in changes {
        let from = match change.expected {
            Expected::Revision(number) => number,
            Expected::Nothing | Expected::Any => 0,
        };
        let content = change.content.as_deref().unwrap_or_default();
        // The lengths part what stands behind one another.
        let head = format!("{} {from} {}\n", change.key, content.len());
        digest.update(head.as_bytes());
        digest.update(content.as_bytes());
    }
    let digest: String = (digest.finalize().iter())
        .map(|byte| format!("{byte:02x}"))
        .collect();
    HeaderValue::from_str(&format!("\"{digest}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("\"0\""))
}
