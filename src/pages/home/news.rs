//! The founding article, and the newest news beside it.

use crate::components::{LinkTo, Place, category_tag, section_heading, stage_tags, thumbnail};
use crate::library::{href, use_words};
use markup::{Markup, markup};
use model::document::Headline;
use model::routes::{NewsFilter, Route};
use model::words::fill;

/// The news on the home page.
pub fn news(lead: Headline, news: Vec<Headline>, count: u32) -> Markup {
    let words = &use_words().home;
    let all = LinkTo::new(
        href(Route::News(NewsFilter::default())),
        fill(words.all_news, &[&count.to_string()]),
    );
    markup! {
        <section class="section" aria-labelledby="news">
            {section_heading(words.news.into(), Some("news"), Some(all))}
            <div class="home__news">
                {lead_story(lead)}
                <ul class="home__list" role="list">
                    {news.into_iter().map(item).collect::<Vec<_>>()}
                </ul>
            </div>
        </section>
    }
}

/// The founding article, large; without a picture it is set larger and says more.
fn lead_story(headline: Headline) -> Markup {
    let words = &use_words().home;
    let class = match headline.thumbnail {
        Some(_) => "home__lead",
        None => "home__lead home__lead--plain",
    };
    let address = href(Route::Article(headline.id));
    let stages = headline
        .thumbnail
        .is_none()
        .then(|| stage_tags(headline.stages));
    markup! {
        <article class={class}>
            {thumbnail(headline.thumbnail, &address, Place::Lead)}
            {category_tag(headline.category)}
            <h3 class="home__lead-title" lang={headline.title.lang}>
                <a href={address}>{headline.title.text}</a>
            </h3>
            <p class="home__lead-summary" lang={headline.summary.lang}>
                {headline.summary.text}
            </p>
            <p class="small">
                <time datetime={headline.date.iso}>{headline.date.text}</time>
                " · "
                {fill(words.source, &[&headline.publisher])}
            </p>
            {stages}
        </article>
    }
}

/// A piece of news: date, headline, publisher, and its picture at the line's end.
fn item(headline: Headline) -> Markup {
    let address = href(Route::Article(headline.id));
    markup! {
        <li class="home__item">
            <div class="home__item-text">
                <p class="small">
                    <time datetime={headline.date.iso}>{headline.date.text}</time>
                    " · "
                    {headline.publisher}
                </p>
                <h3 class="home__item-title" lang={headline.title.lang}>
                    <a href={address.clone()}>{headline.title.text}</a>
                </h3>
            </div>
            {thumbnail(headline.thumbnail, &address, Place::List)}
        </li>
    }
}
