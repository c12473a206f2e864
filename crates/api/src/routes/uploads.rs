//! Pictures and papers over a line that breaks: the tus resumable upload protocol 1.0, its
//! core and the extensions creation, termination and expiration.

mod metadata;
mod save;
mod version;

use std::fs::File;
use std::io::Write;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{
    CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, HeaderValue, LOCATION,
};
use axum::response::{IntoResponse, Response};
use httpdate::fmt_http_date;
use store::{ASSET, Conflict, Expected, Key, StoreError};

use super::answer::{done, expected, reason, tag};
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::uploads::{Upload, UploadError};
use crate::wire::lang_of;
use crate::{BASE, asset, body};

use metadata::Metadata;
use save::save;

pub use version::{speaking, spoken};

/// The type of the bytes that an upload takes.
pub const BYTES: &str = "application/offset+octet-stream";

const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const LENGTH: HeaderName = HeaderName::from_static("upload-length");
const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");

type Headers = &'static [(&'static str, &'static str)];

/// What every request but OPTIONS has.
pub const VERSION: Headers = &[("Tus-Resumable", "1.0.0")];
/// What an upload begins with.
pub const BEGIN: Headers = &[
    ("Tus-Resumable", "1.0.0"),
    ("Upload-Length", "how many bytes the file has"),
    (
        "Upload-Metadata",
        "filename: where the file is to lie, as media/yard.jpg; why: why, for the history. Both in base 64",
    ),
    ("If-Match", "the revision that the file takes the place of"),
    ("If-None-Match", "*: it is new"),
];
/// What its bytes come with.
pub const APPEND: Headers = &[
    ("Tus-Resumable", "1.0.0"),
    ("Upload-Offset", "how much came before: what HEAD says"),
];

/// Begins an upload.
pub async fn begin(
    State(shared): State<Arc<Shared>>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let length = number(&headers, &LENGTH)?;
    let metadata = Metadata::of(&headers)?;
    let key = Key::parse(ASSET, &metadata.filename)?;
    let most = asset::most(key.id());
    if length > most {
        return Err(body::too_large(most));
    }
    let expected = expected(&headers)?;
    // Who uploads in vain for an hour should know it now.
    fits(&shared, &key, expected).await?;
    let revision = match expected {
        Expected::Revision(revision) => Some(revision),
        Expected::Nothing | Expected::Any => None,
    };
    let why = reason(&metadata.why)?;
    let upload = Upload::new(&caller.name, key.id(), revision, why, length);
    let word = shared.uploads.begin(&upload)?;
    let mut response = StatusCode::CREATED.into_response();
    let at = HeaderValue::from_str(&format!("{BASE}/uploads/{word}"));
    if let Ok(at) = at {
        response.headers_mut().insert(LOCATION, at);
    }
    Ok(with(response, &upload, 0))
}

/// Says how much has come.
pub async fn offset(
    State(shared): State<Arc<Shared>>,
    Path(word): Path<String>,
    caller: Caller,
) -> Result<Response, Problem> {
    let upload = shared.uploads.find(&word, &caller.name)?;
    let offset = shared.uploads.offset(&word, &upload)?;
    let mut response = with(StatusCode::OK.into_response(), &upload, offset);
    let headers = response.headers_mut();
    headers.insert(LENGTH, upload.length.into());
    Ok(response)
}

/// Takes the next bytes; after the last one, saves the file.
pub async fn append(
    State(shared): State<Arc<Shared>>,
    Path(word): Path<String>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    if headers.get(CONTENT_TYPE).is_none_or(|kind| kind != BYTES) {
        return Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "media-type",
            format!("the bytes of an upload come as {BYTES}"),
        ));
    }
    let from = number(&headers, &OFFSET)?;
    // Before the turn is taken: nobody learns which uploads others have.
    shared.uploads.find(&word, &caller.name)?;
    let turn = shared.uploads.take(&word)?;
    let upload = shared.uploads.find(&word, &caller.name)?;
    let offset = shared.uploads.offset(&word, &upload)?;
    if from != offset {
        return Err(Problem::new(
            StatusCode::CONFLICT,
            "offset",
            format!("this upload goes on at {offset}"),
        ));
    }
    let room = upload.length - offset.min(upload.length);
    let declared = number(&headers, &CONTENT_LENGTH).unwrap_or(0);
    if declared > room {
        return Err(body::too_large(room));
    }
    let mut offset = offset;
    if room > 0 {
        let part = shared.uploads.open_at(&turn, offset)?;
        offset += receive(body, part, offset, room).await?;
    }
    if offset < upload.length {
        return Ok(with(done(), &upload, offset));
    }
    let lang = lang_of(&headers);
    // A line that breaks while the file is being saved does not undo that.
    let saving = tokio::spawn(async move { save(&shared, &caller, turn, upload, lang).await });
    let saved = saving.await.map_err(|_| broken("saving has failed"))??;
    Ok(with(done(), &saved, offset))
}

