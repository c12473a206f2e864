//! Markup that is drawn again: what differs from before is changed in the DOM,
//! everything else stays where it is.

use leptos::prelude::{RenderEffect, document};
use leptos::web_sys::{Element, Node as DomNode};

use super::attribute::Value;
use super::dom::{SVG, create};
use super::node::{ElementData, Node, ReactiveState, redrawn};

/// Keeps an element in step with the signals that its drawing reads.
pub(super) fn keep(element: Element, draw: Box<dyn Fn() -> ElementData + Send>) -> ReactiveState {
    ReactiveState::Element(RenderEffect::new(move |before: Option<ElementData>| {
        let now = redrawn(&*draw);
        if let Some(before) = before {
            morph(&before, &now, &element);
        }
        now
    }))
}

/// Changes an element from one drawing to the next.
fn morph(before: &ElementData, now: &ElementData, element: &Element) {
    attributes(before, now, element);
    let (mut old, mut new) = (Inside::default(), Inside::default());
    old.fill(&before.children);
    new.fill(&now.children);
    let (old_count, new_count) = (old.elements.len(), new.elements.len());
    if old_count == 0 && new_count == 0 {
        return change_text(&old.text, &new.text, element);
    }
    let pairs = || old.elements.iter().zip(&new.elements);
    let same = pairs()
        .take_while(|(old, new)| old.name == new.name)
        .count();
    let all_same = same == old_count && same == new_count;
    // Text that stands between elements is not distinguished from the next one's.
    let kept = match all_same {
        true => old.text == new.text,
        false => same > 0 && !old.has_text() && !new.has_text(),
    };
    // A translator or an extension has put elements of its own between them.
    let foreign = || old_count > 0 && element.child_element_count() as usize != old_count;
    if !kept || foreign() {
        element.set_text_content(None);
        append_all(&now.children, element);
        return;
    }
    let mut child = element.first_element_child();
    for (old, new) in pairs().take(same) {
        let Some(element) = child else {
            return;
        };
        // Comparing is cheap, walking through the DOM is not.
        if !is_same(old, new) {
            morph(old, new, &element);
        }
        child = element.next_element_sibling();
    }
    // What is left of a longer list goes; what a shorter one lacks comes.
    for _ in same..old_count {
        let Some(surplus) = child else {
            return;
        };
        child = surplus.next_element_sibling();
        surplus.remove();
    }
    for new in &new.elements[same..] {
        append(new, element);
    }
}

/// Changes an element that holds nothing but text. The piece of text stays, and is given other
/// words: another one in its place would be matched with styles and laid out anew, with what
/// lies around it.
fn change_text(old: &str, new: &str, element: &Element) {
    if old == new {
        return;
    }
    match element.first_child() {
        // Alone, and not in an element that a translator has put around it.
        Some(text) if text.node_type() == DomNode::TEXT_NODE && text.next_sibling().is_none() => {
            text.set_node_value(Some(new));
        }
        _ => element.set_text_content(Some(new)),
    }
}

/// Whether two drawings of an element draw the same.
fn is_same(old: &ElementData, new: &ElementData) -> bool {
    old.name == new.name
        && old.attributes.len() == new.attributes.len()
        && (old.attributes.iter().zip(&new.attributes)).all(|(old, new)| match (old, new) {
            ((old_name, Value::Fixed(old)), (new_name, Value::Fixed(new))) => {
                old_name == new_name && old == new
            }
            _ => false,
        })
        && are_same(&old.children, &new.children)
}

fn are_same(old: &[Node], new: &[Node]) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|(old, new)| match (old, new) {
            (Node::Element(old), Node::Element(new)) => is_same(old, new),
            (Node::Text(old), Node::Text(new)) => old == new,
            (Node::Many(old), Node::Many(new)) => are_same(old, new),
            _ => false,
        })
}

/// Builds what is new inside an element; what it is built from is kept, to
/// compare the next drawing with.
fn append_all(contents: &[Node], parent: &Element) {
    for content in contents {
        match content {
            Node::Element(markup) => append(markup, parent),
            Node::Text(text) => {
                let _ = parent.append_child(&document().create_text_node(text));
            }
            Node::Many(contents) => append_all(contents, parent),
            // Not in what is drawn again: it is fixed.
            Node::View(_) | Node::Reactive(_) => {}
        }
    }
}

fn append(markup: &ElementData, parent: &Element) {
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

fn attributes(before: &ElementData, now: &ElementData, element: &Element) {
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

fn fixed<'a>(markup: &'a ElementData, name: &str) -> Option<&'a str> {
    markup
        .attributes
        .iter()
        .find_map(|(other, value)| match value {
            Value::Fixed(value) if *other == name => Some(&**value),
            _ => None,
        })
}

/// What is in an element: the elements, and all text between them.
#[derive(Default)]
struct Inside<'a> {
    elements: Vec<&'a ElementData>,
    /// With a mark where each element stands.
    text: String,
}

const ELEMENT: char = '\0';

impl<'a> Inside<'a> {
    fn fill(&mut self, contents: &'a [Node]) {
        for content in contents {
            match content {
                Node::Element(element) => {
                    self.elements.push(element);
                    self.text.push(ELEMENT);
                }
                Node::Text(text) => self.text.push_str(text),
                Node::Many(contents) => self.fill(contents),
                // Not in what is drawn again: it is fixed.
                Node::View(_) | Node::Reactive(_) => {}
            }
        }
    }

    fn has_text(&self) -> bool {
        self.text.len() > self.elements.len()
    }
}
