//! One of several, side by side.

use leptos::prelude::*;

use super::super::state::{Chain, Choices, use_chain};
use super::waiting;
use markup::{Markup, Reactive, markup};

/// Radio buttons: each has a value and a name, and is known by its place.
pub fn radios(
    name: &'static str,
    legend: &'static str,
    items: Vec<(String, String)>,
    chosen: fn(Choices) -> usize,
    choose: fn(Chain, usize),
) -> Markup<Reactive> {
    let chain = use_chain();
    let radio = |(index, (value, text)): (usize, (String, String))| {
        markup! {
            <label class="radios__item">
                <input
                    class="radios__input"
                    type="radio"
                    name={name}
                    value={value}
                    checked={index == 0}
                    prop:checked={move || chosen(chain.choices.get()) == index}
                    on:input={move |_| choose(chain, index)}
                />
                <span class="radios__name">{text}</span>
            </label>
        }
    };
    markup! {
        <fieldset class="radios" disabled={waiting()}>
            <legend class="radios__legend">{legend}</legend>
            <div class="radios__items">
                {items.into_iter().enumerate().map(radio).collect::<Vec<_>>()}
            </div>
        </fieldset>
    }
}
