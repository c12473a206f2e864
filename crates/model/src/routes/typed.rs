//! What a visitor has typed, as it stands in an address: `?q=%E9%93%9D`.

use super::decoded::encode;
use super::query::parameter;

/// A path with what is typed; just the path while nothing is.
pub fn with_typed(path: &str, typed: &str) -> String {
    let typed = typed.trim();
    let mut address = path.to_owned();
    if !typed.is_empty() {
        address.push_str("?q=");
        encode(&mut address, typed, b"-_.~");
    }
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

/// What is typed, from an address's query. What is not valid there is left out
/// rather than refused: anybody can write an address.
pub fn typed(search: &str) -> String {
    parameter(search, "q")
}
