//! Markup as DOM nodes.

use std::borrow::Cow;

use leptos::prelude::{AnyView, Mountable, Render, RenderEffect, document};
use leptos::web_sys::Element;

use super::{Content, Markup, Value};

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// What is live in markup, kept so that it stays so.
pub(super) enum LiveState {
    View(#[expect(dead_code, reason = "held, not read")] <AnyView as Render>::State),
    Attribute(#[expect(dead_code, reason = "held, not read")] RenderEffect<()>),
}

/// Builds an element. `drawing`: whether it is inside one; what is, is SVG.
pub(super) fn build(markup: Markup, drawing: bool, live: &mut Vec<LiveState>) -> Element {
    let markup = markup.drawn();
    let dom = document();
    let drawing = drawing || markup.name == "svg";
    // Names come from `tags` only, so they are valid.
    let element = if drawing {
        dom.create_element_ns(Some(SVG), markup.name)
    } else {
        dom.create_element(markup.name)
    }
    .expect("an element's name is valid");
    for (name, value) in markup.attributes {
        match value {
            Value::Fixed(value) => drop(element.set_attribute(name, &value)),
            Value::Live(value) => live.push(follow(&element, name, value)),
        }
    }
    build_all(markup.children, &element, drawing, live);
    element
}

/// Keeps an attribute in step with its signals.
pub(super) fn follow(
    element: &Element,
    name: &'static str,
    value: Box<dyn Fn() -> Option<Cow<'static, str>> + Send>,
) -> LiveState {
    let element = element.clone();
    LiveState::Attribute(RenderEffect::new(move |_| {
        let _ = match value() {
            Some(value) => element.set_attribute(name, &value),
            None => element.remove_attribute(name),
        };
    }))
}

fn build_all(contents: Vec<Content>, parent: &Element, drawing: bool, live: &mut Vec<LiveState>) {
    for content in contents {
        match content {
            Content::Element(markup) => drop(parent.append_child(&build(markup, drawing, live))),
            Content::Text(text) => {
                drop(parent.append_child(&document().create_text_node(&text)));
            }
            Content::Many(contents) => build_all(contents, parent, drawing, live),
            Content::Live(view) => {
                let mut state = view.build();
                state.mount(parent, None);
                live.push(LiveState::View(state));
            }
        }
    }
}
