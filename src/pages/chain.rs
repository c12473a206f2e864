//! The chain: the picture, the chosen stage, the five stages, the factors.

#[cfg(target_arch = "wasm32")]
mod address;
mod amounts;
mod ask;
mod capacity;
mod chain_model;
mod controls;
mod export_data;
mod export_panel;
mod factors;
mod kept;
mod notes;
mod panel;
mod pinned;
#[cfg(target_arch = "wasm32")]
mod presses;
mod results;
mod scenario;
mod stage;
mod stage_balance;
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "readers change things in the browser only")
)]
mod state;
mod summary;
mod tour;

use crate::components::{breadcrumb_links, fold, glossary, page_heading, section_heading};
use crate::library::{href, use_words};
use factors::factor_table;
use markup::{Content, Markup, Reactive, markup};
use model::document;
use model::document::{FactorText, StageSummary};
use model::routes::Route;
use model::words::fill;
use panel::panel;
use stage::stage_section;

pub(super) use scenario::{bare, chain_of};

/// The chain, or a chosen stage of it.
///
/// Both are one page: a stage has its name in the heading, its own balance as the
/// picture, and beneath it all that is known of it.
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
    let (heading, intro, trail) = match &summary {
        Some(stage) => (stage.name.clone(), stage.summary.clone(), Some(to_whole)),
        None => (words.title.to_owned(), words.intro.to_owned(), None),
    };
    let id = summary.as_ref().map(|stage| stage.id);
    let head = markup! {
        <div class="chain__head">
            {breadcrumb_links(trail)}
            {page_heading(heading, None)}
        </div>
    };
    let to_panel = id.map(|_| {
        markup! {
            <a class="chain__to-panel" href="#panel">{words.to_panel}</a>
        }
    });
    let panel = summary
        .zip(chosen)
        .map(|(summary, detail)| panel(summary, detail));
    let intro: Markup<Reactive> =
        markup! { <p class="page__intro">{intro} " " {to_panel}</p> }.into();
    let factors: Content<Reactive> = match id {
        None => factor_fold(factors).into(),
        Some(_) => markup! {
            <section class="section">
                {section_heading(words.factors_of_stage.into(), Some("factors"), None)}
                {factor_section(factors)}
            </section>
        }
        .into(),
    };
    let class = match (chain, id) {
        (Some(_), None) => "chain chain--whole page wrap",
        _ => "chain page wrap",
    };
    // The whole chain is worked with: what it is about stands below the picture.
    let top: Content<Reactive> = match (chain, id) {
        (Some(chain), None) => [
            scenario::whole_scenario(chain, head, intro, &stages),
            ask::ask_card().into(),
        ]
        .into(),
        (Some(chain), Some(id)) => [
            head.into(),
            intro.into(),
            scenario::stage_scenario(chain, id, &stages),
        ]
        .into(),
        (None, _) => [head, intro].into(),
    };
    let press = move |event: leptos::ev::MouseEvent| {
        #[cfg(target_arch = "wasm32")]
        if let Some(chain) = chain {
            presses::press(&event, chain);
        }
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (&event, chain);
    };
    markup! {
        <div class={class} on:click={press}>
            {top}
            {panel}
            {stage_list(stages)}
            {factors}
            {glossary(terms)}
        </div>
    }
}

/// The factors, under a heading that says how many there are.
fn factor_fold(factors: Vec<FactorText>) -> Markup<Reactive> {
    let words = &use_words().chain;
    let assumed = factors.iter().filter(|factor| factor.assumption).count();
    let count = [factors.len(), assumed].map(|count| count.to_string());
    let count = fill(words.factor_count, &[&count[0], &count[1]]);
    fold(
        "factors",
        words.factors,
        count.into(),
        factor_section(factors).into(),
    )
}

/// What the factors are, and their table.
fn factor_section(factors: Vec<FactorText>) -> Markup {
    markup! {
        <div>
            <p class="page__intro">{use_words().chain.factors_note}</p>
            {factor_table(factors)}
        </div>
    }
}

/// The five stages one below the other: the picture in words.
fn stage_list(stages: Vec<StageSummary>) -> Markup<Reactive> {
    let words = use_words();
    let mut names = String::new();
    for stage in &stages {
        if !names.is_empty() {
            names.push_str(words.picture.and);
        }
        names.push_str(&stage.name);
    }
    let sections = markup! {
        <div class="chain__stages">
            {stages.into_iter().map(stage_section).collect::<Vec<_>>()}
        </div>
    };
    markup! {
        <div id="stages" tabindex="-1" data-after-diagram="">
            {fold("stage-list", words.chain.stages, names.into(), sections.into())}
        </div>
    }
}
