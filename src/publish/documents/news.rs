//! The lists of news: every filter that some article passes, paged.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::context::Context;
use crate::content::bundle::Article;
use crate::content::{Category, LinkId};
use crate::library::document::{Choice, NewsPage};
use crate::routes::NewsFilter;

/// How many articles a page of a list has.
pub const PER_PAGE: usize = 20;

type Key = (Option<Category>, Option<LinkId>, Option<u16>);

/// Every list of news that is not empty, and the unfiltered one even then.
pub fn lists(cx: &Context) -> Vec<(NewsFilter, NewsPage)> {
    let lists = Lists::of(cx);
    let pages = |(&key, articles): (&Key, &Vec<&Article>)| {
        let facets = lists.facets(cx, key);
        let total = total(articles);
        let (category, link, year) = key;
        (1..=total)
            .map(|page| {
                let filter = NewsFilter {
                    category,
                    link,
                    year,
                    page,
                };
                (filter, facets.page(cx, articles, page))
            })
            .collect::<Vec<_>>()
    };
    lists.by_key.par_iter().flat_map_iter(pages).collect()
}

/// One page of one list, if there is one.
pub fn list(cx: &Context, filter: &NewsFilter) -> Option<NewsPage> {
    let lists = Lists::of(cx);
    let key = (filter.category, filter.link, filter.year);
    let articles = lists.by_key.get(&key)?;
    let there = (1..=total(articles)).contains(&filter.page);
    there.then(|| lists.facets(cx, key).page(cx, articles, filter.page))
}

/// How many pages a list has.
fn total(articles: &[&Article]) -> u32 {
    articles.len().div_ceil(PER_PAGE).max(1) as u32
}

/// The articles of every list.
struct Lists<'a> {
    by_key: BTreeMap<Key, Vec<&'a Article>>,
    years: BTreeSet<u16>,
}

impl<'a> Lists<'a> {
    fn of(cx: &Context<'a>) -> Self {
        let mut by_key: BTreeMap<Key, Vec<&Article>> =
            BTreeMap::from([((None, None, None), Vec::new())]);
        for article in &cx.bundle.news {
            for key in keys(article) {
                by_key.entry(key).or_default().push(article);
            }
        }
        let years = by_key.keys().filter_map(|(_, _, year)| *year).collect();
        Self { by_key, years }
    }

    /// What one can choose beside a list.
    fn facets(&self, cx: &Context, (category, link, year): Key) -> Facets {
        let count = |key: Key| self.by_key.get(&key).map_or(0, Vec::len) as u32;
        let choose = |id: &str, name: String, key: Key| Choice {
            id: id.to_owned(),
            name,
            count: count(key),
        };
        let some = |choice: &Choice| choice.count > 0;
        Facets {
            categories: (Category::ALL.into_iter())
                .map(|word| {
                    let name = cx.lang.words().kinds.category(word).to_owned();
                    choose(word.as_str(), name, (Some(word), link, year))
                })
                .filter(some)
                .collect(),
            links: (cx.bundle.chain.links.iter())
                .map(|word| {
                    let name = cx.text(&word.name);
                    choose(word.id.as_str(), name, (category, Some(word.id), year))
                })
                .filter(some)
                .collect(),
            years: (self.years.iter().rev())
                .map(|&word| {
                    let id = word.to_string();
                    choose(&id, id.clone(), (category, link, Some(word)))
                })
                .filter(some)
                .collect(),
        }
    }
}

/// What one can choose beside a list.
struct Facets {
    categories: Vec<Choice>,
    links: Vec<Choice>,
    years: Vec<Choice>,
}

impl Facets {
    fn page(&self, cx: &Context, articles: &[&Article], page: u32) -> NewsPage {
        NewsPage {
            articles: (articles.iter())
                .skip((page as usize - 1) * PER_PAGE)
                .take(PER_PAGE)
                .map(|article| cx.headline(article))
                .collect(),
            count: articles.len() as u32,
            pages: total(articles),
            categories: self.categories.clone(),
            links: self.links.clone(),
            years: self.years.clone(),
        }
    }
}

/// The lists that an article is on. A date without year is in no year: its
/// sort date is only for the order.
fn keys(article: &Article) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    for category in [None, Some(article.category)] {
        for link in std::iter::once(None).chain(article.links.iter().copied().map(Some)) {
            for year in [None, article.date.year] {
                keys.insert((category, link, year));
            }
        }
    }
    keys
}
