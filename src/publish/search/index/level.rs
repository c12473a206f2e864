//! The terms of one width, and those that are one symbol longer.

use rayon::prelude::*;

use super::places::{Known, Places, Wanted};
use super::row::Row;

/// No term.
const NONE: u32 = u32::MAX;
/// Set on the number of a term that very many entries hold.
const HEAVY: u32 = 1 << 31;

/// The terms of every width, from one symbol on.
pub(super) struct Levels(pub(super) Vec<Level>);

/// The terms of one width; of width 1 every symbol.
pub(super) struct Level {
    /// Where the places of each term begin, and where the last one's end.
    starts: Vec<u32>,
    /// The places of all terms, one term's after another's.
    places: Vec<u32>,
    /// Which terms very many entries hold.
    heavy: Vec<bool>,
}

/// A place and what sets it apart from others of the same term: the place
/// comes last, so that such numbers are in order.
type Sorted = u64;

impl Levels {
    /// All up to this width.
    pub(super) fn of(row: &Row, many: usize, longest: usize) -> Self {
        // The term that begins at each place, with [`HEAVY`].
        let mut at = vec![NONE; row.len()];
        let mut levels = vec![Level::of_symbols(row, many)];
        // Room to sort in. What is taken anew for every width is cleared by the
        // system first, and that takes longer than the sorting.
        let mut room = Vec::new();
        let mut known = Known {
            goes_on: Places::of(row.len(), |at| row.goes_on(at)),
            ..Known::default()
        };
        for width in 1..longest {
            let level = &levels[width - 1];
            match width {
                // A symbol stands at every place.
                1 => (at.par_iter_mut().enumerate())
                    .for_each(|(place, at)| *at = level.marked(row.symbol(place))),
                _ => {
                    at.fill(NONE);
                    level.mark(&mut at);
                }
            }
            known.there.set(at.len(), |place| at[place] != NONE);
            let is_heavy = |place: usize| at[place] != NONE && at[place] & HEAVY != 0;
            known.heavy.set(at.len(), is_heavy);
            let longer = level.longer(width, row, &at, &known, many, &mut room);
            levels.push(longer);
        }
        Self(levels)
    }
}

impl Level {
    /// Single symbols. A Chinese character counts as held by very many: pairs
    /// with it are terms in any case.
    fn of_symbols(row: &Row, many: usize) -> Self {
        let sorted = Buckets::of(row.symbols(), 0..row.len(), |at| row.symbol(at));
        let mut places = Vec::new();
        sorted.scatter(
            0..row.len(),
            |at| row.symbol(at),
            |at| at as u32,
            &mut places,
        );
        let mut level = Self::new(row, sorted.starts, places, many);
        for (symbol, heavy) in level.heavy.iter_mut().enumerate() {
            *heavy |= !row.is_word(symbol as u32);
        }
        level
    }

    /// The terms that are one symbol longer: very many hold what they begin or
    /// end with. Whether a term is written so follows from its text: of two
    /// equal ones both are, or none.
    fn longer(
        &self,
        width: usize,
        row: &Row,
        at: &[u32],
        known: &Known,
        many: usize,
        room: &mut Vec<Sorted>,
    ) -> Self {
        let (right, left) = (known.to_the_right(width), known.to_the_left());
        let mut starts = Vec::new();
        let mut places = Vec::with_capacity(right.count() + left.count());
        self.split(at, &right, room, &mut starts, &mut places, |place| {
            pair(row.added(place + width, place + width), place)
        });
        self.split(at, &left, room, &mut starts, &mut places, |place| {
            pair(row.added(place - 1, place), place - 1)
        });
        starts.push(places.len() as u32);
        Self::new(row, starts, places, many)
    }

