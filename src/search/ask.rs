//! A question and its answer: which entries, in which order.

use super::fold::{Script, fold};
use super::phrase::phrase;
use super::shard::{Files, Segment};
use super::sort::sort;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// All of it, folded.
    pub whole: String,
    /// The words that stand apart in it, each folded; none when there is one.
    pub words: Vec<String>,
}

impl Question {
    /// From what is typed.
    pub fn new(typed: &str, script: &Script) -> Self {
        let whole = fold(typed, script).text;
        let mut words = Vec::new();
        if whole.contains(' ') {
            words.extend(whole.split(' ').map(str::to_owned));
        }
        Self { whole, words }
    }
}

/// An entry that was found, in one number: the better and the newer are smaller.
pub type Found = u64;

/// 0: the whole is in its title; 1: in its text; 2: all words are in its title;
/// 3: in title and text.
pub fn rank(found: Found) -> u32 {
    (found >> 32) as u32
}

/// Which entry was found.
pub fn entry(found: Found) -> u32 {
    !(found as u32)
}

/// What is found, the best first and the newest of those; `None` while files
/// are wanted.
pub fn found(question: &Question, segments: &[Segment], files: &mut Files) -> Option<Vec<Found>> {
    files.wanted.clear();
    let mut all = Vec::new();
    let mut waits = false;
    for (number, segment) in segments.iter().enumerate() {
        waits |= add(question, number, segment, files, &mut all).is_none();
    }
    sort(&mut all);
    (!waits).then_some(all)
}

/// Adds what is found in a segment: rank and entry, this from the last one
/// back.
fn add(
    question: &Question,
    number: usize,
    segment: &Segment,
    files: &mut Files,
    all: &mut Vec<u64>,
) -> Option<()> {
    let whole = phrase(&question.whole, number, segment.shards, files);
    // All are asked at once, so that all files are wanted at once.
    let mut words = Vec::new();
    for word in &question.words {
        words.push(phrase(word, number, segment.shards, files));
    }
    // The title comes first: of an entry that is the better one.
    let once = |ids: &mut Vec<u64>| ids.dedup_by_key(|id| *id >> 1);
    let mut whole = whole?;
    once(&mut whole);
    let mut common: Option<Vec<u64>> = None;
    for ids in words {
        let mut ids = ids?;
        once(&mut ids);
        if let Some(before) = &common {
            ids.retain_mut(|id| match place(before, *id) {
                Some(place) => {
                    *id |= before[place] & 1;
                    true
                }
                None => false,
            });
        }
        common = Some(ids);
    }
    let mut add = |id: u64, rank: u64| {
        let entry = segment.first + (id >> 1) as u32;
        all.push((rank + (id & 1)) << 32 | u64::from(!entry));
    };
    for id in common.unwrap_or_default() {
        if place(&whole, id).is_none() {
            add(id, 2);
        }
    }
    for id in whole {
        add(id, 0);
    }
    Some(())
}

/// Where an entry is in a list.
fn place(ids: &[u64], id: u64) -> Option<usize> {
    let at = ids.partition_point(|other| other >> 1 < id >> 1);
    ids.get(at)
        .is_some_and(|other| other >> 1 == id >> 1)
        .then_some(at)
}
