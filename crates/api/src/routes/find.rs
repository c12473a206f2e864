//! Where something stands.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::answer::json;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{Hits, lang_of};

/// Nobody looks for more, in characters.
const LONGEST: usize = 2000;

#[derive(Debug, Deserialize)]
pub struct Asked {
    q: String,
}

/// The fields in which something stands.
pub async fn find(
    State(shared): State<Arc<Shared>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if asked.q.chars().count() > LONGEST {
        let detail = format!("no more than {LONGEST} characters are looked for");
        return Err(Problem::bad_request(detail));
    }
    let hits = shared.office.find(&asked.q).await;
    let hits = hits.map_err(|error| Problem::of(error, lang_of(&headers)))?;
    Ok(json(Hits {
        hits: hits.into_iter().map(Into::into).collect(),
    }))
}
