//! Records: read, saved, removed.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, ETAG, HeaderMap, HeaderValue, IF_NONE_MATCH};
use axum::response::{IntoResponse, Response};
use content::records;
use serde::Deserialize;
use serde_json::Value;
use store::{ASSET, Change, Expected, FILE, Key};

use super::answer::{Why, expected, json, known, reason, saved, tag};
use crate::body;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{RecordState, RecordStates};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    kind: Option<String>,
    unpublished: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct At {
    pub revision: Option<i64>,
}

/// Where records stand.
pub async fn list(
    State(shared): State<Arc<Shared>>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    let kind = which.kind.as_deref();
    let heads = match which.unpublished {
        true => ledger.unpublished().await?,
        false => ledger.heads(kind).await?,
    };
    let of_kind = heads
        .into_iter()
        .filter(|head| kind.is_none_or(|kind| head.key.kind() == kind));
    Ok(json(RecordStates {
        records: of_kind.map(RecordState::from).collect(),
    }))
}

/// The name of a record that is JSON.
pub fn named(kind: &str, id: &str) -> Result<Key, Problem> {
    match kind {
        ASSET => Err(Problem::not_found("files are at /assets/")),
        kind => Ok(Key::parse(kind, id)?),
    }
}

/// A record.
pub async fn read(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    Query(at): Query<At>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let key = named(&kind, &id)?;
    let ledger = shared.office.store().ledger();
    let missing = || Problem::not_found(format!("there is no record {key}"));
    let head = ledger.head(&key).await?.ok_or_else(missing)?;
    let number = at.revision.unwrap_or(head.draft);
    let version = ledger.version_of(&key, number).await?;
    let content = version.content.ok_or_else(missing)?;
    let known = headers.get(IF_NONE_MATCH);
    if known.is_some_and(|known| *known == tag(number)) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag(number))]).into_response());
    }
    let kind = HeaderValue::from_static("application/json");
    let state = HeaderValue::from_static(head.state().word());
    let mut response = Response::new(Body::from(content));
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response.headers_mut().insert(ETAG, tag(number));
    response.headers_mut().insert("site-state", state);
    Ok(response)
}

/// Saves a draft.
pub async fn save(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    Query(why): Query<Why>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let key = named(&kind, &id)?;
    let expected = expected(&headers)?;
    let why = reason(&why.why)?;
    let content = body::record(body).await?;
    fits(&key, &content)?;
    let change = Change {
        key,
        content: Some(content),
        expected,
    };
    change_one(&shared, &caller, why, change).await
}

/// Removes a record, as a draft.
pub async fn remove(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    Query(why): Query<Why>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let change = Change {
        key: named(&kind, &id)?,
        content: None,
        expected: known(&headers)?,
    };
    change_one(&shared, &caller, reason(&why.why)?, change).await
}

/// Saves one change.
pub async fn change_one(
    shared: &Shared,
    caller: &Caller,
    why: &str,
    change: Change,
) -> Result<Response, Problem> {
    let new = change.expected == Expected::Nothing;
    let store = shared.office.store();
    let versions = store.save(&caller.author(why), vec![change]).await?;
    shared.office.has_changed();
    Ok(saved(versions, new))
}

/// A record must be findable again by its name: an object with the id that it is called by,
/// and what holds records names them. Everything else is a fault, and saved with it.
pub fn fits(key: &Key, content: &str) -> Result<(), Problem> {
    let refuse = |detail: String| {
        Err(Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "no-record",
            detail,
        ))
    };
    let Ok(Value::Object(fields)) = serde_json::from_str(content) else {
        return refuse(format!("{key} is an object"));
    };
    match key.kind() {
        FILE => {
            let file = format!("{}.json", key.id());
            for list in records::lists().filter(|list| list.file == file) {
                let names = fields.get(list.key).and_then(Value::as_array);
                let names = names.map(|names| names.iter().all(Value::is_string));
                if names == Some(false) || (names.is_none() && fields.contains_key(list.key)) {
                    return refuse(format!("`{}` of {key} is a list of ids", list.key));
                }
            }
            Ok(())
        }
        _ => match fields.get("id") {
            Some(Value::String(id)) if id == key.id() => Ok(()),
            _ => refuse(format!("the `id` of {key} is `{}`", key.id())),
        },
    }
}
