//! What the reader does: one listener hears every lever and button.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

use super::state::{Chain, Trouble};
use crate::library::browser::listen as listen_to;
use chain::slide::{decade_value, with};
use chain::view::Against;
use chain::{Quantity, decimal};
use model::Input;
use model::input::MOST;

thread_local! {
    /// The page's state; while one page takes the place of another, both.
    static CHAINS: RefCell<Vec<Chain>> = const { RefCell::new(Vec::new()) };
}

/// Hears the levers of a page as long as it is shown.
pub fn enter(chain: Chain) {
    CHAINS.with_borrow_mut(|chains| chains.push(chain));
    on_cleanup(move || {
        CHAINS.with_borrow_mut(|chains| chains.retain(|other| other.shown != chain.shown));
    });
}

/// Hears every lever and button from now on.
pub fn listen() {
    let page = document();
    let newest = || CHAINS.with_borrow(|chains| chains.last().copied());
    listen_to(page.as_ref(), "input", move |event| {
        if let Some(chain) = newest() {
            set(chain, &event);
        }
    });
    listen_to(page.as_ref(), "click", move |event| {
        if let Some(chain) = newest() {
            press(chain, &event);
        }
    });
}

/// The nearest element with a name around where an event is.
fn near(event: &Event, name: &str) -> Option<(Element, String)> {
    let mut selector = String::from("[");
    selector.push_str(name);
    selector.push(']');
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest(&selector).ok().flatten()?;
    let word = element.get_attribute(name)?;
    Some((element, word))
}

fn set(chain: Chain, event: &Event) {
    let Some((element, what)) = near(event, "data-set") else {
        return;
    };
    let value = event_target_value(event);
    let known = chain.known();
    let preset = || known.menu.presets.iter().position(|(id, _)| *id == value);
    let mut view = chain.latest();
    match what.as_str() {
        "preset" => {
            if let Some(preset) = preset() {
                view.preset = preset;
                view.inputs = known.menu.inputs(preset);
            }
        }
        "quantity" => view.quantity = Quantity::from_word(&value).unwrap_or_default(),
        "against" => {
            view.against = match value.as_str() {
                "" => None,
                "kept" => Some(Against::Kept(view.inputs)),
                _ => preset().map(Against::Preset),
            }
        }
        key => {
            let Some(input) = Input::from_key(key) else {
                return;
            };
            let slides = element.get_attribute("type").as_deref() == Some("range");
            let Some(number) = number(chain, input, &value, slides) else {
                // A choice of one's own changes nothing yet.
                if value != "own" {
                    chain.trouble.set(Some(Trouble::NotNumber(input)));
                }
                return;
            };
            view.inputs = with(&view.inputs, input, number);
        }
    }
    chain.wish(view);
}

/// The value that a field or a slider stands at.
fn number(chain: Chain, input: Input, value: &str, slides: bool) -> Option<f64> {
    let number = decimal::read(value.trim());
    let known = chain.known();
    let lever = known.lever(input)?;
    if let Some(range) = lever
        .slider
        .as_ref()
        .filter(|range| slides && range.decades)
    {
        return Some(decade_value(number? as u32, range.from as i32));
    }
    // An empty field where there need be no limit is none.
    number.or((value.is_empty() && lever.default == MOST).then_some(MOST))
}

fn press(chain: Chain, event: &Event) {
    let Some((_, what)) = near(event, "data-do") else {
        return;
    };
    let mut view = chain.latest();
    match what.as_str() {
        "reset" => {
            view.inputs = chain.known().menu.inputs(view.preset);
            chain.notes.set(Vec::new());
        }
        "keep" => view.against = Some(Against::Kept(view.inputs)),
        _ => return,
    }
    chain.wish(view);
}
