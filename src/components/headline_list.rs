//! Articles in a list: date, headline, what happened, what it is about.

#[cfg(not(target_arch = "wasm32"))]
use std::sync::Arc;

use super::{Place, category_tag, item_heading, stage_tags, thumbnail};
use crate::library::href;
use markup::{Markup, markup};
use model::document::Headline;
use model::routes::Route;

/// What publishing remembers of lists: an article stands in a dozen of them and
/// need be written only once. Publishing puts one in context.
#[cfg(not(target_arch = "wasm32"))]
pub trait HeadlineCache: Send + Sync {
    /// The item for an article under headings of a level, from the cache or
    /// drawn and kept.
    fn item(&self, article: Headline, level: u8, draw: &dyn Fn(Headline) -> Markup) -> Markup;
}

/// Articles in a list.
pub fn headline_list(articles: Vec<Headline>, level: u8, compact: bool) -> Markup {
    #[cfg(not(target_arch = "wasm32"))]
    let cache = leptos::prelude::use_context::<Arc<dyn HeadlineCache>>();
    let item = |article| {
        let draw = |article| headline_item(article, level, compact);
        #[cfg(not(target_arch = "wasm32"))]
        if let (Some(cache), false) = (&cache, compact) {
            return cache.item(article, level, &draw);
        }
        draw(article)
    };
    markup! {
        <ul class="headline-list" role="list">
            {articles.into_iter().map(item).collect::<Vec<_>>()}
        </ul>
    }
}

fn headline_item(article: Headline, level: u8, compact: bool) -> Markup {
    let rest = (!compact).then(|| {
        markup! {
            <>
                <p class="headline-list__summary" lang={article.summary.lang}>
                    {article.summary.text}
                </p>
                <p class="headline-list__meta">
                    {category_tag(article.category)}
                    {stage_tags(article.stages)}
                    <span class="headline-list__publisher">{article.publisher}</span>
                </p>
            </>
        }
    });
    let address = href(Route::Article(article.id));
    let thumbnail = thumbnail(
        article.thumbnail.filter(|_| !compact),
        &address,
        Place::List,
    );
    let class = match thumbnail {
        Some(_) => "headline-list__item headline-list__item--illustrated",
        None => "headline-list__item",
    };
    markup! {
        <li class={class}>
            <time class="headline-list__date" datetime={article.date.iso}>{article.date.text}</time>
            <div class="headline-list__text">
                {item_heading(level, "headline-list__title", address, article.title)}
                {rest}
            </div>
            {thumbnail}
        </li>
    }
}
