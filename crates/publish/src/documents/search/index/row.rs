//! All texts of a segment as one row of symbols.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::Entry;
use search::{BEGINNING, STEP, Script, Symbol, folded_by_table, symbols};

/// Whether a blank stands before a symbol.
const GAP: u32 = 1;
/// Where a symbol's number begins.
const NUMBER: u32 = 1;

/// Where a symbol stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Twice the entry, and one more in its text.
    pub(super) id: u32,
    /// Where in it: see [`STEP`].
    pub(super) position: u32,
}

impl Spot {
    /// In one number.
    pub(super) fn packed(self) -> u64 {
        (u64::from(self.id) << 32) | u64::from(self.position)
    }

    /// From that number.
    pub(super) fn unpacked(packed: u64) -> Self {
        Self {
            id: (packed >> 32) as u32,
            position: packed as u32,
        }
    }
}

/// A text of the row: of one symbol at least.
pub(super) struct Text {
    pub(super) places: Range<usize>,
    /// Where its first symbol stands.
    first: Spot,
}

/// All texts as one row of symbols.
#[derive(Default)]
pub(super) struct Row {
    /// Which symbol stands there, and [`GAP`].
    marks: Vec<u32>,
    pub(super) texts: Vec<Text>,
    names: Vec<String>,
    words: Vec<bool>,
    of_words: FxHashMap<String, u32>,
    /// By character; one that has no number yet has none of the names'.
    of_characters: Vec<u32>,
    /// Titles' single characters and the first two letters of their words.
    pub(super) titles: FxHashMap<String, Vec<u32>>,
}

/// What no symbol has as its number.
const NO_NUMBER: u32 = u32::MAX;

impl Row {
    /// The row of all entries.
    pub(super) fn of(entries: &[Entry], script: &Script) -> Self {
        let mut row = Self::default();
        let texts = |entry: &Entry| {
            entry
                .title
                .iter()
                .chain(&entry.text)
                .map(String::len)
                .sum::<usize>()
        };
        // A Chinese character has three bytes.
        let most = entries.iter().map(texts).sum::<usize>() / 3;
        row.marks.reserve(most);
        let table = script.table();
        for (number, entry) in entries.iter().enumerate() {
            let id = number as u32 * 2;
            row.add(id, &entry.title, &table);
            row.add(id + 1, &entry.text, &table);
        }
        row
    }

    fn add(&mut self, id: u32, texts: &[String], table: &[char]) {
        let mut position = 0;
        for text in texts {
            let folded = folded_by_table(text, table);
            let (start, first) = (self.marks.len(), Spot { id, position });
            let mut end = None;
            for symbol in symbols(&folded) {
                let gap = end.is_some_and(|end| end < symbol.start);
                position += u32::from(gap) * GAP;
                let number = self.number(&folded, symbol);
                self.marks.push((number << NUMBER) | (u32::from(gap) * GAP));
                if id & 1 == 0 {
                    self.add_title(&folded[symbol.start..symbol.end], symbol.word, id);
                }
                position += STEP;
                end = Some(symbol.end);
            }
            let places = start..self.marks.len();
            if !places.is_empty() {
                self.texts.push(Text { places, first });
            }
            // No phrase goes on from one text to the next.
            position += 4 * STEP;
        }
    }

    fn number(&mut self, folded: &str, symbol: Symbol) -> u32 {
        let name = &folded[symbol.start..symbol.end];
        let new = self.names.len() as u32;
        let character = name.chars().next().filter(|_| !symbol.word);
        let number = match character {
            Some(character) => {
                let at = character as usize;
                if self.of_characters.len() <= at {
                    self.of_characters.resize(at + 1, NO_NUMBER);
                }
                let number = &mut self.of_characters[at];
                if *number == NO_NUMBER {
                    *number = new;
                }
                *number
            }
            None => match self.of_words.get(name) {
                Some(number) => *number,
                None => {
                    self.of_words.insert(name.to_owned(), new);
                    new
                }
            },
        };
        if number == new {
            self.names.push(name.to_owned());
            self.words.push(symbol.word);
        }
        number
    }

    fn add_title(&mut self, name: &str, word: bool, id: u32) {
        let beginning = match word {
            true => name.char_indices().nth(BEGINNING - 1).map(|(end, _)| end),
            false => Some(name.len()),
        };
        let Some(end) = beginning else {
            return;
        };
        match self.titles.get_mut(&name[..end]) {
            Some(ids) if ids.last() == Some(&id) => {}
            Some(ids) => ids.push(id),
            None => drop(self.titles.insert(name[..end].to_owned(), vec![id])),
        }
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.marks.len()
    }

    /// How many symbols there are.
    pub(super) fn symbols(&self) -> usize {
        self.names.len()
    }

    /// The number of the symbol at a place.
    pub(super) fn symbol(&self, at: usize) -> u32 {
        self.marks[at] >> NUMBER
    }

    /// Whether a symbol is a word.
    pub(super) fn is_word(&self, symbol: u32) -> bool {
        self.words[symbol as usize]
    }

    /// Goes through the places of a text.
    pub(super) fn spots(&self, text: &Text, mut each: impl FnMut(usize, Spot)) {
        let Spot { id, mut position } = text.first;
        for place in text.places.clone() {
            position += self.marks[place] & GAP;
            each(place, Spot { id, position });
            position += STEP;
        }
    }

    /// What is added to a term by the symbol at a place, with the blank, if
    /// there is one, before the place `after`.
    pub(super) fn added(&self, at: usize, after: usize) -> u32 {
        self.symbol(at) << 1 | self.marks[after] & GAP
    }

    /// Writes the text of so many symbols.
    pub(super) fn write(&self, from: usize, width: usize, text: &mut String) {
        for (index, mark) in self.marks[from..from + width].iter().enumerate() {
            if index > 0 && mark & GAP != 0 {
                text.push(' ');
            }
            text.push_str(&self.names[(mark >> NUMBER) as usize]);
        }
    }
}
