//! All addresses as plain lists, one a line: Baidu takes no index of sitemaps.

use super::entry::SitemapEntry;
use super::{Limit, ROOM_FOR_ORIGIN, names};
use crate::origin::Origin;

/// As many lists as are needed.
pub fn lists(
    limit: Limit,
    places: &[SitemapEntry],
    origin: Option<&Origin>,
) -> Vec<(String, Vec<u8>)> {
    let later = match origin {
        Some(_) => 0,
        None => ROOM_FOR_ORIGIN,
    };
    let mut lists = vec![String::new()];
    let (mut lines, mut bytes) = (0, 0);
    for place in places {
        let url = Origin::url(origin, &place.address.path());
        let length = url.len() + 1 + later;
        if lines == limit.addresses || (lines > 0 && bytes + length > limit.bytes) {
            lists.push(String::new());
            (lines, bytes) = (0, 0);
        }
        if let Some(list) = lists.last_mut() {
            list.push_str(&url);
            list.push('\n');
        }
        lines += 1;
        bytes += length;
    }
    let named = (1..).map(names::list).zip(lists);
    named
        .map(|(name, list)| (name, list.into_bytes()))
        .collect()
}

/// A list that was written without an origin, with one; `None` when it has one.
pub fn addressed(list: &str, origin: &str) -> Option<String> {
    let lines = list.split_inclusive('\n');
    list.starts_with('/')
        .then(|| lines.map(|line| format!("{origin}{line}")).collect())
}
