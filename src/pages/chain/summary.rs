//! The four numbers that a reader wants to see move while a lever does.

use leptos::prelude::*;

use super::amounts::amount;
use super::state::use_chain;
use crate::library::use_words;
use chain::Output;
use markup::{Content, Markup, Reactive, markup, reactive};

const OUTPUTS: [Output; 4] = [
    Output::Product,
    Output::Electricity,
    Output::Co2,
    Output::Alumina,
];

/// Product, electricity, CO2, and the alumina that must be bought.
pub fn summary() -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let names = use_words().levers.in_short;
        let items: Vec<Markup> = chain.shown.with(|shown| {
            (OUTPUTS.into_iter().zip(names))
                .map(|(output, name)| {
                    let value = amount(shown.balance.get(output), output.unit());
                    markup! {
                        <div class="summary__figure">
                            <dt>{name}</dt>
                            <dd>{value}</dd>
                        </div>
                    }
                })
                .collect()
        });
        markup! { <dl class="summary">{items}</dl> }
    })
}
