//! Addresses in a text: they have letters of their own.

use std::ops::Range;

/// Where they stand, one after the other.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut addresses: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices("://") {
        if addresses.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let scheme = text[..at].trim_end_matches(|char: char| char.is_ascii_alphanumeric());
        let rest = &text[at..];
        let end = rest.find(ends_address).unwrap_or(rest.len());
        addresses.push(scheme.len()..at + end);
    }
    addresses
}

const fn ends_address(char: char) -> bool {
    matches!(
        char,
        ' ' | '\n' | '\t' | ')' | '"' | '<' | '>' | '\u{3000}'
            ..='\u{303f}' | '（' | '）' | '，' | '；' | '”'
    )
}
