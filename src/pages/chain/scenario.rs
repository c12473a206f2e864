//! The picture with its levers and what comes of them, joined. The bare page
//! that others frame uses the upper part of it.

use leptos::prelude::*;

use super::capacity::capacity_section;
use super::controls::{comparison_choice, lever_groups, preset_choice, quantity_switch};
use super::export_data::export_data;
use super::export_panel::export_panel;
use super::notes::notes;
use super::pinned::pinned;
use super::results::results;
use super::state::{Chain, Choices, use_chain};
use super::summary::summary;
use crate::diagram::chain_diagram;
use crate::diagram::scene::Scene;
use crate::library::{follow_visibility, use_lang, use_words};
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
fn picture(chosen: Option<StageId>) -> Markup<Reactive> {
    let chain = use_chain();
    chain_diagram(
        "chain",
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
        true => "lab__pictures lab__pictures--two",
        false => "lab__pictures",
    };
    let other = move || {
        comparing.get().then(|| {
            let scene = scene_of(chain, true);
            markup! {
                <section class="lab__picture">
                    {name_of(chain, true)}
                    {chain_diagram("other", scene, None, chain.pinned, Some(chain.query))}
                </section>
            }
        })
    };
    markup! {
        <div class={class}>
            <section class="lab__picture">{name_of(chain, false)} {picture(None)}</section>
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
            <h2 class="lab__name" hidden={against.is_none()}>
                <span class="lab__role">{role} " "</span>
                <span>{name.to_owned()}</span>
            </h2>
        }
    })
}

/// Picture and quantity switch alone: what the bare page has.
pub fn bare() -> Content<Reactive> {
    markup! {
        <div class="lab lab--bare">
            {notes()}
            {quantity_switch()}
            {picture(None)}
        </div>
    }
    .into()
}

/// Everything.
pub fn whole_scenario(chain: Chain, stages: &[StageSummary]) -> Content<Reactive> {
    let lang = use_lang();
    let words = &use_words().levers;
    let visible = RwSignal::new(true);
    let mut all_results = markup! {
        <section class="lab__column" aria-labelledby="results">
            <h2 class="levers__heading" id="results">{words.results}</h2>
            {comparison_choice()}
            <p class="levers__note">{words.results_note}</p>
            {results(visible)}
        </section>
    };
    all_results.mounted(move |section| follow_visibility(section, visible));
    markup! {
        <div class="lab">
            {notes()}
            {preset_choice()}
            {quantity_switch()}
            {pictures()}
            {pinned(stages)}
            {export_panel(move || export_data(chain, lang))}
            <div class="lab__columns">
                <div class="lab__column lab__column--levers">
                    {summary()}
                    {lever_groups()}
                </div>
                {all_results}
            </div>
            {capacity_section(stages)}
        </div>
    }
    .into()
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
            {picture(chosen)}
        </div>
    }
    .into()
}
