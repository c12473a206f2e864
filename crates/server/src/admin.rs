//! For who looks after the server, at an address of its own that readers do not reach:
//! `/healthz`, whether it can serve, and `/metrics`, for Prometheus.

use std::fmt;
use std::fmt::Write as _;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::meter::Meter;

/// A number that Prometheus is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its name, without the prefix that all have.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
    /// How much.
    pub value: i64,
}

/// What a server says of itself, beside what it counts.
pub type Readings = Pin<Box<dyn Future<Output = Vec<Reading>> + Send>>;

/// What is asked for that, each time.
#[derive(Clone)]
pub struct Ask(Arc<dyn Fn() -> Readings + Send + Sync>);

impl Ask {
    /// Of something that can be asked often, and from several sides.
    pub fn new(ask: impl Fn() -> Readings + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }
}

impl fmt::Debug for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ask")
    }
}

#[derive(Clone)]
struct Admin {
    meter: Arc<Meter>,
    more: Ask,
    has_site: Arc<dyn Fn() -> bool + Send + Sync>,
}

/// What answers there. `has_site` says whether there is a site to serve.
pub fn router(
    meter: Arc<Meter>,
    more: Ask,
    has_site: impl Fn() -> bool + Send + Sync + 'static,
) -> Router {
    let admin = Admin {
        meter,
        more,
        has_site: Arc::new(has_site),
    };
    Router::new()
        .route("/healthz", get(health))
        .route("/metrics", get(metrics))
        .with_state(admin)
}

/// Well is who can serve readers: a store that does not answer is said, and no reason to
/// send readers elsewhere, as each server has the whole site.
async fn health(State(admin): State<Admin>) -> Response {
    let has_site = Arc::clone(&admin.has_site);
    let has_site = tokio::task::spawn_blocking(move || has_site()).await;
    let is_well = has_site.unwrap_or(false);
    let mut words = serde_json::Map::new();
    words.insert("site".to_owned(), is_well.into());
    for reading in (admin.more.0)().await {
        words.insert(reading.name.to_owned(), reading.value.into());
    }
    let status = match is_well {
        true => StatusCode::OK,
        false => StatusCode::SERVICE_UNAVAILABLE,
    };
    answer(
        status,
        "application/json",
        serde_json::Value::from(words).to_string() + "\n",
    )
}

async fn metrics(State(admin): State<Admin>) -> Response {
    const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    let Ok(mut text) = admin.meter.text() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    for Reading { name, help, value } in (admin.more.0)().await {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "# HELP site_{name} {help}.");
        let _ = writeln!(text, "# TYPE site_{name} gauge\nsite_{name} {value}");
    }
    text.push_str("# EOF\n");
    answer(StatusCode::OK, KIND, text)
}

fn answer(status: StatusCode, kind: &'static str, text: String) -> Response {
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store")];
    (status, headers, text).into_response()
}
