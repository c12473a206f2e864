//! A number that is dragged.

use leptos::prelude::*;

use super::super::state::use_chain;
use super::is_in_hand;
use crate::library::use_words;
use chain::decimal;
use chain::slide::{decade_position, decade_steps, decade_value};
use markup::{Markup, Reactive, markup};
use model::document::{Lever, SliderRange};
use model::words::fill;

/// The slider of a lever that has one.
pub fn slider(lever: &Lever, id: String) -> Option<Markup<Reactive>> {
    let chain = use_chain();
    let input = lever.input;
    let range = lever.slider.clone()?;
    let (from, to, step) = ends(&range);
    let first = position(&range, lever.default);
    let said = {
        let unit = lever.unit.clone();
        move || value_text(&unit, chain.value(input).get())
    };
    let decade = range.decades.then_some(range.from as i32);
    let hear = move |event| {
        let at = decimal::read(&event_target_value(&event));
        let value = match decade {
            Some(from) => at.map(|at| decade_value(at as u32, from)),
            None => at,
        };
        // A slider always stands at a number.
        if let Some(value) = value {
            chain.set(input, value);
        }
    };
    let value = {
        let id = id.clone();
        // Where it is being dragged to it stays, and so it does where it could
        // not be followed.
        move || {
            let value = chain.value(input).get();
            let keeps = chain.is_wrong(input) || is_in_hand(&id);
            (!keeps).then(|| position(&range, value))
        }
    };
    Some(markup! {
        <input
            class="lever__slider"
            type="range"
            autocomplete="off"
            id={id}
            aria-label={fill(use_words().levers.slider, &[&lever.name])}
            aria-valuetext={said}
            min={from}
            max={to}
            step={step}
            value={first}
            prop:value={value}
            on:input={hear}
        />
    })
}

/// The slider's own numbers: over decades it counts steps.
fn ends(range: &SliderRange) -> (String, String, String) {
    if range.decades {
        let steps = decade_steps(range.from as i32, range.to as i32);
        return ("0".to_owned(), steps.to_string(), "1".to_owned());
    }
    (
        decimal::write(range.from),
        decimal::write(range.to),
        decimal::write(range.step),
    )
}

/// Where a slider stands for a value.
fn position(range: &SliderRange, value: f64) -> String {
    match range.decades {
        true => decade_position(value, range.from as i32, range.to as i32).to_string(),
        false => decimal::write(value),
    }
}

/// A value as a screen reader says it.
fn value_text(unit: &str, value: f64) -> String {
    let mut text = decimal::write(value);
    if !unit.is_empty() {
        text.push(' ');
        text.push_str(unit);
    }
    text
}
