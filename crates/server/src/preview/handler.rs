//! One request in, one response out.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State as Extract};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use serde::Serialize;

use super::pictures::MadePictures;
use super::snapshot::Content;
use super::withheld::Withheld;
use super::{Shared, State};
use crate::path;
use crate::path::RequestPath;
use model::routes::{CONTENT_BASE, PAPERS, PICTURES};
use publish::app::App;
use publish::escape::text;
use publish::headers;
use publish::headers::Framing;
use publish::mime;

/// Below this are the preview's own files: no page of the site has such an
/// address, and no publish has such a file.
const OWN: &str = "/.preview/";
const SCRIPT: &str = include_str!("preview.js");
const STYLE: &str = include_str!("preview.css");
/// How long a page waits for news before it asks again.
const WAIT: Duration = Duration::from_secs(25);

/// The state of the preview, for a page that follows it.
#[derive(Serialize)]
struct News<'a> {
    version: u64,
    /// The content on screen.
    content: &'a str,
    faults: Option<&'a str>,
    /// Of the content, what readers would not see.
    withheld: &'a [Withheld],
}

/// Answers a request. Pages are rendered on a thread that may take its time.
pub async fn handle(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return answer(StatusCode::METHOD_NOT_ALLOWED, "txt", "GET, HEAD\n");
    }
    let path = request.uri().path().to_owned();
    if path == format!("{OWN}news") {
        let known = request.uri().query().and_then(|query| query.parse().ok());
        return news(&shared, known).await;
    }
    let found = tokio::task::spawn_blocking(move || find(&shared, &path)).await;
    found.unwrap_or_else(|_| answer(StatusCode::INTERNAL_SERVER_ERROR, "txt", "500\n"))
}

/// Tells the state, once it is another than the one the page knows.
async fn news(shared: &Shared, known: Option<u64>) -> Response {
    let mut state = shared.state.clone();
    let newer = state.wait_for(|state| Some(state.version) != known);
    // Late or ended: the page gets the state as it is.
    drop(tokio::time::timeout(WAIT, newer).await);
    let state = shared.state.borrow().clone();
    let news = News {
        version: state.version,
        content: (state.good.as_ref()).map_or("", |content| &content.revision),
        faults: state.faults.as_deref(),
        withheld: (state.good.as_ref()).map_or(&[], |content| &content.withheld),
    };
    match serde_json::to_vec(&news) {
        Ok(json) => answer(StatusCode::OK, "json", json),
        Err(_) => answer(StatusCode::INTERNAL_SERVER_ERROR, "txt", "500\n"),
    }
}

fn find(shared: &Shared, path: &str) -> Response {
    match path.strip_prefix(OWN) {
        Some("preview.js") => return answer(StatusCode::OK, "js", SCRIPT),
        Some("preview.css") => return answer(StatusCode::OK, "css", STYLE),
        _ => {}
    }
    let name = path.trim_start_matches('/');
    if let Some(file) = shared.app.files.iter().find(|file| file.path == name) {
        return answer(StatusCode::OK, ending(name), file.bytes.clone());
    }
    let state = shared.state.borrow().clone();
    match &state.good {
        Some(content) => found(&shared.app, &shared.pictures, content, path, watching),
        None => answer(StatusCode::OK, "html", faulty(&state)),
    }
}

/// What stands at a path; pages as `shown` makes them of what is rendered.
pub(super) fn found(
    app: &App,
    pictures: &MadePictures,
    content: &Content,
    path: &str,
    shown: fn(String, &str) -> String,
) -> Response {
    let name = path.trim_start_matches('/');
    if let Some(file) = app.files.iter().find(|file| file.path == name) {
        return answer(StatusCode::OK, ending(name), file.bytes.clone());
    }
    if let Some(document) = path.strip_prefix(CONTENT_BASE) {
        return match content.document(document) {
            Some(json) => answer(StatusCode::OK, "json", json),
            None => answer(StatusCode::NOT_FOUND, "txt", "404\n"),
        };
    }
    if let Some(html) = content.page(path, app) {
        return answer(StatusCode::OK, "html", shown(html, &content.revision));
    }
    if !path.ends_with('/') && content.has(&format!("{path}/")) {
        return moved(&format!("{path}/"));
    }
    if path.starts_with(PICTURES) {
        return match content.picture(name, pictures) {
            Some(bytes) => answer(StatusCode::OK, ending(name), bytes),
            None => answer(StatusCode::NOT_FOUND, "txt", "404\n"),
        };
    }
    let file = match path::parse(path) {
        Some(RequestPath::File(name)) => name,
        Some(RequestPath::Folder(name)) => format!("{name}index.html"),
        None => String::new(),
    };
    if path.starts_with(PAPERS) {
        return match content.paper(&file) {
            Some(bytes) => saved(&file, bytes),
            None => answer(StatusCode::NOT_FOUND, "txt", "404\n"),
        };
    }
    if let Some(bytes) = content.root_file(&file) {
        return answer(StatusCode::OK, ending(&file), bytes);
    }
    if let Some(table) = content.table(name) {
        return answer(StatusCode::OK, ending(name), table);
    }
    match content.not_found(path, app) {
        Some(html) => {
            let html = shown(html, &content.revision);
            answer(StatusCode::NOT_FOUND, "html", html)
        }
        None => answer(StatusCode::NOT_FOUND, "txt", "404\n"),
    }
}

/// A page that follows the content. The app renders nothing in the head, so it
/// does not notice.
fn watching(html: String, revision: &str) -> String {
    html.replacen("</head>", &format!("{}</head>", tags(revision)), 1)
}

fn tags(revision: &str) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{OWN}preview.css\">\
         <script src=\"{OWN}preview.js\" data-content=\"{revision}\" defer></script>"
    )
}

/// The page while there has not been any good content yet.
fn faulty(state: &State) -> String {
    let faults = text(state.faults.as_deref().unwrap_or_default());
    let tags = tags("");
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">\
         <title>site preview</title>{tags}</head><body><noscript><pre>{faults}</pre></noscript></body></html>\n"
    )
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn moved(path: &str) -> Response {
    let mut response = answer(StatusCode::PERMANENT_REDIRECT, "txt", "");
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(LOCATION, path);
    }
    response
}

/// A file that is to be saved.
fn saved(file: &str, bytes: Vec<u8>) -> Response {
    let mut response = answer(StatusCode::OK, ending(file), bytes);
    let disposition = headers::content_disposition(file).unwrap_or_default();
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        let headers = response.headers_mut();
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    response
}

/// A response with the headers that every one has. The preview's script and
/// style are files of its own, so the policy is the site's.
fn answer(status: StatusCode, ending: &str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    let boot = headers::script_hash(&headers::BOOT);
    for (name, value) in headers::security(&boot, Framing::Nobody) {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let kind = mime::of(&format!("x.{ending}"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
