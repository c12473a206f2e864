//! The lists of news: every filter that some article passes, paged.

use std::collections::{BTreeMap, BTreeSet};

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
    let mut lists: BTreeMap<Key, Vec<&Article>> =
        BTreeMap::from([((None, None, None), Vec::new())]);
    for article in &cx.bundle.news {
        for key in keys(article) {
            lists.entry(key).or_default().push(article);
        }
    }
    let count = |key: Key| lists.get(&key).map_or(0, Vec::len) as u32;
    let years: BTreeSet<u16> = lists.keys().filter_map(|(_, _, year)| *year).collect();

    let mut pages = Vec::new();
    for (&(category, link, year), articles) in &lists {
        let choose = |id: &str, name: String, key: Key| Choice {
            id: id.to_owned(),
            name,
            count: count(key),
        };
        let some = |choice: &Choice| choice.count > 0;
        let categories: Vec<Choice> = (Category::ALL.into_iter())
            .map(|word| {
                let name = cx.lang.words().kinds.category(word).to_owned();
                choose(word.as_str(), name, (Some(word), link, year))
            })
            .filter(some)
            .collect();
        let links: Vec<Choice> = (cx.bundle.chain.links.iter())
            .map(|word| {
                let name = cx.text(&word.name);
                choose(word.id.as_str(), name, (category, Some(word.id), year))
            })
            .filter(some)
            .collect();
        let years: Vec<Choice> = (years.iter().rev())
            .map(|&word| {
                let id = word.to_string();
                choose(&id, id.clone(), (category, link, Some(word)))
            })
            .filter(some)
            .collect();

        let total = articles.len().div_ceil(PER_PAGE).max(1);
        for index in 0..total {
            let filter = NewsFilter {
                category,
                link,
                year,
                page: index as u32 + 1,
            };
            let page = NewsPage {
                articles: (articles.iter())
                    .skip(index * PER_PAGE)
                    .take(PER_PAGE)
                    .map(|article| cx.headline(article))
                    .collect(),
                count: articles.len() as u32,
                pages: total as u32,
                categories: categories.clone(),
                links: links.clone(),
                years: years.clone(),
            };
            pages.push((filter, page));
        }
    }
    pages
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
