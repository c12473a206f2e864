//! Letters of other scripts that look like Latin ones, inside Latin words and codes.

use std::ops::Range;

use unicode_security::confusable_detection::skeleton;

use super::found::Odd;
use super::kind::Letter;

/// Adds those of a text.
pub(super) fn odd(text: &str, found: &mut Vec<Odd>) {
    let words: Vec<Word> = words(text);
    // A text that quotes a script has words in it that cannot be Latin.
    let quoted = |letter: Letter| words.iter().any(|word| word.is_foreign(letter));
    for word in &words {
        for (range, letter, twin) in &word.twins {
            // A word that is of that script throughout may be one.
            if word.latin || word.codes || !quoted(*letter) {
                let twin = (!word.is_foreign(*letter)).then(|| twin.to_string());
                found.push(Odd::likely(range.clone(), *letter, twin));
            }
        }
    }
}

/// Letters and digits in a row.
#[derive(Default)]
struct Word {
    /// Whether it has a Latin letter.
    latin: bool,
    /// Whether it has a digit.
    codes: bool,
    /// Where letters of other scripts stand that look like Latin ones.
    twins: Vec<(Range<usize>, Letter, char)>,
    /// The scripts of those that do not.
    others: Vec<Letter>,
}

impl Word {
    /// Whether it has letters of this script that are no Latin ones by their looks.
    fn is_foreign(&self, letter: Letter) -> bool {
        self.others.contains(&letter)
    }
}

/// The words of a text that have a letter of another script.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for (at, char) in text.char_indices() {
        if char.is_ascii_alphabetic() {
            word.latin = true;
        } else if char.is_ascii_digit() {
            word.codes = true;
        } else if char < '\u{80}' || char >= '\u{2e80}' && !is_far(char) || !char.is_alphabetic() {
            add(std::mem::take(&mut word), &mut words);
        } else {
            match (script(char), twin(char)) {
                (None, _) => word.latin = true,
                (Some(script), Some(twin)) => {
                    word.twins.push((at..at + char.len_utf8(), script, twin));
                }
                (Some(script), None) => word.others.push(script),
            }
        }
    }
    add(word, &mut words);
    words
}

fn add(word: Word, words: &mut Vec<Word>) {
    if !word.twins.is_empty() || !word.others.is_empty() {
        words.push(word);
    }
}

/// Alphabets behind the Chinese characters: of Vai, Lisu, Cherokee and others.
const fn is_far(char: char) -> bool {
    matches!(char, '\u{a4d0}'..='\u{a69f}' | '\u{ab30}'..='\u{abbf}' | '\u{10000}'..='\u{118ff}')
}

/// The script of a letter; none for Latin ones.
const fn script(char: char) -> Option<Letter> {
    Some(match char {
        '\u{250}'..='\u{2af}' | '\u{1d00}'..='\u{1dbf}' => Letter::Phonetic,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Letter::Greek,
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}' => {
            Letter::Cyrillic
        }
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' => return None,
        // Modifiers, and signs that count as letters: ℃ is one of neither.
        '\u{2b0}'..='\u{36f}' | '\u{2000}'..='\u{2bff}' => return None,
        _ => Letter::Foreign,
    })
}

/// The Latin letter that another one looks like. Small Greek letters stand for
/// quantities (α, ν, ρ), but for omicron.
fn twin(char: char) -> Option<char> {
    if script(char) == Some(Letter::Greek) && char.is_lowercase() && char != 'ο' {
        return None;
    }
    let mut buffer = [0; 4];
    let mut looks = skeleton(char.encode_utf8(&mut buffer));
    let looks_like = looks.next().filter(char::is_ascii_alphabetic)?;
    if looks.next().is_some() {
        return None;
    }
    // What looks like I is written as l there.
    Some(match looks_like {
        'l' if char.is_uppercase() => 'I',
        other => other,
    })
}
