//! Makes the files of one segment of an index; [`crate::search`] says what is
//! in them.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;
use serde::Serialize;

use crate::search::{BEGINNING, LONGEST, STEP, Script, fold, put_number, shard_of, symbols};

/// What can be found: a title in several wordings, and texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Names: looked for by a single character, too.
    pub title: Vec<String>,
    /// The rest.
    pub text: Vec<String>,
}

/// A file of lists and the file of positions that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    /// Terms and the entries that hold them.
    pub lists: Vec<u8>,
    /// Where the terms stand.
    pub positions: Vec<u8>,
}

/// A term that more entries hold is written on.
fn many(entries: usize) -> usize {
    (entries / 32).max(32)
}

/// No term.
const NONE: u32 = u32::MAX;

/// A symbol where it stands.
struct Place {
    /// Which symbol.
    symbol: u32,
    /// Twice the entry, and one more in its text.
    id: u32,
    /// Where in it: see [`crate::search::STEP`].
    position: u32,
    /// Whether a blank stands before it.
    gap: bool,
    /// Whether it begins a text.
    first: bool,
}

/// All texts as one row of symbols.
#[derive(Default)]
struct Row {
    places: Vec<Place>,
    names: Vec<String>,
    words: Vec<bool>,
    numbers: HashMap<String, u32>,
    /// Titles' single characters and the first two letters of their words.
    titles: BTreeMap<String, Vec<u32>>,
}

impl Row {
    fn add(&mut self, id: u32, texts: &[String], script: &Script) {
        let mut position = 0;
        for text in texts {
            let folded = fold(text, script).text;
            let mut end = None;
            for symbol in symbols(&folded) {
                let name = &folded[symbol.start..symbol.end];
                let gap = end.is_some_and(|end| end < symbol.start);
                position += u32::from(gap);
                let number = self.number(name, symbol.word);
                self.places.push(Place {
                    symbol: number,
                    id,
                    position,
                    gap,
                    first: end.is_none(),
                });
                if id & 1 == 0 {
                    self.add_title(name, symbol.word, id);
                }
                position += STEP;
                end = Some(symbol.end);
            }
            // No phrase goes on from one text to the next.
            position += 4 * STEP;
        }
    }

    fn number(&mut self, name: &str, word: bool) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.words.push(word);
        self.numbers.insert(name.to_owned(), number);
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
        let ids = self.titles.entry(name[..end].to_owned()).or_default();
        if ids.last() != Some(&id) {
            ids.push(id);
        }
    }

    fn text(&self, from: usize, width: usize) -> String {
        let mut text = String::new();
        for (index, place) in self.places[from..from + width].iter().enumerate() {
            if index > 0 && place.gap {
                text.push(' ');
            }
            text.push_str(&self.names[place.symbol as usize]);
        }
        text
    }
}

