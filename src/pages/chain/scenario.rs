//! The picture with its levers and what comes of them, joined. The bare page
//! that others frame uses the upper part of it.

use leptos::prelude::*;

use super::capacity::capacity_section;
use super::controls::{comparison_choice, lever_groups, preset_choice, quantity_switch};
use super::export_data::export_data;
use super::export_panel::export_panel;
use super::notes::notes;
use super::pinned::pinned;
use super::results::results_section;
use super::state::{Chain, Choices, use_chain};
use super::summary::summary;
use crate::diagram::chain_diagram;
use crate::diagram::layout::Orientation;
use crate::diagram::scene::Scene;
use crate::library::{use_lang, use_words};
use chain::view::Against;
use markup::{Content, IntoErasedView, Markup, Reactive, markup, reactive};
use model::StageId;
use model::document::{ChainPage, StageSummary};
use model::routes::Route;

/// The state for a document, in context, following the address once the app is
/// live.
pub fn chain_of(page: &ChainPage) -> Option<Chain> {
    let chain = Chain::provide(page.levers.clone(), page.diagram.clone())?;
    #[cfg(target_arch = "wasm32")]
    super::address::follow(chain);
    Some(chain)
}

/// The picture of what is on screen.
fn picture(drawings: [Orientation; 2], chosen: Option<StageId>) -> Markup<Reactive> {
    let chain = use_chain();
    chain_diagram(
        "chain",
        drawings,
        scene_of(chain, false),
        chosen,
        chain.pinned,
        Some(chain.query),
    )
}

/// What is on screen, or what it is compared with, as a scene.
fn scene_of(chain: Chain, other: bool) -> Signal<Scene> {
    let lang = use_lang();
    let model = chain.model();
    // Title, legend, drawings and descriptions all read it: it is made once.
    Memo::new(move |_| chain.shown.with(|shown| model.scene(shown, other, lang))).into()
}

/// The picture, and the one of what it is compared with beside it.
fn pictures() -> Markup<Reactive> {
    let chain = use_chain();
    let comparing = chain.comparing;
    let class = move || match comparing.get() {
        true => "scenario__pictures scenario__pictures--two",
        false => "scenario__pictures",
    };
    let other = move || {
        comparing.get().then(|| {
            let scene = scene_of(chain, true);
            let drawings = Orientation::BESIDE_CONTROLS;
            let query = Some(chain.query);
            markup! {
                <section class="scenario__picture">
                    {name_of(chain, true)}
                    {chain_diagram("other", drawings, scene, None, chain.pinned, query)}
                </section>
            }
        })
    };
    markup! {
        <div class={class}>
            <section class="scenario__picture">
                {name_of(chain, false)}
                {picture(Orientation::BESIDE_CONTROLS, None)}
            </section>
            {other.erased()}
        </div>
    }
}

/// What a picture shows, where there are two.
fn name_of(chain: Chain, other: bool) -> Content<Reactive> {
    reactive(move || {
        let words = &use_words().levers;
        let model = chain.model();
        let choices = chain.choices.get();
        let against = choices.against;
        let preset = |preset| {
            model
                .preset(preset)
                .map_or("", |preset| preset.name.as_str())
        };
        let name = match (other, against) {
            (true, Some(Against::Preset(against))) => preset(against),
            (true, _) => words.kept,
            (false, _) => preset(choices.preset),
        };
        let role = if other { words.other } else { words.this };
        markup! {
            <h2 class="scenario__name" hidden={against.is_none()}>
                <span class="scenario__role">{role} " "</span>
                <span>{name.to_owned()}</span>
            </h2>
        }
    })
}

/// Picture and quantity switch alone: what the bare page has.
pub fn bare() -> Content<Reactive> {
    markup! {
        <div class="scenario scenario--bare">
            {notes()}
            {quantity_switch()}
            {picture(Orientation::ACROSS, None)}
        </div>
    }
    .into()
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
                    {quantity_switch()}
                    {comparison_choice()}
                </div>
                <div class="scenario__view">
                    {summary()}
                    {pictures()}
                </div>
                <div class="scenario__controls">
                    {pinned(stages)}
                    {lever_groups()}
                </div>
            </div>
            {intro}
            {export_panel(move || export_data(chain, lang))}
            {results_section()}
            {capacity_section(stages)}
        </>
    }
}

/// The picture on a stage's page: the scenario stands as it was chosen, and can
/// be changed on the whole chain.
pub fn stage_scenario(chain: Chain, chosen: Option<StageId>) -> Content<Reactive> {
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
    markup! {
        <div class="chain__diagram">
            {notes()}
            <p class="small">
                {name}
                " · "
                <a href={chain.href(Route::Chain(None))}>{words.to_levers}</a>
            </p>
            {picture(Orientation::ACROSS, chosen)}
        </div>
    }
    .into()
}
