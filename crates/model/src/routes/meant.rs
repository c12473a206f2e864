//! The address that was meant by one that no page has: with capitals, without its
//! last slash, with a language under another name, with what followed it in a text.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::decoded::decoded;
use super::{Address, moved, prefix};
use crate::Lang;

/// All but what a query is written with.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b'=')
    .remove(b'&')
    .remove(b';')
    .remove(b',');

/// Where an address of no page leads, its query taken along: the page that was
/// meant, if there is no doubt which. None for an address that is right already.
///
/// Whether the page is there, is not asked.
pub fn meant(path: &str, query: &str) -> Option<String> {
    let whole = decoded(path);
    let own = |sign: char| sign.is_ascii_alphanumeric() || "/-_.".contains(sign);
    let (page, rest) = whole.split_at(whole.find(|sign| !own(sign)).unwrap_or(whole.len()));
    let after = rest.chars().next();
    // A name goes on: it is no name of ours.
    let refused = !page.starts_with('/') || page.contains("..");
    if refused || after.is_some_and(|sign| !ENDS.contains(sign)) {
        return None;
    }
    let mut target = page_of(page)?;
    let rest = &rest[after.map_or(0, char::len_utf8)..];
    let asked = matches!(after, Some('?' | '？')) && !rest.is_empty();
    if target == path && !asked {
        return None;
    }
    if asked {
        target.push('?');
        target.extend(utf8_percent_encode(rest, ESCAPED));
    }
    if !query.is_empty() {
        target.push(if asked { '&' } else { '?' });
        target.push_str(query);
    }
    Some(target)
}

/// What cannot belong to an address, and so ends one: punctuation and spaces that
/// follow it in a text, what nobody sees, and what begins a query in full width.
const ENDS: &str = "?#,;:!)]}>'\"`* ？＃，。、；：！）】》」』”’…\u{a0}\u{3000}\u{200b}\u{200e}\u{200f}\u{2060}\u{feff}";

/// The path of the page that a path means.
fn page_of(path: &str) -> Option<String> {
    let path = path.trim_end_matches('.').to_ascii_lowercase();
    let mut segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if segments
        .last()
        .is_some_and(|last| ["index.html", "index.htm"].contains(last))
    {
        segments.pop();
    }
    let lang = segments.first().and_then(|first| lang_meant(first));
    let mut now = prefix(lang.unwrap_or_default()).to_owned();
    for segment in &segments[usize::from(lang.is_some())..] {
        now.push_str(segment);
        now.push('/');
    }
    let now = moved(&now).unwrap_or(now);
    Address::parse(&now).map(|address| address.path())
}

/// The language that the first part of a path names.
fn lang_meant(first: &str) -> Option<Lang> {
    match first {
        "cn" => Some(Lang::ZhHans),
        tag => Lang::closest(&tag.replace('_', "-")),
    }
}
