//! The chain: the picture, the chosen stage, the five stages, the factors.

mod amounts;
mod capacity;
mod factors;
#[cfg(target_arch = "wasm32")]
mod hand;
mod lab;
mod levers;
mod notes;
mod panel;
mod pinned;
mod results;
mod stage;
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
use markup::{Content, Markup, Reactive, markup};
use model::document;
use model::document::StageSummary;
use model::routes::Route;
use panel::panel;
use stage::stage_section;

#[cfg(target_arch = "wasm32")]
pub use hand::listen;
pub(super) use lab::{bare, chain_of};

/// The chain, or a chosen stage of it.
///
/// Both are one page: choosing a stage keeps the picture where it is, names
/// the stage in the heading and opens its panel beneath the picture.
pub fn chain_page(page: document::ChainPage) -> Markup<Reactive> {
    let words = &use_words().chain;
    let chain = lab::chain_of(&page);
    let summary = page.chosen_stage().cloned();
    let document::ChainPage {
        stages,
        chosen,
        factors,
        terms,
        ..
    } = page;
    let (heading, intro, trail, factors_heading) = match &summary {
        Some(stage) => (
            stage.name.clone(),
            stage.summary.clone(),
            vec![LinkTo::new(href(Route::Chain(None)), words.title)],
            words.factors_of_stage,
        ),
        None => (
            words.title.to_owned(),
            words.intro.to_owned(),
            Vec::new(),
            words.factors,
        ),
    };
    let id = summary.as_ref().map(|stage| stage.id);
    let picture: Option<Content<Reactive>> = chain.map(|chain| match id {
        None => lab::lab(chain, &stages),
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
            {stage_list(stages)}
            <section class="section">
                {section_heading(factors_heading.into(), Some("factors"), None)}
                <p class="page__intro">{words.factors_note}</p>
                {factor_table(factors)}
            </section>
            {glossary(terms)}
        </div>
    }
}

/// The five stages one below the other: the picture in words.
fn stage_list(stages: Vec<StageSummary>) -> Markup {
    markup! {
        <div class="section" id="stages" tabindex="-1" data-after-diagram="">
            {section_heading(use_words().chain.stages.into(), None, None)}
            <div class="chain__stages">
                {stages.into_iter().map(stage_section).collect::<Vec<_>>()}
            </div>
        </div>
    }
}
