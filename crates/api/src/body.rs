//! What callers send: no more than it may be, and not for ever.

use std::time::Duration;

use axum::body::Body;
use axum::http::StatusCode;
use futures_util::StreamExt;
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// A caller who sends nothing for so long has gone.
const STALL: Duration = Duration::from_secs(10);
/// No JSON may take longer in all, however steadily it comes.
const WHOLE: Duration = Duration::from_secs(60);
/// No value lies deeper in another: what reads files goes down step by step.
const DEEPEST: usize = 64;
/// Requests that are no records are small.
const SMALL: usize = 64 * 1024;

/// The next piece of a body.
///
/// # Errors
/// When it breaks off or stalls.
pub async fn next(
    stream: &mut axum::body::BodyDataStream,
) -> Result<Option<axum::body::Bytes>, Problem> {
    match tokio::time::timeout(STALL, stream.next()).await {
        Ok(Some(Ok(bytes))) => Ok(Some(bytes)),
        Ok(None) => Ok(None),
        Ok(Some(Err(_))) => Err(Problem::bad_request("the request broke off")),
        Err(_) => Err(slow()),
    }
}

fn slow() -> Problem {
    Problem::new(
        StatusCode::REQUEST_TIMEOUT,
        "slow",
        "the request came too slowly",
    )
}

/// Refuses what is longer than it may be.
pub fn too_large(most: u64) -> Problem {
    let detail = format!("no more than {most} bytes are taken");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail)
}

/// A body as text of at most so many bytes.
///
/// # Errors
/// When it is more, no UTF-8, or comes too slowly.
pub async fn text(body: Body, most: usize) -> Result<String, Problem> {
    let bytes = bytes(body, most).await?;
    String::from_utf8(bytes).map_err(|_| Problem::bad_request("the request is not UTF-8"))
}

/// A body of at most so many bytes.
///
/// # Errors
/// When it is more, or comes too slowly.
pub async fn bytes(body: Body, most: usize) -> Result<Vec<u8>, Problem> {
    let mut stream = body.into_data_stream();
    let all = async {
        let mut bytes = Vec::new();
        while let Some(piece) = next(&mut stream).await? {
            if bytes.len() + piece.len() > most {
                return Err(too_large(most as u64));
            }
            bytes.extend_from_slice(&piece);
        }
        Ok(bytes)
    };
    tokio::time::timeout(WHOLE, all).await.map_err(|_| slow())?
}

/// A body as what a route takes; an empty one as `{}`.
///
/// # Errors
/// When it is not that.
pub async fn json<T: DeserializeOwned>(body: Body) -> Result<T, Problem> {
    let text = text(body, SMALL).await?;
    let text = match text.trim() {
        "" => "{}",
        text => text,
    };
    is_shallow(text)?;
    serde_json::from_str(text).map_err(|error| Problem::bad_request(error.to_string()))
}

/// A body as the JSON of a record.
///
/// # Errors
/// When it is no JSON, too large, or nested as nothing of a bundle is.
pub async fn record(body: Body) -> Result<String, Problem> {
    let most = usize::try_from(content::records::LARGEST).unwrap_or(usize::MAX);
    let text = text(body, most).await?;
    is_shallow(&text)?;
    let formatted = store::bundle::format(text.trim());
    formatted.map_err(|error| Problem::bad_request(format!("this is not JSON: {error}")))
}

/// Refuses brackets in brackets in brackets, before anything goes down into them.
fn is_shallow(text: &str) -> Result<(), Problem> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            let detail = format!("values lie in one another more than {DEEPEST} deep");
            return Err(Problem::bad_request(detail));
        }
    }
    Ok(())
}
