//! Counts what is asked and answered, and writes a line for each in the log, for who looks
//! after the server. No query is written down, and of the editors' interface the route and
//! not the address: both may hold words that let somebody in.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::client::client;

/// What is counted apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    /// GET, HEAD, and so on; `other` for what nobody knows.
    method: &'static str,
    /// The three digits.
    status: u16,
    /// `site` or `editors`.
    part: &'static str,
}

/// What is timed apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Part {
    part: &'static str,
}

/// How long answers take, in seconds, in steps.
const STEPS: [f64; 12] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1., 5.,
];

/// What a server counts.
#[derive(Debug)]
pub struct Meter {
    registry: Registry,
    requests: Family<Kind, Counter>,
    seconds: Family<Part, Histogram, fn() -> Histogram>,
    under_way: Gauge,
    /// Whether each request is written in the log.
    logs: bool,
}

impl Meter {
    /// Nothing is counted yet.
    pub fn new(logs: bool) -> Self {
        let requests = Family::default();
        let steps: fn() -> Histogram = || Histogram::new(STEPS);
        let seconds = Family::new_with_constructor(steps);
        let under_way = Gauge::default();
        let mut registry = Registry::with_prefix("site");
        registry.register("requests", "Requests answered", requests.clone());
        registry.register_with_unit(
            "request_duration",
            "Until the answer began",
            Unit::Seconds,
            seconds.clone(),
        );
        registry.register(
            "requests_under_way",
            "Requests whose answer has not begun",
            under_way.clone(),
        );
        Self {
            registry,
            requests,
            seconds,
            under_way,
            logs,
        }
    }

    /// What was counted, as Prometheus reads it, without the mark of its end.
    ///
    /// # Errors
    /// None but those of memory.
    pub fn text(&self) -> Result<String, std::fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text.trim_end_matches("# EOF\n").to_owned())
    }
}

/// A request under way; also when who asked has gone.
struct UnderWay<'a>(&'a Gauge);

impl<'a> UnderWay<'a> {
    fn new(gauge: &'a Gauge) -> Self {
        gauge.inc();
        Self(gauge)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Counts a request and its answer.
pub async fn measure(State(meter): State<Arc<Meter>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let _under_way = UnderWay::new(&meter.under_way);
    let method = method(request.method());
    let route = request.extensions().get::<MatchedPath>().cloned();
    let line = meter.logs.then(|| {
        let path = match &route {
            Some(route) => route.as_str().to_owned(),
            None => request.uri().path().to_owned(),
        };
        (path, client(request.extensions(), request.headers()))
    });
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let part = match route {
        Some(_) => "editors",
        None => "site",
    };
    let kind = Kind {
        method,
        status,
        part,
    };
    meter.requests.get_or_create(&kind).inc();
    let seconds = begun.elapsed().as_secs_f64();
    meter.seconds.get_or_create(&Part { part }).observe(seconds);
    if let Some((path, client)) = line {
        let ms = (seconds * 1e6).round() / 1e3;
        tracing::info!(target: "request", %client, method, path, status, ms);
    }
    response
}

/// A word of a closed list: everybody can make up methods.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
