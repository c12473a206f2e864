//! What to compare with: a list, and a button that keeps what is on screen.

use leptos::prelude::*;

use super::super::state::use_chain;
use super::select::select;
use super::waiting;
use crate::library::use_words;
use chain::view::Against;
use markup::{Markup, Reactive, markup};

/// Stands for what the reader has kept.
const KEPT: &str = "kept";

/// The list, and the button.
pub fn comparison_choice() -> Markup<Reactive> {
    let words = &use_words().levers;
    let chain = use_chain();
    let model = chain.model();
    let items = [(String::new(), words.nothing.to_owned())]
        .into_iter()
        .chain((model.levers.presets.iter()).map(|preset| (preset.id.clone(), preset.name.clone())))
        .chain([(KEPT.to_owned(), words.kept.to_owned())])
        .collect();
    let value = {
        let model = chain.model();
        Box::new(move || match chain.choices.get().against {
            None => String::new(),
            Some(Against::Kept(_)) => KEPT.to_owned(),
            Some(Against::Preset(preset)) => model
                .preset(preset)
                .map_or_else(String::new, |preset| preset.id.clone()),
        })
    };
    let choose = move |value: &str| match value {
        KEPT => chain.compare(|view| Some(Against::Kept(view.inputs))),
        _ => {
            let mut presets = model.menu.presets.iter();
            let preset = presets.position(|(id, _)| id == value);
            chain.compare(|_| preset.map(Against::Preset));
        }
    };
    let keep = move |_| chain.compare(|view| Some(Against::Kept(view.inputs)));
    markup! {
        <fieldset class="comparison" disabled={waiting()}>
            <label class="comparison__label" for="against">{words.against}</label>
            {select("against".to_owned(), None, items, value, Box::new(choose))}
            <button type="button" class="button button--quiet" on:click={keep}>{words.keep}</button>
        </fieldset>
    }
}
