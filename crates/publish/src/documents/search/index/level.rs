//! The terms of every width.

use super::longer::longer;
use super::row::{Row, Spot};
use super::term::{Counted, NONE, Term, put_ids, put_positions};

/// The terms of every width, from one symbol on, and what is written of them.
#[derive(Default)]
pub(super) struct Levels(Vec<Level>);

/// The terms of one width; of width 1 every symbol, a Chinese character without a
/// place: it is no term.
struct Level {
    terms: Vec<Term>,
    bytes: Vec<u8>,
}

impl Levels {
    /// All up to this width. Those that more entries than `many` hold are written
    /// on, unless they are the longest.
    ///
    /// Every width goes through all places in their order, first to count and then
    /// to write: nothing is looked up far away, however large the archive is.
    pub(super) fn of(row: &Row, many: u32, longest: usize) -> Self {
        let limit = |width: usize| if width < longest { many } else { u32::MAX };
        let mut levels = Self::default();
        // The term that begins at each place.
        let mut at: Vec<u32> = (0..row.len()).map(|place| row.symbol(place)).collect();
        // Room for spots by term. Taken anew for every width, it would have to be
        // cleared by the system first.
        let mut room = vec![0; row.len()];
        levels.add(row, &at, symbols(row), limit(1), &mut room);
        for width in 1..longest {
            let counted = longer(row, &mut at, levels.terms(width), width);
            levels.add(row, &at, counted, limit(width + 1), &mut room);
        }
        levels
    }

    /// The terms of a width.
    pub(super) fn terms(&self, width: usize) -> &[Term] {
        &self.0[width - 1].terms
    }

    /// The entries that hold a term, as they are written.
    pub(super) fn ids(&self, term: &Term) -> &[u8] {
        let (width, bytes) = &term.ids;
        &self.0[width - 1].bytes[bytes.clone()]
    }

    /// Where a term of this width stands, as it is written.
    pub(super) fn positions(&self, width: usize, term: &Term) -> &[u8] {
        &self.0[width - 1].bytes[term.positions.clone()]
    }

    /// Adds the terms of the next width.
    fn add(&mut self, row: &Row, at: &[u32], counted: Vec<Counted>, many: u32, room: &mut [u64]) {
        let width = self.0.len() + 1;
        let shorter = self.0.last().map_or(&[][..], |level| &level.terms);
        let mut terms: Vec<Term> = (counted.into_iter())
            .map(|counted| Term::new(&counted, many, shorter.get(counted.shorter as usize)))
            .collect();
        let gathered = gather(row, at, &terms, room);
        // What is not used of it takes no memory.
        let mut bytes = Vec::with_capacity(gathered.len() * BYTES_PER_SPOT);
        let mut rest = gathered;
        for term in terms.iter_mut().filter(|term| term.is_to_write()) {
            let (spots, others) = rest.split_at(term.places as usize);
            rest = others;
            let start = bytes.len();
            put_ids(
                &mut bytes,
                spots.iter().map(|spot| Spot::unpacked(*spot).id),
            );
            term.ids = (width, start..bytes.len());
            if !term.goes_on {
                let start = bytes.len();
                put_positions(&mut bytes, spots);
                term.positions = start..bytes.len();
            }
        }
        self.0.push(Level { terms, bytes });
    }
}

/// About how much is written of a place at most.
const BYTES_PER_SPOT: usize = 4;

/// Puts the spots of every term that is to be written together.
fn gather<'r>(row: &Row, at: &[u32], terms: &[Term], room: &'r mut [u64]) -> &'r [u64] {
    let mut all = 0;
    let mut next: Vec<u32> = Vec::with_capacity(terms.len());
    for term in terms {
        let is_to_write = term.is_to_write();
        next.push(if is_to_write { all } else { NONE });
        all += if is_to_write { term.places } else { 0 };
    }
    for text in &row.texts {
        row.spots(text, |place, spot| {
            let Some(next) = next.get_mut(at[place] as usize) else {
                return;
            };
            if *next != NONE {
                room[*next as usize] = spot.packed();
                *next += 1;
            }
        });
    }
    &room[..all as usize]
}

/// Single symbols. A Chinese character counts as held by very many: pairs with it
/// are terms in any case.
fn symbols(row: &Row) -> Vec<Counted> {
    let mut counted: Vec<Counted> = (0..row.symbols() as u32)
        .map(|symbol| match row.is_word(symbol) {
            true => Counted::default(),
            false => Counted::by_all(),
        })
        .collect();
    for text in &row.texts {
        row.spots(text, |place, spot| {
            let symbol = row.symbol(place);
            if row.is_word(symbol) {
                counted[symbol as usize].add(place, spot);
            }
        });
    }
    counted
}
