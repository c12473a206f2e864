//! A term and what is written of it.

use crate::search::put_number;

use super::row::Spot;

/// A term, which grows as a row is gone through: it is written at once, since
/// what it is written from would take more room and have to be found again.
#[derive(Debug, Default)]
pub(super) struct Term {
    /// The entries that hold it, each as the difference to the one before.
    pub(super) ids: Vec<u8>,
    /// Where it stands: for each entry how far it is from the one before, then
    /// its places, each as far from the one before it, with a bit for whether
    /// more follow. Nothing if longer terms go on from it.
    pub(super) positions: Vec<u8>,
    /// A place of it.
    pub(super) place: u32,
    entries: u32,
    /// Where it stood last.
    last: Spot,
}

/// How many entries a term has that counts as held by very many.
const WRITTEN_ON: u32 = u32::MAX;

impl Term {
    /// A term that longer ones go on from, whoever holds it.
    pub(super) fn written_on() -> Self {
        Self {
            entries: WRITTEN_ON,
            ..Self::default()
        }
    }

    /// Whether longer terms go on from it wherever it stands.
    pub(super) fn goes_on(&self) -> bool {
        self.entries == WRITTEN_ON
    }

    /// Adds a place, which comes after those before. A term that more entries
    /// than `many` hold is written on by longer ones.
    pub(super) fn add(&mut self, place: usize, spot: Spot, many: u32) {
        let Spot { id, position } = spot;
        let first = self.ids.is_empty();
        if first {
            self.place = place as u32;
        }
        if first || id != self.last.id {
            put_number(&mut self.ids, id - self.last.id);
            if !self.goes_on() {
                put_number(&mut self.positions, id - self.last.id);
                put_number(&mut self.positions, position << 1);
                self.entries += u32::from(first || id / 2 != self.last.id / 2);
                if self.entries > many {
                    self.entries = WRITTEN_ON;
                    self.positions = Vec::new();
                }
            }
        } else if !self.goes_on() {
            self.more_follow();
            put_number(&mut self.positions, (position - self.last.position) << 1);
        }
        self.last = spot;
    }

    /// Marks the number that was written last.
    fn more_follow(&mut self) {
        let before = self.positions.len() - 1;
        let ends = (self.positions[..before].iter()).rposition(|byte| byte & 0x80 == 0);
        self.positions[ends.map_or(0, |end| end + 1)] |= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(mut bytes: &[u8]) -> Vec<u32> {
        let mut numbers = Vec::new();
        while let Some(end) = bytes.iter().position(|byte| byte & 0x80 == 0) {
            let (number, rest) = bytes.split_at(end + 1);
            let digits = number.iter().rev();
            numbers.push(digits.fold(0, |sum, digit| sum << 7 | u32::from(digit & 0x7f)));
            bytes = rest;
        }
        numbers
    }

    fn term(spots: &[(u32, u32)], many: u32) -> Term {
        let mut term = Term::default();
        for (place, (id, position)) in spots.iter().enumerate() {
            let (id, position) = (*id, *position);
            term.add(place, Spot { id, position }, many);
        }
        term
    }

    #[test]
    fn writes_who_holds_it_and_where() {
        let term = term(&[(0, 5), (0, 300), (0, 301), (900, 70), (901, 2)], 2);
        assert_eq!(numbers(&term.ids), [0, 900, 1]);
        let positions = [0, 5 << 1 | 1, 295 << 1 | 1, 1 << 1, 900, 70 << 1, 1, 2 << 1];
        assert_eq!(numbers(&term.positions), positions);
        assert!(!term.goes_on());
    }

    #[test]
    fn is_written_on_when_very_many_entries_hold_it() {
        let term = term(&[(0, 5), (1, 5), (2, 7), (4, 1), (4, 3)], 2);
        assert_eq!(numbers(&term.ids), [0, 1, 1, 2]);
        assert!(term.goes_on());
        assert!(term.positions.is_empty());
    }
}
