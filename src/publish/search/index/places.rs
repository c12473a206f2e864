//! Which places of a row something holds for.

use rayon::prelude::*;

/// How many places one word tells of.
const WORD: usize = u64::BITS as usize;
/// How many words are gone through together.
const AT_ONCE: usize = 1 << 10;

/// Which places of a row something holds for, a bit each: of millions it is
/// asked again and again, and so 64 are answered at once.
#[derive(Default)]
pub(super) struct Places(Vec<u64>);

impl Places {
    /// The places, of so many, that something holds for.
    pub(super) fn of(len: usize, holds: impl Fn(usize) -> bool + Sync) -> Self {
        let mut places = Self::default();
        places.set(len, holds);
        places
    }

    /// Finds them anew.
    pub(super) fn set(&mut self, len: usize, holds: impl Fn(usize) -> bool + Sync) {
        self.0.resize(len.div_ceil(WORD), 0);
        let words = self.0.par_iter_mut().with_min_len(AT_ONCE).enumerate();
        words.for_each(|(number, word)| {
            let places = number * WORD..((number + 1) * WORD).min(len);
            let bits = (0..).zip(places);
            *word = bits.fold(0, |word, (bit, at)| word | u64::from(holds(at)) << bit);
        });
    }

    /// The words of the places that are so much further on.
    fn later(&self, number: usize, by: usize) -> u64 {
        let (first, shift) = (number + by / WORD, by % WORD);
        let word = |number: usize| self.0.get(number).copied().unwrap_or(0);
        match shift {
            0 => word(first),
            _ => word(first) >> shift | word(first + 1) << (WORD - shift),
        }
    }

    /// The words of the places that are one before.
    fn before(&self, number: usize) -> u64 {
        let last = number.checked_sub(1).map_or(0, |number| self.0[number]);
        self.0[number] << 1 | last >> (WORD - 1)
    }
}

/// What is known of the terms at every place, and so where longer ones begin.
#[derive(Default)]
pub(super) struct Known {
    /// Whether a term begins there.
    pub(super) there: Places,
    /// Whether very many entries hold it.
    pub(super) heavy: Places,
    /// Whether a place goes on from the one before it.
    pub(super) goes_on: Places,
}

/// The places that something is wanted of, word by word.
pub(super) struct Wanted<Word> {
    words: usize,
    word: Word,
}

impl Known {
    /// Where terms of this width are to be one symbol longer at their end:
    /// very many hold what they begin or end with.
    pub(super) fn to_the_right(&self, width: usize) -> Wanted<impl Fn(usize) -> u64> {
        let Self {
            there,
            heavy,
            goes_on,
        } = self;
        self.wanted(move |number| {
            let either = heavy.0[number] | heavy.later(number, 1);
            there.0[number] & either & goes_on.later(number, width)
        })
    }

    /// Where they are to be so at their beginning: no term stands before them
    /// that would go on.
    pub(super) fn to_the_left(&self) -> Wanted<impl Fn(usize) -> u64> {
        let Self {
            there,
            heavy,
            goes_on,
        } = self;
        self.wanted(move |number| heavy.0[number] & goes_on.0[number] & !there.before(number))
    }

    fn wanted<Word: Fn(usize) -> u64>(&self, word: Word) -> Wanted<Word> {
        let words = self.there.0.len();
        Wanted { words, word }
    }
}

impl<Word: Fn(usize) -> u64> Wanted<Word> {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        let counts = (0..self.words).map(|number| (self.word)(number).count_ones() as usize);
        counts.sum()
    }

    /// Which they are, in order.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.words).flat_map(|number| {
            let mut rest = (self.word)(number);
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
                rest &= rest - 1;
                Some(number * WORD + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wants_what_is_wanted_place_by_place() {
        let mut random = fastrand::Rng::with_seed(1);
        for len in [0, 1, 63, 64, 65, 300, 70_000] {
            let mut some =
                |likely: f32| -> Vec<bool> { (0..len).map(|_| random.f32() < likely).collect() };
            let there = some(0.7);
            let heavy: Vec<bool> = (there.iter().zip(some(0.4)))
                .map(|(there, heavy)| *there && heavy)
                .collect();
            let mut goes_on = some(0.9);
            // Nothing stands before the first.
            goes_on.iter_mut().take(1).for_each(|first| *first = false);
            let known = Known {
                there: Places::of(len, |at| there[at]),
                heavy: Places::of(len, |at| heavy[at]),
                goes_on: Places::of(len, |at| goes_on[at]),
            };
            let is = |all: &[bool], at: usize| all.get(at).copied().unwrap_or(false);
            for width in [1, 2, 7, 64] {
                let wanted = known.to_the_right(width);
                let expected = (0..len).filter(|at| {
                    there[*at] && (heavy[*at] || is(&heavy, at + 1)) && is(&goes_on, at + width)
                });
                assert_eq!(wanted.count(), expected.clone().count());
                assert!(wanted.places().eq(expected));
            }
            let wanted = known.to_the_left();
            let expected = (0..len).filter(|at| heavy[*at] && goes_on[*at] && !there[at - 1]);
            assert_eq!(wanted.count(), expected.clone().count());
            assert!(wanted.places().eq(expected));
        }
    }
}
