//! What is pressed on the page and is drawn again too often to listen itself: a
//! number, the way to a lever, Escape.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement, MouseEvent};

use super::state::Chain;
use crate::library::browser::{after_frame, has_failed, press_link};
use chain::Output;

/// A number asks about itself; the name of a lever leads to it.
pub fn press(event: &MouseEvent, chain: Chain) {
    if let Some(output) = pressed(event, "data-ask").and_then(|key| Output::from_key(&key)) {
        chain.asked.set(Some(output));
    } else if let Some(key) = pressed(event, "data-lever") {
        chain.asked.set(None);
        go_to_lever(&key);
    }
}

/// What an attribute says of what was pressed, or of what is around it.
pub fn pressed(event: &MouseEvent, attribute: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let around = target.closest(&["[", attribute, "]"].concat());
    around.ok()??.get_attribute(attribute)
}

/// Opens what the lever is folded into, and goes there.
fn go_to_lever(key: &str) {
    let field = document().get_element_by_id(&["value-", key].concat());
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    if let Ok(Some(group)) = field.closest("details") {
        let _ = group.set_attribute("open", "");
    }
    let _ = field.focus();
}

/// Gives the focus to the card, once it is on the page.
pub fn focus_card() {
    after_frame(|| {
        if let Some(card) = document().get_element_by_id("ask") {
            focus(&card);
        }
    });
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Gives the focus back to the number that was asked about.
pub fn focus_number(key: &str) {
    focus_first(&["[data-ask='", key, "']"].concat());
}

/// Gives the focus to the first element of a selector, if there is one.
pub fn focus_first(selector: &str) {
    if let Some(element) = document().query_selector(selector).ok().flatten() {
        focus(&element);
    }
}

/// Escape leads where a link of this id does, unless something is being typed or
/// the key has done its work.
pub fn leave_by_escape(id: &'static str) {
    let pressed = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|target| target.matches("input, select, textarea").unwrap_or(false));
        if event.key() == "Escape" && !event.default_prevented() && !typing && !has_failed() {
            press_link(id);
        }
    });
    on_cleanup(move || pressed.remove());
}
