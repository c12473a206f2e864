//! The picture with its levers and what comes of them, joined. The bare page
//! that others frame uses the upper part of it.

use leptos::prelude::*;

use super::capacity::capacity_section;
use super::hand::heard;
use super::levers::{comparison_choice, lever_groups, preset_choice, quantity_switch, summary};
use super::notes::notes;
use super::pinned::pinned;
use super::results::results;
use super::state::Chain;
use crate::content::LinkId;
use crate::diagram::chain_diagram;
use crate::diagram::scene::Scene;
use crate::library::document::{ChainPage, LinkSummary};
use crate::library::{href, use_lang, use_words};
use crate::markup::{Content, Markup, living, markup};
use crate::routes::Route;

/// The state for a document, following the address once the app is live.
pub fn chain_of(page: &ChainPage) -> Option<Chain> {
    let chain = Chain::new(page.levers.clone(), page.diagram.clone())?;
    #[cfg(target_arch = "wasm32")]
    super::sync::follow(chain);
    Some(chain)
}

/// The picture of what is on screen.
pub fn picture(chain: Chain, chosen: Option<LinkId>) -> Markup {
    let scene = scene_of(chain);
    chain_diagram("chain", scene, chosen, chain.pinned)
}

fn scene_of(chain: Chain) -> Signal<Scene> {
    let lang = use_lang();
    let known = chain.known();
    Signal::derive(move || {
        chain.shown.track();
        Scene::published(known.diagram.clone(), lang.words())
    })
}

/// Picture and quantity switch alone, with the state they show: what the bare
/// page has.
#[allow(dead_code, reason = "for the page that others may frame")]
pub fn bare(chain: Chain) -> Content {
    let inside = markup! {
        <div class="lab lab--bare">
            {notes(chain)}
            {quantity_switch()}
            {picture(chain, None)}
        </div>
    };
    heard(chain, "lab__heard", inside).into()
}

/// Everything.
pub fn lab(chain: Chain, links: &[LinkSummary]) -> Content {
    let words = &use_words().levers;
    let inside = markup! {
        <div class="lab">
            {notes(chain)}
            {preset_choice(chain)}
            {quantity_switch()}
            <div class="lab__pictures">
                {picture(chain, None)}
            </div>
            {pinned(chain, links)}
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
            {capacity_section(chain, links)}
        </div>
    };
    heard(chain, "lab__heard", inside).into()
}

/// The picture on a link's page: the scenario stands as it was chosen, and can
/// be changed on the whole chain.
pub fn scenario(chain: Chain, chosen: Option<LinkId>) -> Content {
    let words = &use_words().levers;
    let name = living(move || {
        let known = chain.known();
        let (preset, changed) = chain.shown.with(|shown| {
            let preset = shown.view.preset;
            (preset, shown.view.inputs != known.menu.inputs(preset))
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
