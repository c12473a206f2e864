//! The terms of one width, and those that are one symbol longer.

use rustc_hash::FxHashMap;

use super::row::Row;
use super::term::Term;

/// No term.
const NONE: u32 = u32::MAX;

/// The terms of every width, from one symbol on; of width 1 every symbol, those
/// that are no term without an entry.
pub(super) struct Levels(pub(super) Vec<Vec<Term>>);

impl Levels {
    /// All up to this width. Those that more entries than `many` hold are written
    /// on, unless they are the longest.
    pub(super) fn of(row: &Row, many: u32, longest: usize) -> Self {
        let limit = |width: usize| if width < longest { many } else { u32::MAX };
        let mut levels = vec![symbols(row, limit(1))];
        // The term that begins at each place.
        let mut at: Vec<u32> = (0..row.len()).map(|place| row.symbol(place)).collect();
        for width in 1..longest {
            let longer = longer(row, &mut at, &levels[width - 1], width, limit(width + 1));
            levels.push(longer);
        }
        Self(levels)
    }
}

/// Single symbols. A Chinese character counts as held by very many: pairs with it
/// are terms in any case.
fn symbols(row: &Row, many: u32) -> Vec<Term> {
    let mut terms: Vec<Term> = (0..row.symbols() as u32)
        .map(|symbol| match row.is_word(symbol) {
            true => Term::default(),
            false => Term::written_on(),
        })
        .collect();
    for text in &row.texts {
        row.spots(text, |place, spot| {
            let symbol = row.symbol(place);
            if row.is_word(symbol) {
                terms[symbol as usize].add(place, spot, many);
            }
        });
    }
    terms
}

/// The terms that are one symbol longer: very many hold what they begin or end
/// with. Whether a term is written so follows from its text: of two equal ones
/// both are, or none.
///
/// All places are gone through in their order, and every term is written as it
/// goes: nothing is looked up far away, however large the archive.
fn longer(row: &Row, at: &mut [u32], terms: &[Term], width: usize, many: u32) -> Vec<Term> {
    let goes_on: Vec<bool> = terms.iter().map(Term::goes_on).collect();
    let goes_on = |term: u32| term != NONE && goes_on[term as usize];
    let mut longer: Vec<Term> = Vec::new();
    let mut children = Children::of(terms.len());
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
                let child = match here {
                    NONE => children.of_end(next, row.added(place, place + 1)),
                    _ => children.of_beginning(here, row.added(place + width, place + width)),
                };
                if child as usize == longer.len() {
                    longer.push(Term::default());
                }
                longer[child as usize].add(place, spot, many);
                at[place] = child;
            }
            (here, here_goes_on) = (next, next_goes_on);
        });
    }
    longer
}

/// The terms that others become by one more symbol, numbered as they come.
struct Children {
    numbers: FxHashMap<(u32, u32), u32>,
    /// What was added last to each, and what that gave: most terms that many hold
    /// go on in few ways.
    last: Vec<(u32, u32)>,
}

impl Children {
    fn of(terms: usize) -> Self {
        Self {
            numbers: FxHashMap::default(),
            last: vec![(NONE, NONE); 2 * terms],
        }
    }

    /// The term that begins with another.
    fn of_beginning(&mut self, term: u32, added: u32) -> u32 {
        self.number(2 * term, added)
    }

    /// The term that ends with another.
    fn of_end(&mut self, term: u32, added: u32) -> u32 {
        self.number(2 * term + 1, added)
    }

    fn number(&mut self, parent: u32, added: u32) -> u32 {
        let last = &mut self.last[parent as usize];
        if last.0 != added {
            let new = self.numbers.len() as u32;
            let number = *self.numbers.entry((parent, added)).or_insert(new);
            *last = (added, number);
        }
        last.1
    }
}
