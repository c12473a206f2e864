//! OpenCC's dictionaries, looked up by what a text goes on with.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use zhconv::tables::{ZH_HANT_TABLE, ZH_TW_TABLE, expand_table};

use super::first;

/// Taiwan's schools and press write 布 for 佈, too, and 梁 for 樑.
const FORMS: [(char, char); 2] = [('佈', '布'), ('樑', '梁')];

/// What a character by itself is in this trade, whatever OpenCC puts first: one
/// signs a contract (簽) more often than one draws lots (籤).
const ALONE: [(char, char); 1] = [('签', '簽')];

/// A phrase, written.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// In traditional characters.
    pub written: Box<str>,
    /// Whether its characters one by one would be written otherwise.
    pub tells: bool,
}

/// Phrases of several characters.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// By their first character: a bit for each length that there is.
    lengths: FxHashMap<char, u64>,
    phrases: FxHashMap<Box<str>, Phrase>,
}

impl Phrases {
    fn insert(&mut self, from: &str, phrase: Phrase) {
        let length = from.chars().count().min(63);
        let Some(first) = from.chars().next() else {
            return;
        };
        *self.lengths.entry(first).or_default() |= 1 << length;
        self.phrases.insert(from.into(), phrase);
    }

    /// Every phrase that a text has at a place, the longest first, with its
    /// length in characters. The place is among where its characters begin, and
    /// the last of those is its end.
    pub fn at<'a>(
        &'a self,
        text: &'a str,
        starts: &'a [usize],
        place: usize,
    ) -> impl Iterator<Item = (usize, &'a Phrase)> {
        let first = text[starts[place]..].chars().next();
        let lengths = first.and_then(|first| self.lengths.get(&first));
        let mut lengths = lengths.copied().unwrap_or_default();
        std::iter::from_fn(move || {
            while lengths != 0 {
                let length = 63 - lengths.leading_zeros() as usize;
                lengths &= !(1 << length);
                let end = starts.get(place + length);
                let found = end.and_then(|end| self.phrases.get(&text[starts[place]..*end]));
                if let Some(phrase) = found {
                    return Some((length, phrase));
                }
            }
            None
        })
    }
}

impl<'a> FromIterator<(&'a str, &'a str)> for Phrases {
    fn from_iter<T: IntoIterator<Item = (&'a str, &'a str)>>(pairs: T) -> Self {
        let mut phrases = Self::default();
        for (from, to) in pairs {
            let written = to.into();
            phrases.insert(
                from,
                Phrase {
                    written,
                    tells: true,
                },
            );
        }
        phrases
    }
}

/// All that OpenCC knows.
#[derive(Debug, Default)]
pub struct Dictionary {
    characters: FxHashMap<char, char>,
    /// Its phrases.
    pub phrases: Phrases,
}

impl Dictionary {
    /// The dictionaries for Taiwan's forms.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Dictionary> = LazyLock::new(Dictionary::new);
        &SHARED
    }

    fn new() -> Self {
        let mut dictionary = Self::default();
        let mut phrases: FxHashMap<String, String> = FxHashMap::default();
        let form = |sign: char| {
            FORMS
                .iter()
                .find(|(from, _)| *from == sign)
                .map_or(sign, |(_, to)| *to)
        };
        let mut add = |from: String, to: &str| {
            let to: String = to.chars().map(form).collect();
            match (super::only(&from), super::only(&to)) {
                (Some(from), Some(to)) => drop(dictionary.characters.insert(from, to)),
                _ => drop(phrases.insert(from, to)),
            }
        };
        // Where Taiwan writes otherwise, the second table says so.
        for (from, to) in expand_table(ZH_HANT_TABLE).chain(expand_table(ZH_TW_TABLE)) {
            add(from, &to);
        }
        let first = first::pairs(first::CHARACTERS);
        for (from, to) in FORMS.into_iter().chain(first).chain(ALONE) {
            add(from.to_string(), &to.to_string());
        }
        for (from, to) in first::PHRASES {
            add(from.to_owned(), to);
        }
        for (from, to) in phrases {
            let plain: String = from
                .chars()
                .map(|sign| dictionary.character(sign))
                .collect();
            let tells = plain != to;
            let written = to.into();
            (dictionary.phrases).insert(&from, Phrase { written, tells });
        }
        dictionary
    }

    /// A character by itself.
    pub fn character(&self, sign: char) -> char {
        self.characters.get(&sign).copied().unwrap_or(sign)
    }
}
