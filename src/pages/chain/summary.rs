//! The three numbers that a reader wants to see move while a lever does.

use leptos::prelude::*;

use super::amounts::amount;
use super::state::use_chain;
use chain::Output;
use markup::{Content, Reactive, markup, reactive};

/// Product, electricity and CO2.
pub fn summary() -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let model = chain.model();
        let items = chain.shown.with(|shown| {
            [Output::Product, Output::Electricity, Output::Co2].map(|output| {
                let value = shown.balance.get(output);
                let name = model.levers.outputs.get(output as usize);
                markup! {
                    <div class="lab__figure">
                        <dt>{name.cloned().unwrap_or_default()}</dt>
                        <dd>{amount(value, output.unit())}</dd>
                    </div>
                }
            })
        });
        markup! { <dl class="lab__summary">{items}</dl> }
    })
}
