//! What is known of a route.

use std::sync::Arc;

use axum::routing::MethodRouter;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::caller::Needs;
use crate::shared::Shared;

/// How a type is described.
pub type Describe = fn(&mut SchemaGenerator) -> Schema;

/// A route.
#[derive(Clone, Copy)]
pub struct Row {
    /// `GET`, `POST`, `PUT`, `DELETE`, …
    pub method: &'static str,
    /// Its path below the base, with `{names}` for what differs.
    pub path: &'static str,
    /// Who may.
    pub needs: Needs,
    /// What it does.
    pub summary: &'static str,
    /// What it takes as JSON, if it does.
    pub takes: Option<Describe>,
    /// What kind of bytes it takes as they are, if it does.
    pub takes_bytes: Option<&'static str>,
    /// What it answers with as JSON, if it does.
    pub gives: Option<Describe>,
    /// What may stand in the query.
    pub query: &'static [(&'static str, &'static str)],
    /// Which headers it goes by.
    pub headers: &'static [(&'static str, &'static str)],
    /// Who answers.
    pub(crate) handler: fn() -> MethodRouter<Arc<Shared>>,
}

/// The description of a type.
pub fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// A route that neither takes nor gives JSON.
pub const fn row(
    method: &'static str,
    path: &'static str,
    needs: Needs,
    summary: &'static str,
    handler: fn() -> MethodRouter<Arc<Shared>>,
) -> Row {
    Row {
        method,
        path,
        needs,
        summary,
        takes: None,
        takes_bytes: None,
        gives: None,
        query: &[],
        headers: &[],
        handler,
    }
}

impl Row {
    /// It takes this.
    pub const fn takes(mut self, takes: Describe) -> Self {
        self.takes = Some(takes);
        self
    }

    /// It takes bytes of this kind.
    pub const fn takes_bytes(mut self, kind: &'static str) -> Self {
        self.takes_bytes = Some(kind);
        self
    }

    /// It gives this.
    pub const fn gives(mut self, gives: Describe) -> Self {
        self.gives = Some(gives);
        self
    }

    /// This may stand in its query.
    pub const fn query(mut self, query: &'static [(&'static str, &'static str)]) -> Self {
        self.query = query;
        self
    }

    /// It goes by these headers.
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }
}
