//! The chain: the picture, the chosen link, the five links, the factors.

mod amounts;
mod capacity;
mod factors;
#[cfg(target_arch = "wasm32")]
mod hand;
mod lab;
mod levers;
mod link;
mod notes;
mod panel;
mod pinned;
mod results;
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "readers change things in the browser only")
)]
mod state;
#[cfg(target_arch = "wasm32")]
mod sync;
mod take;
mod taken;

use crate::components::{LinkTo, breadcrumbs, glossary, page_heading, section_heading};
use crate::library::{href, use_words};
use factors::factor_table;
use link::link_section;
use markup::{Content, Markup, markup};
use model::document;
use model::document::LinkSummary;
use model::routes::Route;
use panel::panel;

#[cfg(target_arch = "wasm32")]
pub use hand::listen;
pub(super) use lab::{bare, chain_of};

/// The chain, or a chosen link of it.
///
/// Both are one page: choosing a link keeps the picture where it is, names
/// the link in the heading and opens its panel beneath the picture.
pub fn chain_page(page: document::ChainPage) -> Markup {
    let words = &use_words().chain;
    let chain = lab::chain_of(&page);
    let summary = page.chosen_link().cloned();
    let document::ChainPage {
        links,
        chosen,
        factors,
        terms,
        ..
    } = page;
    let (heading, intro, trail, factors_heading) = match &summary {
        Some(link) => (
            link.name.clone(),
            link.summary.clone(),
            vec![LinkTo::new(href(Route::Chain(None)), words.title)],
            words.factors_of_link,
        ),
        None => (
            words.title.to_owned(),
            words.intro.to_owned(),
            Vec::new(),
            words.factors,
        ),
    };
    let id = summary.as_ref().map(|link| link.id);
    let picture: Option<Content> = chain.map(|chain| match id {
        None => lab::lab(chain, &links),
        Some(_) => lab::scenario(chain, id),
    });
    let to_panel = id.map(|_| {
        markup! {
            <a class="chain__to-panel" href="#panel">{words.to_panel}</a>
        }
    });
    let panel = summary
        .zip(chosen)
        .map(|(summary, detail)| panel(summary, detail));
    markup! {
        <div class="chain page wrap">
            {breadcrumbs(trail)}
            {page_heading(heading, None)}
            <p class="page__intro">{intro} " " {to_panel}</p>
            {picture}
            {panel}
            {link_list(links)}
            <section class="section">
                {section_heading(factors_heading.into(), Some("factors"), None)}
                <p class="page__intro">{words.factors_note}</p>
                {factor_table(factors)}
            </section>
            {glossary(terms)}
        </div>
    }
}

/// The five links one below the other: the picture in words.
fn link_list(links: Vec<LinkSummary>) -> Markup {
    markup! {
        <div class="section" id="links" tabindex="-1" data-after-diagram="">
            {section_heading(use_words().chain.links.into(), None, None)}
            <div class="chain__links">
                {links.into_iter().map(link_section).collect::<Vec<_>>()}
            </div>
        </div>
    }
}
