//! The terms of every file, and how they are written.

use std::ops::Range;

use rayon::prelude::*;

use super::Shard;
use super::level::{Buckets, Levels};
use super::row::Row;
use super::spots::Spot;
use crate::search::{LONGEST, put_number, shard_of};

/// A term: its width, and which of them.
type Which = (u8, u32);

/// The terms of every file.
pub(super) struct Terms<'a> {
    row: &'a Row,
    levels: &'a Levels,
    /// File by file.
    terms: Vec<Which>,
    /// Where each file's begin, and where the last one's end.
    starts: Vec<u32>,
    /// What only titles are looked for by, file by file.
    titles: Vec<Vec<(&'a str, &'a [u32])>>,
}

impl<'a> Terms<'a> {
    /// Shares the terms out.
    pub(super) fn of(row: &'a Row, levels: &'a Levels, shards: u32) -> Self {
        let all: Vec<(u32, Which)> = (levels.0.par_iter().enumerate())
            .flat_map(|(shorter, level)| {
                let width = shorter + 1;
                let its_terms = (0..level.count()).into_par_iter();
                let shared_out = its_terms.map_init(String::new, move |text, term| {
                    let first = level.places(term)[0] as usize;
                    // A single Chinese character is no term: very many hold it.
                    if width == 1 && !row.is_word(row.symbol(first)) {
                        return None;
                    }
                    text.clear();
                    row.write(first, width, text);
                    Some((shard_of(text, shards), (width as u8, term as u32)))
                });
                shared_out.flatten_iter()
            })
            .collect();
        let shard = |at: usize| all[at].0;
        let buckets = Buckets::of(shards as usize, 0..all.len(), shard);
        let mut terms = Vec::new();
        buckets.scatter(0..all.len(), shard, |at| all[at].1, &mut terms);
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
            starts: buckets.starts,
            titles,
        }
    }

    /// The files of this number.
    pub(super) fn shard(&self, number: usize) -> Shard {
        let mut texts = String::new();
        let mut text_of = |write: &dyn Fn(&mut String)| {
            let start = texts.len();
            write(&mut texts);
            Written::at(start, &texts)
        };
        let own = self.starts[number] as usize..self.starts[number + 1] as usize;
        let terms = (self.terms[own].iter()).map(|(width, term)| {
            let level = &self.levels.0[usize::from(*width) - 1];
            let (width, term) = (usize::from(*width), *term as usize);
            let places = level.places(term);
            Term {
                text: text_of(&|text| self.row.write(places[0] as usize, width, text)),
                goes_on: level.is_heavy(term) && width < LONGEST,
                places,
                titles: &[],
            }
        });
        let mut terms: Vec<Term> = terms.collect();
        for (title, ids) in &self.titles[number] {
            terms.push(Term {
                text: text_of(&|text| text.push_str(title)),
                goes_on: false,
                places: &[],
                titles: ids,
            });
        }
        let text = |term: &Term| &texts[term.text.place.clone()];
        terms.sort_unstable_by(|one, other| {
            let begun = one.text.begins.cmp(&other.text.begins);
            begun.then_with(|| text(one).cmp(text(other)))
        });
        let mut shard = Shard::default();
        let (mut spots, mut ids) = (Vec::new(), Vec::new());
        let mut bytes = Vec::new();
        // A short word that titles begin with may be a term as well.
        let same = |one: &Term, other: &Term| {
            one.text.begins == other.text.begins && text(one) == text(other)
        };
        for alike in terms.chunk_by(same) {
            let goes_on = alike.iter().any(|term| term.goes_on);
            // No two of them have places.
            let places = alike
                .iter()
                .map(|term| term.places)
                .find(|its| !its.is_empty());
            let places = places.unwrap_or_default();
            spots.clear();
            if goes_on {
                self.row.spots.ids(places, &mut ids);
            } else {
                self.row.spots.all(places, &mut spots);
                ids.clear();
                ids.extend(spots.iter().map(|spot| spot.id));
            }
            if let Some(titles) = alike
                .iter()
                .map(|term| term.titles)
                .find(|ids| !ids.is_empty())
            {
                ids.extend_from_slice(titles);
                ids.sort_unstable();
            }
            ids.dedup();
            put_bytes(&mut shard.lists, text(&alike[0]).as_bytes());
            bytes.clear();
            put_ids(&mut bytes, goes_on, &ids);
            put_bytes(&mut shard.lists, &bytes);
            bytes.clear();
            if !goes_on {
                put_positions(&mut bytes, &spots);
            }
            put_bytes(&mut shard.positions, &bytes);
        }
        shard
    }
}

/// A term of a file.
struct Term<'a> {
    text: Written,
    /// Whether longer terms go on from it wherever it stands.
    goes_on: bool,
    places: &'a [u32],
    /// The titles that are found by it besides.
    titles: &'a [u32],
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

/// The entries that hold a term, each as the difference to the one before.
fn put_ids(out: &mut Vec<u8>, goes_on: bool, ids: &[u32]) {
    put_number(out, u32::from(goes_on));
    let mut last = 0;
    for id in ids {
        put_number(out, id - last);
        last = *id;
    }
}

/// Where a term stands: for each entry how far it is from the one before, then
/// its places, each as far from the one before it.
fn put_positions(out: &mut Vec<u8>, spots: &[Spot]) {
    let mut spots = spots.iter().peekable();
    let (mut id, mut last) = (None, 0);
    while let Some(spot) = spots.next() {
        if id != Some(spot.id) {
            put_number(out, spot.id - id.unwrap_or(0));
            (id, last) = (Some(spot.id), 0);
        }
        let more = spots.peek().is_some_and(|next| next.id == spot.id);
        put_number(out, (spot.position - last) << 1 | u32::from(more));
        last = spot.position;
    }
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}
