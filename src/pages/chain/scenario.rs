//! The picture with its levers and what comes of them, joined. The bare page
//! that others frame uses the upper part of it.

use leptos::prelude::*;

use super::capacity::capacity_section;
use super::controls::{
    bands_switch, comparison_choice, lever_groups, preset_choice, quantity_switch,
};
use super::export_data::{export_data, stage_data};
use super::export_panel::export_panel;
use super::kept::kept_section;
use super::notes::notes;
use super::pinned::pinned;
use super::results::results_section;
use super::stage_balance::{stage_alone, stage_section};
use super::state::{Chain, Choices, use_chain};
use super::summary::summary;
use super::tour::{tour, tour_button};
use crate::diagram::chain_diagram;
use crate::diagram::layout::Orientation;
use crate::diagram::scene::Scene;
use crate::library::{use_lang, use_library, use_words};
use chain::view::Pin;
use markup::{Content, Markup, Reactive, markup, reactive};
use model::StageId;
use model::document::{ChainPage, StageSummary};
use model::routes::Route;
use model::words::fill;

/// The state for a document, in context, following the address once the app is
/// live.
pub fn chain_of(page: &ChainPage) -> Option<Chain> {
    let chain = Chain::provide(page.levers.clone(), page.diagram.clone())?;
    #[cfg(target_arch = "wasm32")]
    super::address::follow(chain);
    Some(chain)
}

/// The picture of what is on screen.
fn picture(drawings: [Orientation; 2]) -> Markup<Reactive> {
    let chain = use_chain();
    chain_diagram(
        "chain",
        drawings,
        scene_of(chain),
        None,
        chain.pinned,
        Some(chain.query),
    )
}

/// What is on screen as a scene, with what it is compared with.
fn scene_of(chain: Chain) -> Signal<Scene> {
    let lang = use_lang();
    let model = chain.model();
    // The published drawing goes without bands: they weigh, and stand in the tables.
    let live = use_library().hydrated;
    // Title, legend, drawings and descriptions all read it: it is made once.
    Memo::new(move |_| {
        let live = live.get();
        chain.shown.with(|shown| model.scene(shown, live, lang))
    })
    .into()
}

/// What the outline in the picture is.
fn compared(chain: Chain) -> Content<Reactive> {
    let lang = use_lang();
    reactive(move || {
        let outline = lang.words().levers.outline;
        let against = chain.choices.get().against;
        let name = against.map(|against| chain.name_of(&against, lang));
        let text = name.as_ref().map(|name| fill(outline, &[name]));
        markup! { <p class="scenario__other" hidden={text.is_none()}>{text}</p> }
    })
}

/// Picture and quantity switch alone: what the bare page has.
pub fn bare() -> Content<Reactive> {
    markup! {
        <div class="scenario scenario--bare">
            {notes()}
            {quantity_switch()}
            {picture(Orientation::ACROSS)}
            {held_stage(use_chain())}
        </div>
    }
    .into()
}

/// The balance of the stage that the address holds on to, if it does.
fn held_stage(chain: Chain) -> Content<Reactive> {
    reactive(move || {
        let stage = match chain.pinned.get() {
            Some(Pin::Stage(stage)) => Some(stage),
            Some(Pin::Flow(_)) | None => None,
        };
        let model = chain.model();
        let drawn = stage.map(|stage| {
            chain
                .throttled
                .with(|shown| stage_alone(&model, shown, stage))
        });
        markup! { <div>{drawn}</div> }
    })
}

/// Everything: what is chosen, the picture with the numbers that sum it up, and
/// beside them what can be changed. The picture stays on the screen.
pub fn whole_scenario(
    chain: Chain,
    head: Markup<Reactive>,
    intro: Markup<Reactive>,
    stages: &[StageSummary],
) -> Content<Reactive> {
    let lang = use_lang();
    markup! {
        <>
            <div class="scenario">
                {notes()}
                <div class="scenario__choices">
                    {head}
                    {preset_choice()}
                    <div class="scenario__measure">
                        {quantity_switch()}
                        {bands_switch()}
                    </div>
                    {comparison_choice()}
                </div>
                <div class="scenario__view">
                    {summary()}
                    {compared(chain)}
                    {picture(Orientation::BESIDE_CONTROLS)}
                </div>
                <div class="scenario__controls">
                    {tour(stages)}
                    {pinned(stages)}
                    {lever_groups(tour_button())}
                </div>
            </div>
            {intro}
            {kept_section()}
            {export_panel(move || export_data(chain, lang))}
            {results_section()}
            {capacity_section(stages)}
        </>
    }
}

/// A stage's page: its own balance as a picture, in the scenario as it was chosen,
/// which can be changed on the whole chain; and the way to the other stages.
pub fn stage_scenario(chain: Chain, stage: StageId, stages: &[StageSummary]) -> Content<Reactive> {
    let words = &use_words().levers;
    let name = reactive(move || {
        let model = chain.model();
        let Choices {
            preset, changed, ..
        } = chain.choices.get();
        let name = model.preset(preset).map(|preset| preset.name.clone());
        let changed =
            changed.then(|| markup! { <span class="tag tag--open">{words.changed}</span> });
        markup! { <span>{words.scenario} " " <strong>{name}</strong> " " {changed}</span> }
    });
    let link = |other: &StageSummary| {
        let to = chain.href(Route::Chain(Some(other.id)));
        let current = (other.id == stage).then_some("page");
        markup! {
            <li><a class="stage-nav__link" href={to} aria-current={current}>{other.name.clone()}</a></li>
        }
    };
    let links: Vec<Markup<Reactive>> = stages.iter().map(link).collect();
    let lang = use_lang();
    #[cfg(target_arch = "wasm32")]
    super::presses::leave_by_escape(WHOLE);
    markup! {
        <div class="chain__diagram">
            {notes()}
            <nav class="stage-nav" aria-label={words.stages}>
                <ul class="stage-nav__list">{links}</ul>
            </nav>
            <p class="small">
                {name}
                " · "
                <a id={WHOLE} href={chain.href(Route::Chain(None))}>{words.to_levers}</a>
            </p>
            {stage_section(stage)}
            {export_panel(move || stage_data(chain, stage, lang))}
        </div>
    }
    .into()
}

/// The id of the way from a stage's page to the whole chain.
const WHOLE: &str = "whole";
