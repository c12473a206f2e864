//! A number that is typed: with whatever keyboard, see [`typed_number`].

use leptos::prelude::*;
use leptos::web_sys::{Event, HtmlInputElement};

use super::super::state::{Chain, use_chain};
use super::{is_composing, is_in_hand};
use crate::library::use_words;
use chain::{decimal, typed_number};
use markup::{Markup, Reactive, markup};
use model::Input;
use model::document::Lever;
use model::input::MOST;

/// What there is to know of a field when something is typed into it.
#[derive(Clone)]
struct Field {
    chain: Chain,
    input: Input,
    unit: String,
    /// Whether there need be no limit.
    limitless: bool,
}

/// The field of a lever, explained by the elements of these ids.
///
/// Not a field of the browser's for numbers: that one reads no full-width digits,
/// gives nothing for what is no number, and changes under a wheel that scrolls.
pub fn field(lever: &Lever, id: String, explained: String) -> Markup<Reactive> {
    let chain = use_chain();
    let input = lever.input;
    let limitless = lever.default == MOST;
    let field = Field {
        chain,
        input,
        unit: lever.unit.clone(),
        limitless,
    };
    let value = {
        let id = id.clone();
        // What is being typed stays, and so does what could not be followed.
        move || {
            let value = chain.value(input).get();
            let keeps = chain.is_wrong(input) || is_in_hand(&id);
            (!keeps).then(|| written(value))
        }
    };
    let (composed, left) = (field.clone(), field.clone());
    let hear = move |event: Event| {
        if !is_composing(&event) {
            field.take(&event_target_value(&event));
        }
    };
    markup! {
        <input
            class="lever__field"
            type="text"
            inputmode="decimal"
            autocomplete="off"
            id={id}
            value={(!limitless).then(|| decimal::write(lever.default))}
            placeholder={limitless.then_some(use_words().levers.no_limit)}
            aria-describedby={explained}
            aria-invalid={move || chain.is_wrong(input).then_some("true")}
            prop:value={value}
            on:input={hear}
            on:compositionend={move |event| composed.take(&event_target_value(&event))}
            on:change={move |event| left.rewrite(&event_target(&event))}
        />
    }
}

impl Field {
    /// What is typed becomes the input's value. Only an empty field means no limit.
    fn take(&self, text: &str) {
        match typed_number::read(text, &self.unit) {
            Ok(Some(number)) => self.chain.set(self.input, number),
            Ok(None) if self.limitless => self.chain.set(self.input, MOST),
            Ok(None) | Err(_) => self.chain.refuse(self.input),
        }
    }

    /// Once the field is left, the number stands there as the site writes it.
    fn rewrite(&self, field: &HtmlInputElement) {
        if let Ok(Some(number)) = typed_number::read(&field.value(), &self.unit) {
            field.set_value(&written(number));
        }
    }
}

/// A number as it stands in a field: none where there is no limit.
fn written(value: f64) -> String {
    match value == MOST {
        true => String::new(),
        false => decimal::write(value),
    }
}
