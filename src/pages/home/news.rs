//! The founding article, and the newest news beside it.

use crate::components::{LinkTo, category_tag, section_heading};
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

/// The founding article, large.
fn lead_story(headline: Headline) -> Markup {
    let words = &use_words().home;
    markup! {
        <article class="home__lead">
            {category_tag(headline.category)}
            <h3 class="home__lead-title" lang={headline.title.lang}>
                <a href={href(Route::Article(headline.id))}>{headline.title.text}</a>
            </h3>
            <p class="home__lead-summary" lang={headline.summary.lang}>
                {headline.summary.text}
            </p>
            <p class="small">
                <time datetime={headline.date.iso}>{headline.date.text}</time>
                " · "
                {fill(words.source, &[&headline.publisher])}
            </p>
        </article>
    }
}

/// A piece of news: date, headline, publisher.
fn item(headline: Headline) -> Markup {
    markup! {
        <li class="home__item">
            <p class="small">
                <time datetime={headline.date.iso}>{headline.date.text}</time>
                " · "
                {headline.publisher}
            </p>
            <h3 class="home__item-title" lang={headline.title.lang}>
                <a href={href(Route::Article(headline.id))}>{headline.title.text}</a>
            </h3>
        </li>
    }
}
