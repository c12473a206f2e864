//! One of several, in a list that opens.

use leptos::prelude::*;

use markup::{Markup, Reactive, markup};

/// A list of values with their names.
pub fn select(
    id: String,
    label: Option<String>,
    items: Vec<(String, String)>,
    value: Box<dyn Fn() -> String + Send>,
    choose: Box<dyn Fn(&str)>,
) -> Markup<Reactive> {
    let option =
        |(value, text): (String, String)| markup! { <option value={value}>{text}</option> };
    markup! {
        <select
            class="lever__choice"
            autocomplete="off"
            id={id}
            aria-label={label}
            prop:value={value}
            on:input={move |event| choose(&event_target_value(&event))}
        >
            {items.into_iter().map(option).collect::<Vec<_>>()}
        </select>
    }
}
