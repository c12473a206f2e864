//! The pictures, with where they are used.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::answer::json;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{Pictures, lang_of};

/// All of them.
pub async fn list(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let pictures = shared.office.pictures().await;
    let pictures = pictures.map_err(|error| Problem::of(error, lang_of(&headers)))?;
    Ok(json(Pictures { pictures }))
}
