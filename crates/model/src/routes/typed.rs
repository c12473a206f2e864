//! The text of a search, as an address spells it: `?q=%E9%93%9D`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::query::parameter;

/// All but what RFC 3986 calls unreserved.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// A path with what is typed; just the path while nothing is.
pub fn with_typed(path: &str, typed: &str) -> String {
    let typed = typed.trim();
    let mut address = path.to_owned();
    if typed.is_empty() {
        return address;
    }
    address.push_str("?q=");
    address.extend(utf8_percent_encode(typed, ESCAPED));
    address
}

/// A path with a query, such as the chain's page with what a reader has chosen;
/// just the path while there is none.
pub fn with_query(path: &str, query: &str) -> String {
    let mut address = path.to_owned();
    if !query.is_empty() {
        address.push('?');
        address.push_str(query);
    }
    address
}

/// The text of a search, from an address's query.
pub fn typed(search: &str) -> String {
    parameter(search, "q")
}
