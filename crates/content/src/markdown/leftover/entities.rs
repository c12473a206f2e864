//! Characters by name that are read as text: written twice over, or without their
//! end.

use super::{Line, Mend};

/// Those that come along from web pages.
const NAMES: [&str; 14] = [
    "nbsp", "ensp", "emsp", "amp", "lt", "gt", "quot", "ldquo", "rdquo", "mdash", "middot",
    "times", "hellip", "#",
];

/// A line that shows readers the name of a character.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    let text = &line.text;
    let (at, name) = text.match_indices('&').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = NAMES.iter().find(|name| rest.starts_with(**name))?;
        let length = rest.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '#');
        let length = length.unwrap_or(rest.len());
        let is_number =
            rest[1..length].starts_with(|sign: char| sign.is_ascii_digit() || sign == 'x');
        let own = match *name {
            "#" => length > 2 && is_number && rest[length..].starts_with(';'),
            // R&amplitude is none.
            name => length == name.len(),
        };
        own.then(|| (at, &rest[..length]))
    })?;
    let closed = text[at + 1 + name.len()..].starts_with(';');
    let found = format!("&{name}{}", if closed { ";" } else { "" });
    let written = match closed {
        true => format!("&amp;{name};"),
        false => format!("&{name}"),
    };
    let mended = source.replace(&written, &format!("&{name};"));
    Some(Mend {
        found,
        line: (mended != source).then_some(mended),
        certain: false,
    })
}
