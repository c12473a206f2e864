//! A number that is typed.

use leptos::prelude::*;

use super::super::state::{InputError, use_chain};
use super::is_in_hand;
use crate::library::use_words;
use chain::{Limits, decimal};
use markup::{Markup, Reactive, markup};
use model::document::Lever;
use model::input::MOST;

/// The field of a lever, explained by the elements of these ids.
pub fn field(lever: &Lever, id: String, explained: String) -> Markup<Reactive> {
    let chain = use_chain();
    let input = lever.input;
    let (low, high) = input.bounds();
    let limitless = lever.default == MOST;
    let value = {
        let id = id.clone();
        // What is being typed stays, and so does what could not be followed.
        move || {
            let value = chain.value(input).get();
            let keeps = chain.is_wrong(input) || is_in_hand(&id);
            (!keeps).then(|| written(value))
        }
    };
    let hear = move |event| {
        let text = event_target_value(&event);
        // An empty field where there need be no limit is none.
        let none = (text.is_empty() && limitless).then_some(MOST);
        match decimal::read(text.trim()).or(none) {
            Some(number) => chain.set(input, number),
            None => chain.set_error(Some(InputError::NotNumber(input))),
        }
    };
    markup! {
        <input
            class="lever__field"
            type="number"
            inputmode="decimal"
            step="any"
            autocomplete="off"
            id={id}
            min={decimal::write(low)}
            max={(high < MOST).then(|| decimal::write(high))}
            value={(!limitless).then(|| decimal::write(lever.default))}
            placeholder={limitless.then_some(use_words().levers.no_limit)}
            aria-describedby={explained}
            aria-invalid={move || chain.is_wrong(input).then_some("true")}
            prop:value={value}
            on:input={hear}
        />
    }
}

/// A number as it stands in a field: none where there is no limit.
fn written(value: f64) -> String {
    match value == MOST {
        true => String::new(),
        false => decimal::write(value),
    }
}
