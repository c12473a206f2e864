//! The audit log.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::answer::{json, most};
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::{Audit, AuditLine};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    after: i64,
    most: Option<i64>,
}

/// Its entries.
pub async fn list(
    State(shared): State<Arc<Shared>>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let ledger = shared.office.store().ledger();
    let entries = ledger.audit_after(after.after, most(after.most)).await?;
    Ok(json(Audit {
        entries: entries.into_iter().map(AuditLine::from).collect(),
    }))
}
