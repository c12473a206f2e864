//! Sends a large file in pieces, by the tus protocol: what the server has stays there, so a
//! line that breaks costs a piece and not the file.

use desk::backoff;
use gloo_net::http::{Method, RequestBuilder, Response};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::api::{ApiError, BASE, refused};
use super::browser::window;
use super::local;
use super::state::Desk;

/// How much goes in one request: on a slow line a few seconds' worth, so that there is
/// something to say every few seconds.
const PIECE: f64 = 512.0 * 1024.0;
/// A piece that has not gone in so long hangs; the server keeps what has come of it.
const HANGS_MS: u32 = 120_000;
/// A server that forgets what it has so often is several, and each knows its own.
const MOST_BEGINNINGS: u32 = 3;
/// So long it is waited before it is looked again whether it was called off.
const LOOK_MS: u32 = 250;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has it.
    Sent,
    /// Pieces are not kept there: it has to go in one.
    NotKept,
}

/// Why a step was not done.
enum Broken {
    /// The line, or the server, is away for a moment; or another request is at it.
    Line,
    /// The server does not have what was begun.
    Gone,
    /// Nobody is signed in any more.
    SignIn(ApiError),
    /// It will never be done.
    Refused(ApiError),
}

/// A file on its way.
struct Upload<'a> {
    desk: Desk,
    number: u32,
    file: &'a File,
    path: &'a str,
    revision: Option<i64>,
    /// Under which name the device keeps where it goes: a tab that is closed goes on with it
    /// once the same file is chosen again.
    kept: String,
}

/// Sends a file.
pub async fn send(
    desk: Desk,
    file: &File,
    path: &str,
    revision: Option<i64>,
) -> Result<Outcome, ApiError> {
    let account = desk.me.with_untracked(|me| me.clone().map(|me| me.name));
    let upload = Upload {
        number: desk.uploads.begin(file.name(), file.size()),
        kept: format!(
            "upload/{}/{path}/{}/{}",
            account.unwrap_or_default(),
            file.size(),
            file.last_modified()
        ),
        desk,
        file,
        path,
        revision,
    };
    let sent = upload.run().await;
    desk.uploads.end(upload.number);
    sent
}

