//! The terms of every file, and how they are written.

use std::ops::Range;

use super::Shards;
use super::level::Levels;
use super::row::Row;
use super::term::put_ids;
use search::{LONGEST, Reader, put_number, shard_of};

/// A term: its width, and which of them.
type Which = (u8, u32);

/// The terms of every file.
pub(super) struct Terms<'a> {
    row: &'a Row,
    levels: &'a Levels,
    /// File by file.
    terms: Vec<Vec<Which>>,
    /// What only titles are looked for by, file by file.
    titles: Vec<Vec<(&'a str, &'a [u32])>>,
}

impl<'a> Terms<'a> {
    /// Shares the terms out.
    pub(super) fn of(row: &'a Row, levels: &'a Levels, shards: u32) -> Self {
        let mut terms = Vec::new();
        terms.resize_with(shards as usize, Vec::new);
        let mut text = String::new();
        for width in 1..=LONGEST {
            for (number, term) in levels.terms(width).iter().enumerate() {
                if term.places == 0 {
                    continue;
                }
                text.clear();
                row.write(term.place as usize, width, &mut text);
                terms[shard_of(&text, shards) as usize].push((width as u8, number as u32));
            }
        }
        let mut titles = Vec::new();
        titles.resize_with(shards as usize, Vec::new);
        for (text, ids) in &row.titles {
            let shard: &mut Vec<_> = &mut titles[shard_of(text, shards) as usize];
            shard.push((text.as_str(), ids.as_slice()));
        }
        Self {
            row,
            levels,
            terms,
            titles,
        }
    }

    /// Adds the file of lists of this number, and its positions.
    pub(super) fn add_to(&self, number: usize, group: &mut Shards) {
        let mut texts = String::new();
        let mut text_of = |write: &dyn Fn(&mut String)| {
            let start = texts.len();
            write(&mut texts);
            Written::at(start, &texts)
        };
        let mut found: Vec<Found> = Vec::new();
        for (width, number) in &self.terms[number] {
            let width = usize::from(*width);
            let term = &self.levels.terms(width)[*number as usize];
            found.push(Found {
                text: text_of(&|text| self.row.write(term.place as usize, width, text)),
                goes_on: term.goes_on,
                ids: self.levels.ids(term),
                positions: self.levels.positions(width, term),
                titles: &[],
            });
        }
        for (title, ids) in &self.titles[number] {
            found.push(Found {
                text: text_of(&|text| text.push_str(title)),
                goes_on: false,
                ids: &[],
                positions: &[],
                titles: ids,
            });
        }
        let text = |found: &Found| &texts[found.text.place.clone()];
        found.sort_unstable_by(|one, other| {
            let begun = one.text.begins.cmp(&other.text.begins);
            begun.then_with(|| text(one).cmp(text(other)))
        });
        let (mut lists, mut positions) = (Vec::new(), Vec::new());
        // A short word that titles begin with may be a term as well.
        let same = |one: &Found, other: &Found| {
            one.text.begins == other.text.begins && text(one) == text(other)
        };
        for alike in found.chunk_by(same) {
            // Of either there is one at most.
            let term = alike.iter().find(|found| !found.ids.is_empty());
            let titles = alike.iter().find(|found| !found.titles.is_empty());
            put_bytes(&mut lists, text(&alike[0]).as_bytes());
            let goes_on = term.is_some_and(|term| term.goes_on);
            let ids = term.map_or(&[][..], |term| term.ids);
            match titles {
                None => put_list(&mut lists, goes_on, ids),
                Some(of) => put_list(&mut lists, goes_on, &merged(ids, of.titles)),
            }
            put_bytes(&mut positions, term.map_or(&[], |term| term.positions));
        }
        group.lists.push(lists);
        put_bytes(&mut group.positions, &positions);
    }
}

/// What belongs to a text of a file.
struct Found<'a> {
    text: Written,
    /// Whether longer terms go on from it.
    goes_on: bool,
    /// The entries that hold it as a term, as they are written.
    ids: &'a [u8],
    /// Where it stands, as it is written.
    positions: &'a [u8],
    /// The titles that are found by it besides.
    titles: &'a [u32],
}

/// Writes whether longer terms go on from a term, and the entries that hold it.
fn put_list(out: &mut Vec<u8>, goes_on: bool, ids: &[u8]) {
    put_number(out, ids.len() as u32 + 1);
    put_number(out, u32::from(goes_on));
    out.extend_from_slice(ids);
}

/// The entries that hold a term with those whose titles do.
fn merged(own: &[u8], titles: &[u32]) -> Vec<u8> {
    let mut ids = titles.to_vec();
    let (mut own, mut id) = (Reader(own), 0);
    while !own.0.is_empty() {
        id += own.number();
        ids.push(id);
    }
    ids.sort_unstable();
    let mut bytes = Vec::new();
    put_ids(&mut bytes, ids);
    bytes
}

/// A text among others.
struct Written {
    /// Where it is.
    place: Range<usize>,
    /// Its first bytes, as a number: mostly they settle which of two comes first,
    /// and the texts need not be looked at.
    begins: u64,
}

impl Written {
    /// The last of the texts, from where it starts.
    fn at(start: usize, texts: &str) -> Self {
        let mut first = [0; size_of::<u64>()];
        for (first, byte) in first.iter_mut().zip(texts[start..].bytes()) {
            *first = byte;
        }
        Self {
            place: start..texts.len(),
            begins: u64::from_be_bytes(first),
        }
    }
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}
