//! A record as readers would see it, while it is being written.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use model::Lang;
use serde::Deserialize;

use super::answer::json;
use super::records::{fits, named};
use crate::body;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{LookedAt, lang_of};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct In {
    lang: Option<String>,
}

/// The page of a record.
pub async fn look(
    State(shared): State<Arc<Shared>>,
    Path((kind, id)): Path<(String, String)>,
    Query(within): Query<In>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let key = named(&kind, &id)?;
    let tag = within.lang.as_deref().unwrap_or(Lang::ZhHans.tag());
    let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
    let lang = lang.ok_or_else(|| Problem::bad_request("a page is in zh-Hans, zh-Hant or en"))?;
    let content = body::record(body).await?;
    fits(&key, &content)?;
    let looked = shared.office.look(&key, &content, lang).await;
    let looked = looked.map_err(|error| Problem::of(error, lang_of(&headers)))?;
    let looked = looked.ok_or_else(|| Problem::not_found("it has no page of its own"))?;
    Ok(json(LookedAt {
        path: looked.path,
        html: looked.html,
    }))
}

/// A picture of the page that was looked at last.
pub async fn picture(
    State(shared): State<Arc<Shared>>,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let picture = shared.office.looked_at(&name).await;
    picture.ok_or_else(|| Problem::not_found("nothing was looked at"))
}
