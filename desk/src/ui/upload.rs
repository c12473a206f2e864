//! Sends a picture's file.

use gloo_net::http::Method;
use leptos::prelude::*;
use web_sys::File;

use super::api::{Answer, ApiError};
use super::resume::{self, Outcome};
use super::state::Desk;

/// What is no larger goes in one request: sending it again costs little.
const SMALL: f64 = 1024.0 * 1024.0;

/// A file that was sent.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// How many bytes it has.
    pub bytes: f64,
}

/// A name that a file can have in the bundle: what addresses take.
pub fn safe(name: &str) -> String {
    let lower = name.to_lowercase();
    let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    let kept: String = stem
        .chars()
        .map(|char| {
            if char.is_ascii_alphanumeric() {
                char
            } else {
                '-'
            }
        })
        .collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    let stem = match parts.is_empty() {
        true => "picture".to_owned(),
        false => parts.join("-"),
    };
    format!("{stem}.{}", usual(ending))
}

/// The ending that all of its kind have here.
pub fn usual(ending: &str) -> &str {
    match ending {
        "jpeg" | "jfif" => "jpg",
        ending => ending,
    }
}

/// The revision of a file as this desk knows it.
pub fn revision(desk: Desk, path: &str) -> Option<i64> {
    desk.titles.with_untracked(|titles| {
        let one = titles
            .iter()
            .find(|one| one.kind == "asset" && one.id == path);
        one.map(|one| one.revision)
    })
}

/// Sends a file; whether a new one or in the place of one.
pub async fn send(desk: Desk, file: &File, path: &str) -> Result<Sent, ApiError> {
    let revision = revision(desk, path);
    if file.size() > SMALL && resume::send(desk, file, path, revision).await? == Outcome::Sent {
        return Ok(Sent { bytes: file.size() });
    }
    let ask = desk.ask().of(revision).with_file(file);
    let answer: Result<Answer, ApiError> = ask.send(Method::PUT, &format!("/assets/{path}")).await;
    answer.map(|_| Sent { bytes: file.size() })
}
