//! What happened, newest first, by topic, by link of the chain, by year.

use leptos::prelude::*;

use crate::components::{
    ActiveFilters, Facet, Filter, HeadlineList, PageHeading, Pagination, heading_of,
};
use crate::content::words::fill;
use crate::content::{Category, LinkId};
use crate::library::{document, href, use_words};
use crate::routes::{NewsFilter, Route};

/// A list of news.
#[component]
pub fn NewsPage(
    /// The document.
    page: document::NewsPage,
    /// What the address narrows the list to.
    filter: NewsFilter,
) -> impl IntoView {
    let words = &use_words().news;
    let document::NewsPage {
        articles,
        count,
        pages,
        categories,
        links,
        years,
    } = page;
    let facets = facets(&filter, categories, links, years);
    let count = count.to_string();
    let count = if pages > 1 {
        let (page, pages) = (filter.page.to_string(), pages.to_string());
        fill(words.count_paged, &[&count, &page, &pages])
    } else {
        fill(words.count, &[&count])
    };
    let hrefs = (1..=pages)
        .map(|page| {
            href(Route::News(NewsFilter {
                page,
                ..filter.clone()
            }))
        })
        .collect();
    let none = articles.is_empty();
    view! {
        <div class="news page wrap">
            <PageHeading text=heading_of(words.title, &facets) />
            <div class="filtered">
                <Filter label=words.filter facets=facets.clone() />
                <div class="filtered__list">
                    <ActiveFilters facets />
                    <h2 class="filtered__count">{count}</h2>
                    {none.then(|| view! { <p class="news__none">{words.none}</p> })}
                    <HeadlineList articles />
                    <Pagination page=filter.page pages hrefs />
                </div>
            </div>
        </div>
    }
}

/// The facets; narrowing or widening leads to the first page.
fn facets(
    filter: &NewsFilter,
    categories: Vec<document::Choice>,
    links: Vec<document::Choice>,
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
            words.by_link,
            links,
            filter.link.map(LinkId::as_str),
            &|id| {
                href(Route::News(NewsFilter {
                    link: id.and_then(LinkId::from_word),
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
