//! Articles in a list: date, headline, what happened, what it is about.

use leptos::prelude::*;

use super::{CategoryTag, ItemHeading, LinkTags};
use crate::library::document::Headline;
use crate::library::href;
use crate::routes::Route;

/// Articles in a list.
#[component]
pub fn HeadlineList(
    /// The articles.
    articles: Vec<Headline>,
    /// The level of their headings: 3 below a heading of level 2.
    #[prop(default = 3)]
    level: u8,
    /// Only date and headline.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    view! {
        <ul class="headline-list" role="list">
            {articles
                .into_iter()
                .map(|article| view! { <HeadlineItem article level compact /> })
                .collect_view()}
        </ul>
    }
}

#[component]
fn HeadlineItem(article: Headline, level: u8, compact: bool) -> impl IntoView {
    let rest = (!compact).then(|| {
        view! {
            <p class="headline-list__summary" lang=article.summary.lang.map(|lang| lang.tag())>
                {article.summary.text}
            </p>
            <p class="headline-list__meta">
                <CategoryTag category=article.category />
                <LinkTags links=article.links />
                <span class="headline-list__publisher">{article.publisher}</span>
            </p>
        }
    });
    view! {
        <li class="headline-list__item">
            <time class="headline-list__date" datetime=article.date.iso>
                {article.date.text}
            </time>
            <div class="headline-list__text">
                <ItemHeading
                    level
                    class="headline-list__title"
                    href=href(Route::Article(article.id))
                    text=article.title
                />
                {rest}
            </div>
        </li>
    }
}
