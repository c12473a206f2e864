//! Where every place of a row is.

use crate::search::STEP;

/// How many places one block tells of: the bits of [`Block::gaps`].
const BLOCK: usize = u64::BITS as usize;

/// Where a symbol stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Twice the entry, and one more in its text.
    pub(super) id: u32,
    /// Where in it: see [`STEP`].
    pub(super) position: u32,
}

/// Where every place of a row is, in three bits a place: millions are looked up
/// in no order, so all of it should stay near the processor.
#[derive(Default)]
pub(super) struct Spots {
    blocks: Vec<Block>,
    texts: Vec<Text>,
    /// How many places there are.
    len: usize,
    /// How many blanks there are before places.
    gaps: u32,
}

/// What is known of 64 places.
struct Block {
    /// Which of them have a blank before them.
    gaps: u64,
    /// How many blanks there are in the blocks before.
    before: u32,
    /// In which text the first of them is, or in a later one that begins there.
    text: u32,
}

/// Where a text begins.
struct Text {
    id: u32,
    place: u32,
    /// What its positions have over those of a row that begins at 0, modulo
    /// 2³².
    shift: u32,
}

impl Spots {
    /// Begins a text: the next place is at this position of it.
    pub(super) fn begin(&mut self, id: u32, position: u32) {
        let place = self.len as u32;
        self.texts.push(Text {
            id,
            place,
            shift: position.wrapping_sub(place * STEP + self.gaps),
        });
    }

    /// Adds a place of the text that was begun last.
    pub(super) fn push(&mut self, gap: bool) {
        let bit = self.len % BLOCK;
        if bit == 0 {
            self.blocks.push(Block {
                gaps: 0,
                before: self.gaps,
                text: self.texts.len() as u32 - 1,
            });
        }
        if let Some(block) = self.blocks.last_mut() {
            block.gaps |= u64::from(gap) << bit;
        }
        self.gaps += u32::from(gap);
        self.len += 1;
    }

    /// The entry that a place is in.
    pub(super) fn entry(&self, place: u32) -> u32 {
        self.text(place, &self.blocks[place as usize / BLOCK]).id / 2
    }

    /// Where a place is.
    pub(super) fn get(&self, place: u32) -> Spot {
        let block = &self.blocks[place as usize / BLOCK];
        let text = self.text(place, block);
        let up_to_it = u64::MAX >> (BLOCK - 1 - place as usize % BLOCK);
        let gaps = block.before + (block.gaps & up_to_it).count_ones();
        Spot {
            id: text.id,
            position: text.shift.wrapping_add(place * STEP + gaps),
        }
    }

    fn text(&self, place: u32, block: &Block) -> &Text {
        let mut text = block.text as usize;
        while self
            .texts
            .get(text + 1)
            .is_some_and(|next| next.place <= place)
        {
            text += 1;
        }
        &self.texts[text]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_place_again() {
        let mut random = fastrand::Rng::with_seed(1);
        let mut spots = Spots::default();
        let mut expected = Vec::new();
        for id in 0..200 {
            let mut position = random.u32(..50);
            spots.begin(id, position);
            // Some texts are empty, and some longer than a block.
            for _ in 0..random.u32(..4) * random.u32(..60) {
                let gap = random.bool();
                position += u32::from(gap);
                spots.push(gap);
                expected.push(Spot { id, position });
                position += STEP;
            }
        }
        for (place, spot) in (0..).zip(&expected) {
            assert_eq!(spots.get(place), *spot, "{place}");
            assert_eq!(spots.entry(place), spot.id / 2);
        }
    }
}
