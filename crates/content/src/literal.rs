//! A text as JSON writes it: which of its bytes stand for which of the text's.

use std::ops::Range;

/// Where bytes of a text stand in its literal, quotes and all: between characters, as
/// the text is cut between characters. None beyond its end.
pub fn in_literal(literal: &str, wanted: &Range<usize>) -> Option<Range<usize>> {
    let (mut start, mut end) = (None, None);
    let mut read = 0;
    for (at, length) in characters(literal) {
        if read == wanted.start {
            start = Some(at.start);
        }
        read += length;
        if read == wanted.end {
            end = Some(at.end);
        }
    }
    Some(start?..end?)
}

/// Every character of a literal: where it stands, and how many bytes it is in the text.
fn characters(literal: &str) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    let end = literal.len().saturating_sub(1);
    let mut at = 1;
    std::iter::from_fn(move || {
        let rest = literal.get(at..end).filter(|rest| !rest.is_empty())?;
        let (written, length) = first(rest)?;
        let place = at..at + written;
        at = place.end;
        Some((place, length))
    })
}

/// The first character: how many bytes write it, and how many it is.
fn first(rest: &str) -> Option<(usize, usize)> {
    let char = rest.chars().next()?;
    if char != '\\' {
        return Some((char.len_utf8(), char.len_utf8()));
    }
    if !rest[1..].starts_with('u') {
        return Some((2, 1));
    }
    let unit = |at: usize| u32::from_str_radix(rest.get(at..at + 4)?, 16).ok();
    let code = unit(2)?;
    match char::from_u32(code) {
        Some(char) => Some((6, char.len_utf8())),
        // Half of a character: the other half follows.
        None => Some((12, 4)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::in_literal;

    /// A text as JSON, each character as itself or escaped.
    fn literal(text: &str, escaped: &[bool]) -> String {
        let mut literal = String::from("\"");
        for (at, char) in text.chars().enumerate() {
            let must = char < ' ' || char == '"' || char == '\\';
            if must || escaped[at % escaped.len()] {
                let mut units = [0; 2];
                for unit in char.encode_utf16(&mut units) {
                    literal.push_str(&format!("\\u{unit:04x}"));
                }
            } else {
                literal.push(char);
            }
        }
        literal.push('"');
        literal
    }

    #[test]
    fn short_escapes_are_one_byte_of_the_text() {
        assert_eq!(in_literal(r#""甲\n\"乙""#, &(5..8)), Some(8..11));
        assert_eq!(in_literal(r#""甲""#, &(0..3)), Some(1..4));
        assert_eq!(in_literal(r#""甲""#, &(3..6)), None);
    }

    proptest! {
        #[test]
        fn a_piece_of_the_literal_is_read_as_the_piece_of_the_text(
            text in "[a\"\\\\\\u{7}⼴广\\u{2f81a}😀]{1,8}",
            escaped in prop::collection::vec(any::<bool>(), 1..8),
            cut in (0..8_usize, 1..8_usize),
        ) {
            let literal = literal(&text, &escaped);
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let from = cut.0 % (starts.len() - 1);
            let to = (from + cut.1).min(starts.len() - 1);
            let wanted = starts[from]..starts[to];
            let found = in_literal(&literal, &wanted).expect("it is found");
            let read: String = serde_json::from_str(&format!("\"{}\"", &literal[found])).expect("it is a literal");
            prop_assert_eq!(read, &text[wanted]);
        }
    }
}
