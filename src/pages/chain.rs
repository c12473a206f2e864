//! The chain: the picture, the chosen link, the five links, the factors.

mod factors;
mod link;
mod panel;

use leptos::prelude::*;

use crate::components::{Breadcrumbs, LinkTo, PageHeading, SectionHeading};
use crate::diagram::ChainDiagram;
use crate::library::document::{self, LinkSummary};
use crate::library::{href, use_words};
use crate::routes::Route;
use factors::Factors;
use link::LinkSection;
use panel::Panel;

/// The chain, or a chosen link of it.
///
/// Both are one page: choosing a link keeps the picture where it is, names
/// the link in the heading and opens its panel beneath the picture.
#[component]
pub fn ChainPage(
    /// Its document.
    page: document::ChainPage,
) -> impl IntoView {
    let words = &use_words().chain;
    let document::ChainPage {
        diagram,
        links,
        chosen,
        factors,
    } = page;
    let summary = chosen
        .as_ref()
        .and_then(|chosen| links.iter().find(|link| link.id == chosen.id))
        .cloned();
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
    let to_panel =
        id.map(|_| view! { <a class="chain__to-panel" href="#panel">{words.to_panel}</a> });
    let panel = summary
        .zip(chosen)
        .map(|(summary, detail)| view! { <Panel summary detail /> });
    view! {
        <div class="chain page wrap">
            <Breadcrumbs trail />
            <PageHeading text=heading />
            <p class="page__intro">{intro} " " {to_panel}</p>
            <div class="chain__diagram">
                <ChainDiagram diagram chosen=id />
            </div>
            {panel}
            <Links links />
            <section class="section">
                <SectionHeading text=factors_heading id="factors" />
                <p class="page__intro">{words.factors_note}</p>
                <Factors factors />
            </section>
        </div>
    }
}

/// The five links one below the other: the picture in words.
#[component]
fn Links(links: Vec<LinkSummary>) -> impl IntoView {
    view! {
        <div class="section" id="links" tabindex="-1" data-after-diagram="">
            <SectionHeading text=use_words().chain.links />
            <div class="chain__links">
                {links.into_iter().map(|link| view! { <LinkSection link /> }).collect_view()}
            </div>
        </div>
    }
}
