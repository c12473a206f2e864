//! The lists of news: every filter that some article passes, paged.

use super::context::Context;
use super::lists::news::{Key, NewsLists};
use model::Category;
use model::document::{Choice, NewsPage};
use model::routes::NewsFilter;

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
        categories: categories(lists, cx, key),
        stages: stages(lists, cx, key),
        years: years(lists, key),
    })
}

fn categories(lists: &NewsLists, cx: &Context, (_, stage, year): Key) -> Vec<Choice> {
    let choice = |word: Category| {
        let name = || cx.lang.words().kinds.category(word).to_owned();
        lists
            .by_key
            .choice(word.as_str(), name, (Some(word), stage, year))
    };
    Category::ALL.into_iter().filter_map(choice).collect()
}

fn stages(lists: &NewsLists, cx: &Context, (category, _, year): Key) -> Vec<Choice> {
    let stages = cx.bundle.chain.stages.iter();
    let choices = stages.filter_map(|word| {
        let name = || cx.text(&word.name);
        lists
            .by_key
            .choice(word.id.as_str(), name, (category, Some(word.id), year))
    });
    choices.collect()
}

fn years(lists: &NewsLists, (category, stage, _): Key) -> Vec<Choice> {
    let choice = |word: &u16| {
        let id = word.to_string();
        lists
            .by_key
            .choice(&id, || id.clone(), (category, stage, Some(*word)))
    };
    lists.years.iter().rev().filter_map(choice).collect()
}
