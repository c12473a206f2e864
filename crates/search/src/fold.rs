//! Texts as they are compared: full width, case and script make no difference,
//! and whatever stands between words is one blank.

use super::BEGINNING;

/// Traditional characters and the simplified ones that they are found by: only
/// those that the archive has.
#[derive(Clone, Debug, Default)]
pub struct Script(Vec<(char, char)>);

impl Script {
    /// From two texts of the same length: each character of the first is found
    /// by the one at the same place in the second. Sorted by the first.
    pub fn new(traditional: &str, simplified: &str) -> Self {
        Self(traditional.chars().zip(simplified.chars()).collect())
    }

    /// From pairs of a traditional character and the simplified one, sorted.
    pub fn from_pairs(pairs: &[(char, char)]) -> Self {
        Self(pairs.to_vec())
    }

    /// What every character up to the last traditional one is found by, by its
    /// number: for texts of millions.
    pub fn table(&self) -> Vec<char> {
        let last = self.0.last().map_or('\0', |pair| pair.0);
        let own = |number| char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER);
        let mut table: Vec<char> = (0..=u32::from(last)).map(own).collect();
        for (traditional, simplified) in &self.0 {
            table[*traditional as usize] = *simplified;
        }
        table
    }

    fn simple(&self, char: char) -> char {
        // Letters come before all of them.
        if is_letter(char) {
            return char;
        }
        match self.0.binary_search_by_key(&char, |pair| pair.0) {
            Ok(at) => self.0[at].1,
            Err(_) => char,
        }
    }
}

/// A text as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text.
    pub text: String,
    /// For every byte of it, where the character that it is from begins.
    pub from: Vec<usize>,
}

/// Folds a text.
pub fn fold(text: &str, script: &Script) -> Folded {
    let mut folded = Folded::default();
    let simple = |char| script.simple(char);
    folded_characters(text, simple, |char, at| {
        folded.text.push(char);
        folded.from.resize(folded.text.len(), at);
    });
    folded
}

/// Gives the characters of a folded text, and where each is from.
fn folded_characters(text: &str, simple: impl Fn(char) -> char, mut give: impl FnMut(char, usize)) {
    let (mut gap, mut begun) = (false, false);
    for (at, char) in text.char_indices() {
        if is_unseen(char) {
            continue;
        }
        let Some(char) = plain(char) else {
            gap = true;
            continue;
        };
        if gap && begun {
            give(' ', at);
        }
        (gap, begun) = (false, true);
        give(simple(char), at);
    }
}

/// Folds a text by a [table](Script::table) of a script, and does not keep where its
/// characters are from.
pub fn folded_by_table(text: &str, table: &[char]) -> String {
    folded_by(text, |char| {
        table.get(char as usize).copied().unwrap_or(char)
    })
}

fn folded_by(text: &str, simple: impl Fn(char) -> char) -> String {
    let mut folded = String::with_capacity(text.len());
    folded_characters(text, simple, |char, _| folded.push(char));
    folded
}

/// What nobody sees, and what chooses a form of the character before it: nothing
/// stands between its neighbours.
fn is_unseen(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// A character as it is compared; none for what only stands between others.
fn plain(char: char) -> Option<char> {
    let shifted = |by: i32| char::from_u32((char as i32 + by) as u32);
    match char {
        'a'..='z' | '0'..='9' => Some(char),
        'A'..='Z' => Some(char.to_ascii_lowercase()),
        '×' | '÷' => None,
        // In pinyin, which has no key for it: some type v.
        'Ü' | 'ü' => Some('v'),
        'À'..='Þ' => shifted(32),
        'ß'..='\u{1fff}' => Some(char),
        // Small digits: CO₂.
        '\u{2080}'..='\u{2089}' => shifted(0x30 - 0x2080),
        '\u{ff01}'..='\u{ff5e}' => shifted(-0xfee0).and_then(plain),
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' | '\u{fe00}'..='\u{ffff}' => None,
        '\u{2e80}'.. => Some(char),
        _ => None,
    }
}

/// Whether a folded character is part of a word: Chinese has no gaps.
pub fn is_letter(char: char) -> bool {
    char != ' ' && char < '\u{2e80}'
}

/// A Chinese character, or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Where it begins in the folded text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is a word.
    pub word: bool,
}

/// The symbols of a folded text.
pub fn symbols(folded: &str) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = Vec::new();
    for (start, char) in folded.char_indices() {
        let (end, word) = (start + char.len_utf8(), is_letter(char));
        match symbols.last_mut() {
            _ if char == ' ' => {}
            Some(last) if word && last.word && last.end == start => last.end = end,
            _ => symbols.push(Symbol { start, end, word }),
        }
    }
    symbols
}

/// Where a folded phrase stands in a folded text: of its words none is part of
/// another, but that the last need only begin so, from [`BEGINNING`] letters on.
///
/// Byte by byte: how `str` looks for a text would take a kilobyte of the app.
// Not inlined: it is called from several places.
#[inline(never)]
pub(super) fn places(text: &str, phrase: &str) -> Vec<usize> {
    let begins = phrase.starts_with(is_letter);
    let ends =
        (symbols(phrase).last()).is_some_and(|last| last.word && last.end - last.start < BEGINNING);
    let mut places = Vec::new();
    for at in 0..text.len() {
        if text.as_bytes()[at..].starts_with(phrase.as_bytes())
            && !(begins && text[..at].ends_with(is_letter))
            && !(ends && text[at + phrase.len()..].starts_with(is_letter))
        {
            places.push(at);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_parts_nothing() {
        let plain = fold("铝产业", &Script::default()).text;
        for unseen in "\u{ad}\u{200b}\u{200d}\u{202e}\u{2066}\u{fe0f}\u{feff}\u{e0101}".chars() {
            let text = format!("铝{unseen}产业{unseen}");
            assert_eq!(fold(&text, &Script::default()).text, plain, "{unseen:?}");
        }
    }

    #[test]
    fn the_letter_that_no_key_has_is_another() {
        for typed in ["lüye", "LÜYE", "lvye"] {
            assert_eq!(fold(typed, &Script::default()).text, "lvye");
        }
    }

    #[test]
    fn folds_by_a_table_as_by_the_script() {
        let script = Script::new("鋁電\u{2a6df}", "铝电甲");
        let text = "Ａ電解鋁 CO₂ × 氧化铝；𪛟、𠀀 B";
        let folded = fold(text, &script).text;
        assert_eq!(folded, "a电解铝 co2 氧化铝 甲 𠀀 b");
        assert_eq!(folded_by_table(text, &script.table()), folded);
        assert_eq!(
            folded_by_table(text, &Script::default().table()),
            fold(text, &Script::default()).text
        );
    }
}
