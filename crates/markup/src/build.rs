//! Markup as DOM nodes.

use leptos::prelude::{document, untrack};
use leptos::web_sys::Element;

use super::attribute::Value;
use super::dom::{create, follow};
use super::morph::keep;
use super::node::{ElementData, Node, ReactiveState, redrawn};

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
