//! The form of a file that a client gets, and what is answered with it.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::sync::Arc;
use std::time::SystemTime;

use axum::body::{Body, Bytes};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH,
    CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH, LAST_MODIFIED, RANGE, VARY,
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

use crate::encoding::{self, Coding};
use crate::failure::{Failure, plain};
use crate::folder::{Identity, Snapshot, read};
use crate::range::{self, Part};
use publish::headers::{cache_control, content_disposition};
use publish::mime;

/// Up to here a file is read at once and may be kept in memory; beyond it is read as it
/// is sent. The app, packed, is below it.
pub const AT_ONCE: u64 = 384 * 1024;

/// What is said of a file, whatever part of it is sent.
#[derive(Clone, Debug)]
pub struct About {
    /// Its name in the folder, with the end of its form.
    pub file: String,
    /// Which file it is.
    pub identity: Identity,
    coding: Coding,
    /// Whether another client may get another form.
    varies: bool,
    kind: &'static str,
    cache: &'static str,
    /// That it is to be saved, and under which name.
    disposition: Option<HeaderValue>,
    length: u64,
    modified: SystemTime,
    /// When it was written and its tag, as headers have them: made once, sent often.
    last_modified: HeaderValue,
    etag: HeaderValue,
}

/// Where the bytes of a chosen file are.
#[derive(Debug)]
enum Content {
    Memory(Bytes),
    Disk(File),
}

/// The form of a file that a client gets.
#[derive(Debug)]
pub struct ChosenFile {
    about: Arc<About>,
    content: Content,
}

/// The form of a file that a client likes best of those that are there. `None` when
/// there is no such file.
pub fn choose(
    folder: &Snapshot<'_>,
    name: &str,
    request: &Parts,
) -> Result<Option<ChosenFile>, Failure> {
    // A packed form without the file it is of is a leftover, not a page.
    if !folder.has(name) {
        return Ok(None);
    }
    let varies = [Coding::Brotli, Coding::Gzip]
        .iter()
        .any(|coding| folder.has(&format!("{name}{}", coding.suffix())));
    for coding in accepted(request) {
        let file = format!("{name}{}", coding.suffix());
        if let Some(opened) = folder.open(&file)? {
            return Ok(Some(ChosenFile {
                about: Arc::new(About {
                    file,
                    identity: opened.identity,
                    coding,
                    varies,
                    kind: mime::of(name),
                    cache: cache_control(name),
                    disposition: content_disposition(name)
                        .map(HeaderValue::try_from)
                        .transpose()
                        .map_err(axum::http::Error::from)?,
                    length: opened.length,
                    modified: opened.modified,
                    last_modified: dated(opened.modified)?,
                    etag: HeaderValue::from_str(&format!("\"{}\"", opened.tag))
                        .map_err(axum::http::Error::from)?,
                }),
                content: Content::Disk(opened.file),
            }));
        }
    }
    Ok(None)
}

/// The forms that are looked for, in this order. Parts are of the file itself: nothing
/// can be done with a part of a packed one.
pub fn accepted(request: &Parts) -> Vec<Coding> {
    if wants_part(request) {
        vec![Coding::Identity]
    } else {
        encoding::accepted(&request.headers)
    }
}

/// Whether a part of a file is asked for.
pub fn wants_part(request: &Parts) -> bool {
    request.method == Method::GET && request.headers.contains_key(RANGE)
}

impl ChosenFile {
    /// A file whose bytes are in memory.
    pub fn in_memory(about: Arc<About>, bytes: Bytes) -> Self {
        Self {
            about,
            content: Content::Memory(bytes),
        }
    }

    /// How many bytes it has.
    pub fn length(&self) -> u64 {
        self.about.length
    }

    /// Reads it into memory, if it is small: what it is, and its bytes.
    pub fn load(&mut self) -> io::Result<Option<(Arc<About>, Bytes)>> {
        let Some(length) = at_once(self.about.length) else {
            return Ok(None);
        };
        let bytes = match &mut self.content {
            Content::Memory(bytes) => bytes.clone(),
            Content::Disk(file) => Bytes::from(read(file, 0, length)?),
        };
        self.content = Content::Memory(bytes.clone());
        Ok(Some((Arc::clone(&self.about), bytes)))
    }

