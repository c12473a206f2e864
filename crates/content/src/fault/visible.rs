//! Characters that a terminal would obey or not show, as signs that stand for them.

use crate::letters::hidden;

/// The text with a sign in place of each control character, ␛ for an escape, and of
/// each character that nobody sees: as many characters as before.
/// Tabs stay: they do no more than move on.
pub fn visible(text: &str) -> String {
    text.chars().map(sign).collect()
}

fn sign(char: char) -> char {
    match char {
        '\t' => char,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(char)).unwrap_or(char),
        '\u{7f}' => '\u{2421}',
        // Unicode has no signs for these.
        _ if hidden(char).is_some() => char::REPLACEMENT_CHARACTER,
        _ => char,
    }
}
