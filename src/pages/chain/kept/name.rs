//! What a scenario may be called: a proposal.

use leptos::prelude::*;

use super::super::chain_model::ChainModel;
use super::super::state::Chain;
use chain::decimal;
use chain::kept::{LONGEST, tidy};
use chain::view::ChainView;
use model::Lang;

/// A name for what is on screen that none of those kept has; tracked.
pub fn proposed(chain: Chain, lang: Lang) -> String {
    let model = chain.model();
    let view = chain.settled.with(|shown| shown.view);
    let name = described(&model, &view, lang);
    let kept = chain.kept();
    let taken = |name: &str| kept.iter().any(|scenario| scenario.name == name);
    let short: String = name.chars().take(LONGEST - 2).collect();
    let (mut free, mut number) = (name, '2');
    // One more than there are is free at the latest.
    while taken(&free) && number <= '5' {
        free.clone_from(&short);
        free.push(' ');
        free.push(number);
        number = char::from(number as u8 + 1);
    }
    free
}

/// The preset's name, and what has been changed of it as far as there is room.
fn described(model: &ChainModel, view: &ChainView, lang: Lang) -> String {
    let words = &lang.words().take;
    let preset = model.preset(view.preset);
    let mut name = preset.map_or_else(String::new, |preset| preset.name.clone());
    let base = model.menu.inputs(view.preset);
    let mut before = words.colon;
    for lever in model.levers() {
        let value = view.inputs.get(lever.input);
        if value == base.get(lever.input) {
            continue;
        }
        let part = [
            before,
            &lever.name,
            " ",
            &decimal::write(value),
            " ",
            &lever.unit,
        ]
        .concat();
        if name.chars().count() + part.chars().count() > LONGEST {
            name.push('…');
            break;
        }
        name.push_str(&part);
        before = words.between;
    }
    tidy(&name)
}
