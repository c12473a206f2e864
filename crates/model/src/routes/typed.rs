//! What a visitor has typed, as it stands in an address: `?q=%E9%93%9D`.

/// A path with what is typed; just the path while nothing is.
pub fn with_typed(path: &str, typed: &str) -> String {
    let typed = typed.trim();
    let mut address = path.to_owned();
    if typed.is_empty() {
        return address;
    }
    address.push_str("?q=");
    for byte in typed.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push('%');
            for digit in [byte >> 4, byte & 15] {
                address.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
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

/// What an address's query has under a name; nothing if it has none.
pub fn parameter(search: &str, name: &str) -> String {
    let value = search
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        .unwrap_or_default();
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => bytes.extend(hex(rest.next(), rest.next())),
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(high: Option<u8>, low: Option<u8>) -> Option<u8> {
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}
