//! Markup that is in the page already: taken over, and walked to what is
//! reactive.

use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::attribute::Value;
use super::dom::follow;
use super::morph::keep;
use super::node::{ElementData, Node, ReactiveState};

fn advance(cursor: &Cursor, position: &PositionState) {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
}

/// Takes an element over.
pub(super) fn hydrate(
    markup: ElementData,
    cursor: &Cursor,
    position: &PositionState,
    states: &mut Vec<ReactiveState>,
) -> Element {
    advance(cursor, position);
    let element: Element = cursor.current().unchecked_into();
    if markup.reactive {
        for (name, value) in markup.attributes {
            if let Value::Reactive(value) = value {
                states.push(follow(&element, name, value));
            }
        }
        position.set(Position::FirstChild);
        hydrate_all(markup.children, cursor, position, &mut false, states);
        #[cfg(target_arch = "wasm32")]
        states.extend(markup.bindings.into_iter().map(|bind| bind(&element)));
        cursor.set(element.clone().into());
    }
    position.set(Position::NextChild);
    element
}

/// Walks as `write_all` wrote.
fn hydrate_all(
    contents: Vec<Node>,
    cursor: &Cursor,
    position: &PositionState,
    own_text: &mut bool,
    states: &mut Vec<ReactiveState>,
) {
    for content in contents {
        match content {
            Node::Element(markup) => {
                hydrate(markup, cursor, position, states);
                *own_text = false;
            }
            Node::Text(text) if text.is_empty() => {}
            Node::Text(_) if *own_text => {}
            Node::Text(_) => {
                if position.get() == Position::NextChildAfterText {
                    cursor.sibling();
                }
                advance(cursor, position);
                position.set(Position::NextChildAfterText);
                *own_text = true;
            }
            Node::Many(contents) => hydrate_all(contents, cursor, position, own_text, states),
            Node::Reactive(draw) => {
                advance(cursor, position);
                let element: Element = cursor.current().unchecked_into();
                position.set(Position::NextChild);
                states.push(keep(element, draw));
                *own_text = false;
            }
            Node::View(view) => {
                states.push(ReactiveState::View(view.hydrate(cursor, position)));
                *own_text = false;
            }
        }
    }
}
