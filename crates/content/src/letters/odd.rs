//! The odd letters of a text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::addresses::addresses;
use super::found::Odd;
use super::kind::{Letter, hidden};
use super::{marks, plain, twins, width};

/// The odd letters of a text, in order. Addresses have letters of their own.
pub fn odd(text: &str) -> Vec<Odd> {
    let mut found = Vec::new();
    single(text, &mut found);
    marks::odd(text, &mut found);
    width::odd(text, &mut found);
    twins::odd(text, &mut found);
    if found.is_empty() {
        return found;
    }
    let addresses = addresses(text);
    found.retain(|odd| !addresses.iter().any(|address| overlap(address, &odd.range)));
    found.sort_by_key(|odd| odd.range.start);
    found.dedup_by(|next, before| overlap(&before.range, &next.range));
    joined(found)
}

/// Letters that are odd wherever they stand.
fn single(text: &str, found: &mut Vec<Odd>) {
    for (at, char) in text.char_indices() {
        let range = at..at + char.len_utf8();
        match char {
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => {
                if hidden(char).is_none() {
                    found.push(Odd::likely(range, Letter::Private, None));
                }
            }
            // The one radical that looks like no character.
            '⺀' => found.push(Odd::likely(range, Letter::Radical, None)),
            _ => {
                if let Some((letter, mended)) = plain::of(char) {
                    found.push(Odd::certain(range, letter, mended));
                }
            }
        }
    }
}

const fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Neighbours of the same kind as one.
fn joined(found: Vec<Odd>) -> Vec<Odd> {
    let mut joined: Vec<Odd> = Vec::new();
    for odd in found {
        match joined.last_mut() {
            Some(last)
                if last.range.end == odd.range.start
                    && last.letter == odd.letter
                    && last.mended.is_some() == odd.mended.is_some()
                    && last.certain == odd.certain =>
            {
                last.range.end = odd.range.end;
                if let (Some(mended), Some(more)) = (&mut last.mended, &odd.mended) {
                    mended.push_str(more);
                }
            }
            _ => joined.push(odd),
        }
    }
    // Half-width letters have their accents behind them.
    for odd in &mut joined {
        odd.mended = odd.mended.take().map(|mended| mended.nfc().collect());
    }
    joined
}
