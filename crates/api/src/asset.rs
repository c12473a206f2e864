//! Pictures and papers as they are sent: how large, and whether publishing would take them.

use std::path::Path;

use axum::http::StatusCode;
use content::papers;
use content::pictures::{self, MEGABYTES};
use content::records::LARGEST;
use model::Lang;

use crate::problem::Problem;

/// The largest that a file at a path may be, in bytes.
pub fn most(path: &str) -> u64 {
    match path.starts_with("root/") {
        true => LARGEST,
        false => LARGEST_PICTURE,
    }
}

/// The largest that any file may be, in bytes.
pub const LARGEST_PICTURE: u64 = MEGABYTES * 1_000_000;

/// Refuses what publishing would refuse.
///
/// # Errors
/// What is wrong with it, in a language.
pub fn check(file: &Path, path: &str, lang: Lang) -> Result<(), Problem> {
    let refused = |code, zh: String, en: String| {
        let words = match lang {
            Lang::En => en,
            _ => zh,
        };
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, words)
    };
    if let Some(name) = path.strip_prefix("media/") {
        pictures::check(file, name).map_err(|flaw| refused("picture", flaw.zh(), flaw.en()))?;
    }
    if let Some(name) = path.strip_prefix("papers/") {
        papers::check(file, name).map_err(|flaw| refused("paper", flaw.zh(), flaw.en()))?;
    }
    Ok(())
}
