//! The lists of news: every filter that some article passes, paged.

use std::collections::BTreeSet;

use super::context::Context;
use super::lists::Lists;
use content::bundle::{Article, Bundle};
use model::document::{Choice, NewsPage};
use model::routes::NewsFilter;
use model::{Category, StageId};

/// How many articles a page of a list has.
pub const PER_PAGE: usize = 20;

type Key = (Option<Category>, Option<StageId>, Option<u16>);

/// The pages of every list that is not empty, and of the unfiltered one even
/// then.
pub fn filters(cx: &Context) -> Vec<NewsFilter> {
    let filter = |((category, stage, year), page)| NewsFilter {
        category,
        stage,
        year,
        page,
    };
    cx.news_lists().by_key.pages().map(filter).collect()
}

/// One page of one list, if there is one.
pub fn list(cx: &Context, filter: &NewsFilter) -> Option<NewsPage> {
    let lists = cx.news_lists();
    let key = (filter.category, filter.stage, filter.year);
    let part = lists.by_key.page(key, filter.page)?;
    Some(NewsPage {
        articles: (part.places.iter())
            .map(|place| cx.headline(&cx.bundle.news[*place as usize]))
            .collect(),
        count: part.count,
        pages: part.pages,
        categories: lists.categories(cx, key),
        stages: lists.stages(cx, key),
        years: lists.years(key),
    })
}

/// The articles of every list.
#[derive(Debug)]
pub struct NewsLists {
    by_key: Lists<Key>,
    years: BTreeSet<u16>,
}

impl NewsLists {
    /// The lists of a bundle.
    pub fn of(bundle: &Bundle) -> Self {
        let by_key = Lists::of(bundle.news.iter().map(keys), PER_PAGE);
        let years = by_key.keys().filter_map(|(_, _, year)| year).collect();
        Self { by_key, years }
    }

    fn categories(&self, cx: &Context, (_, stage, year): Key) -> Vec<Choice> {
        let choice = |word: Category| {
            let name = || cx.lang.words().kinds.category(word).to_owned();
            self.by_key
                .choice(word.as_str(), name, (Some(word), stage, year))
        };
        Category::ALL.into_iter().filter_map(choice).collect()
    }

    fn stages(&self, cx: &Context, (category, _, year): Key) -> Vec<Choice> {
        let stages = cx.bundle.chain.stages.iter();
        let choices = stages.filter_map(|word| {
            let name = || cx.text(&word.name);
            self.by_key
                .choice(word.id.as_str(), name, (category, Some(word.id), year))
        });
        choices.collect()
    }

    fn years(&self, (category, stage, _): Key) -> Vec<Choice> {
        let choice = |word: &u16| {
            let id = word.to_string();
            self.by_key
                .choice(&id, || id.clone(), (category, stage, Some(*word)))
        };
        self.years.iter().rev().filter_map(choice).collect()
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
