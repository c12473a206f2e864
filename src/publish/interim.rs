//! Reads a bundle without naming every fault, until `content::load` does.

use std::fs;
use std::path::Path;

use deserr::errors::JsonError;
use thiserror::Error;

use crate::content::bundle::{Article, Bundle};

/// The first fault.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct Faults(String);

pub fn load(dir: &Path) -> Result<Bundle, Faults> {
    let mut news: Vec<Article> = Vec::new();
    let entries =
        fs::read_dir(dir.join("news")).map_err(|error| Faults(format!("news: {error}")))?;
    for entry in entries.flatten() {
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "json")
        {
            news.push(read(&entry.path())?);
        }
    }
    news.sort_by(|a, b| b.order().cmp(&a.order()).then_with(|| a.id.cmp(&b.id)));
    Ok(Bundle {
        alliance: read(&dir.join("alliance.json"))?,
        chain: read(&dir.join("chain.json"))?,
        companies: read(&dir.join("companies.json"))?,
        projects: read(&dir.join("projects.json"))?,
        indicators: read(&dir.join("indicators.json"))?,
        sources: read(&dir.join("sources.json"))?,
        news,
    })
}

fn read<T: deserr::Deserr<JsonError>>(path: &Path) -> Result<T, Faults> {
    let fault = |reason: String| Faults(format!("{}: {reason}", path.display()));
    let text = fs::read_to_string(path).map_err(|error| fault(error.to_string()))?;
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| fault(error.to_string()))?;
    deserr::deserialize::<T, _, JsonError>(value).map_err(|error| fault(error.to_string()))
}
