//! What stands behind the `?` of an address, as it comes back from those who passed
//! the address on: with parameters of theirs, packed once more, with `&amp;` for `&`,
//! with full-width signs, with the punctuation that followed it in a text.

use super::decoded::{decoded, narrow};

/// What may stand between two parameters; the longer ones first.
const BETWEEN: [&str; 8] = [
    "&amp;amp;",
    "&amp;",
    "&amp%3b",
    "%26amp%3b",
    "%26amp;",
    "%ef%bc%86",
    "＆",
    "&",
];

/// What may stand between a name and its value.
const EQUALS: [&str; 4] = ["=", "%3d", "%ef%bc%9d", "＝"];

/// The parameters that hold what a visitor has typed, and what stands beside it.
const TYPED: [&str; 3] = ["q", "kind", "year"];

/// How often a program may have packed an address that was packed already.
const PACKED: usize = 3;

/// The names and values of a query in which both are plain words and numbers, such
/// as a scenario's. Nothing in it is worth keeping for its own sake: it is unpacked
/// first, and what no word or number has ends it.
pub fn plain_pairs(query: &str) -> Vec<(String, String)> {
    let mut text = query.to_owned();
    for _ in 0..PACKED {
        text = decoded(&text);
    }
    let mut text: String = text.chars().map(narrow).collect();
    while text.contains("&amp;") {
        text = text.replace("&amp;", "&");
    }
    text.trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.trim().to_owned(), word(value).to_owned())
        })
        .collect()
}

/// A value without what followed the address in a text: `60。`, `co2）见图`. Where a
/// number follows, nobody can say what was meant, and it stays as it is.
fn word(value: &str) -> &str {
    let value = value.trim();
    let own = |sign: char| sign.is_ascii_alphanumeric() || "-_.".contains(sign);
    match value.find(|sign| !own(sign)) {
        Some(end) if !value[end..].contains(|sign: char| sign.is_ascii_digit()) => &value[..end],
        _ => value,
    }
}

/// What an address's query has under one of the names of what a visitor has typed;
/// nothing if it has none. What is typed may hold any sign: only a sign before one
/// of the names ends it, and `&`.
pub fn parameter(search: &str, name: &str) -> String {
    let search = search.trim_start_matches(['?', '？']);
    // As long as the text itself, byte by byte.
    let low = search.to_ascii_lowercase();
    let mut start = None;
    for (at, _) in low.char_indices() {
        let here = &low[at..];
        let between = BETWEEN.iter().find(|between| here.starts_with(**between));
        let skipped = match (at, between) {
            (_, Some(between)) => between.len(),
            (0, None) => 0,
            _ => continue,
        };
        let begun = begun(&here[skipped..]);
        if let Some(start) = start
            && (begun.is_some() || here.starts_with('&'))
        {
            return decoded(&search[start..at]);
        }
        if let Some((begun, length)) = begun
            && begun == name
        {
            start = Some(at + skipped + length);
        }
    }
    start.map_or_else(String::new, |start| decoded(&search[start..]))
}

/// Which parameter begins here, and how long its name is with what follows it.
fn begun(here: &str) -> Option<(&'static str, usize)> {
    TYPED.into_iter().find_map(|name| {
        let rest = here.strip_prefix(name)?;
        let equals = EQUALS.iter().find(|equals| rest.starts_with(**equals))?;
        Some((name, name.len() + equals.len()))
    })
}
