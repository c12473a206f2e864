//! Letters that look right and are others, in every text of a file.

use std::ops::Range;

use serde_json::Value;

use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::letters::{Odd, mended, odd};
use crate::literal::in_literal;

/// A text of so many characters is written out as a whole.
const SHORT: usize = 80;
/// So many characters around the first odd letter are written out of a longer one.
const AROUND: usize = 20;

/// Warns of odd letters in every text of a value.
pub fn warn(at: &At, warnings: &mut Vec<Fault>) {
    each(at, &mut |at, text, found| {
        let kind = Kind::Warning(warning(text, found));
        let first = &found[0].range;
        warnings.push(match place(at, first) {
            Some(range) => at.file.fault(range, &at.path, kind),
            None => at.fault(kind),
        });
    });
}

/// What can be nothing else: its bytes in the file, and what belongs there.
pub fn mend(at: &At, mends: &mut Vec<(Range<usize>, String)>) {
    each(at, &mut |at, _, found| {
        for odd in found.iter().filter(|odd| odd.certain) {
            if let (Some(range), Some(mended)) = (place(at, &odd.range), &odd.mended) {
                let written = Value::from(mended.as_str()).to_string();
                mends.push((range, written[1..written.len() - 1].to_owned()));
            }
        }
    });
}

/// Visits every text that has odd letters.
fn each(at: &At, visit: &mut impl FnMut(&At, &str, &[Odd])) {
    if let Some(text) = at.text() {
        let found = odd(text);
        if !found.is_empty() {
            visit(at, text, &found);
        }
    }
    for (key, value) in at.fields() {
        // The name of a file is what it is.
        if key != "file" {
            each(&value, visit);
        }
    }
    for entry in at.entries() {
        each(&entry, visit);
    }
}

/// Where bytes of a text stand in its file.
fn place(at: &At, within: &Range<usize>) -> Option<Range<usize>> {
    let start = at.node.range.start;
    let found = in_literal(at.file.slice(at.node.range.clone()), within)?;
    Some(start + found.start..start + found.end)
}

fn warning(text: &str, found: &[Odd]) -> Warning {
    let mut letters: Vec<_> = (found.iter())
        .map(|odd| (text[odd.range.clone()].to_owned(), odd.letter))
        .collect();
    letters.dedup();
    let whole = text.chars().count() <= SHORT;
    let shown = if whole {
        0..text.len()
    } else {
        passage(text, &found[0].range)
    };
    let within: Vec<Odd> = (found.iter())
        .filter(|odd| shown.start <= odd.range.start && odd.range.end <= shown.end)
        .map(|odd| Odd {
            range: odd.range.start - shown.start..odd.range.end - shown.start,
            ..odd.clone()
        })
        .collect();
    let mends = within.iter().any(|odd| odd.mended.is_some());
    Warning::OddLetters {
        found: letters,
        mended: mends.then(|| mended(&text[shown], &within)),
        whole,
        certain: found.iter().all(|odd| odd.certain),
    }
}

/// The part of a long text around a place, within its line.
fn passage(text: &str, around: &Range<usize>) -> Range<usize> {
    let before = &text[..around.start];
    let before = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let after = text[around.end..].lines().next().unwrap_or_default();
    let first = before.char_indices().rev().nth(AROUND - 1);
    let start = around.start - before.len() + first.map_or(0, |(at, _)| at);
    let last = after.char_indices().nth(AROUND);
    let end = around.end + last.map_or(after.len(), |(at, _)| at);
    start..end
}
