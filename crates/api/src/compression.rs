//! Compresses long answers: the names of all records are 60 kB, and an editor on a slow line
//! waits for them.
//!
//! The length of a compressed answer could give away a secret in it to a page that may put
//! its own text into the request (BREACH). Pages of other sites cannot: the browser does not
//! send the session's cookie with their requests (`SameSite=Strict`).

use axum::http::header::CONTENT_TYPE;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::compression::predicate::{And, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

/// Shorter answers fit into a packet as they are.
const SMALLEST: u16 = 1024;
/// A fifth of the bytes in a few milliseconds; the best takes a hundred times as long.
const LEVEL: CompressionLevel = CompressionLevel::Precise(5);

type OfHeaders = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Compresses the answers of a router.
pub fn layer() -> CompressionLayer<And<SizeAbove, OfHeaders>> {
    CompressionLayer::new()
        .quality(LEVEL)
        .compress_when(SizeAbove::new(SMALLEST).and(is_text as OfHeaders))
}

/// Events are sent one by one as they happen, and pictures and papers are compressed already.
fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| {
        ["application/json", "application/problem+json", "text/html"]
            .iter()
            .any(|text| kind.starts_with(text))
    })
}
