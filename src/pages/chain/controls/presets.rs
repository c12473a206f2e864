//! Which scenario to begin from, and what each stands for: all are there to be
//! read, the chosen one is shown.

use leptos::prelude::*;

use super::super::state::{Chain, use_chain};
use super::radios::radios;
use crate::components::cite;
use crate::library::use_words;
use markup::{Markup, Reactive, markup};
use model::document::PresetText;

/// The presets.
pub fn preset_choice() -> Markup<Reactive> {
    let words = &use_words().levers;
    let chain = use_chain();
    let presets = &chain.model().levers.presets;
    let items = (presets.iter())
        .map(|preset| (preset.id.clone(), preset.name.clone()))
        .collect();
    let texts: Vec<Markup<Reactive>> = (presets.iter().enumerate())
        .map(|(index, preset)| preset_text(chain, index, preset))
        .collect();
    markup! {
        <div class="presets">
            {radios("preset", words.presets, items, |choices| choices.preset, Chain::begin)}
            {texts}
        </div>
    }
}

/// What a scenario stands for, with date and source.
fn preset_text(chain: Chain, index: usize, preset: &PresetText) -> Markup<Reactive> {
    let words = &use_words().levers;
    let tag = |holds: bool, word: &'static str| {
        holds.then(|| markup! { <span class="tag tag--open presets__tag">{word}</span> })
    };
    markup! {
        <p class="presets__about" hidden={move || chain.choices.get().preset != index}>
            <span>{preset.summary.clone()} " "</span>
            {tag(preset.superseded, words.superseded)}
            {tag(preset.assumption, use_words().chain.assumption)}
            <span class="tag tag--open presets__tag" hidden={move || !chain.choices.get().changed}>
                {words.changed}
            </span>
            <small>
                <span>{preset.period.clone()} " "</span>
                {preset.source.clone().map(cite)}
            </small>
        </p>
    }
}