    /// Adds the terms that the wanted places come to: apart by the term that stands
    /// there, and by what is added to it.
    fn split(
        &self,
        at: &[u32],
        wanted: &Wanted<impl Fn(usize) -> u64>,
        room: &mut Vec<Sorted>,
        starts: &mut Vec<u32>,
        places: &mut Vec<u32>,
        sorted: impl Fn(usize) -> Sorted,
    ) {
        let term = |place: usize| at[place] & !HEAVY;
        let buckets = Buckets::of(self.count(), wanted.places(), term);
        let mut rest = buckets.scatter(wanted.places(), term, sorted, room);
        let mut of_terms = Vec::new();
        for ends in buckets.starts.windows(2).filter(|ends| ends[0] < ends[1]) {
            let (of_term, others) = rest.split_at_mut((ends[1] - ends[0]) as usize);
            of_terms.push(of_term);
            rest = others;
        }
        (of_terms.par_iter_mut()).for_each(|of_term| of_term.sort_unstable());
        for of_term in of_terms {
            for alike in of_term.chunk_by(|one, other| one >> 32 == other >> 32) {
                starts.push(places.len() as u32);
                places.extend(alike.iter().map(|place| *place as u32));
            }
        }
    }

    fn new(row: &Row, starts: Vec<u32>, places: Vec<u32>, many: usize) -> Self {
        let heavy = (starts.par_windows(2))
            .map(|ends| {
                let entry = |place: &u32| row.spots.entry(*place);
                let places = &places[ends[0] as usize..ends[1] as usize];
                // Nearly all terms are rare: they need not be looked at.
                let mut entries = places.chunk_by(|one, other| entry(one) == entry(other));
                places.len() > many && entries.nth(many).is_some()
            })
            .collect();
        Self {
            starts,
            places,
            heavy,
        }
    }

    /// Writes at every place which term begins there.
    fn mark(&self, at: &mut [u32]) {
        for term in 0..self.count() {
            let marked = self.marked(term as u32);
            for place in self.places(term) {
                at[*place as usize] = marked;
            }
        }
    }

    /// The number of a term, with [`HEAVY`].
    fn marked(&self, term: u32) -> u32 {
        term | (u32::from(self.heavy[term as usize]) * HEAVY)
    }

    /// How many terms there are.
    pub(super) fn count(&self) -> usize {
        self.heavy.len()
    }

    /// The places of a term, in order; there is one at least.
    pub(super) fn places(&self, term: usize) -> &[u32] {
        &self.places[self.starts[term] as usize..self.starts[term + 1] as usize]
    }

    /// Whether very many entries hold a term.
    pub(super) fn is_heavy(&self, term: usize) -> bool {
        self.heavy[term]
    }
}

fn pair(added: u32, at: usize) -> Sorted {
    Sorted::from(added) << 32 | at as Sorted
}

/// Where each of so many buckets begins when things lie in a row.
pub(super) struct Buckets {
    pub(super) starts: Vec<u32>,
}

impl Buckets {
    /// Counts what is in each.
    pub(super) fn of(
        buckets: usize,
        things: impl Iterator<Item = usize>,
        bucket: impl Fn(usize) -> u32,
    ) -> Self {
        let mut starts = vec![0; buckets + 1];
        // Not `for`: what is wanted comes word by word, and is gone through far
        // quicker by itself.
        things.for_each(|thing| starts[bucket(thing) as usize + 1] += 1);
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { starts }
    }

    /// The same things, by bucket; in a bucket they stay in order. `room` is
    /// where they lie.
    pub(super) fn scatter<'r, T: Copy + Default>(
        &self,
        things: impl Iterator<Item = usize>,
        bucket: impl Fn(usize) -> u32,
        value: impl Fn(usize) -> T,
        room: &'r mut Vec<T>,
    ) -> &'r mut [T] {
        let all = self.starts.last().copied().unwrap_or_default() as usize;
        if room.len() < all {
            room.resize(all, T::default());
        }
        let values = &mut room[..all];
        let mut next = self.starts.clone();
        things.for_each(|thing| {
            let next = &mut next[bucket(thing) as usize];
            values[*next as usize] = value(thing);
            *next += 1;
        });
        values
    }
}
