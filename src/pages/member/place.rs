//! Where a company is on the chain.

use leptos::prelude::*;

use crate::content::LinkId;
use crate::library::{href, use_library, use_words};
use crate::routes::Route;

/// The five links in order, the company's own marked.
#[component]
pub fn Place(
    /// Its own.
    links: Vec<LinkId>,
) -> impl IntoView {
    let words = &use_words().members;
    let all = use_library().site.with_untracked(|site| site.links.clone());
    view! {
        <ol class="place" role="list">
            {all
                .into_iter()
                .map(|link| {
                    let here = links.contains(&link.id);
                    let class = if here { "place__link place__link--here" } else { "place__link" };
                    view! {
                        <li class="place__step">
                            <a class=class href=href(Route::Chain(Some(link.id)))>
                                {link.name}
                                {here
                                    .then(|| {
                                        view! { <span class="visually-hidden">{words.here}</span> }
                                    })}
                            </a>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}
