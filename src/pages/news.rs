//! What happened, newest first, by topic, by stage of the chain, by year.

use crate::components::{
    Facet, active_filters, facet_filter, heading_of, headline_list, page_heading, pagination,
};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document;
use model::routes::{NewsFilter, Route};
use model::words::fill;
use model::{Category, StageId};

/// A list of news.
pub fn news_page(page: document::NewsPage, filter: NewsFilter) -> Markup {
    let words = &use_words().news;
    let document::NewsPage {
        articles,
        count,
        pages,
        categories,
        stages,
        years,
    } = page;
    let facets = facets(&filter, categories, stages, years);
    let count = count.to_string();
    let count = if pages > 1 {
        let (page, pages) = (filter.page.to_string(), pages.to_string());
        fill(words.count_paged, &[&count, &page, &pages])
    } else {
        fill(words.count, &[&count])
    };
    let page_href = |page| {
        href(Route::News(NewsFilter {
            page,
            ..filter.clone()
        }))
    };
    let none = articles.is_empty();
    markup! {
            <div class="news page wrap">
                {page_heading(heading_of(words.title, &facets), None)}
                <div class="filtered">
                    {facet_filter(words.filter, facets.clone())}
                    <div class="filtered__list">
                        {active_filters(facets)}
                        <h2 class="filtered__count">{count}</h2>
                        {none.then(|| markup! {
        <p class="news__none">{words.none}</p>
    })}
                        {headline_list(articles, 3, false)}
                        {pagination(filter.page, pages, &page_href)}
                    </div>
                </div>
            </div>
        }
}

/// The facets; narrowing or widening leads to the first page.
fn facets(
    filter: &NewsFilter,
    categories: Vec<document::Choice>,
    stages: Vec<document::Choice>,
    years: Vec<document::Choice>,
) -> Vec<Facet> {
    let words = &use_words().news;
    let first = NewsFilter {
        page: 1,
        ..filter.clone()
    };
    let year = filter.year.map(|year| year.to_string());
    vec![
        Facet::new(
            words.by_category,
            categories,
            filter.category.map(Category::as_str),
            &|id| {
                href(Route::News(NewsFilter {
                    category: id.and_then(Category::from_word),
                    ..first.clone()
                }))
            },
        ),
        Facet::new(
            words.by_stage,
            stages,
            filter.stage.map(StageId::as_str),
            &|id| {
                href(Route::News(NewsFilter {
                    stage: id.and_then(StageId::from_word),
                    ..first.clone()
                }))
            },
        ),
        Facet::new(words.by_year, years, year.as_deref(), &|id| {
            href(Route::News(NewsFilter {
                year: id.and_then(|year| year.parse().ok()),
                ..first.clone()
            }))
        }),
    ]
}
