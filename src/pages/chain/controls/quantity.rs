//! What the picture is about.

use super::super::state::{Chain, Choices};
use super::radios::radios;
use crate::library::use_words;
use chain::Quantity;
use markup::{Markup, Reactive};

/// The switch.
pub fn quantity_switch() -> Markup<Reactive> {
    let words = &use_words().levers;
    let items = (Quantity::ALL.into_iter())
        .zip(words.quantities)
        .map(|(quantity, name)| (quantity.as_str().to_owned(), name.to_owned()))
        .collect();
    radios("quantity", words.quantity, items, chosen, choose)
}

fn chosen(choices: Choices) -> usize {
    let mut all = Quantity::ALL.into_iter();
    let chosen = all.position(|quantity| quantity == choices.quantity);
    chosen.unwrap_or_default()
}

fn choose(chain: Chain, index: usize) {
    let mut view = chain.latest();
    view.quantity = Quantity::ALL[index];
    chain.schedule(view);
}
