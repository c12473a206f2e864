//! Where the sentences of a text are.

use std::ops::Range;

/// What ends a sentence.
const ENDS: &str = "。！？；…!?;";
/// What belongs to the sentence before it.
const CLOSES: &str = "”’」』）】》\"')]";
/// Where a long sentence may be read in parts.
const PAUSES: &str = "，：、,:";
/// How long a part may be: some voices break off after a quarter of a minute.
const LONG: u32 = 90;

/// The sentences, as the browser counts: in units of UTF-16. What has no letter is none.
pub fn sentences(text: &str) -> Vec<Range<u32>> {
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut said = false;
    let mut ended = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        at += character.len_utf16() as u32;
        said |= is_spoken(character);
        let next = characters.peek().copied();
        // A point within a number, or a name, ends nothing.
        let point = character == '.' && next.is_none_or(char::is_whitespace);
        ended |= point || ENDS.contains(character);
        let goes_on = next.is_some_and(|next| {
            CLOSES.contains(next) || ENDS.contains(next) || next.is_whitespace()
        });
        let pauses = at - start > LONG && PAUSES.contains(character);
        let is_last = next.is_none();
        if (ended && !goes_on) || pauses || is_last {
            if said {
                sentences.push(start..at);
            }
            (start, said, ended) = (at, false, false);
        }
    }
    sentences
}

/// Whether a voice says it: letters, digits and characters, not what stands between
/// them. By ranges: the standard library's tables weigh two kilobytes in the app.
fn is_spoken(character: char) -> bool {
    let between = matches!(
        character,
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
    );
    character.is_ascii_alphanumeric() || character >= '\u{c0}' && !between
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let units: Vec<u16> = text.encode_utf16().collect();
        (sentences(text).into_iter())
            .map(|Range { start, end }| {
                let part = &units[start as usize..end as usize];
                String::from_utf16_lossy(part)
            })
            .collect()
    }

    #[test]
    fn end_where_a_reader_takes_breath() {
        assert_eq!(
            split("产值85.6亿元，增长31.2%。他说：“要聚力！”会后签约？"),
            [
                "产值85.6亿元，增长31.2%。",
                "他说：“要聚力！”",
                "会后签约？"
            ]
        );
        assert_eq!(
            split("Output rose 3.5 % to 1.2 Mt. Details follow"),
            ["Output rose 3.5 % to 1.2 Mt. ", "Details follow"]
        );
    }

    #[test]
    fn count_as_the_browser_does() {
        // Outside the first plane a character takes two units.
        assert_eq!(sentences("𰻞面。铝。"), [0..4, 4..6]);
        assert_eq!(sentences(""), []);
        assert_eq!(sentences(" —— "), []);
    }

    #[test]
    fn are_read_in_parts_when_they_are_long() {
        let long = "铝产业协同发展，".repeat(40);
        let parts = split(&long);
        assert!(parts.len() > 2);
        assert_eq!(parts.concat(), long);
        assert!(parts.iter().all(|part| part.chars().count() <= 100));
    }
}
