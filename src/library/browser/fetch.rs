//! Fetching JSON from the content base.

use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::{document as dom, set_timeout_with_handle};
use web_sys::{AbortController, RequestCache};

use super::read::{self, Read};
use crate::library::error::LoadError;

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
        .unwrap_or_else(|| "/content/v1/".to_owned())
}

/// Fetches a document, always asking the server whether the cached copy still
/// holds: an unchanged document costs a few bytes, a changed one is never missed.
///
/// # Errors
/// See [`LoadError`]. A host that answers an unknown path with a page of HTML
/// and status 200 is told apart by its content type.
pub async fn json<T: Read>(path: &str) -> Result<T, LoadError> {
    let network = |reason: String| LoadError::Network {
        path: path.to_owned(),
        reason,
    };

    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map(AbortController::signal);
    let timer = set_timeout_with_handle(
        move || {
            if let Some(abort) = abort {
                abort.abort();
            }
        },
        TIMEOUT,
    )
    .ok();

    let url = format!("{}{path}", base());
    let answer = async {
        let response = Request::get(&url)
            .cache(RequestCache::NoCache)
            .abort_signal(signal.as_ref())
            .send()
            .await
            .map_err(|error| network(error.to_string()))?;
        let is_html = response
            .headers()
            .get("content-type")
            .is_some_and(|kind| kind.starts_with("text/html"));
        match response.status() {
            404 | 410 => return Err(LoadError::NotFound(path.to_owned())),
            200 if is_html => return Err(LoadError::NotFound(path.to_owned())),
            200 => {}
            status => {
                return Err(LoadError::Status {
                    status,
                    path: path.to_owned(),
                });
            }
        }
        response
            .text()
            .await
            .map_err(|error| network(error.to_string()))
    }
    .await;
    if let Some(timer) = timer {
        timer.clear();
    }
    read::parse(&answer?).map_err(|fault| LoadError::Malformed {
        path: path.to_owned(),
        reason: fault.reason(),
    })
}
