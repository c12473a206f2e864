//! Where a company is on the chain.

use leptos::prelude::*;

use crate::content::LinkId;
use crate::library::{href, use_library, use_words};
use crate::markup::{Markup, markup};
use crate::routes::Route;

/// The five links in order, the company's own marked.
pub fn place(links: Vec<LinkId>) -> Markup {
    let words = &use_words().members;
    let all = use_library().site.with_untracked(|site| site.links.clone());
    markup! {
        <ol class="place" role="list">
            {all
                .into_iter()
                .map(|link| {
                    let here = links.contains(&link.id);
                    let class = if here { "place__link place__link--here" } else { "place__link" };
                    markup! {
                        <li class="place__step">
                            <a class={class} href={href(Route::Chain(Some(link.id)))}>
                                {link.name}
                                {here
                                    .then(|| {
                                        markup! {
                                            <span class="visually-hidden">{words.here}</span>
                                        }
                                    })}
                            </a>
                        </li>
                    }
                })
                .collect::<Vec<_>>()}
        </ol>
    }
}
