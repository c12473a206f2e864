//! Which articles are on which list.

use std::collections::BTreeSet;

use super::Lists;
use content::bundle::{Article, Bundle};
use model::{Category, StageId};

/// How many articles a page of a list has.
pub const PER_PAGE: usize = 20;

/// A category, a stage and a year.
pub type Key = (Option<Category>, Option<StageId>, Option<u16>);

/// The articles of every list.
#[derive(Debug)]
pub struct NewsLists {
    /// By category, stage and year.
    pub by_key: Lists<Key>,
    /// Those that have an article.
    pub years: BTreeSet<u16>,
}

impl NewsLists {
    /// The lists of a bundle.
    pub fn of(bundle: &Bundle) -> Self {
        let by_key = Lists::of(bundle.news.iter().map(keys), PER_PAGE);
        let years = by_key.keys().filter_map(|(_, _, year)| year).collect();
        Self { by_key, years }
    }
}

/// The lists that an article is on. A date without year is in no year: its
/// sort date is only for the order.
fn keys(article: &Article) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for category in [None, Some(article.category)] {
        for stage in std::iter::once(None).chain(article.stages.iter().copied().map(Some)) {
            for year in [None, article.date.year] {
                keys.insert((category, stage, year));
            }
        }
    }
    keys
}
