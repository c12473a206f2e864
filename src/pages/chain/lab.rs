//! The picture with its levers and what comes of them, joined. The bare page
//! that others frame uses the upper part of it.

use leptos::prelude::*;

use super::capacity::capacity_section;
use super::levers::{comparison_choice, lever_groups, preset_choice, quantity_switch, summary};
use super::notes::notes;
use super::pinned::pinned;
use super::results::results;
use super::state::{Chain, Known};
use super::take::take;
use super::taken::taken;
use crate::diagram::chain_diagram;
use crate::diagram::scene::Scene;
use crate::library::{href, use_lang, use_words};
use chain::view::{Against, ChainView};
use markup::{Content, IntoErasedView, Markup, Reactive, markup, reactive};
use model::document::{ChainPage, StageSummary};
use model::routes::Route;
use model::{Lang, StageId};

/// The state for a document, following the address once the app is live.
pub fn chain_of(page: &ChainPage) -> Option<Chain> {
    let chain = Chain::new(page.levers.clone(), page.diagram.clone())?;
    #[cfg(target_arch = "wasm32")]
    {
        super::hand::enter(chain);
        super::sync::follow(chain);
    }
    Some(chain)
}

/// The picture of what is on screen.
pub fn picture(chain: Chain, chosen: Option<StageId>) -> Markup<Reactive> {
    chain_diagram("chain", scene_of(chain, false), chosen, chain.pinned)
}

/// What is on screen, or what it is compared with, as a scene.
fn scene_of(chain: Chain, other: bool) -> Signal<Scene> {
    let lang = use_lang();
    let known = chain.known();
    // Title, legend, drawings and what is told all read it: it is made once.
    Memo::new(move |_| chain.shown.with(|shown| known.scene(shown, other, lang))).into()
}

/// The picture, and the one of what it is compared with beside it.
fn pictures(chain: Chain) -> Markup<Reactive> {
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
                    {chain_diagram("other", scene, None, chain.pinned)}
                </section>
            }
        })
    };
    markup! {
        <div class={class}>
            <section class="lab__picture">{name_of(chain, false)} {picture(chain, None)}</section>
            {other.erased()}
        </div>
    }
}

/// What a picture shows, where there are two.
fn name_of(chain: Chain, other: bool) -> Content<Reactive> {
    reactive(move || {
        let words = &use_words().levers;
        let known = chain.known();
        let (view, hidden) = chain
            .shown
            .with(|shown| (shown.view, shown.against.is_none()));
        let preset = |preset| {
            known
                .preset(preset)
                .map_or("", |preset| preset.name.as_str())
        };
        let name = match (other, view.against) {
            (true, Some(Against::Preset(against))) => preset(against),
            (true, _) => words.kept,
            (false, _) => preset(view.preset),
        };
        let role = if other { words.other } else { words.this };
        markup! {
            <h2 class="lab__name" hidden={hidden}>
                <span class="lab__role">{role} " "</span>
                <span>{name.to_owned()}</span>
            </h2>
        }
    })
}

/// What a scenario is compared with; empty when with nothing.
pub fn compared_with(known: &Known, view: &ChainView, lang: Lang) -> String {
    match view.against {
        None => String::new(),
        Some(Against::Preset(against)) => known
            .preset(against)
            .map_or_else(String::new, |preset| preset.name.clone()),
        Some(Against::Kept(_)) => lang.words().levers.kept.to_owned(),
    }
}

/// Picture and quantity switch alone, with the state they show: what the bare
/// page has.
pub fn bare(chain: Chain) -> Content<Reactive> {
    markup! {
        <div class="lab lab--bare">
            {notes(chain)}
            {quantity_switch()}
            {picture(chain, None)}
        </div>
    }
    .into()
}

/// Everything.
pub fn lab(chain: Chain, stages: &[StageSummary]) -> Content<Reactive> {
    let lang = use_lang();
    let words = &use_words().levers;
    markup! {
        <div class="lab">
            {notes(chain)}
            {preset_choice(chain)}
            {quantity_switch()}
            {pictures(chain)}
            {pinned(chain, stages)}
            {take(move || taken(chain, lang))}
            <div class="lab__columns">
                <div class="lab__column lab__column--levers">
                    {summary(chain)}
                    {lever_groups(chain)}
                </div>
                <section class="lab__column" aria-labelledby="results">
                    <h2 class="levers__heading" id="results">{words.results}</h2>
                    {comparison_choice(chain)}
                    <p class="levers__note">{words.results_note}</p>
                    {results(chain)}
                </section>
            </div>
            {capacity_section(chain, stages)}
        </div>
    }
    .into()
}

/// The picture on a stage's page: the scenario stands as it was chosen, and can
/// be changed on the whole chain.
pub fn scenario(chain: Chain, chosen: Option<StageId>) -> Content<Reactive> {
    let words = &use_words().levers;
    let name = reactive(move || {
        let known = chain.known();
        let (preset, changed) = chain.shown.with(|shown| {
            let preset = shown.view.preset;
            (preset, known.changed(&shown.view))
        });
        let name = known.preset(preset).map(|preset| preset.name.clone());
        let changed =
            changed.then(|| markup! { <span class="tag tag--open">{words.changed}</span> });
        markup! { <span>{words.scenario} " " <strong>{name}</strong> " " {changed}</span> }
    });
    markup! {
        <div class="chain__diagram">
            {notes(chain)}
            <p class="small">
                {name}
                " · "
                <a href={href(Route::Chain(None))} data-keeps="">{words.to_levers}</a>
            </p>
            {picture(chain, chosen)}
        </div>
    }
    .into()
}
