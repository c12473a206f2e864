//! A term and what is written of it.

use std::ops::Range;

use super::row::Spot;
use search::put_number;

/// No term, or nowhere.
pub(super) const NONE: u32 = u32::MAX;

/// What is known of a term once its places have been gone through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    /// The term that it begins or ends with, one symbol shorter.
    pub(super) shorter: u32,
    place: u32,
    places: u32,
    entries: u32,
    /// The entry that was counted last.
    last: u32,
}

impl Default for Counted {
    fn default() -> Self {
        Self::longer_than(NONE)
    }
}

impl Counted {
    /// None of it yet.
    pub(super) fn longer_than(shorter: u32) -> Self {
        Self {
            shorter,
            place: NONE,
            places: 0,
            entries: 0,
            last: NONE,
        }
    }

    /// What is no term, but goes on.
    pub(super) fn by_all() -> Self {
        Self {
            entries: u32::MAX,
            ..Self::default()
        }
    }

    /// Counts a place, which comes after those before.
    pub(super) fn add(&mut self, place: usize, spot: Spot) {
        let entry = spot.id / 2;
        self.place = place as u32;
        self.places += 1;
        self.entries += u32::from(self.last != entry);
        self.last = entry;
    }
}

/// A term of some width.
#[derive(Debug)]
pub(super) struct Term {
    /// A place where it stands.
    pub(super) place: u32,
    /// At how many it does; none if it is no term.
    pub(super) places: u32,
    /// Whether longer terms go on from it wherever it stands.
    pub(super) goes_on: bool,
    /// The entries that hold it: of which width's bytes, and which.
    pub(super) ids: (usize, Range<usize>),
    /// Where it stands: which bytes. None if longer terms go on from it.
    pub(super) positions: Range<usize>,
}

impl Term {
    /// A term that goes on if more entries than `many` hold it.
    ///
    /// If the shorter one goes on as well and stands nowhere else, the same entries
    /// hold both: so it mostly is within a turn of speech.
    pub(super) fn new(counted: &Counted, many: u32, shorter: Option<&Self>) -> Self {
        let goes_on = counted.entries > many;
        let same = shorter
            .filter(|shorter| goes_on && shorter.goes_on && shorter.places == counted.places);
        Self {
            place: counted.place,
            places: counted.places,
            goes_on,
            ids: same.map_or((0, 0..0), |shorter| shorter.ids.clone()),
            positions: 0..0,
        }
    }

    /// Whether it is a term, and nothing is written of it yet.
    pub(super) fn is_to_write(&self) -> bool {
        self.places > 0 && self.ids.1.is_empty()
    }
}

/// The entries that hold a term, each as the difference to the one before.
pub(super) fn put_ids(out: &mut Vec<u8>, ids: impl IntoIterator<Item = u32>) {
    let mut last = None;
    for id in ids {
        if last != Some(id) {
            put_number(out, id - last.unwrap_or(0));
            last = Some(id);
        }
    }
}

/// Where a term stands: for each entry how far it is from the one before, then
/// its places, each as far from the one before it, and whether more follow.
pub(super) fn put_positions(out: &mut Vec<u8>, spots: &[u64]) {
    let mut spots = spots.iter().map(|spot| Spot::unpacked(*spot)).peekable();
    let (mut id, mut last) = (None, 0);
    while let Some(spot) = spots.next() {
        if id != Some(spot.id) {
            put_number(out, spot.id - id.unwrap_or(0));
            (id, last) = (Some(spot.id), 0);
        }
        let more = spots.peek().is_some_and(|next| next.id == spot.id);
        put_number(out, (spot.position - last) << 1 | u32::from(more));
        last = spot.position;
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
            numbers.push(digits.fold(0, |sum, digit| (sum << 7) | u32::from(digit & 0x7f)));
            bytes = rest;
        }
        numbers
    }

    fn spots(spots: &[(u32, u32)]) -> impl Iterator<Item = Spot> {
        (spots.iter().copied()).map(|(id, position)| Spot { id, position })
    }

    fn packed(all: &[(u32, u32)]) -> Vec<u64> {
        spots(all).map(Spot::packed).collect()
    }

    fn counted(shorter: u32, of: &[(u32, u32)]) -> Counted {
        let mut counted = Counted::longer_than(shorter);
        for (place, spot) in spots(of).enumerate() {
            counted.add(place, spot);
        }
        counted
    }

    #[test]
    fn writes_who_holds_a_term_and_where() {
        let spots = packed(&[(0, 5), (0, 300), (0, 301), (900, 70), (901, 2)]);
        let (mut ids, mut positions) = (Vec::new(), Vec::new());
        put_ids(&mut ids, [0, 0, 0, 900, 901]);
        put_positions(&mut positions, &spots);
        assert_eq!(numbers(&ids), [0, 900, 1]);
        let expected = [
            0,
            (5 << 1) | 1,
            (295 << 1) | 1,
            1 << 1,
            900,
            70 << 1,
            1,
            2 << 1,
        ];
        assert_eq!(numbers(&positions), expected);
    }

    #[test]
    fn goes_on_when_more_entries_hold_a_term_than_many() {
        // Title and text are of one entry.
        let held_by_two = counted(NONE, &[(0, 5), (1, 5), (1, 7), (4, 1)]);
        assert!(Term::new(&held_by_two, 1, None).goes_on);
        assert!(!Term::new(&held_by_two, 2, None).goes_on);
    }

    #[test]
    fn writes_the_entries_once_of_terms_that_stand_at_the_same_places() {
        let everywhere = [(0, 5), (2, 5), (4, 1)];
        let mut shorter = Term::new(&counted(NONE, &everywhere), 1, None);
        shorter.ids = (3, 7..10);
        let same = Term::new(&counted(0, &everywhere), 1, Some(&shorter));
        assert!(same.goes_on && !same.is_to_write());
        assert_eq!(same.ids, shorter.ids);
        // One that is elsewhere, too; and the longest, of which one asks where.
        let rarer = Term::new(&counted(0, &everywhere[1..]), 1, Some(&shorter));
        let longest = Term::new(&counted(0, &everywhere), u32::MAX, Some(&shorter));
        assert!(rarer.goes_on && rarer.is_to_write());
        assert!(!longest.goes_on && longest.is_to_write());
    }
}
