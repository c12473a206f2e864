//! Makes the files of one segment of an index; [`search`] says what is
//! in them.

mod level;
mod longer;
mod row;
mod term;
mod terms;

use rayon::prelude::*;
use serde::Serialize;

use search::{Kind, LISTS_PER_POSITIONS, LONGEST, Script};

use level::Levels;
use row::Row;
use terms::Terms;

/// What can be found: a title in several wordings, and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Names: looked for by a single character, too.
    pub title: Vec<String>,
    /// The rest.
    pub text: Vec<String>,
}

/// Files of lists, and the file of positions that belongs to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shards {
    /// Terms and the entries that hold them.
    lists: Vec<Vec<u8>>,
    /// Where the terms stand.
    positions: Vec<u8>,
}

impl Shards {
    /// A file of this kind and number among all.
    pub fn file(all: &[Self], kind: Kind, number: usize) -> &[u8] {
        let per_group = LISTS_PER_POSITIONS as usize;
        match kind {
            Kind::Lists => &all[number / per_group].lists[number % per_group],
            Kind::Positions => &all[number].positions,
        }
    }
}

/// A term that more entries hold is written on.
fn many(entries: usize) -> u32 {
    (entries / 32).max(32) as u32
}

/// The number of files that entries need: known before they are made.
pub fn shards(entries: &[Entry]) -> u32 {
    let length = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
    let bytes: usize = (entries.iter())
        .map(|entry| length(&entry.title) + length(&entry.text))
        .sum();
    (bytes / BYTES_PER_SHARD + 1) as u32
}

/// How much text comes to one file of each kind.
const BYTES_PER_SHARD: usize = 2_000;

/// Makes the files.
pub fn index(entries: &[Entry], shards: u32, script: &Script) -> Vec<Shards> {
    let row = Row::of(entries, script);
    let levels = Levels::of(&row, many(entries.len()), LONGEST);
    let terms = Terms::of(&row, &levels, shards);
    let firsts = (0..shards)
        .into_par_iter()
        .step_by(LISTS_PER_POSITIONS as usize);
    firsts
        .map(|first| {
            let mut group = Shards::default();
            for number in first..(first + LISTS_PER_POSITIONS).min(shards) {
                terms.add_to(number as usize, &mut group);
            }
            group
        })
        .collect()
}
