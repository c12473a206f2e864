//! Texts: their length, and characters that nobody sees or that break a file.

use super::cursor::At;
use crate::fault::{Fault, Kind};
use crate::json::Json;
use crate::letters::hidden;
use model::Lang;

/// A text of so many characters can be quoted as a whole.
const SHORT: usize = 80;

/// The most characters of a field, in Chinese and in English.
fn limit(key: &str) -> Option<(usize, usize)> {
    Some(match key {
        "headline" => (40, 120),
        "name" | "place" => (60, 160),
        "title" | "publisher" | "material" | "organiser" => (80, 200),
        "audience" | "registration" | "text" => (200, 600),
        "introduction" | "summary" | "localNote" | "scope" => (300, 900),
        "term" => (30, 80),
        "definition" => (200, 600),
        "alt" | "caption" => (120, 360),
        "credit" => (40, 120),
        "grade" => (40, 40),
        "tile" => (3, 3),
        "note" => (500, 1500),
        "body" => (30_000, 60_000),
        _ => return None,
    })
}

/// Checks every text of a file.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    for (key, at) in root.fields() {
        if let Some(limits) = limit(key) {
            length(&at, limits, faults);
        }
        visible(&at, faults);
        check(&at, faults);
    }
    for at in root.entries() {
        visible(&at, faults);
        check(&at, faults);
    }
}

fn length(at: &At, (chinese, english): (usize, usize), faults: &mut Vec<Fault>) {
    for (key, value) in at.fields() {
        let limit = if key == Lang::En.tag() {
            english
        } else {
            chinese
        };
        one_length(&value, limit, faults);
    }
    one_length(at, chinese, faults);
}

fn one_length(at: &At, limit: usize, faults: &mut Vec<Fault>) {
    let of = |at: &At| at.text().map_or(0, |text| text.chars().count());
    let length = of(at) + at.entries().iter().map(of).sum::<usize>();
    if length > limit {
        faults.push(at.fault(Kind::TooLong { length, limit }));
    }
}

/// Reports the first character of a text that nobody sees, or that breaks a file.
fn visible(at: &At, faults: &mut Vec<Fault>) {
    let Json::String(text) = &at.node.json else {
        return;
    };
    // Only Markdown has lines.
    let in_body = at.path.to_string().starts_with("body");
    let Some(char) = text
        .chars()
        .find(|char| hidden(*char).is_some() && !(in_body && *char == '\n'))
    else {
        return;
    };
    let code = u32::from(char);
    let clean = (text.chars().count() <= SHORT).then(|| {
        text.chars()
            .filter(|char| hidden(*char).is_none())
            .collect()
    });
    let mut fault = at.fault(Kind::HiddenCharacter { code, clean });
    // Where the character itself stands, unless it is written as an escape.
    let range = at.node.range.clone();
    if let Some(within) = at.file.slice(range.clone()).find(char) {
        let start = range.start + within;
        fault = at
            .file
            .fault(start..start + char.len_utf8(), &at.path, fault.kind);
    }
    faults.push(fault);
}
