//! Markup that is drawn again: what differs from before is changed in the DOM,
//! everything else stays where it is.

use leptos::prelude::{RenderEffect, document};
use leptos::web_sys::Element;

use super::dom::{LiveState, SVG, create};
use super::{Content, Markup, Value};

/// Keeps an element in step with the signals that its drawing reads.
pub(super) fn keep(element: Element, draw: Box<dyn Fn() -> Markup + Send>) -> LiveState {
    LiveState::Element(RenderEffect::new(move |before: Option<Markup>| {
        let now = draw().drawn();
        if let Some(before) = before {
            morph(&before, &now, &element);
        }
        now
    }))
}

/// Changes an element from one drawing to the next.
fn morph(before: &Markup, now: &Markup, element: &Element) {
    attributes(before, now, element);
    let (mut old, mut new) = (Inside::default(), Inside::default());
    old.fill(&before.children);
    new.fill(&now.children);
    let names = |inside: &Inside| -> Vec<&'static str> {
        inside.elements.iter().map(|element| element.name).collect()
    };
    if names(&old) != names(&new) || (new.elements.is_empty() && old.text != new.text) {
        element.set_text_content(None);
        append_all(&now.children, element);
        return;
    }
    let mut child = element.first_element_child();
    for (old, new) in old.elements.into_iter().zip(new.elements) {
        let Some(element) = child else {
            return;
        };
        morph(old, new, &element);
        child = element.next_element_sibling();
    }
}

/// Builds what is new inside an element; what it is built from is kept, to
/// compare the next drawing with.
fn append_all(contents: &[Content], parent: &Element) {
    for content in contents {
        match content {
            Content::Element(markup) => append(markup, parent),
            Content::Text(text) => {
                let _ = parent.append_child(&document().create_text_node(text));
            }
            Content::Many(contents) => append_all(contents, parent),
            Content::Live(_) | Content::Living(_) => {}
        }
    }
}

fn append(markup: &Markup, parent: &Element) {
    let Ok(element) = create(markup.name, in_drawing(parent)) else {
        return;
    };
    for (name, value) in &markup.attributes {
        if let Value::Fixed(value) = value {
            let _ = element.set_attribute(name, value);
        }
    }
    append_all(&markup.children, &element);
    let _ = parent.append_child(&element);
}

fn in_drawing(element: &Element) -> bool {
    element.namespace_uri().as_deref() == Some(SVG)
}

fn attributes(before: &Markup, now: &Markup, element: &Element) {
    for (name, value) in &now.attributes {
        if let Value::Fixed(value) = value
            && fixed(before, name) != Some(value)
        {
            let _ = element.set_attribute(name, value);
        }
    }
    for (name, _) in &before.attributes {
        if fixed(now, name).is_none() {
            let _ = element.remove_attribute(name);
        }
    }
}

fn fixed<'a>(markup: &'a Markup, name: &str) -> Option<&'a str> {
    markup
        .attributes
        .iter()
        .find_map(|(other, value)| match value {
            Value::Fixed(value) if *other == name => Some(&**value),
            _ => None,
        })
}

/// What is in an element: the elements, and the text if there are none. Text
/// between elements is space, which does not change.
#[derive(Default)]
struct Inside<'a> {
    elements: Vec<&'a Markup>,
    text: String,
}

impl<'a> Inside<'a> {
    fn fill(&mut self, contents: &'a [Content]) {
        for content in contents {
            match content {
                Content::Element(markup) => self.elements.push(markup),
                Content::Text(text) => self.text.push_str(text),
                Content::Many(contents) => self.fill(contents),
                Content::Live(_) | Content::Living(_) => {}
            }
        }
    }
}
