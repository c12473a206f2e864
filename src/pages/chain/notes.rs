//! What could not be followed, in words.

use leptos::prelude::*;

use super::state::{Chain, InputError, use_chain};
use crate::library::use_words;
use chain::view::Wrong;
use chain::{ImpossibleInput, decimal};
use markup::{Content, Reactive, markup, reactive};
use model::words::fill;

/// What of the address could not be followed, each by its name.
pub fn notes() -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let words = &use_words().levers;
        let notes = chain.notes.get();
        let items = (notes.iter())
            .map(|note| {
                let why = match note.why {
                    Wrong::UnknownWord => words.unknown_word,
                    Wrong::NotNumber => words.unread,
                    Wrong::OutOfBounds => words.out_of_bounds,
                    Wrong::Impossible => words.impossible,
                };
                let mut text = note.name.clone();
                text.push('=');
                text.push_str(&note.value);
                markup! { <li><code>{text}</code> " " <span>{why}</span></li> }
            })
            .collect::<Vec<_>>();
        markup! {
            <div class="notes" role="status" hidden={notes.is_empty()}>
                <p>{words.notes}</p>
                <ul>{items}</ul>
            </div>
        }
    })
}

/// Why the last change was not followed, in words, with the bound; empty when it
/// was. Tracked.
pub fn describe(chain: Chain) -> String {
    let Some(error) = chain.error.get() else {
        return String::new();
    };
    let words = &use_words().levers;
    let model = chain.model();
    let lever = model.lever(error.input());
    let name = lever.map_or("", |lever| lever.name.as_str());
    let unit = lever.map_or("", |lever| lever.unit.as_str());
    let bound = |bound: f64| decimal::write(short(bound));
    let mut text = match &error {
        InputError::NotNumber(_) => fill(words.not_number, &[name]),
        InputError::Impossible(impossible) => match impossible {
            ImpossibleInput::NotFinite(_) => fill(words.not_number, &[name]),
            ImpossibleInput::NotPositive(_) => fill(words.not_positive, &[name]),
            ImpossibleInput::Below { bound: low, .. } => {
                fill(words.below, &[name, &bound(*low), unit])
            }
            ImpossibleInput::Above { bound: high, .. } => {
                fill(words.above, &[name, &bound(*high), unit])
            }
            ImpossibleInput::NotASwitch { .. } => fill(words.not_a_switch, &[name]),
            ImpossibleInput::Mix { sum } => fill(words.mix, &[&bound(*sum)]),
            ImpossibleInput::NoScrap { bound: high, .. } => fill(words.no_scrap, &[&bound(*high)]),
        },
    };
    text.push(' ');
    text.push_str(words.stays);
    text
}

/// A bound to four places: it is read, not calculated with.
fn short(bound: f64) -> f64 {
    (bound * 1e4).round() / 1e4
}
