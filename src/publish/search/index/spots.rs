//! Where every place of a row is.

use crate::search::STEP;

/// How many places one block tells of: the bits of a number.
const BLOCK: usize = u64::BITS as usize;

/// How many places are looked up together: all their blocks are asked for before
/// the first is needed, since most have to come from far away.
const TOGETHER: usize = 32;

/// Where a symbol stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Twice the entry, and one more in its text.
    pub(super) id: u32,
    /// Where in it: see [`STEP`].
    pub(super) position: u32,
}

/// Where every place of a row is, in a few bits a place: hundreds of millions of
/// them are looked up in no order, so all of it should stay near the processor,
/// and nothing that is looked up should hang on a guess of it.
#[derive(Default)]
pub(super) struct Spots {
    blocks: Vec<Block>,
    texts: Vec<Text>,
    /// Which places begin what belongs to another id.
    owned: Vec<Begun>,
    ids: Vec<u32>,
    /// How many places there are.
    len: usize,
    gaps: u32,
}

/// What is known of 64 places.
#[derive(Clone, Copy, Default)]
struct Block {
    /// Which of them have a blank before them.
    gaps: u64,
    /// Which of them begin a text.
    texts: u64,
    /// How many blanks there are in the blocks before.
    gaps_before: u32,
    /// How many texts begin in the blocks before.
    texts_before: u32,
}

/// Which of 64 places begin something.
#[derive(Clone, Copy, Default)]
struct Begun {
    places: u64,
    /// How many have begun in the blocks before.
    before: u32,
}

/// Where a text begins.
struct Text {
    id: u32,
    /// What its positions have over those of a row that begins at 0, modulo
    /// 2³².
    shift: u32,
    /// Its first place.
    place: u32,
}

impl Spots {
    /// Begins a text: the next place is at this position of it.
    pub(super) fn begin(&mut self, id: u32, position: u32) {
        let place = self.len as u32;
        // A text without a place is none.
        self.texts.pop_if(|text| text.place == place);
        self.texts.push(Text {
            id,
            shift: position.wrapping_sub(place * STEP + self.gaps),
            place,
        });
    }

    /// Adds a place of the text that was begun last.
    pub(super) fn push(&mut self, gap: bool) {
        let bit = self.len % BLOCK;
        let begins_text = (self.texts.last()).filter(|text| text.place as usize == self.len);
        let begins_id = begins_text.filter(|text| self.ids.last() != Some(&text.id));
        if bit == 0 {
            self.blocks.push(Block {
                gaps: 0,
                texts: 0,
                gaps_before: self.gaps,
                texts_before: (self.texts.len() - usize::from(begins_text.is_some())) as u32,
            });
            self.owned.push(Begun {
                places: 0,
                before: self.ids.len() as u32,
            });
        }
        if let (Some(block), Some(owned)) = (self.blocks.last_mut(), self.owned.last_mut()) {
            block.gaps |= u64::from(gap) << bit;
            block.texts |= u64::from(begins_text.is_some()) << bit;
            owned.places |= u64::from(begins_id.is_some()) << bit;
        }
        self.ids.extend(begins_id.map(|text| text.id));
        self.gaps += u32::from(gap);
        self.len += 1;
    }

    /// The entry that a place is in.
    pub(super) fn entry(&self, place: u32) -> u32 {
        self.id(place) / 2
    }

    fn id(&self, place: u32) -> u32 {
        self.id_in(place, &self.owned[place as usize / BLOCK])
    }

    fn id_in(&self, place: u32, block: &Begun) -> u32 {
        self.ids[(block.before + up_to(block.places, place)) as usize - 1]
    }

    /// The ids of places that are in order, each once.
    pub(super) fn ids(&self, places: &[u32], ids: &mut Vec<u32>) {
        ids.clear();
        ids.resize(places.len(), 0);
        // Each is written where the next one goes, which hangs on no branch.
        let mut there = 0;
        let mut last = None;
        for_each(&self.owned, places, |place, block| {
            let id = self.id_in(place, block);
            there += usize::from(last.is_some_and(|last| last != id));
            ids[there] = id;
            last = Some(id);
        });
        ids.truncate(there + usize::from(last.is_some()));
    }

    /// Where places are.
    pub(super) fn all(&self, places: &[u32], spots: &mut Vec<Spot>) {
        spots.clear();
        spots.reserve(places.len());
        for_each(&self.blocks, places, |place, block| {
            spots.push(self.spot_in(place, block));
        });
    }

    fn spot_in(&self, place: u32, block: &Block) -> Spot {
        let text = &self.texts[(block.texts_before + up_to(block.texts, place)) as usize - 1];
        let gaps = block.gaps_before + up_to(block.gaps, place);
        Spot {
            id: text.id,
            position: text.shift.wrapping_add(place * STEP + gaps),
        }
    }
}

/// Every place with its block.
fn for_each<B: Copy + Default>(blocks: &[B], places: &[u32], mut each: impl FnMut(u32, &B)) {
    let mut asked = [B::default(); TOGETHER];
    for places in places.chunks(TOGETHER) {
        for (asked, place) in asked.iter_mut().zip(places) {
            *asked = blocks[*place as usize / BLOCK];
        }
        for (place, block) in places.iter().zip(&asked) {
            each(*place, block);
        }
    }
}

/// How many of a block's places are marked up to this one, itself among them.
fn up_to(marked: u64, place: u32) -> u32 {
    (marked & (u64::MAX >> (BLOCK - 1 - place as usize % BLOCK))).count_ones()
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
        let places: Vec<u32> = (0..).take(expected.len()).collect();
        let mut found = Vec::new();
        spots.all(&places, &mut found);
        assert_eq!(found, expected);
    }

    #[test]
    fn tells_whose_places_they_are() {
        let mut random = fastrand::Rng::with_seed(2);
        let mut spots = Spots::default();
        for id in 0..300 {
            // Nothing belongs to some, and to many several texts.
            for _ in 0..random.usize(..4) {
                spots.begin(id, random.u32(..50));
                (0..random.u32(..40)).for_each(|_| spots.push(random.bool()));
            }
        }
        let all = spots.len as u32;
        for among in [1, 2, 70] {
            let places: Vec<u32> = (0..all).filter(|_| random.u32(..among) == 0).collect();
            let (mut found, mut ids) = (Vec::new(), vec![7; 3]);
            spots.all(&places, &mut found);
            spots.ids(&places, &mut ids);
            let mut expected: Vec<u32> = found.iter().map(|spot| spot.id).collect();
            expected.dedup();
            assert_eq!(ids, expected);
            assert!(
                places
                    .iter()
                    .zip(&found)
                    .all(|(at, spot)| spots.entry(*at) == spot.id / 2)
            );
        }
        let mut ids = vec![7];
        spots.ids(&[], &mut ids);
        assert!(ids.is_empty());
    }
}