    /// Answers a request with it: whole, a part, or that nothing changed.
    pub fn respond(self, request: &Parts) -> Result<Response, Failure> {
        match self.about.condition(&request.headers) {
            StatusCode::OK => {}
            StatusCode::PRECONDITION_FAILED => return Ok(plain(StatusCode::PRECONDITION_FAILED)),
            status => return Ok(self.described(status).body(Body::empty())?),
        }
        let whole = self.about.length;
        match self.about.part(request) {
            Part::Whole => {
                let response = self.described(StatusCode::OK).header(CONTENT_LENGTH, whole);
                self.send(response, request, 0, whole)
            }
            Part::Bytes(first, last) => {
                let length = last - first + 1;
                let response = self
                    .described(StatusCode::PARTIAL_CONTENT)
                    .header(CONTENT_LENGTH, length)
                    .header(CONTENT_RANGE, format!("bytes {first}-{last}/{whole}"));
                self.send(response, request, first, length)
            }
            Part::Beyond => {
                let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE);
                let range = format!("bytes */{whole}");
                let range = range.parse().map_err(axum::http::Error::from)?;
                response.headers_mut().insert(CONTENT_RANGE, range);
                Ok(response)
            }
        }
    }

    /// A response with all that is said of the file.
    pub fn described(&self, status: StatusCode) -> response::Builder {
        let about = &self.about;
        let mut response = Response::builder()
            .status(status)
            .header(CACHE_CONTROL, HeaderValue::from_static(about.cache))
            .header(ETAG, &about.etag)
            .header(LAST_MODIFIED, &about.last_modified);
        if let Some(disposition) = &about.disposition {
            response = response.header(CONTENT_DISPOSITION, disposition);
        }
        if about.varies {
            response = response.header(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if status == StatusCode::NOT_MODIFIED {
            return response;
        }
        match about.coding.name() {
            Some(name) => response.header(CONTENT_ENCODING, HeaderValue::from_static(name)),
            None => response.header(ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        }
        .header(CONTENT_TYPE, HeaderValue::from_static(about.kind))
    }

    /// Sends a part of it, or nothing where only the head is wanted.
    pub fn send(
        self,
        response: response::Builder,
        request: &Parts,
        first: u64,
        length: u64,
    ) -> Result<Response, Failure> {
        let body = if request.method == Method::HEAD {
            Body::empty()
        } else {
            self.content.part(first, length)?
        };
        Ok(response.body(body)?)
    }
}

impl Content {
    fn part(self, first: u64, length: u64) -> io::Result<Body> {
        match self {
            Self::Memory(bytes) => {
                // What is in memory is smaller than any address space.
                let start = usize::try_from(first)
                    .unwrap_or(usize::MAX)
                    .min(bytes.len());
                let end = usize::try_from(first + length).unwrap_or(usize::MAX);
                Ok(Body::from(bytes.slice(start..end.min(bytes.len()))))
            }
            Self::Disk(mut file) => {
                if let Some(length) = at_once(length) {
                    return Ok(Body::from(read(&mut file, first, length)?));
                }
                file.seek(SeekFrom::Start(first))?;
                let file = tokio::fs::File::from_std(file).take(length);
                Ok(Body::from_stream(ReaderStream::with_capacity(
                    file,
                    64 * 1024,
                )))
            }
        }
    }
}

impl About {
    /// 200, or 304 or 412, in the order that RFC 9110 gives the conditions.
    fn condition(&self, headers: &HeaderMap) -> StatusCode {
        let modified = self.modified;
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
        let modified = LastModified::from(self.modified);
        let condition = request.headers.typed_get::<IfRange>();
        if condition.is_some_and(|it| it.is_modified(self.etag().as_ref(), Some(&modified))) {
            return Part::Whole;
        }
        range::parse(range, self.length)
    }

    fn etag(&self) -> Option<ETag> {
        self.etag.to_str().ok()?.parse().ok()
    }
}

/// A date as headers have it.
fn dated(date: SystemTime) -> Result<HeaderValue, Failure> {
    let date = httpdate::fmt_http_date(date);
    Ok(HeaderValue::from_str(&date).map_err(axum::http::Error::from)?)
}

fn at_once(length: u64) -> Option<usize> {
    length.try_into().ok().filter(|_| length <= AT_ONCE)
}