impl Upload<'_> {
    async fn run(&self) -> Result<Outcome, ApiError> {
        let mut at = local::setting(&self.kept);
        let mut offset = None;
        let (mut failed, mut begun) = (0, 0);
        // Whether it is this tab that sends it.
        let mut is_own = false;
        loop {
            if self.is_off() {
                self.forget(at.as_deref()).await;
                let words = self.desk.words_now().upload_cancelled;
                return Err(ApiError::Refused(words.to_owned()));
            }
            let step = match (at.clone(), offset) {
                (None, _) if begun == MOST_BEGINNINGS => return Ok(Outcome::NotKept),
                (None, _) => self.begin().await.map(|there| {
                    local::set(&self.kept, &there);
                    at = Some(there);
                    offset = Some(0.0);
                    is_own = true;
                    begun += 1;
                }),
                (Some(there), None) => self.offset(&there, is_own).await.map(|has| {
                    offset = Some(has);
                    is_own = true;
                }),
                (Some(there), Some(has)) => match self.append(&there, has).await {
                    Ok(has) if has < self.file.size() => {
                        offset = Some(has);
                        Ok(())
                    }
                    Ok(_) => {
                        local::unset(&self.kept);
                        return Ok(Outcome::Sent);
                    }
                    Err(broken) => Err(broken),
                },
            };
            match step {
                Ok(()) => {
                    failed = 0;
                    self.desk
                        .uploads
                        .has(self.number, offset.unwrap_or_default());
                    continue;
                }
                Err(Broken::Line) => {}
                Err(Broken::SignIn(error)) => self.desk.note(&error),
                Err(Broken::Gone) => {
                    at = None;
                    offset = None;
                    continue;
                }
                Err(Broken::Refused(error)) => {
                    self.forget(at.as_deref()).await;
                    return Err(error);
                }
            }
            // How much has come only the server knows.
            offset = None;
            self.desk.uploads.waits(self.number);
            self.rest(backoff::wait(failed, js_sys::Math::random()))
                .await;
            failed += 1;
        }
    }

    fn is_off(&self) -> bool {
        self.desk.uploads.is_off(self.number)
    }

    /// Begins it; where it goes.
    async fn begin(&self) -> Result<String, Broken> {
        let length = self.file.size().to_string();
        let metadata = format!("filename {}", in_base64(self.path)?);
        let condition = match self.revision {
            Some(revision) => ("If-Match", format!("\"{revision}\"")),
            None => ("If-None-Match", "*".to_owned()),
        };
        let headers = [
            ("Upload-Length", &*length),
            ("Upload-Metadata", &*metadata),
            (condition.0, &*condition.1),
        ];
        let address = format!("{BASE}/uploads");
        let answer = self.ask(Method::POST, &address, &headers, None).await?;
        // A path of this site, whatever an answer says: that is where the session goes.
        let at = answer.headers().get("location");
        at.filter(|at| at.starts_with(&address)).ok_or(Broken::Line)
    }

    /// How much of it the server has. What it has saved for another tab is begun anew: here
    /// nobody knows whether it is still the same.
    async fn offset(&self, at: &str, is_own: bool) -> Result<f64, Broken> {
        let answer = self.ask(Method::HEAD, at, &[], None).await?;
        match is_own || answer.headers().get("etag").is_none() {
            true => offset_of(&answer),
            false => Err(Broken::Gone),
        }
    }

    /// Sends the next piece; how much the server has then. After the last one without bytes:
    /// whoever has missed the answer gets it again.
    async fn append(&self, at: &str, from: f64) -> Result<f64, Broken> {
        let to = (from + PIECE).min(self.file.size());
        let piece = self.file.slice_with_f64_and_f64(from, to);
        let piece = piece.map_err(|_| Broken::Line)?;
        let offset = from.to_string();
        let headers = [
            ("Upload-Offset", &*offset),
            ("Content-Type", "application/offset+octet-stream"),
        ];
        let answer = self.ask(Method::PATCH, at, &headers, Some(piece)).await?;
        offset_of(&answer)
    }

    /// Forgets it, here and there; what the server does not hear of goes after a day.
    async fn forget(&self, at: Option<&str>) {
        local::unset(&self.kept);
        let Some(at) = at else {
            return;
        };
        for _ in 0..3 {
            match self.ask(Method::DELETE, at, &[], None).await {
                // It is still at what was broken off.
                Err(Broken::Line) => sleep(1_000).await,
                _ => return,
            }
        }
    }

    async fn ask(
        &self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        piece: Option<Blob>,
    ) -> Result<Response, Broken> {
        let english = self.desk.english.get_untracked();
        let signal = self.desk.uploads.request(self.number);
        let mut request = RequestBuilder::new(address)
            .method(method)
            .abort_signal(signal.as_ref())
            .header("Accept-Language", if english { "en" } else { "zh" })
            .header("Tus-Resumable", "1.0.0");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let request = match piece {
            Some(piece) => request.body(piece),
            None => request.build(),
        };
        let request = request.map_err(|_| Broken::Line)?;
        let (uploads, number) = (self.desk.uploads, self.number);
        let hangs = std::time::Duration::from_millis(HANGS_MS.into());
        let hangs = set_timeout_with_handle(move || uploads.break_off(number), hangs);
        let answer = request.send().await;
        if let Ok(hangs) = hangs {
            hangs.clear();
        }
        let answer = answer.map_err(|_| Broken::Line)?;
        if answer.ok() {
            return Ok(answer);
        }
        let status = answer.status();
        let text = answer.text().await.map_err(|_| Broken::Line)?;
        Err(match (status, refused(status, &text)) {
            (404 | 410, _) => Broken::Gone,
            // Too slow, or the server has more than was believed, or another request is at it.
            (408 | 423, _) => Broken::Line,
            (409, _) if headers.iter().any(|(name, _)| *name == "Upload-Offset") => Broken::Line,
            (_, ApiError::Offline) => Broken::Line,
            (_, error @ ApiError::SignIn(_)) => Broken::SignIn(error),
            (_, error) => Broken::Refused(error),
        })
    }

    /// Waits, but not for what was called off.
    async fn rest(&self, ms: u32) {
        let mut left = ms;
        while left > 0 && !self.is_off() {
            let step = left.min(LOOK_MS);
            sleep(step).await;
            left -= step;
        }
    }
}

fn offset_of(answer: &Response) -> Result<f64, Broken> {
    let value = answer.headers().get("upload-offset");
    value
        .and_then(|value| value.parse().ok())
        .ok_or(Broken::Line)
}

/// Names of files here are plain letters, so each is a byte.
fn in_base64(text: &str) -> Result<String, Broken> {
    window()
        .and_then(|window| window.btoa(text).ok())
        .ok_or_else(|| Broken::Refused(ApiError::Refused(text.to_owned())))
}

async fn sleep(ms: u32) {
    let promise = Promise::new(&mut |done, _| {
        let ms = i32::try_from(ms).unwrap_or(i32::MAX);
        let set = window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms)
                .ok()
        });
        if set.is_none() {
            // There is no clock: at once, rather than never.
            let _ = done.call0(&JsValue::NULL);
        }
    });
    // It is never refused.
    let _ = JsFuture::from(promise).await;
}
