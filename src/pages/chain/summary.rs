//! The four numbers that a reader wants to see move while a lever does: each
//! with what it differs by, or with its band.

use leptos::prelude::*;

use super::amounts::{amount, difference, ends};
use super::chain_model::{ChainModel, ShownScenario};
use super::state::use_chain;
use crate::library::{use_library, use_words};
use chain::{Balance, Output};
use markup::{Content, Markup, Reactive, markup, reactive};

/// What sums a scenario up.
pub const OUTPUTS: [Output; 4] = [
    Output::Product,
    Output::Electricity,
    Output::Co2,
    Output::Alumina,
];

/// Product, electricity, CO2, and the alumina that must be bought.
pub fn summary() -> Content<Reactive> {
    let chain = use_chain();
    let live = use_library().hydrated;
    reactive(move || {
        let model = chain.model();
        let live = live.get();
        let mut class = "summary";
        let items: Vec<Markup> = chain.shown.with(|shown| {
            let rests = (chain.settled).with(|settled| settled.view == shown.view);
            let notes = notes(&model, shown, rests);
            if notes.iter().any(|(changed, _)| changed.is_some()) {
                class = "summary summary--changed";
            }
            let names = use_words().levers.in_short;
            (OUTPUTS.into_iter().zip(names).zip(notes))
                .map(|((output, name), note)| {
                    let value = amount(shown.balance.get(output), output.unit());
                    figure(output, name, value, note, live)
                })
                .collect()
        });
        markup! { <dl class={class}>{items}</dl> }
    })
}

/// A number; once the app is live it can be asked about.
fn figure(
    output: Output,
    name: &'static str,
    value: String,
    (changed, band): (Option<Change>, Option<String>),
    live: bool,
) -> Markup {
    let value: Markup = match live {
        true => markup! {
            <button type="button" class="ask" data-ask={output.key()}>{value}</button>
        },
        false => markup! { <span class="ask">{value}</span> },
    };
    let changed = changed.map(|Change { than, by }| {
        markup! {
            <span class="summary__change"><span class="summary__than">{than} " "</span><span>{by}</span></span>
        }
    });
    let band = band.map(|text| markup! { <span class="summary__band">{text}</span> });
    markup! {
        <div class="summary__figure">
            <dt>{name}</dt>
            <dd>{value} " " <small class="summary__note">{changed} " " {band}</small></dd>
        </div>
    }
}

/// What a number has changed by: since when, and how much.
struct Change {
    than: &'static str,
    by: String,
}

/// By how much each number differs from what it is compared with, or from the
/// preset that has been changed; and its band, of a difference once it rests.
fn notes(
    model: &ChainModel,
    shown: &ShownScenario,
    rests: bool,
) -> Vec<(Option<Change>, Option<String>)> {
    let words = &use_words().levers;
    let before = match &shown.against {
        Some((_, balance)) => Some((*balance, words.than_other)),
        None if model.is_changed(&shown.view) => {
            let preset = Balance::new(&model.menu.inputs(shown.view.preset)).ok();
            preset.map(|balance| (balance, words.than_before))
        }
        None => None,
    };
    let bands = shown.bands.as_deref();
    OUTPUTS
        .map(|output| {
            let unit = output.unit();
            let changed = before.map(|(before, than)| {
                let by = shown.balance.get(output) - before.get(output);
                let by = difference(by, unit);
                Change { than, by }
            });
            let band = match (bands, &shown.against) {
                (None, _) => None,
                (Some(bands), None) => {
                    let band = bands.get(output).ok();
                    band.and_then(|(low, high)| ends(low, high, unit))
                }
                (Some(_), Some(_)) if rests => {
                    let band = model.difference(shown, output);
                    band.filter(|(low, high)| low < high).map(|(low, high)| {
                        [difference(low, unit), difference(high, unit)].join(" … ")
                    })
                }
                (Some(_), Some(_)) => None,
            };
            (changed, band)
        })
        .into()
}
