//! Markup that is in the page already: taken over, and walked to what is live.

use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::dom::{LiveState, follow};
use super::morph::keep;
use super::{Content, Markup, Value};

fn advance(cursor: &Cursor, position: &PositionState) {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
}

/// Takes an element over.
pub(super) fn hydrate(
    markup: Markup,
    cursor: &Cursor,
    position: &PositionState,
    live: &mut Vec<LiveState>,
) -> Element {
    advance(cursor, position);
    let element: Element = cursor.current().unchecked_into();
    if markup.is_live() {
        for (name, value) in markup.attributes {
            if let Value::Live(value) = value {
                live.push(follow(&element, name, value));
            }
        }
        position.set(Position::FirstChild);
        hydrate_all(markup.children, cursor, position, &mut false, live);
        #[cfg(target_arch = "wasm32")]
        live.extend(markup.bindings.into_iter().map(|bind| bind(&element)));
        cursor.set(element.clone().into());
    }
    position.set(Position::NextChild);
    element
}

/// Walks as `write_all` wrote.
fn hydrate_all(
    contents: Vec<Content>,
    cursor: &Cursor,
    position: &PositionState,
    own_text: &mut bool,
    live: &mut Vec<LiveState>,
) {
    for content in contents {
        match content {
            Content::Element(markup) => {
                hydrate(markup, cursor, position, live);
                *own_text = false;
            }
            Content::Text(text) if text.is_empty() => {}
            Content::Text(_) if *own_text => {}
            Content::Text(_) => {
                if position.get() == Position::NextChildAfterText {
                    cursor.sibling();
                }
                advance(cursor, position);
                position.set(Position::NextChildAfterText);
                *own_text = true;
            }
            Content::Many(contents) => hydrate_all(contents, cursor, position, own_text, live),
            Content::Living(draw) => {
                advance(cursor, position);
                let element: Element = cursor.current().unchecked_into();
                position.set(Position::NextChild);
                live.push(keep(element, draw));
                *own_text = false;
            }
            Content::Live(view) => {
                live.push(LiveState::View(view.hydrate(cursor, position)));
                *own_text = false;
            }
        }
    }
}
