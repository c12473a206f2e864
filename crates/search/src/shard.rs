//! The files of an index and what is in them.
//!
//! A file of lists: for each term its length, the term, the length of its list,
//! the list: whether longer terms go on from it, then the entries, each as the
//! difference to the one before. A file of positions belongs to several files of
//! lists: for each of these a length, and then for each of its terms, in the same
//! order, a length and the positions; none for a term that longer ones go on from.
//! All numbers are written seven bits at a time.

use std::rc::Rc;

use model::document::Segment;

use super::BEGINNING;
use super::fold::{places, symbols};

/// What is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Terms and the entries that hold them.
    Lists,
    /// Where the terms stand.
    Positions,
}

/// How many files of lists share one of positions: those are seldom asked for, and
/// a large archive has enough files.
pub const LISTS_PER_POSITIONS: u32 = 4;

impl Kind {
    /// What the names of such files begin with. Positions that each belonged to one
    /// file of lists were once called `p`.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Lists => "l",
            Self::Positions => "q",
        }
    }
}

/// Which file of an index: segment, kind and number.
pub type FileKey = (usize, Kind, u32);

/// The first byte of every Chinese character is at least this; every byte of a letter
/// is less.
const CHINESE: u8 = 0xe2;

/// How many entries are read rather than asked for with more terms.
const FEW: usize = 4;

/// The files and texts that have come, and those that are wanted.
#[derive(Debug, Default)]
pub struct Files {
    have: Vec<(FileKey, Rc<[u8]>)>,
    /// The files that are wanted next.
    pub wanted: Vec<FileKey>,
    /// Titles and texts of entries, folded.
    texts: Vec<(u32, [String; 2])>,
    /// The entries whose titles and text are wanted next.
    pub wanted_texts: Vec<u32>,
    /// How many of the entries, from the first, are articles: all that they are
    /// found by can be read. The others are found in pinyin as well, which
    /// nothing but the index has.
    pub articles: u32,
}

impl Files {
    /// A file, or none and it is wanted.
    pub fn get(&mut self, key: FileKey) -> Option<Rc<[u8]>> {
        if let Some((_, file)) = self.have.iter().find(|(have, _)| *have == key) {
            return Some(Rc::clone(file));
        }
        if !self.wanted.contains(&key) {
            self.wanted.push(key);
        }
        None
    }

    /// A file has come.
    pub fn put(&mut self, key: FileKey, bytes: Vec<u8>) {
        self.have.push((key, bytes.into()));
    }

    /// An entry's titles and text have come, folded: between two titles stands what
    /// is in no phrase.
    pub fn put_texts(&mut self, entry: u32, texts: [String; 2]) {
        self.texts.push((entry, texts));
    }

    /// Whether so few are left that they will be shown, and whether reading them
    /// says if they hold a phrase: then it takes less than all terms of a sentence.
    /// Of what is no article only a phrase that has a Chinese character can be
    /// read: any other may be pinyin.
    // Not inlined: twice in the app it takes more bytes.
    #[inline(never)]
    pub(super) fn can_read(&self, segment: &Segment, left: &[u64], phrase: &str) -> bool {
        let last = left.last().map_or(0, |id| *id >> 1) as u32;
        left.len() <= FEW
            && (segment.first + last < self.articles || phrase.bytes().any(|byte| byte >= CHINESE))
    }

    /// Those that hold a folded phrase, in title or text; `None` while texts are
    /// wanted.
    pub(super) fn read(
        &mut self,
        segment: &Segment,
        left: &[u64],
        phrase: &str,
    ) -> Option<Vec<u64>> {
        let mut ids = Vec::new();
        let mut waits = false;
        for id in left {
            let entry = segment.first + (id >> 1) as u32;
            let Some((_, texts)) = self.texts.iter().find(|(have, _)| *have == entry) else {
                waits = true;
                if !self.wanted_texts.contains(&entry) {
                    self.wanted_texts.push(entry);
                }
                continue;
            };
            for (part, text) in texts.iter().enumerate() {
                if !places(text, phrase).is_empty() {
                    ids.push(id >> 1 << 1 | part as u64);
                }
            }
        }
        (!waits).then_some(ids)
    }
}

