//! What the reader is told when something could not be followed.

use leptos::prelude::*;

use super::state::Chain;
#[cfg(target_arch = "wasm32")]
use super::state::{Known, Trouble};
use crate::library::use_words;
use chain::view::Wrong;
#[cfg(target_arch = "wasm32")]
use chain::{ImpossibleInput, decimal};
use markup::{Content, Reactive, markup, reactive};
#[cfg(target_arch = "wasm32")]
use model::words::fill;

/// What of the address could not be followed, each by its name.
pub fn notes(chain: Chain) -> Content<Reactive> {
    reactive(move || {
        let words = &use_words().levers;
        let notes = chain.notes.get();
        let items = (notes.iter())
            .map(|note| {
                let why = match note.why {
                    Wrong::UnknownName => words.unknown_name,
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
            <div class="lab__notes" role="status" hidden={notes.is_empty()}>
                <p>{words.notes}</p>
                <ul>{items}</ul>
            </div>
        }
    })
}

/// A fault in words, with the bound.
#[cfg(target_arch = "wasm32")]
pub fn told(known: &Known, trouble: &Trouble) -> String {
    let words = &use_words().levers;
    let input = trouble.input();
    let lever = known.lever(input);
    let name = lever.map_or("", |lever| lever.name.as_str());
    let unit = lever.map_or("", |lever| lever.unit.as_str());
    let bound = |bound: f64| decimal::write(short(bound));
    match trouble {
        Trouble::NotNumber(_) => fill(words.not_number, &[name]),
        Trouble::Impossible(impossible) => match impossible {
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
    }
}

/// A bound to four places: it is read, not reckoned with.
#[cfg(target_arch = "wasm32")]
fn short(bound: f64) -> f64 {
    (bound * 1e4).round() / 1e4
}
