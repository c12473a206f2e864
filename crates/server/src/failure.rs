//! Why a request is answered with 500, and the few words that stand where there is no
//! page to show.

use std::io;

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use publish::headers::REVALIDATE;

/// Why a request failed. The reader sees the status only.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("a file could not be read: {0}")]
    Read(#[from] io::Error),
    #[error("a header could not be written: {0}")]
    Write(#[from] axum::http::Error),
}

/// A few words, where there is no page to show.
pub fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(format!("{status}\n")));
    *response.status_mut() = status;
    let value = HeaderValue::from_static;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, value("text/plain; charset=utf-8"));
    headers.insert(CACHE_CONTROL, value(REVALIDATE));
    response
}
