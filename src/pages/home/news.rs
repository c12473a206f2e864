//! The founding article, and the newest news beside it.

use leptos::prelude::*;

use crate::components::{CategoryTag, LinkTo, SectionHeading};
use crate::content::words::fill;
use crate::library::document::Headline;
use crate::library::{href, use_words};
use crate::routes::{NewsFilter, Route};

/// The news on the home page.
#[component]
pub fn News(
    /// The founding article.
    lead: Headline,
    /// The newest.
    news: Vec<Headline>,
    /// How many articles there are.
    count: u32,
) -> impl IntoView {
    let words = &use_words().home;
    let all = LinkTo::new(
        href(Route::News(NewsFilter::default())),
        fill(words.all_news, &[&count.to_string()]),
    );
    view! {
        <section class="section" aria-labelledby="news">
            <SectionHeading text=words.news id="news" more=all />
            <div class="home__news">
                <Lead headline=lead />
                <ul class="home__list" role="list">
                    {news.into_iter().map(|headline| view! { <Item headline /> }).collect_view()}
                </ul>
            </div>
        </section>
    }
    .into_any()
}

/// The founding article, large.
#[component]
fn Lead(headline: Headline) -> impl IntoView {
    let words = &use_words().home;
    view! {
        <article class="home__lead">
            <CategoryTag category=headline.category />
            <h3 class="home__lead-title" lang=headline.title.lang.map(|lang| lang.tag())>
                <a href=href(Route::Article(headline.id))>{headline.title.text}</a>
            </h3>
            <p class="home__lead-summary" lang=headline.summary.lang.map(|lang| lang.tag())>
                {headline.summary.text}
            </p>
            <p class="small">
                <time datetime=headline.date.iso>{headline.date.text}</time>
                " · "
                {fill(words.source, &[&headline.publisher])}
            </p>
        </article>
    }
}

/// A piece of news: date, headline, publisher.
#[component]
fn Item(headline: Headline) -> impl IntoView {
    view! {
        <li class="home__item">
            <p class="small">
                <time datetime=headline.date.iso>{headline.date.text}</time>
                " · "
                {headline.publisher}
            </p>
            <h3 class="home__item-title" lang=headline.title.lang.map(|lang| lang.tag())>
                <a href=href(Route::Article(headline.id))>{headline.title.text}</a>
            </h3>
        </li>
    }
}
