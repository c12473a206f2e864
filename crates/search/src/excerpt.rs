//! The part of a text around the match, with the match marked.

use super::ask::Question;
use super::fold::{Folded, Script, fold, is_letter, places};
use super::sort::sort;

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it matches.
    pub marked: bool,
}

/// The part of a text around the first place that was asked for, `length`
/// bytes long at most but for its ends; with `…` where it was cut. `whole`:
/// what was found holds the question as it stands, and not just its words.
/// `pinyin`: how characters of the text are typed, as a record says it.
pub fn excerpt(
    text: &str,
    question: &Question,
    whole: bool,
    script: &Script,
    pinyin: &str,
    length: usize,
) -> Vec<Piece> {
    let marks = marks(text, question, whole, script, pinyin);
    let first = marks.first().map_or(0, |mark| mark.0);
    let start = match text.len() <= length {
        true => 0,
        false => cut(text, first.saturating_sub(length / 4)),
    };
    let end = cut(text, start + length).max(start);
    let mut pieces = Vec::new();
    let mut push = |text: &str, marked: bool| {
        if !text.is_empty() {
            pieces.push(Piece {
                text: text.to_owned(),
                marked,
            });
        }
    };
    if start > 0 {
        push("…", false);
    }
    let mut at = start;
    for (from, to) in marks {
        if to > end {
            break;
        }
        push(&text[at..from], false);
        push(&text[from..to], true);
        at = to;
    }
    push(&text[at..end], false);
    if end < text.len() {
        push("…", false);
    }
    pieces
}

/// The next place from here where a text may be cut: not within a character,
/// nor within a word.
fn cut(text: &str, mut at: usize) -> usize {
    while at < text.len() {
        let within = !text.is_char_boundary(at)
            || text[at..].starts_with(is_letter) && text[..at].ends_with(is_letter);
        if !within {
            return at;
        }
        at += 1;
    }
    text.len()
}

/// Where the query matches: as a whole, or else its words.
fn marks(
    text: &str,
    question: &Question,
    whole: bool,
    script: &Script,
    pinyin: &str,
) -> Vec<(usize, usize)> {
    let folded = fold(text, script);
    let mut found = Vec::new();
    let words = match whole {
        true => std::slice::from_ref(&question.whole),
        false => &question.words,
    };
    for word in words {
        let before = found.len();
        find(text, &folded, word, &mut found);
        if found.len() == before {
            spelled(text, pinyin, word, &mut found);
        }
    }
    sort(&mut found);
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for mark in found {
        let (from, to) = ((mark >> 32) as usize, mark as u32 as usize);
        if marks.last().is_none_or(|last| last.1 <= from) {
            marks.push((from, to));
        }
    }
    marks
}

/// Adds where something stands: beginning and end in one.
fn find(text: &str, folded: &Folded, wanted: &str, marks: &mut Vec<u64>) {
    for at in places(&folded.text, wanted) {
        let last = folded.from[at + wanted.len() - 1];
        let end = last + text[last..].chars().next().map_or(0, char::len_utf8);
        marks.push((folded.from[at] as u64) << 32 | end as u64);
    }
}

/// Adds where something is spelled in pinyin: by whole syllables, of which the
/// last need only begin so, or by their first letters.
fn spelled(text: &str, pinyin: &str, wanted: &str, marks: &mut Vec<u64>) {
    for (from, _) in text.char_indices() {
        for most in [usize::MAX, 1] {
            if let Some(length) = reaches(&text[from..], pinyin, wanted.as_bytes(), most) {
                marks.push((from as u64) << 32 | (from + length) as u64);
            }
        }
    }
}

/// How much of a text is typed from its beginning on, each character by one of its
/// readings or by so many letters of it; none if it is something else.
fn reaches(text: &str, pinyin: &str, wanted: &[u8], most: usize) -> Option<usize> {
    let char = text.chars().next()?;
    let own = char.len_utf8();
    for reading in readings(pinyin, char).split(|byte| *byte == b',') {
        let letters = &reading[..reading.len().min(most)];
        let mut rest = wanted;
        let same = typed(letters, &mut rest);
        if rest.is_empty() && same > 0 {
            return Some(own);
        }
        if same == letters.len()
            && same > 0
            && let Some(more) = reaches(&text[own..], pinyin, rest, most)
        {
            return Some(own + more);
        }
    }
    None
}

/// How many of the letters are typed next.
fn typed(letters: &[u8], rest: &mut &[u8]) -> usize {
    let mut same = 0;
    while let [typed, after @ ..] = rest {
        if *typed != b' ' {
            let Some(letter) = letters.get(same) else {
                break;
            };
            // ü has no key: some type v for it, some u.
            if typed != letter && (*typed, *letter) != (b'u', b'v') {
                break;
            }
            same += 1;
        }
        *rest = after;
    }
    same
}

/// The readings of a character, as a record says them, with commas between; none of one
/// it has not.
fn readings(pinyin: &str, wanted: char) -> &[u8] {
    let mut chars = pinyin.chars();
    if is_letter(wanted) || !chars.any(|char| char == wanted) {
        return &[];
    }
    let rest = chars.as_str().as_bytes();
    let length = rest.iter().take_while(|byte| byte.is_ascii()).count();
    &rest[..length]
}
