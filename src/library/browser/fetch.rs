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

/// How long a reader waits before being told. A slow line that still delivers
/// is given its time.
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

/// The text that is fetched. What is no text is no JSON either.
pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Fetches what a document or a file is made of, boxed so that all share it.
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

/// Asks the server, and always whether the cached copy still holds: an
/// unchanged document costs a few bytes, a changed one is never missed.
///
/// A host that answers an unknown path with a page of HTML and status 200 is
/// told apart by its content type.
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
