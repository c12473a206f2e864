//! Whether low and high are drawn and said.

use leptos::prelude::*;

use super::super::state::use_chain;
use super::waiting;
use crate::library::use_words;
use markup::{Markup, Reactive, markup};

/// The switch.
pub fn bands_switch() -> Markup<Reactive> {
    let chain = use_chain();
    markup! {
        <fieldset class="bands" disabled={waiting()}>
            <label class="bands__label">
                <input
                    type="checkbox"
                    id="bands"
                    checked={true}
                    prop:checked={move || chain.choices.get().bands}
                    on:input={move |event| chain.show_bands(event_target_checked(&event))}
                />
                " "
                {use_words().levers.show_bands}
            </label>
        </fieldset>
    }
}
