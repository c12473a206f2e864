//! An id for a new record: nobody has to make one up.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use content::editing::propose;
use content::records::ARTICLE;
use serde::Deserialize;
use store::Key;

use super::answer::json;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::NewId;

#[derive(Debug, Deserialize)]
pub struct Named {
    kind: String,
    name: String,
    en: Option<String>,
    date: Option<String>,
}

/// Proposes one that nothing has or had.
pub async fn propose(
    State(shared): State<Arc<Shared>>,
    Query(named): Query<Named>,
) -> Result<Response, Problem> {
    let en = named.en.as_deref().filter(|en| !en.trim().is_empty());
    let words = propose::id(&named.name, en);
    let words = match words.is_empty() {
        true => named.kind.clone(),
        false => words,
    };
    let dated = matches!(named.kind.as_str(), ARTICLE | "event");
    let wanted = match named.date.filter(|date| dated && !date.is_empty()) {
        // Of a day and a time, the day.
        Some(date) => format!("{}-{words}", date.get(..10).unwrap_or(&date)),
        None => words,
    };
    // One that it once had counts too: its address leads to what was there.
    let ledger = shared.office.store().ledger();
    let mut id = wanted.clone();
    for number in 2.. {
        let key = Key::parse(&named.kind, &id)?;
        if ledger.head(&key).await?.is_none() {
            break;
        }
        id = format!("{wanted}-{number}");
    }
    Ok(json(NewId { id }))
}
