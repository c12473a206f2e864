//! What is listed by keys, in pages: of each key, the places in the bundle of
//! what has it. The same for every language.

pub mod members;
pub mod news;

use std::collections::{BTreeMap, BTreeSet};

use model::document::Choice;

/// Lists by key, none of them empty but perhaps that of the default key.
#[derive(Debug)]
pub struct Lists<K> {
    by_key: BTreeMap<K, Vec<u32>>,
    per_page: usize,
}

/// A page of a list.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The places of what is on it.
    pub places: &'a [u32],
    /// How many are on the whole list.
    pub count: u32,
    /// How many pages that has.
    pub pages: u32,
}

impl<K: Copy + Default + Ord> Lists<K> {
    /// The lists of things by the keys of each, in their order.
    pub fn of(keys: impl IntoIterator<Item = BTreeSet<K>>, per_page: usize) -> Self {
        let mut by_key: BTreeMap<K, Vec<u32>> = BTreeMap::from([(K::default(), Vec::new())]);
        for (place, keys) in (0..).zip(keys) {
            for key in keys {
                by_key.entry(key).or_default().push(place);
            }
        }
        Self { by_key, per_page }
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = K> {
        self.by_key.keys().copied()
    }

    /// Every page of every list: its key, and its number from 1 on. In the order of
    /// what they begin with: pages that list the same things are made together,
    /// while these are still near the processor.
    pub fn pages(&self) -> impl Iterator<Item = (K, u32)> {
        let pages = |(key, places): (&K, &Vec<u32>)| {
            let key = *key;
            let firsts = places.iter().step_by(self.per_page).copied();
            // An empty list has a page, too.
            let firsts = firsts.chain(places.is_empty().then_some(0));
            let pages = firsts.zip(1..).map(move |(first, page)| (first, key, page));
            pages.collect::<Vec<_>>()
        };
        let mut pages: Vec<_> = self.by_key.iter().flat_map(pages).collect();
        pages.sort_unstable();
        pages.into_iter().map(|(_, key, page)| (key, page))
    }

    fn count(&self, places: &[u32]) -> u32 {
        places.len().div_ceil(self.per_page).max(1) as u32
    }

    /// A page of a list, from 1 on, if there is one.
    pub fn page(&self, key: K, page: u32) -> Option<Part<'_>> {
        let places = self.by_key.get(&key)?;
        let pages = self.count(places);
        let index = (page as usize).checked_sub(1)?;
        (page <= pages).then(|| Part {
            places: places.chunks(self.per_page).nth(index).unwrap_or_default(),
            count: places.len() as u32,
            pages,
        })
    }

    /// One can choose what leads to something.
    pub fn choice(&self, id: &str, name: impl FnOnce() -> String, key: K) -> Option<Choice> {
        let count = self.by_key.get(&key)?.len() as u32;
        (count > 0).then(|| Choice {
            id: id.to_owned(),
            name: name(),
            count,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_by_what_they_begin_with() {
        // Seven things, two a page: all of them, and every third.
        let keys = (0..7).map(|place| match place % 3 {
            2 => BTreeSet::from([0, 1]),
            _ => BTreeSet::from([0]),
        });
        let lists = Lists::of(keys, 2);
        let pages: Vec<_> = lists.pages().collect();
        assert_eq!(pages, [(0, 1), (0, 2), (1, 1), (0, 3), (0, 4)]);
        for (key, page) in pages {
            assert!(
                lists
                    .page(key, page)
                    .is_some_and(|part| !part.places.is_empty())
            );
        }
    }

    #[test]
    fn an_empty_list_has_a_page() {
        let lists = Lists::<u32>::of([], 2);
        assert_eq!(lists.pages().collect::<Vec<_>>(), [(0, 1)]);
        assert_eq!(lists.page(0, 1).map(|part| part.pages), Some(1));
    }
}
