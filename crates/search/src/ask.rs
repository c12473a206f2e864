//! A query and its answer: which entries, in which order.

use super::BEGINNING;
use super::fold::{Script, fold, is_letter};
use super::phrase::{AT_ONCE, phrase};
use super::shard::Files;
use super::sort::sort;
use model::document::Segment;

/// A query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// All of it, folded.
    pub whole: String,
    /// How its words are combined.
    pub manner: Manner,
    /// The words that stand apart in it, each folded; none when there is one.
    pub words: Vec<String>,
}

/// How several words are combined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// Entries with the words in this order come before those with each of them.
    #[default]
    TogetherFirst,
    /// Entries with the words in this order; those with each of them only when there
    /// are none. No blank was typed: it is a sentence.
    Together,
    /// Entries with each of them: a blank was typed beside a Chinese character, where
    /// none belongs.
    Apart,
}

impl Question {
    /// From the text that the reader typed.
    pub fn new(typed: &str, script: &Script) -> Self {
        let whole = fold(typed, script).text;
        let mut words: Vec<String> = Vec::new();
        if whole.contains(' ') {
            words.extend(whole.split(' ').map(str::to_owned));
            // Long ones are rare: they leave the fewest entries.
            for end in 1..words.len() {
                for at in (1..=end).rev() {
                    if words[at - 1].len() < words[at].len() {
                        words.swap(at - 1, at);
                    }
                }
            }
        }
        let mut manner = Manner::Together;
        let mut before: Option<char> = None;
        for piece in typed.split_whitespace() {
            let piece = fold(piece, script).text;
            let Some(first) = piece.chars().next() else {
                continue;
            };
            if let Some(before) = before {
                if !is_letter(before) || !is_letter(first) {
                    manner = Manner::Apart;
                } else if manner == Manner::Together {
                    manner = Manner::TogetherFirst;
                }
            }
            before = piece.chars().next_back();
        }
        Self {
            whole,
            manner,
            words,
        }
    }
}

/// An entry that matches and how well, in one number: better and newer ones are
/// smaller.
pub type Match = u64;

/// 0: the whole is in its title; 1: in its text; 2: all words are in its title;
/// 3: in title and text.
pub fn rank(found: Match) -> u32 {
    (found >> 32) as u32
}

/// The entry of a match.
pub fn entry(found: Match) -> u32 {
    !(found as u32)
}

/// All matches, the best first and the newest of those; `None` while files are
/// missing, which are then noted in `files`.
pub fn find_matches(
    question: &Question,
    segments: &[Segment],
    files: &mut Files,
) -> Option<Vec<Match>> {
    files.wanted.clear();
    files.wanted_texts.clear();
    let (whole, words) = (Some(&*question.whole), &*question.words);
    match question.manner {
        Manner::Apart => all(None, words, segments, files),
        Manner::TogetherFirst => all(whole, words, segments, files),
        Manner::Together => {
            let found = all(whole, &[], segments, files)?;
            match found.is_empty() {
                true => all(None, words, segments, files),
                false => Some(found),
            }
        }
    }
}

/// The entries with the whole text, and those with all the words.
fn all(
    whole: Option<&str>,
    words: &[String],
    segments: &[Segment],
    files: &mut Files,
) -> Option<Vec<Match>> {
    let mut all = Vec::new();
    let mut waits = false;
    for (number, segment) in segments.iter().enumerate() {
        waits |= add(whole, words, number, segment, files, &mut all).is_none();
    }
    sort(&mut all);
    (!waits).then_some(all)
}

/// Adds the matches of a segment: rank and entry, counted from the last one back.
fn add(
    whole: Option<&str>,
    words: &[String],
    number: usize,
    segment: &Segment,
    files: &mut Files,
    all: &mut Vec<u64>,
) -> Option<()> {
    let common = every(words, number, segment, files);
    let whole = match (whole, &common) {
        (None, _) => Some(Vec::new()),
        // Perhaps it can be read in the entries that have all the words.
        (_, None) if words.len() > AT_ONCE => None,
        (Some(whole), Some(left))
            if !words.is_empty()
                && !words.iter().any(|word| is_character(word))
                && files.can_read(segment, left, whole) =>
        {
            files.read(segment, left, whole)
        }
        // Otherwise it is looked up beside them: all files are requested at once.
        (Some(whole), _) => phrase(whole, number, segment, files),
    };
    let mut whole = whole?;
    once(&mut whole);
    let mut add = |id: u64, rank: u64| {
        let entry = segment.first + (id >> 1) as u32;
        all.push((rank + (id & 1)) << 32 | u64::from(!entry));
    };
    for id in common? {
        if place(&whole, id).is_none() {
            add(id, 2);
        }
    }
    for id in whole {
        add(id, 0);
    }
    Some(())
}

/// The entries that have every word.
fn every(
    words: &[String],
    number: usize,
    segment: &Segment,
    files: &mut Files,
) -> Option<Vec<u64>> {
    let mut common: Option<Vec<u64>> = None;
    // Some at a time: mostly few entries are left after the first.
    for some in words.chunks(AT_ONCE) {
        let mut lists = Vec::new();
        for word in some {
            lists.push(match &common {
                // Not by a shorter one: the index has it in titles only, or as their beginning.
                Some(left)
                    if word.chars().nth(BEGINNING - 1).is_some()
                        && files.can_read(segment, left, word) =>
                {
                    files.read(segment, left, word)
                }
                _ => phrase(word, number, segment, files),
            });
        }
        for ids in lists {
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
    }
    Some(common.unwrap_or_default())
}

/// Whether it is one Chinese character: alone it is looked for in titles only, so that
/// what has the whole may not have all the words.
fn is_character(word: &str) -> bool {
    !word.starts_with(is_letter) && word.chars().nth(1).is_none()
}

/// The title comes first: of an entry that is the better one.
fn once(ids: &mut Vec<u64>) {
    ids.dedup_by_key(|id| *id >> 1);
}

/// Whether a question is a whole title, and not a part of it.
pub fn is_title(title: &str, question: &Question, script: &Script) -> bool {
    fold(title, script).text == question.whole
}

/// Where an entry is in a list.
fn place(ids: &[u64], id: u64) -> Option<usize> {
    let at = ids.partition_point(|other| other >> 1 < id >> 1);
    ids.get(at)
        .is_some_and(|other| other >> 1 == id >> 1)
        .then_some(at)
}
