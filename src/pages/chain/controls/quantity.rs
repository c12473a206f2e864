//! What the picture is about.

use leptos::prelude::*;

use super::super::state::{Chain, use_chain};
use super::radios::radios;
use crate::library::use_words;
use chain::Quantity;
use markup::{Markup, Reactive};

/// The switch.
pub fn quantity_switch() -> Markup<Reactive> {
    let words = &use_words().levers;
    let shown = use_chain().shown;
    let items = (Quantity::ALL.into_iter())
        .zip(words.quantities)
        .map(|(quantity, name)| (quantity.as_str().to_owned(), name.to_owned()))
        .collect();
    let chosen = Memo::new(move |_| {
        let quantity = shown.with(|shown| shown.view.quantity);
        let mut all = Quantity::ALL.into_iter();
        all.position(|other| other == quantity).unwrap_or_default()
    });
    radios("quantity", words.quantity, items, chosen, choose)
}

fn choose(chain: Chain, index: usize) {
    let mut view = chain.latest();
    view.quantity = Quantity::ALL[index];
    chain.schedule(view);
}
