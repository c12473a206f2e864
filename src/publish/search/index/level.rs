//! The terms of one width, and those that are one symbol longer.

use rayon::prelude::*;

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
        for width in 1..longest {
            let level = &levels[width - 1];
            at.fill(NONE);
            level.mark(&mut at);
            let longer = level.longer(width, row, &at, many);
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
        let places = sorted.scattered(0..row.len(), |at| row.symbol(at), |at| at as u32);
        let mut level = Self::new(row, sorted.starts, places, many);
        for (symbol, heavy) in level.heavy.iter_mut().enumerate() {
            *heavy |= !row.is_word(symbol as u32);
        }
        level
    }

    /// The terms that are one symbol longer: very many hold what they begin or
    /// end with. Whether a term is written so follows from its text: of two
    /// equal ones both are, or none.
    fn longer(&self, width: usize, row: &Row, at: &[u32], many: usize) -> Self {
        let is_heavy = |term: u32| term != NONE && term & HEAVY != 0;
        let term = |place: usize| at.get(place).copied().unwrap_or(NONE);
        let to_the_right = |place: usize| {
            let left = term(place);
            left != NONE
                && (is_heavy(left) || is_heavy(term(place + 1)))
                && row.goes_on(place + width)
        };
        // Where no term stands that it would go on from.
        let to_the_left =
            |place: usize| is_heavy(term(place)) && row.goes_on(place) && term(place - 1) == NONE;
        let mut starts = Vec::new();
        let mut places = Vec::new();
        let wanted_to_the_right = wanted(row, to_the_right);
        self.split(
            at,
            &wanted_to_the_right,
            &mut starts,
            &mut places,
            |place| pair(row.added(place + width, place + width), place),
        );
        let wanted_to_the_left = wanted(row, to_the_left);
        self.split(at, &wanted_to_the_left, &mut starts, &mut places, |place| {
            pair(row.added(place - 1, place), place - 1)
        });
        starts.push(places.len() as u32);
        Self::new(row, starts, places, many)
    }

    /// Adds the terms that these places come to: apart by the term that stands
    /// there, and by what is added to it.
    fn split(
        &self,
        at: &[u32],
        wanted: &[u32],
        starts: &mut Vec<u32>,
        places: &mut Vec<u32>,
        sorted: impl Fn(usize) -> Sorted,
    ) {
        let term = |place: usize| at[place] & !HEAVY;
        let wanted = || wanted.iter().map(|place| *place as usize);
        let buckets = Buckets::of(self.count(), wanted(), term);
        let mut all = buckets.scattered(wanted(), term, sorted);
        places.reserve(all.len());
        let mut rest = all.as_mut_slice();
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
            let mark = term as u32 | (u32::from(self.heavy[term]) * HEAVY);
            for place in self.places(term) {
                at[*place as usize] = mark;
            }
        }
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

/// The places that something holds for, in order.
fn wanted(row: &Row, holds: impl Fn(usize) -> bool + Sync) -> Vec<u32> {
    const AT_ONCE: usize = 1 << 16;
    let chunks = row.len().div_ceil(AT_ONCE);
    (0..chunks)
        .into_par_iter()
        .flat_map_iter(|chunk| {
            let places = chunk * AT_ONCE..((chunk + 1) * AT_ONCE).min(row.len());
            places.filter(|at| holds(*at)).map(|at| at as u32)
        })
        .collect()
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
        for thing in things {
            starts[bucket(thing) as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { starts }
    }

    /// The same things, by bucket; in a bucket they stay in order.
    pub(super) fn scattered<T: Copy + Default>(
        &self,
        things: impl Iterator<Item = usize>,
        bucket: impl Fn(usize) -> u32,
        value: impl Fn(usize) -> T,
    ) -> Vec<T> {
        let all = self.starts.last().copied().unwrap_or_default();
        let mut values = vec![T::default(); all as usize];
        let mut next = self.starts.clone();
        for thing in things {
            let next = &mut next[bucket(thing) as usize];
            values[*next as usize] = value(thing);
            *next += 1;
        }
        values
    }
}