/// The terms of one width; of width 1 every symbol.
struct Level {
    width: usize,
    /// The term that begins at each place.
    at: Vec<u32>,
    /// The places of each term.
    terms: Vec<Vec<u32>>,
    /// Which terms very many entries hold.
    heavy: Vec<bool>,
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
pub fn index(entries: &[Entry], shards: u32, script: &Script) -> Vec<Shard> {
    let mut row = Row::default();
    for (number, entry) in entries.iter().enumerate() {
        let id = number as u32 * 2;
        row.add(id, &entry.title, script);
        row.add(id + 1, &entry.text, script);
    }
    let many = many(entries.len());
    let mut terms: Vec<Vec<Term>> = Vec::new();
    terms.resize_with(shards as usize, Vec::new);
    let mut level = symbols_of(&row, many);
    loop {
        for (shard, term) in written(&row, &level, shards) {
            terms[shard as usize].push(term);
        }
        if level.width == LONGEST {
            break;
        }
        level = longer(&row, &level, many);
    }
    // Of titles; a short word that is there already has them in its list.
    let titles = std::mem::take(&mut row.titles);
    for (text, ids) in titles {
        let shard = &mut terms[shard_of(&text, shards) as usize];
        match shard.iter_mut().find(|term| term.text == text) {
            Some(term) => {
                term.ids.extend(ids);
                term.ids.sort_unstable();
                term.ids.dedup();
            }
            None => shard.push(Term {
                text,
                goes_on: false,
                ids,
                positions: Vec::new(),
            }),
        }
    }
    terms.into_par_iter().map(shard).collect()
}

/// A term as it is written.
struct Term {
    text: String,
    /// Whether longer terms go on from it wherever it stands.
    goes_on: bool,
    ids: Vec<u32>,
    positions: Vec<u8>,
}

fn shard(mut terms: Vec<Term>) -> Shard {
    terms.sort_unstable_by(|one, other| one.text.cmp(&other.text));
    let mut shard = Shard::default();
    let mut list = Vec::new();
    for Term {
        text,
        goes_on,
        ids,
        positions,
    } in terms
    {
        put_bytes(&mut shard.lists, text.as_bytes());
        list.clear();
        put_number(&mut list, u32::from(goes_on));
        let mut last = 0;
        for id in ids {
            put_number(&mut list, id - last);
            last = id;
        }
        put_bytes(&mut shard.lists, &list);
        put_bytes(&mut shard.positions, &positions);
    }
    shard
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}

/// Single symbols. A Chinese character counts as held by very many: pairs with
/// it are terms in any case.
fn symbols_of(row: &Row, many: usize) -> Level {
    let mut terms = vec![Vec::new(); row.names.len()];
    for (at, place) in row.places.iter().enumerate() {
        terms[place.symbol as usize].push(at as u32);
    }
    let mut level = Level::new(row, 1, terms, many);
    for (heavy, word) in level.heavy.iter_mut().zip(&row.words) {
        *heavy |= !word;
    }
    level
}

/// The terms that are one symbol longer: very many hold what they begin or end
/// with. Whether a term is written so follows from its text: of two equal ones
/// both are, or none.
fn longer(row: &Row, level: &Level, many: usize) -> Level {
    let width = level.width;
    let heavy = |term: u32| term != NONE && level.heavy[term as usize];
    // Whether the symbol goes on from the one before it.
    let goes_on = |at: usize| row.places.get(at).is_some_and(|place| !place.first);
    let symbol = |place: usize, after: usize| {
        row.places[place].symbol << 1 | u32::from(row.places[after].gap)
    };
    let to_the_right = (0..level.terms.len())
        .into_par_iter()
        .flat_map_iter(|left| {
            let places = level.terms[left].iter().map(|at| *at as usize);
            let places = places
                .filter(|at| goes_on(at + width) && (level.heavy[left] || heavy(level.at[at + 1])));
            split(places.map(|at| (symbol(at + width, at + width), at as u32)))
        });
    // Where no term stands that it would go on from.
    let to_the_left = (0..level.terms.len())
        .into_par_iter()
        .flat_map_iter(|right| {
            let of_many = level.heavy[right].then_some(&level.terms[right]);
            let places = of_many.into_iter().flatten().map(|at| *at as usize);
            let places = places.filter(|at| goes_on(*at) && level.at[at - 1] == NONE);
            split(places.map(|at| (symbol(at - 1, at), at as u32 - 1)))
        });
    Level::new(
        row,
        width + 1,
        to_the_right.chain(to_the_left).collect(),
        many,
    )
}

/// Places, apart by what is the same there.
fn split(places: impl Iterator<Item = (u32, u32)>) -> Vec<Vec<u32>> {
    let mut places: Vec<(u32, u32)> = places.collect();
    places.sort_unstable();
    let alike = places.chunk_by(|one, other| one.0 == other.0);
    alike
        .map(|places| places.iter().map(|(_, at)| *at).collect())
        .collect()
}

impl Level {
    fn new(row: &Row, width: usize, terms: Vec<Vec<u32>>, many: usize) -> Self {
        let mut at = vec![NONE; row.places.len()];
        for (number, places) in terms.iter().enumerate() {
            for place in places {
                at[*place as usize] = number as u32;
            }
        }
        let heavy = (terms.par_iter())
            .map(|places| {
                let entry = |place: &u32| row.places[*place as usize].id / 2;
                // Nearly all terms are rare: they need not be looked at.
                let entries = || places.chunk_by(|one, other| entry(one) == entry(other));
                places.len() > many && entries().count() > many
            })
            .collect();
        Self {
            width,
            at,
            terms,
            heavy,
        }
    }
}

/// The terms of a level as they are written. Where one stands that longer ones
/// go on from is written there.
fn written(row: &Row, level: &Level, shards: u32) -> Vec<(u32, Term)> {
    // A single Chinese character is no term: very many hold it.
    let is_term = |places: &[u32]| {
        level.width > 1 || row.words[row.places[places[0] as usize].symbol as usize]
    };
    (level.terms.par_iter().zip(&level.heavy))
        .filter(|(places, _)| is_term(places))
        .map(|(places, heavy)| {
            let text = row.text(places[0] as usize, level.width);
            let goes_on = *heavy && level.width < LONGEST;
            let places = || places.iter().map(|at| &row.places[*at as usize]);
            let mut ids: Vec<u32> = places().map(|place| place.id).collect();
            ids.dedup();
            let positions = match goes_on {
                true => Vec::new(),
                false => positions(places()),
            };
            let shard = shard_of(&text, shards);
            let term = Term {
                text,
                goes_on,
                ids,
                positions,
            };
            (shard, term)
        })
        .collect()
}

/// Where a term stands, as it is written: for each entry how far it is from the
/// one before, then its places, each as far from the one before it.
fn positions<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<u8> {
    let mut positions = Vec::new();
    let mut places = places.peekable();
    let (mut id, mut last) = (None, 0);
    while let Some(place) = places.next() {
        if id != Some(place.id) {
            put_number(&mut positions, place.id - id.unwrap_or(0));
            (id, last) = (Some(place.id), 0);
        }
        let more = places.peek().is_some_and(|next| next.id == place.id);
        put_number(
            &mut positions,
            (place.position - last) << 1 | u32::from(more),
        );
        last = place.position;
    }
    positions
}
