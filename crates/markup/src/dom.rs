//! Markup as DOM nodes.

use std::borrow::Cow;

use leptos::prelude::{RenderEffect, document, untrack};
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

use super::erased_view::ErasedViewState;
use super::morph::{keep, redrawn};

use super::content::Node;
use super::{ElementData, Value};

/// The namespace of drawings.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

/// What is reactive in markup, kept so that it stays so.
pub(super) enum ReactiveState {
    View(#[expect(dead_code, reason = "held, not read")] ErasedViewState),
    Effect(#[expect(dead_code, reason = "held, not read")] RenderEffect<()>),
    #[cfg(target_arch = "wasm32")]
    Listener(
        #[expect(dead_code, reason = "held, not read")]
        leptos::tachys::renderer::RemoveEventHandler<Element>,
    ),
    Element(#[expect(dead_code, reason = "held, not read")] RenderEffect<ElementData>),
}

/// Builds an element. `drawing`: whether it is inside one; what is, is SVG.
pub(super) fn build(
    markup: ElementData,
    drawing: bool,
    states: &mut Vec<ReactiveState>,
) -> Element {
    let markup = markup.drawn();
    let drawing = drawing || markup.name == "svg";
    // Names come from `tags` only, so they are valid.
    let element = create(markup.name, drawing).expect("an element's name is valid");
    for (name, value) in markup.attributes {
        match value {
            Value::Fixed(value) => drop(element.set_attribute(name, &value)),
            Value::Reactive(value) => states.push(follow(&element, name, value)),
        }
    }
    build_all(markup.children, &element, drawing, states);
    // Last: a list can stand only at what is in it.
    #[cfg(target_arch = "wasm32")]
    states.extend(markup.bindings.into_iter().map(|bind| bind(&element)));
    element
}

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

fn build_all(
    contents: Vec<Node>,
    parent: &Element,
    drawing: bool,
    states: &mut Vec<ReactiveState>,
) {
    for content in contents {
        match content {
            Node::Element(markup) => drop(parent.append_child(&build(markup, drawing, states))),
            Node::Text(text) => {
                drop(parent.append_child(&document().create_text_node(&text)));
            }
            Node::Many(contents) => build_all(contents, parent, drawing, states),
            Node::Reactive(draw) => {
                let element = build(untrack(|| redrawn(&*draw)), drawing, states);
                let _ = parent.append_child(&element);
                states.push(keep(element, draw));
            }
            Node::View(view) => {
                let mut state = view.build();
                state.mount(parent, None);
                states.push(ReactiveState::View(state));
            }
        }
    }
}
