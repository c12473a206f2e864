//! Texts that are no Markdown, and look as if they were.

use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};

/// Warns of Markdown in every text of a value but the body of an article.
pub fn warn(at: &At, warnings: &mut Vec<Fault>) {
    if let Some(found) = at.text().and_then(markdown) {
        warnings.push(at.fault(Kind::Warning(Warning::NoMarkdownHere { found })));
    }
    for (key, value) in at.fields() {
        if key != "body" {
            warn(&value, warnings);
        }
    }
    for entry in at.entries() {
        warn(&entry, warnings);
    }
}

/// The first sign of Markdown that a text has.
fn markdown(text: &str) -> Option<&'static str> {
    let heading = || text.lines().any(|line| line.trim_start().starts_with("##"));
    let link = || text.contains("](http") || text.contains("](/") || text.contains("](#");
    if text.matches("**").count() > 1 {
        Some("**")
    } else if heading() {
        Some("##")
    } else if link() {
        Some("](")
    } else {
        text.contains("| --- |").then_some("| --- |")
    }
}
