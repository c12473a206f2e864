//! Markup that is drawn again: what differs from before is changed in the DOM,
//! everything else stays where it is.

use leptos::prelude::{RenderEffect, document};
use leptos::web_sys::Element;

use super::dom::{LiveState, SVG, create};
use super::{Content, Markup, Value, redrawn};

/// Keeps an element in step with the signals that its drawing reads.
pub(super) fn keep(element: Element, draw: Box<dyn Fn() -> Markup + Send>) -> LiveState {
    LiveState::Element(RenderEffect::new(move |before: Option<Markup>| {
        let now = redrawn(&*draw);
        if let Some(before) = before {
            let translated = element
                .query_selector(FONT)
                .is_ok_and(|font| font.is_some());
            morph(&before, &now, &element, translated);
        }
        now
    }))
}

/// What translators wrap texts in; no page has such an element of its own.
const FONT: &str = "font";

/// Changes an element from one drawing to the next. Where it is `translated`,
/// elements that no drawing knows stand around its texts.
fn morph(before: &Markup, now: &Markup, element: &Element, translated: bool) {
    let own = |mut element: Option<Element>| {
        while translated && element.as_ref().is_some_and(|it| it.local_name() == FONT) {
            element = element.and_then(|font| font.next_element_sibling());
        }
        element
    };
    attributes(before, now, element);
    let (mut old, mut new) = (Inside::default(), Inside::default());
    old.fill(&before.children);
    new.fill(&now.children);
    let (old_count, new_count) = (old.elements.len(), new.elements.len());
    let pairs = || old.elements.iter().zip(&new.elements);
    let same = pairs()
        .take_while(|(old, new)| old.name == new.name)
        .count();
    let all_same = same == old_count && same == new_count;
    // Text that stands between elements cannot be told from the next one's.
    let kept = match all_same {
        true => new_count > 0 || old.text == new.text,
        false => same > 0 && old.text.is_empty() && new.text.is_empty(),
    };
    if !kept {
        element.set_text_content(None);
        append_all(&now.children, element);
        return;
    }
    let mut child = own(element.first_element_child());
    for (old, new) in pairs().take(same) {
        let Some(element) = child else {
            return;
        };
        // Comparing is cheap, walking through the DOM is not.
        if !is_same(old, new) {
            morph(old, new, &element, translated);
        }
        child = own(element.next_element_sibling());
    }
    // What is left of a longer list goes; what a shorter one lacks comes.
    for _ in same..old_count {
        let Some(surplus) = child else {
            return;
        };
        child = own(surplus.next_element_sibling());
        surplus.remove();
    }
    for new in &new.elements[same..] {
        append(new, element);
    }
}

/// Whether two drawings of an element draw the same.
fn is_same(old: &Markup, new: &Markup) -> bool {
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

fn are_same(old: &[Content], new: &[Content]) -> bool {
    old.len() == new.len()
        && old.iter().zip(new).all(|(old, new)| match (old, new) {
            (Content::Element(old), Content::Element(new)) => is_same(old, new),
            (Content::Text(old), Content::Text(new)) => old == new,
            (Content::Many(old), Content::Many(new)) => are_same(old, new),
            _ => false,
        })
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
