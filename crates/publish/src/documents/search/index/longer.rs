//! The terms that are one symbol longer than others.

use rustc_hash::FxHashMap;

use super::row::Row;
use super::term::{Counted, NONE, Term};

/// Counts them: very many hold what they begin or end with. Whether a term is
/// written so follows from its text: of two equal ones both are, or none. `at` is
/// the term of this width that begins at each place, and afterwards the longer one.
pub(super) fn longer(row: &Row, at: &mut [u32], terms: &[Term], width: usize) -> Vec<Counted> {
    let goes_on: Vec<bool> = terms.iter().map(|term| term.goes_on).collect();
    let goes_on = |term: u32| term != NONE && goes_on[term as usize];
    let mut counted: Vec<Counted> = Vec::new();
    let mut numbers = Numbers::of(terms.len());
    for text in &row.texts {
        let last = text.places.end.saturating_sub(width);
        let mut here = at[text.places.start];
        let mut here_goes_on = goes_on(here);
        row.spots(text, |place, spot| {
            let next = match place + 1 < text.places.end {
                true => at[place + 1],
                false => NONE,
            };
            let next_goes_on = goes_on(next);
            at[place] = NONE;
            if place < last && (here_goes_on || next_goes_on) {
                let (shorter, before, added) = match here {
                    NONE => (next, 1, row.added(place, place + 1)),
                    _ => (here, 0, row.added(place + width, place + width)),
                };
                let number = numbers.of_longer(2 * shorter + before, added);
                if number as usize == counted.len() {
                    counted.push(Counted::longer_than(shorter));
                }
                counted[number as usize].add(place, spot);
                at[place] = number;
            }
            (here, here_goes_on) = (next, next_goes_on);
        });
    }
    counted
}

/// Longer terms by what they are made of, numbered as they come.
struct Numbers {
    numbers: FxHashMap<(u32, u32), u32>,
    /// What was added last to each, and what that gave: most terms that many hold
    /// go on in few ways.
    last: Vec<(u32, u32)>,
}

impl Numbers {
    fn of(terms: usize) -> Self {
        Self {
            numbers: FxHashMap::default(),
            last: vec![(NONE, NONE); 2 * terms],
        }
    }

    /// The term that something is added to: `shorter` is twice its number, and one
    /// more if it is added at the beginning.
    fn of_longer(&mut self, shorter: u32, added: u32) -> u32 {
        let last = &mut self.last[shorter as usize];
        if last.0 != added {
            let new = self.numbers.len() as u32;
            let number = *self.numbers.entry((shorter, added)).or_insert(new);
            *last = (added, number);
        }
        last.1
    }
}
