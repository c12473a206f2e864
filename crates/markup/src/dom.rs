//! Single nodes of the DOM.

use std::borrow::Cow;

use leptos::prelude::{RenderEffect, document};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::node::ReactiveState;

/// The namespace of drawings.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

/// An element; `drawing`: whether it is in one or is one.
pub(super) fn create(name: &str, drawing: bool) -> Result<Element, JsValue> {
    if drawing || name == "svg" {
        document().create_element_ns(Some(SVG), name)
    } else {
        document().create_element(name)
    }
}

/// Keeps an attribute in step with its signals.
pub(super) fn follow(
    element: &Element,
    name: &'static str,
    value: Box<dyn Fn() -> Option<Cow<'static, str>> + Send>,
) -> ReactiveState {
    let element = element.clone();
    ReactiveState::Effect(RenderEffect::new(move |_| {
        let _ = match value() {
            Some(value) => element.set_attribute(name, &value),
            None => element.remove_attribute(name),
        };
    }))
}
