//! Texts as they are compared: full width, case and script make no difference,
//! and whatever stands between words is one blank.

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

    fn simple(&self, char: char) -> char {
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
    let mut gap = false;
    for (at, char) in text.char_indices() {
        let Some(char) = plain(char) else {
            gap = true;
            continue;
        };
        if gap && !folded.text.is_empty() {
            folded.text.push(' ');
            folded.from.push(at);
        }
        gap = false;
        folded.text.push(script.simple(char));
        folded.from.resize(folded.text.len(), at);
    }
    folded
}

/// A character as it is compared; none for what only stands between others.
fn plain(char: char) -> Option<char> {
    let shifted = |by: i32| char::from_u32((char as i32 + by) as u32);
    match char {
        'a'..='z' | '0'..='9' => Some(char),
        'A'..='Z' => Some(char.to_ascii_lowercase()),
        '×' | '÷' => None,
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
