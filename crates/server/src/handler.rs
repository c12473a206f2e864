//! One request in, one response out.

use std::io::{Seek, SeekFrom};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH,
    CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH, LAST_MODIFIED, LOCATION, RANGE,
    VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, response};
use axum::response::Response;
use headers::{
    ETag, HeaderMapExt, IfMatch, IfModifiedSince, IfNoneMatch, IfRange, IfUnmodifiedSince,
    LastModified,
};
use tokio::io::AsyncReadExt;
use tokio_util::io::ReaderStream;

use super::Site;
use super::encoding::{self, Coding};
use super::failure::Failure;
use super::folder::{OpenedFile, Snapshot};
use super::range::{self, Part};
use crate::absolute_sitemap;
use crate::path;
use crate::path::RequestPath;
use model::Lang;
use model::routes::{self, Address, Route, lang_of};
use publish::headers::{Framing, REVALIDATE, cache_control};
use publish::mime;

/// Up to here a file is read at once; beyond it is read as it is sent.
const AT_ONCE: u64 = 64 * 1024;

/// How many publishes may come in the way of one request.
const SWAPS: u32 = 10;

/// Answers a request. Files are read on a thread that may wait for a disk.
pub async fn handle(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let shared = Arc::clone(&site);
    let answer = tokio::task::spawn_blocking(move || answer(&shared, &request)).await;
    let mut response = match answer {
        Ok(Ok(response)) => response,
        Ok(Err(_)) | Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR),
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
        if let Some(response) = find(&folder, request, site.https)? {
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
fn find(folder: &Snapshot<'_>, request: &Parts, https: bool) -> Result<Option<Response>, Failure> {
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
    if let Some(response) = absolute_sitemap::find(folder, &name, request, https)? {
        return Ok(Some(response));
    }
    if let Some(chosen) = choose(folder, &name, request)? {
        let mut response = chosen.respond(request)?;
        response.extensions_mut().insert(Framing::of(&name));
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

/// The form of a file that a client gets.
struct ChosenFile {
    opened: OpenedFile,
    coding: Coding,
    /// Whether another client may get another form.
    varies: bool,
    kind: &'static str,
    cache: &'static str,
}

fn choose(
    folder: &Snapshot<'_>,
    name: &str,
    request: &Parts,
) -> Result<Option<ChosenFile>, Failure> {
    // Parts are of the file itself: nothing can be done with a part of a
    // packed one.
    let accepted = if wants_part(request) {
        vec![Coding::Identity]
    } else {
        encoding::accepted(&request.headers)
    };
    let varies = [Coding::Brotli, Coding::Gzip]
        .iter()
        .any(|coding| folder.has(&format!("{name}{}", coding.suffix())));
    // A packed form without the file it is of is a leftover, not a page.
    if !folder.has(name) {
        return Ok(None);
    }
    for coding in accepted {
        if let Some(opened) = folder.open(&format!("{name}{}", coding.suffix()))? {
            return Ok(Some(ChosenFile {
                opened,
                coding,
                varies,
                kind: mime::of(name),
                cache: cache_control(name),
            }));
        }
    }
    Ok(None)
}

fn wants_part(request: &Parts) -> bool {
    request.method == Method::GET && request.headers.contains_key(RANGE)
}

impl ChosenFile {
    fn respond(self, request: &Parts) -> Result<Response, Failure> {
        match self.condition(&request.headers) {
            StatusCode::OK => {}
            StatusCode::PRECONDITION_FAILED => return Ok(plain(StatusCode::PRECONDITION_FAILED)),
            status => return Ok(self.described(status).body(Body::empty())?),
        }
        match self.part(request) {
            Part::Whole => {
                let length = self.opened.length;
                let response = self
                    .described(StatusCode::OK)
                    .header(CONTENT_LENGTH, length);
                self.send(response, request, 0, length)
            }
            Part::Bytes(first, last) => {
                let length = last - first + 1;
                let whole = self.opened.length;
                let response = self
                    .described(StatusCode::PARTIAL_CONTENT)
                    .header(CONTENT_LENGTH, length)
                    .header(CONTENT_RANGE, format!("bytes {first}-{last}/{whole}"));
                self.send(response, request, first, length)
            }
            Part::Beyond => {
                let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE);
                let range = format!("bytes */{}", self.opened.length);
                let range = range.parse().map_err(axum::http::Error::from)?;
                response.headers_mut().insert(CONTENT_RANGE, range);
                Ok(response)
            }
        }
    }

    /// 200, or 304 or 412, in the order that RFC 9110 gives the conditions.
    fn condition(&self, headers: &HeaderMap) -> StatusCode {
        let modified = self.opened.modified;
        if headers.contains_key(IF_MATCH) {
            let matches = headers.typed_get::<IfMatch>().zip(self.etag());
            if !matches.is_some_and(|(wanted, tag)| wanted.precondition_passes(&tag)) {
                return StatusCode::PRECONDITION_FAILED;
            }
        } else if let Some(since) = headers.typed_get::<IfUnmodifiedSince>()
            && !since.precondition_passes(modified)
        {
            return StatusCode::PRECONDITION_FAILED;
        }
        let unchanged = if headers.contains_key(IF_NONE_MATCH) {
            let known = headers.typed_get::<IfNoneMatch>().zip(self.etag());
            known.is_some_and(|(known, tag)| !known.precondition_passes(&tag))
        } else {
            let since = headers.typed_get::<IfModifiedSince>();
            since.is_some_and(|since| !since.is_modified(modified))
        };
        if unchanged {
            StatusCode::NOT_MODIFIED
        } else {
            StatusCode::OK
        }
    }

    fn part(&self, request: &Parts) -> Part {
        let range = request.headers.get(RANGE).and_then(|it| it.to_str().ok());
        let Some(range) = range.filter(|_| wants_part(request)) else {
            return Part::Whole;
        };
        let modified = LastModified::from(self.opened.modified);
        let condition = request.headers.typed_get::<IfRange>();
        if condition.is_some_and(|it| it.is_modified(self.etag().as_ref(), Some(&modified))) {
            return Part::Whole;
        }
        range::parse(range, self.opened.length)
    }

    fn quoted_tag(&self) -> String {
        format!("\"{}\"", self.opened.tag)
    }

    fn etag(&self) -> Option<ETag> {
        self.quoted_tag().parse().ok()
    }

    /// A response with all that is said of the file.
    fn described(&self, status: StatusCode) -> response::Builder {
        let mut response = Response::builder()
            .status(status)
            .header(CACHE_CONTROL, self.cache)
            .header(ETAG, self.quoted_tag());
        if let Some(headers) = response.headers_mut() {
            headers.typed_insert(LastModified::from(self.opened.modified));
        }
        if self.varies {
            response = response.header(VARY, "accept-encoding");
        }
        if status == StatusCode::NOT_MODIFIED {
            return response;
        }
        match self.coding.name() {
            Some(name) => response.header(CONTENT_ENCODING, name),
            None => response.header(ACCEPT_RANGES, "bytes"),
        }
        .header(CONTENT_TYPE, self.kind)
    }

    fn send(
        mut self,
        response: response::Builder,
        request: &Parts,
        first: u64,
        length: u64,
    ) -> Result<Response, Failure> {
        let body = if request.method == Method::HEAD {
            Body::empty()
        } else if let Some(length) = at_once(length) {
            Body::from(self.opened.read(first, length)?)
        } else {
            self.opened.file.seek(SeekFrom::Start(first))?;
            let file = tokio::fs::File::from_std(self.opened.file);
            Body::from_stream(ReaderStream::with_capacity(file.take(length), 64 * 1024))
        };
        Ok(response.body(body)?)
    }
}

fn at_once(length: u64) -> Option<usize> {
    length.try_into().ok().filter(|_| length <= AT_ONCE)
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
        let length = chosen.opened.length;
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

/// A few words, where there is no page to show.
fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(format!("{status}\n")));
    *response.status_mut() = status;
    let value = HeaderValue::from_static;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, value("text/plain; charset=utf-8"));
    headers.insert(CACHE_CONTROL, value(REVALIDATE));
    response
}
