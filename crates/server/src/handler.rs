//! One request in, one response out.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_LENGTH, ETAG, LAST_MODIFIED,
    LOCATION, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::Response;

use super::Site;
use super::chosen::choose;
use super::failure::{Failure, plain};
use super::folder::Snapshot;
use crate::absolute_sitemap;
use crate::path;
use crate::path::RequestPath;
use model::Lang;
use model::routes::{self, Address, Route, lang_of};
use publish::headers::{Framing, REVALIDATE};

/// How many publishes may come in the way of one request.
const SWAPS: u32 = 10;

/// Answers a request: from memory at once, and otherwise on a thread that may wait for
/// a disk.
pub async fn handle(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let mut response = match recalled(&site, &request) {
        Some(response) => response,
        None => {
            let shared = Arc::clone(&site);
            let answer = tokio::task::spawn_blocking(move || answer(&shared, &request)).await;
            match answer {
                Ok(Ok(response)) => response,
                Ok(Err(_)) | Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR),
            }
        }
    };
    let always = match response.extensions().get() {
        Some(Framing::Anybody) => &site.framed,
        Some(Framing::Nobody) | None => &site.always,
    };
    for (name, value) in always {
        response.headers_mut().insert(name, value.clone());
    }
    response
}

/// The answer from memory, if what was read is still at its place.
fn recalled(site: &Site, request: &Parts) -> Option<Response> {
    let (chosen, framing) = site.memory.recall(&site.folder.opened()?, request)?;
    let mut response = chosen.respond(request).ok()?;
    response.extensions_mut().insert(framing);
    Some(response)
}

fn answer(site: &Site, request: &Parts) -> Result<Response, Failure> {
    if request.method != Method::GET && request.method != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED);
        response
            .headers_mut()
            .insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Ok(response);
    }
    let mut folder = site.folder.now();
    for _ in 0..SWAPS {
        if let Some(response) = find(site, &folder, request)? {
            return Ok(response);
        }
        if !folder.is_outdated() {
            break;
        }
        folder = site.folder.now();
    }
    match meant(&folder, request) {
        Some(page) => led(&page),
        None => missing(&folder, request),
    }
}

/// Where a reader is led who has an address almost right.
fn meant(folder: &Snapshot<'_>, request: &Parts) -> Option<String> {
    let query = request.uri.query().unwrap_or_default();
    let target = routes::meant(request.uri.path(), query)?;
    let page = target.split('?').next().unwrap_or(&target);
    folder
        .has(&format!("{}index.html", page.trim_start_matches('/')))
        .then_some(target)
}

/// The answer, if the folder has one.
fn find(site: &Site, folder: &Snapshot<'_>, request: &Parts) -> Result<Option<Response>, Failure> {
    let path = request.uri.path();
    let name = match path::parse(path) {
        Some(RequestPath::Folder(name)) => {
            if let Some(now) = moved_to(folder, path) {
                return moved(&now, request).map(Some);
            }
            format!("{name}index.html")
        }
        // The pages for what is not there have no address of their own.
        Some(RequestPath::File(name)) if is_error_page(&name) => return Ok(None),
        Some(RequestPath::File(name)) if is_index(&name) && folder.has(&name) => {
            let (parent, _) = path.rsplit_once('/').unwrap_or_default();
            return moved(&format!("{parent}/"), request).map(Some);
        }
        Some(RequestPath::File(name)) => name,
        None => return Ok(None),
    };
    if let Some(response) = absolute_sitemap::find(folder, &name, request, site.https)? {
        return Ok(Some(response));
    }
    if let Some(mut chosen) = choose(folder, &name, request)? {
        let framing = Framing::of(&name);
        if !folder.is_outdated() {
            site.memory.keep(request, &mut chosen, framing)?;
        }
        let mut response = chosen.respond(request)?;
        response.extensions_mut().insert(framing);
        return Ok(Some(response));
    }
    if !path.ends_with('/') && folder.has(&format!("{name}/index.html")) {
        return moved(&format!("{path}/"), request).map(Some);
    }
    Ok(None)
}

/// Where the page at an address of an earlier version is now, if it is there.
fn moved_to(folder: &Snapshot<'_>, path: &str) -> Option<String> {
    let now = routes::moved(path)?;
    let page = format!("{}index.html", now.trim_start_matches('/'));
    folder.has(&page).then_some(now)
}

fn is_index(name: &str) -> bool {
    name == "index.html" || name.ends_with("/index.html")
}

fn is_error_page(name: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| name == error_page(lang))
}

/// Where publishing puts the page of a language for what is not there.
fn error_page(lang: Lang) -> String {
    let home = Address::new(lang, Route::Home).path();
    format!("{}404.html", home.trim_start_matches('/'))
}

/// The first language that the reader's browser names and the site has: browsers
/// name them in the order of preference.
fn preferred(request: &Parts) -> Option<Lang> {
    let accepted = request.headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    accepted.to_lowercase().split(',').find_map(|range| {
        let range = range.split(';').next()?;
        Lang::closest(range.trim())
    })
}

/// The site's own page for what is not there, in the language of the path, or
/// of the reader where the path is of none.
fn missing(folder: &Snapshot<'_>, request: &Parts) -> Result<Response, Failure> {
    let lang = match lang_of(request.uri.path()) {
        Lang::ZhHans => preferred(request).unwrap_or_default(),
        lang => lang,
    };
    for name in [error_page(lang), error_page(Lang::default())] {
        let Some(chosen) = choose(folder, &name, request)? else {
            continue;
        };
        let length = chosen.length();
        let mut response = chosen
            .described(StatusCode::NOT_FOUND)
            .header(CONTENT_LENGTH, length);
        if let Some(headers) = response.headers_mut() {
            // It is not what was asked for: nothing to compare or to resume.
            for name in [ETAG, LAST_MODIFIED, ACCEPT_RANGES] {
                headers.remove(name);
            }
            let varies = match headers.contains_key(VARY) {
                true => "accept-encoding, accept-language",
                false => "accept-language",
            };
            headers.insert(VARY, HeaderValue::from_static(varies));
        }
        return chosen.send(response, request, 0, length);
    }
    Ok(plain(StatusCode::NOT_FOUND))
}

/// For good, with the same method, and with the query.
fn moved(path: &str, request: &Parts) -> Result<Response, Failure> {
    let location = match request.uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    led(&location)
}

/// To an address for good, with the same method.
fn led(location: &str) -> Result<Response, Failure> {
    Ok(Response::builder()
        .status(StatusCode::PERMANENT_REDIRECT)
        .header(CACHE_CONTROL, REVALIDATE)
        .header(LOCATION, location)
        .body(Body::empty())?)
}
