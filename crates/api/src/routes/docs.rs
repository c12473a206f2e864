//! The interface about itself.

use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use axum::response::Response;

use super::answer::json;
use super::rows;
use crate::BASE;
use crate::openapi;

/// For programs.
pub async fn description() -> Response {
    json(openapi::document(rows()))
}

/// For readers.
pub async fn page() -> Response {
    answer("text/html; charset=utf-8", openapi::page(rows(), BASE))
}

/// How it looks.
pub async fn style() -> Response {
    answer(
        "text/css; charset=utf-8",
        include_str!("docs.css").to_owned(),
    )
}

fn answer(kind: &'static str, body: String) -> Response {
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    let value = HeaderValue::from_static;
    headers.insert(CONTENT_TYPE, value(kind));
    headers.insert(CACHE_CONTROL, value("no-cache"));
    let policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    headers.insert(CONTENT_SECURITY_POLICY, value(policy));
    response
}
