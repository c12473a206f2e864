//! Fetching JSON from the content base.

use std::pin::Pin;
use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::{document as dom, set_timeout_with_handle};
use web_sys::{AbortController, AbortSignal, RequestCache};

use super::read;
use crate::library::error::LoadError;
use model::read::Read;
use model::routes::CONTENT_BASE;

/// When a request is given up.
const TIMEOUT: Duration = Duration::from_secs(20);
/// The same where there is something to fall back on.
const SHORT: Duration = Duration::from_secs(8);

/// Where the documents are served: `<meta name="content-base">`, so that the
/// same build reads a static bundle or a backend.
fn base() -> String {
    said("content").unwrap_or_else(|| CONTENT_BASE.to_owned())
}

/// Where the site's own documents are, when the others fail: on the same element, where
/// publishing was given a backend.
pub fn fallback() -> Option<String> {
    said("data-fallback")
}

fn said(attribute: &str) -> Option<String> {
    let meta = dom().query_selector("meta[name=content-base]");
    meta.ok()??.get_attribute(attribute)
}

/// Fetches a document and reads it.
///
/// # Errors
/// See [`LoadError`].
pub async fn json<T: Read>(path: &str) -> Result<T, LoadError> {
    read::parse(&text(bytes(path.to_owned()).await?)).map_err(|reason| LoadError::Malformed {
        path: path.to_owned(),
        reason,
    })
}

/// Bytes as text. Invalid UTF-8 is replaced: it is no JSON in any case.
pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A request on its way.
pub type Fetching = Pin<Box<dyn Future<Output = Result<Vec<u8>, LoadError>>>>;

/// Fetches the bytes of a file.
pub fn bytes(path: String) -> Fetching {
    bytes_from(base(), path)
}

/// The same from another base. Boxed, so that all callers share the code.
pub fn bytes_from(base: String, path: String) -> Fetching {
    Box::pin(async move {
        let timeout = if fallback().is_some() { SHORT } else { TIMEOUT };
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let timer = set_timeout_with_handle(
            move || {
                if let Some(abort) = abort {
                    abort.abort();
                }
            },
            timeout,
        );
        let answer = answer(&base, &path, signal.as_ref()).await;
        if let Ok(timer) = timer {
            timer.clear();
        }
        answer
    })
}

/// Asks the server, and always whether the cached copy is still valid: an
/// unchanged document costs a few bytes, a changed one is never missed.
///
/// Some hosts answer an unknown path with an HTML page and status 200: its content
/// type says so.
async fn answer(
    base: &str,
    path: &str,
    signal: Option<&AbortSignal>,
) -> Result<Vec<u8>, LoadError> {
    let network = |error: gloo_net::Error| LoadError::Network {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    let response = Request::get(&[base, path].concat())
        .cache(RequestCache::NoCache)
        .abort_signal(signal)
        .send()
        .await
        .map_err(network)?;
    let header = |name| response.headers().get(name).unwrap_or_default();
    match response.status() {
        404 | 410 => Err(LoadError::NotFound(path.to_owned())),
        200 if header("content-type").starts_with("text/html") => {
            Err(LoadError::NotFound(path.to_owned()))
        }
        200 => response.binary().await.map_err(network),
        status => Err(LoadError::Status {
            status,
            after: seconds(&header("retry-after")) * 1000.0,
            path: path.to_owned(),
        }),
    }
}

/// Seconds in a header; a date, which is another way to say it, is as good as nothing.
fn seconds(header: &str) -> f64 {
    match header.bytes().all(|digit| digit.is_ascii_digit()) {
        true => header.bytes().fold(0.0, |seconds, digit| {
            seconds * 10.0 + f64::from(digit - b'0')
        }),
        false => 0.0,
    }
}
