//! The question the other way round: what a lever must be for the number to be
//! so much; and what the published capacities are enough for.

use leptos::prelude::*;

use super::super::amounts::amount;
use super::super::controls::select;
use super::super::state::Chain;
use crate::library::{use_lang, use_words};
use chain::amount::write;
use chain::reverse::{NoAnswer, product_of_capacities, solve};
use chain::{Limits, Output, decimal, typed_number};
use markup::{Content, Markup, Reactive, markup, reactive};
use model::Input;
use model::words::fill;

/// What may be asked for.
const BY: [Input; 4] = [
    Input::RecycledShare,
    Input::Product,
    Input::Grid,
    Input::Electricity,
];

/// The form and its answer.
pub fn reverse(chain: Chain, output: Output) -> Markup<Reactive> {
    let words = &use_words().ask;
    let by = RwSignal::new(match output {
        Output::Product => Input::Product,
        _ => Input::RecycledShare,
    });
    let target = RwSignal::new(None::<f64>);
    let model = chain.model();
    let items = (BY.into_iter())
        .filter_map(|input| {
            let name = model.lever(input)?.name.clone();
            Some((input.key().to_owned(), name))
        })
        .collect();
    let choose = move |key: &str| {
        if let Some(input) = Input::from_key(key) {
            by.set(input);
        }
    };
    let unit = output.unit().as_str();
    let hear = move |event| {
        let read = typed_number::read(&event_target_value(&event), unit);
        target.set(read.ok().flatten());
    };
    let set = move |_| {
        if let Some(Ok(value)) = answer(chain, output, by, target) {
            chain.set(by.get_untracked(), decimal::rounded(value));
        }
    };
    markup! {
        <div class="ask-card__reverse">
            <h3 class="ask-card__heading">{words.reverse}</h3>
            {enough(chain, output)}
            <label for="ask-target">{fill(words.target, &[unit])}</label>
            <input
                class="lever__field"
                id="ask-target"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                on:input={hear}
            />
            <label for="ask-by">{words.by}</label>
            {select("ask-by".to_owned(), None, items, Box::new(move || by.get().key().to_owned()), Box::new(choose))}
            {said(chain, output, by, target)}
            <button type="button" class="button button--quiet" on:click={set}>{words.set}</button>
        </div>
    }
}

/// The answer, if a number has been asked for.
fn answer(
    chain: Chain,
    output: Output,
    by: RwSignal<Input>,
    target: RwSignal<Option<f64>>,
) -> Option<Result<f64, NoAnswer>> {
    let (input, target) = (by.get(), target.get()?);
    let inputs = chain.throttled.with(|shown| shown.view.inputs);
    Some(solve(&inputs, input, input.bounds(), output, target))
}

/// The answer in words, or why there is none.
fn said(
    chain: Chain,
    output: Output,
    by: RwSignal<Input>,
    target: RwSignal<Option<f64>>,
) -> Content<Reactive> {
    reactive(move || {
        let words = &use_words().ask;
        let model = chain.model();
        let lever = model.lever(by.get());
        let name = lever.map_or("", |lever| lever.name.as_str());
        let written = |value: f64| {
            let mut text = decimal::write(short(value));
            text.push('\u{a0}');
            text.push_str(lever.map_or("", |lever| lever.unit.as_str()));
            text
        };
        let text = match answer(chain, output, by, target) {
            None => words.no_target.to_owned(),
            Some(Ok(value)) => fill(words.answer, &[name, &written(value)]),
            Some(Err(NoAnswer::OutOfReach { least, most, .. })) => {
                let ends = [least, most].map(|end| amount(end, output.unit()));
                fill(words.out_of_reach, &[name, &ends[0], &ends[1]])
            }
            Some(Err(NoAnswer::Unmoved(_) | NoAnswer::Impossible(_))) => {
                fill(words.unmoved, &[name])
            }
        };
        markup! { <p class="ask-card__answer" role="status">{text}</p> }
    })
}

/// What the capacities are enough for: said of the product.
fn enough(chain: Chain, output: Output) -> Option<Content<Reactive>> {
    let lang = use_lang();
    (output == Output::Product).then(|| {
        reactive(move || {
            let model = chain.model();
            let capacities: Vec<_> = (model.levers.capacities.iter())
                .map(|capacity| (capacity.stage, capacity.tonnes))
                .collect();
            let inputs = chain.throttled.with(|shown| shown.view.inputs);
            let products = product_of_capacities(&inputs, &capacities);
            let text = (products.ok())
                .and_then(|products| products.first().copied())
                .map(|(stage, product)| {
                    let (value, unit) = write(product, output.unit(), lang);
                    let product = [&value, "\u{a0}", unit].concat();
                    fill(use_words().ask.enough, &[&product, &model.stage(stage)])
                });
            markup! { <p>{text}</p> }
        })
    })
}

/// To four digits behind the point: it is read.
fn short(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
