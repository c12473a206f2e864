//! The chain: the picture, the chosen stage, the five stages, the factors.

#[cfg(target_arch = "wasm32")]
mod address;
mod amounts;
mod capacity;
mod chain_model;
mod controls;
mod export_data;
mod export_panel;
mod factors;

mod notes;
mod panel;
mod pinned;
mod results;
mod scenario;
mod stage;
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "readers change things in the browser only")
)]
mod state;
mod summary;

use crate::components::{breadcrumb_links, glossary, page_heading, section_heading};
use crate::library::{href, use_words};
use factors::factor_table;
use markup::{Content, Markup, Reactive, markup};
use model::document;
use model::document::StageSummary;
use model::routes::Route;
use panel::panel;
use stage::stage_section;

pub(super) use scenario::{bare, chain_of};

/// The chain, or a chosen stage of it.
///
/// Both are one page: choosing a stage keeps the picture where it is, names
/// the stage in the heading and opens its panel beneath the picture.
pub fn chain_page(page: document::ChainPage) -> Markup<Reactive> {
    let words = &use_words().chain;
    let chain = scenario::chain_of(&page);
    // The way back to the whole chain takes the scenario along.
    let to_whole = match chain {
        Some(chain) => {
            let whole = chain.href(Route::Chain(None));
            markup! { <a href={whole}>{words.title}</a> }
        }
        None => markup! { <a href={href(Route::Chain(None))}>{words.title}</a> }.into(),
    };
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
            Some(to_whole),
            words.factors_of_stage,
        ),
        None => (
            words.title.to_owned(),
            words.intro.to_owned(),
            None,
            words.factors,
        ),
    };
    let id = summary.as_ref().map(|stage| stage.id);
    let picture: Option<Content<Reactive>> = chain.map(|chain| match id {
        None => scenario::whole_scenario(chain, &stages),
        Some(_) => scenario::stage_scenario(chain, id),
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
            {breadcrumb_links(trail)}
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