/// The file that a term is in. A word lies beside those that begin alike, a
/// long term beside those that go on from it; a short one, from which very many
/// may go on, apart from them.
pub fn shard_of(term: &str, shards: u32) -> u32 {
    let symbols = symbols(term);
    let last = match symbols.as_slice() {
        [_, _, _, _, last, ..] | [.., last] => last,
        [] => return 0,
    };
    // Of a word its beginning: a reader may have typed no more.
    let length = match last.word {
        true => BEGINNING,
        false => 1,
    };
    let begins = term[..last.start].chars().count() + length;
    let mut hash = 0x811c_9dc5_u32;
    for char in term[..last.end].chars().take(begins) {
        hash = (hash ^ char as u32).wrapping_mul(0x0100_0193);
    }
    // The low digits of such a product say little of the high ones.
    (hash ^ (hash >> 15)) % shards.max(1)
}

/// Writes a number.
pub fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads what stands in a file; ends where it ends, whatever it is.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// The next number.
    pub fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 28 {
                break;
            }
        }
        number
    }

    /// The bytes that stand next, after how many they are.
    pub fn bytes(&mut self) -> &'a [u8] {
        let length = self.number() as usize;
        let (bytes, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        bytes
    }
}

/// A term in a file.
pub(super) struct Term<'a> {
    /// Its place in the file.
    pub place: usize,
    list: &'a [u8],
}

impl Term<'_> {
    /// Whether every text that goes on from it has a longer term: where it
    /// stands is written there.
    pub fn goes_on(&self) -> bool {
        Reader(self.list).number() == 1
    }

    /// The entries that hold it.
    pub fn entries(&self) -> Vec<u64> {
        let mut ids = Vec::new();
        add_list(self.list, &mut ids);
        ids
    }
}

/// A term of a file.
pub(super) fn look_up<'a>(file: &'a [u8], term: &str) -> Option<Term<'a>> {
    let mut reader = Reader(file);
    let mut place = 0;
    while !reader.0.is_empty() {
        let (found, list) = (reader.bytes(), reader.bytes());
        if found == term.as_bytes() {
            return Some(Term { place, list });
        }
        place += 1;
    }
    None
}

/// The words in a file that begin so, and their lists.
pub(super) fn words_with<'a>(file: &'a [u8], beginning: &str) -> Vec<(&'a [u8], &'a [u8])> {
    let mut reader = Reader(file);
    let mut words = Vec::new();
    while !reader.0.is_empty() {
        let (found, list) = (reader.bytes(), reader.bytes());
        // Below the first byte of a Chinese character all are of letters.
        if found.starts_with(beginning.as_bytes())
            && found.iter().all(|byte| *byte != b' ' && *byte < CHINESE)
        {
            words.push((found, list));
        }
    }
    words
}

/// Adds the entries of a list.
pub(super) fn add_list(list: &[u8], ids: &mut Vec<u64>) {
    let mut reader = Reader(list);
    reader.number();
    let mut id = 0;
    while !reader.0.is_empty() {
        id += reader.number();
        ids.push(u64::from(id));
    }
}

/// Where a term stands, by its file of lists and its place there: entry and
/// position in one, the position `before` less.
pub(super) fn positions(file: &[u8], lists: u32, place: usize, before: u32) -> Vec<u64> {
    let mut bytes = file;
    for number in [(lists % LISTS_PER_POSITIONS) as usize, place] {
        let mut reader = Reader(bytes);
        for _ in 0..number {
            reader.bytes();
        }
        bytes = reader.bytes();
    }
    let mut reader = Reader(bytes);
    let mut found = Vec::new();
    let (mut id, mut position) = (0, 0);
    let mut more = false;
    while !reader.0.is_empty() {
        if !more {
            id += reader.number();
            position = 0;
        }
        let step = reader.number();
        position += step >> 1;
        more = step & 1 == 1;
        // Never below nothing: what stands earlier has no room for the rest.
        found.push((u64::from(id) << 32) | u64::from(position + (1 << 16) - before));
    }
    found
}
