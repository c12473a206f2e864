//! What is wrong with a state, and what is different between two.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value;
use store::{Key, Which};

use super::answer::json;
use crate::office::parse_which;
use crate::problem::{Problem, each};
use crate::shared::Shared;
use crate::wire::{CheckResult, Difference, lang_of};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Checking {
    state: Option<String>,
    kind: Option<String>,
    id: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Comparing {
    from: Option<String>,
    to: Option<String>,
}

/// Checks a state.
pub async fn check(
    State(shared): State<Arc<Shared>>,
    Query(checking): Query<Checking>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let lang = lang_of(&headers);
    let which = match (&checking.kind, &checking.id) {
        (Some(kind), Some(id)) => Which::ReadyWith(vec![Key::parse(kind, id)?]),
        _ => parse_which(checking.state.as_deref().unwrap_or("drafts"))
            .map_err(|error| Problem::of(error, lang))?,
    };
    let checked = shared.office.check(&which).await;
    let checked = checked.map_err(|error| Problem::of(error, lang))?;
    let none = || Value::Array(Vec::new());
    Ok(json(CheckResult {
        faults: checked
            .faults
            .as_ref()
            .map_or_else(none, |faults| each(faults, lang)),
        warnings: checked
            .warnings
            .as_ref()
            .map_or_else(none, |faults| each(faults, lang)),
    }))
}

/// Compares two states.
pub async fn diff(
    State(shared): State<Arc<Shared>>,
    Query(comparing): Query<Comparing>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let lang = lang_of(&headers);
    let which = |name: &Option<String>, usual| {
        parse_which(name.as_deref().unwrap_or(usual)).map_err(|error| Problem::of(error, lang))
    };
    let (from, to) = (
        which(&comparing.from, "live")?,
        which(&comparing.to, "drafts")?,
    );
    let difference = shared.office.compare(&from, &to, lang).await;
    let difference = difference.map_err(|error| Problem::of(error, lang))?;
    Ok(json(Difference {
        changes: difference.changes,
        text: difference.text,
    }))
}
