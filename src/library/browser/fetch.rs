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

/// Where the documents are served: `<meta name="content-base">`, so that the
/// same build reads a static bundle or a backend.
fn base() -> String {
    dom()
        .query_selector("meta[name=content-base]")
        .ok()
        .flatten()
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_else(|| CONTENT_BASE.to_owned())
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

/// Fetches the bytes of a file. Boxed, so that all callers share the code.
pub fn bytes(path: String) -> Pin<Box<dyn Future<Output = Result<Vec<u8>, LoadError>>>> {
    Box::pin(async move {
        let abort = AbortController::new().ok();
        let signal = abort.as_ref().map(AbortController::signal);
        let timer = set_timeout_with_handle(
            move || {
                if let Some(abort) = abort {
                    abort.abort();
                }
            },
            TIMEOUT,
        );
        let answer = answer(&path, signal.as_ref()).await;
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
async fn answer(path: &str, signal: Option<&AbortSignal>) -> Result<Vec<u8>, LoadError> {
    let path = || path.to_owned();
    let network = |error: gloo_net::Error| LoadError::Network {
        path: path(),
        reason: error.to_string(),
    };
    let response = Request::get(&format!("{}{}", base(), path()))
        .cache(RequestCache::NoCache)
        .abort_signal(signal)
        .send()
        .await
        .map_err(network)?;
    let kind = response.headers().get("content-type").unwrap_or_default();
    match response.status() {
        404 | 410 => Err(LoadError::NotFound(path())),
        200 if kind.starts_with("text/html") => Err(LoadError::NotFound(path())),
        200 => response.binary().await.map_err(network),
        status => Err(LoadError::Status {
            status,
            path: path(),
        }),
    }
}
