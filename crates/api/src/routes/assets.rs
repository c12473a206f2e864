//! Pictures and papers: uploaded as they come, checked as publishing does.

use std::io::Write;
use std::path::Path as FilePath;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderMap, HeaderValue};
use axum::response::Response;
use publish::mime;
use store::{ASSET, Change, Key};
use tokio_util::io::ReaderStream;

use super::answer::{Why, expected, known, reason, tag};
use super::records::{At, change_one};
use crate::asset;
use crate::body;
use crate::caller::Caller;
use crate::problem::Problem;
use crate::shared::Shared;
use crate::wire::lang_of;

/// A file, streamed.
pub async fn read(
    State(shared): State<Arc<Shared>>,
    Path(path): Path<String>,
    Query(at): Query<At>,
) -> Result<Response, Problem> {
    let key = Key::parse(ASSET, &path)?;
    let store = shared.office.store();
    let missing = || Problem::not_found(format!("there is no file {path}"));
    let head = store.ledger().head(&key).await?.ok_or_else(missing)?;
    let number = at.revision.unwrap_or(head.draft);
    let version = store.ledger().version_of(&key, number).await?;
    let digest = version.content.ok_or_else(missing)?;
    let scratch = scratch(&shared)?;
    store.copy_blob(&digest, &scratch).await?;
    let file = tokio::fs::File::open(&scratch).await.map_err(broken)?;
    let length = file.metadata().await.map_err(broken)?.len();
    // It stays open, and goes with the answer.
    drop(scratch);
    let mut response = Response::new(Body::from_stream(ReaderStream::new(file)));
    let headers = response.headers_mut();
    // Never shown as a page of this site, whatever it is; pictures can be shown in one.
    let kind = match path.starts_with("media/") && mime::of(&path).starts_with("image/") {
        true => mime::of(&path),
        false => "application/octet-stream",
    };
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(
        "content-disposition",
        HeaderValue::from_static("attachment"),
    );
    headers.insert(CONTENT_LENGTH, length.into());
    headers.insert(ETAG, tag(number));
    Ok(response)
}

/// Uploads a file: to the disk as it comes, and into the store once it is whole and good.
pub async fn save(
    State(shared): State<Arc<Shared>>,
    Path(path): Path<String>,
    Query(why): Query<Why>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let key = Key::parse(ASSET, &path)?;
    let expected = expected(&headers)?;
    let why = reason(&why.why)?;
    let most = asset::most(&path);
    let length = headers
        .get(CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: u64| length > most) {
        return Err(body::too_large(most));
    }
    let scratch = scratch(&shared)?;
    receive(body, &scratch, most).await?;
    asset::check(&scratch, &path, lang_of(&headers))?;
    let blob = shared.office.store().keep_blob(&scratch).await?;
    let change = Change {
        key,
        content: Some(blob.digest),
        expected,
    };
    change_one(&shared, &caller, why, change).await
}

/// Removes a file, as a draft.
pub async fn remove(
    State(shared): State<Arc<Shared>>,
    Path(path): Path<String>,
    Query(why): Query<Why>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let change = Change {
        key: Key::parse(ASSET, &path)?,
        content: None,
        expected: known(&headers)?,
    };
    change_one(&shared, &caller, reason(&why.why)?, change).await
}

/// Writes a body to a file as it comes.
async fn receive(body: Body, to: &FilePath, most: u64) -> Result<(), Problem> {
    let mut file = std::fs::File::create(to).map_err(broken)?;
    let mut stream = body.into_data_stream();
    let mut length = 0;
    while let Some(piece) = body::next(&mut stream).await? {
        length += piece.len() as u64;
        if length > most {
            return Err(body::too_large(most));
        }
        file.write_all(&piece).map_err(broken)?;
    }
    Ok(())
}

/// A file for a moment.
fn scratch(shared: &Shared) -> Result<tempfile::TempPath, Problem> {
    let folder = &shared.office.options().work;
    let file = tempfile::Builder::new()
        .prefix("upload-")
        .tempfile_in(folder);
    Ok(file.map_err(broken)?.into_temp_path())
}

fn broken(error: std::io::Error) -> Problem {
    tracing::error!("an upload cannot be kept: {error}");
    Problem::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "store",
        "the file cannot be kept; nothing was saved",
    )
}
