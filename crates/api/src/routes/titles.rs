//! What records are called.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answer::json;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{Titles, lang_of};

/// All of them.
pub async fn titles(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let titles = shared.office.titles().await;
    let titles = titles.map_err(|error| Problem::of(error, lang_of(&headers)))?;
    Ok(json(Titles {
        titles: titles.into_iter().map(Into::into).collect(),
    }))
}