/// Ends an upload.
pub async fn end(
    State(shared): State<Arc<Shared>>,
    Path(word): Path<String>,
    caller: Caller,
) -> Result<Response, Problem> {
    shared.uploads.find(&word, &caller.name)?;
    let turn = shared.uploads.take(&word)?;
    shared.uploads.end(&turn)?;
    Ok(done())
}

/// A number in a header.
fn number(headers: &HeaderMap, name: &HeaderName) -> Result<u64, Problem> {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    // `parse` alone would take a plus as well.
    let digits = value.filter(|value| value.bytes().all(|byte| byte.is_ascii_digit()));
    let number = digits.and_then(|value| value.parse().ok());
    number.ok_or_else(|| Problem::bad_request(format!("{name} is a number of bytes")))
}

/// Refuses what could not be saved as it stands now.
async fn fits(shared: &Shared, key: &Key, expected: Expected) -> Result<(), Problem> {
    let ledger = shared.office.store().ledger();
    let head = ledger.head(key).await?;
    let fits = match expected {
        Expected::Any => true,
        Expected::Nothing => head.as_ref().is_none_or(|head| head.removed),
        Expected::Revision(known) => head.as_ref().is_some_and(|head| head.draft == known),
    };
    if fits {
        return Ok(());
    }
    let theirs = match head {
        Some(head) => Some(ledger.version_of(key, head.draft).await?),
        None => None,
    };
    let conflict = Conflict {
        key: key.clone(),
        ancestor: None,
        theirs,
        yours: None,
    };
    Err(StoreError::Conflict(Box::new(conflict)).into())
}

/// Writes what comes to the disk as it comes, so that what breaks off has not come in vain;
/// says how much that was.
async fn receive(body: Body, mut part: File, from: u64, room: u64) -> Result<u64, Problem> {
    let mut stream = body.into_data_stream();
    let mut length = 0;
    let came = loop {
        match body::next(&mut stream).await {
            Ok(Some(piece)) if length + piece.len() as u64 > room => {
                // What is longer than it was said to be is not what was said to come.
                part.set_len(from).map_err(UploadError::from)?;
                break Err(body::too_large(room));
            }
            Ok(Some(piece)) => {
                part.write_all(&piece).map_err(UploadError::from)?;
                length += piece.len() as u64;
            }
            Ok(None) => break Ok(length),
            Err(problem) => break Err(problem),
        }
    };
    // What is acknowledged stays, even if the power goes.
    let synced = tokio::task::spawn_blocking(move || part.sync_data()).await;
    synced
        .map_err(|error| broken(&error.to_string()))?
        .map_err(UploadError::from)?;
    came
}

/// An answer that says how far an upload is.
fn with(mut response: Response, upload: &Upload, offset: u64) -> Response {
    let headers = response.headers_mut();
    headers.insert(OFFSET, offset.into());
    if let Ok(until) = HeaderValue::from_str(&fmt_http_date(upload.until())) {
        headers.insert(EXPIRES, until);
    }
    if let Some(revision) = upload.saved {
        headers.insert(ETAG, tag(revision));
    }
    response
}

fn broken(why: &str) -> Problem {
    tracing::error!("an upload cannot be kept: {why}");
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "store",
        "the file cannot be kept; nothing was saved",
    )
    .after(2)
}

impl From<UploadError> for Problem {
    fn from(error: UploadError) -> Self {
        let detail = error.to_string();
        match error {
            UploadError::Unknown => Self::not_found(detail),
            UploadError::Busy => Self::new(StatusCode::LOCKED, "busy", detail).after(2),
            UploadError::TooMany | UploadError::TooMuch => {
                Self::new(StatusCode::CONFLICT, "too-many-uploads", detail)
            }
            UploadError::Disk(_) | UploadError::Word(_) => broken(&detail),
        }
    }
}
