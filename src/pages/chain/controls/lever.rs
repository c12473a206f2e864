//! An input of the balance: named values if it has some, slider and field, what
//! it means, and why its last change was not followed.

use leptos::prelude::*;

use super::super::notes::describe;
use super::super::state::use_chain;
use super::field::field;
use super::select::select;
use super::slider::slider;
use crate::components::{cite, with_terms};
use crate::library::use_words;
use chain::decimal;
use markup::{Content, IntoErasedView, Markup, Reactive, markup, reactive};
use model::Input;
use model::document::Lever;
use model::input::MOST;
use model::words::fill;

/// Stands for a value without a name of its own.
const OWN: &str = "own";

/// A lever.
pub fn lever(lever: &Lever) -> Markup<Reactive> {
    let words = &use_words().levers;
    let key = lever.input.key();
    let id = |part: &str| format!("{part}-{key}");
    // The two ways to the electricity: nothing but named values.
    let switch = lever.input == Input::FromCell;
    let choices = (!lever.choices.is_empty()).then(|| match switch {
        true => choices(lever, id("value"), None),
        false => {
            let label = fill(words.choice, &[&lever.name]);
            choices(lever, id("choice"), Some(label))
        }
    });
    let name = match choices {
        Some(_) => "lever__name lever__name--above",
        None => "lever__name",
    };
    let explained = format!("about-{key} trouble-{key}");
    let field = (!switch).then(|| field(lever, id("value"), explained));
    let assumption = lever.assumption.then(|| {
        markup! { <span class="tag tag--open">{use_words().chain.assumption}</span> }
    });
    let range = match &lever.range {
        Some(range) => fill(words.range, &[range]),
        None => words.about.to_owned(),
    };
    markup! {
        <div class="lever">
            <label class={name} for={id("value")}>{lever.name.clone()}</label>
            <div class="lever__hands">
                {choices}
                {slider(lever, id("slider"))}
                {field}
                <span class="lever__unit">{lever.unit.clone()}</span>
            </div>
            {error(lever.input, id("trouble"))}
            <div class="lever__foot">
                <details class="lever__about">
                    <summary class="lever__range">{range} " " {assumption}</summary>
                    <p id={id("about")}>
                        {with_terms(lever.note.clone())}
                        " "
                        {lever.source.clone().map(cite)}
                    </p>
                </details>
                {put_back(lever)}
            </div>
        </div>
    }
}

/// What a changed lever was, and the way back for it alone; nothing while it
/// stands there.
fn put_back(lever: &Lever) -> Content<Reactive> {
    let chain = use_chain();
    let input = lever.input;
    let (name, unit) = (lever.name.clone(), lever.unit.clone());
    let choices = lever.choices.clone();
    // A slider that is dragged changes it at every step, and this once.
    let before = Memo::new(move |_| chain.changed_from(input));
    let button = move || {
        before.get().map(|before| {
            let words = &use_words().levers;
            let named = choices.iter().find(|choice| choice.value == before);
            let mut was = match named {
                Some(choice) => choice.name.clone(),
                None if before == MOST => words.no_limit.to_owned(),
                None => decimal::write(before),
            };
            if named.is_none() && !unit.is_empty() {
                was.push('\u{a0}');
                was.push_str(&unit);
            }
            markup! {
                <button
                    type="button"
                    class="lever__back"
                    aria-label={fill(words.put_back, &[&name, &was])}
                    on:click={move |_| chain.put_back(input)}
                >
                    {fill(words.was, &[&was])}
                </button>
            }
        })
    };
    markup! { <span class="lever__change">{button.erased()}</span> }.into()
}

/// Named values of a lever, and that it has one without a name.
fn choices(lever: &Lever, id: String, label: Option<String>) -> Markup<Reactive> {
    let chain = use_chain();
    let input = lever.input;
    let own = label.is_some();
    let values: Vec<f64> = lever.choices.iter().map(|choice| choice.value).collect();
    let items = (lever.choices.iter())
        .map(|choice| (decimal::write(choice.value), choice.name.clone()))
        .chain(own.then(|| (OWN.to_owned(), use_words().levers.own.to_owned())))
        .collect();
    let value = Box::new(move || {
        let value = chain.value(input).get();
        match values.contains(&value) {
            true => decimal::write(value),
            false => OWN.to_owned(),
        }
    });
    // One without a name changes nothing yet.
    let choose = move |value: &str| {
        if let Some(value) = decimal::read(value) {
            chain.set(input, value);
        }
    };
    select(id, label, items, value, Box::new(choose))
}

/// Why the last change of an input was not followed; empty when it was.
fn error(input: Input, id: String) -> Content<Reactive> {
    let chain = use_chain();
    reactive(move || {
        let text = chain.is_wrong(input).then(|| describe(chain));
        markup! { <p class="lever__trouble" id={id.clone()}>{text}</p> }
    })
}
