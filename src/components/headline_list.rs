//! Articles in a list: date, headline, what happened, what it is about.

#[cfg(not(target_arch = "wasm32"))]
mod kept;

#[cfg(not(target_arch = "wasm32"))]
use leptos::prelude::GetUntracked;

use super::{category_tag, item_heading, link_tags};
use crate::library::document::Headline;
use crate::library::href;
#[cfg(not(target_arch = "wasm32"))]
use crate::library::use_library;
use crate::markup::{Markup, markup};
use crate::routes::Route;

/// Articles in a list.
pub fn headline_list(articles: Vec<Headline>, level: u8, compact: bool) -> Markup {
    #[cfg(not(target_arch = "wasm32"))]
    let kept = kept::Kept::of(&use_library().site.get_untracked());
    let item = |article| {
        let draw = |article| headline_item(article, level, compact);
        #[cfg(not(target_arch = "wasm32"))]
        if !compact {
            return kept.item(article, level, draw);
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
                    {link_tags(article.links)}
                    <span class="headline-list__publisher">{article.publisher}</span>
                </p>
            </>
        }
    });
    markup! {
        <li class="headline-list__item">
            <time class="headline-list__date" datetime={article.date.iso}>{article.date.text}</time>
            <div class="headline-list__text">
                {item_heading(level, "headline-list__title", href(Route::Article(article.id)), article.title)}
                {rest}
            </div>
        </li>
    }
}
