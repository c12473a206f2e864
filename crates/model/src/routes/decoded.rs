//! Addresses unpacked.

use percent_encoding::percent_decode_str;

/// A part of an address with its packed bytes as they are. Anybody can write an
/// address: a `%` that encodes nothing stands for itself, as in browsers.
pub fn decoded(part: &str) -> String {
    let spaced = part.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// A full-width sign as the narrow one that it stands for: `？`, `６`, `Ａ`.
pub fn narrow(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{3000}' => ' ',
        other => other,
    }
}
