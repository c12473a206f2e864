//! What is answered is packed where it is long: the names of all records are 60 kB, and an
//! editor on a slow line waits for them.
//!
//! No answer has a secret beside something that a stranger may have put into the question,
//! which packing would give away by its length: a session is in a cookie, which pages of
//! others cannot have sent (`SameSite=Strict`).

use axum::http::header::CONTENT_TYPE;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use tower_http::compression::predicate::{And, Predicate, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

/// Shorter answers fit into a packet as they are.
const SMALLEST: u16 = 1024;
/// A fifth of the bytes in a few milliseconds; the best takes a hundred times as long.
const LEVEL: CompressionLevel = CompressionLevel::Precise(5);

type OfHeaders = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// What packs answers.
pub fn layer() -> CompressionLayer<And<SizeAbove, OfHeaders>> {
    CompressionLayer::new()
        .quality(LEVEL)
        .compress_when(SizeAbove::new(SMALLEST).and(is_text as OfHeaders))
}

/// Events are told as they happen, and files are packed already.
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
