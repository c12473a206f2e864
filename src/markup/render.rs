//! Markup as a view: written as HTML, built as DOM nodes, hydrated.

use std::borrow::Cow;

use leptos::prelude::{AddAnyAttr, AnyView, Mountable, Render, RenderEffect, RenderHtml, document};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::web_sys::{Element, Node};

use super::{Content, Markup, Value};

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements that have no end tag.
const VOID: [&str; 2] = ["br", "hr"];

/// What is live in markup, kept so that it stays so.
enum LiveState {
    View(#[expect(dead_code, reason = "held, not read")] <AnyView as Render>::State),
    Attribute(#[expect(dead_code, reason = "held, not read")] RenderEffect<()>),
}

/// Markup in the DOM.
pub struct MarkupState {
    element: Element,
    _live: Vec<LiveState>,
}

impl Render for Markup {
    type State = MarkupState;

    fn build(self) -> Self::State {
        let mut live = Vec::new();
        let element = build(self, false, &mut live);
        MarkupState {
            element,
            _live: live,
        }
    }

    /// Fixed markup is not compared with what was there before: it is
    /// exchanged for it.
    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

/// `drawing`: whether it is inside one; what is, is SVG.
fn build(markup: Markup, drawing: bool, live: &mut Vec<LiveState>) -> Element {
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
fn follow(
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

impl Mountable for MarkupState {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else {
            return false;
        };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for Markup {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self::Output<NewAttr> {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        write(self, buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Self::State {
        let mut live = Vec::new();
        let element = hydrate(self, cursor, position, &mut live);
        MarkupState {
            element,
            _live: live,
        }
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}

fn write(markup: Markup, buf: &mut String) {
    buf.push('<');
    buf.push_str(markup.name);
    for (name, value) in &markup.attributes {
        let value = match value {
            Value::Fixed(value) => value.clone(),
            Value::Live(value) => match value() {
                Some(value) => value,
                None => continue,
            },
        };
        buf.push(' ');
        buf.push_str(name);
        buf.push_str("=\"");
        escape(&value, buf);
        buf.push('"');
    }
    buf.push('>');
    if VOID.contains(&markup.name) {
        return;
    }
    let mut position = Position::FirstChild;
    write_all(markup.children, buf, &mut position, &mut false);
    buf.push_str("</");
    buf.push_str(markup.name);
    buf.push('>');
}

/// `own_text` says that the last node is text of ours: more of ours joins it,
/// as it does in the reader's DOM. Text of a live view is kept apart from it by
/// a marker, as everywhere in leptos.
fn write_all(
    contents: Vec<Content>,
    buf: &mut String,
    position: &mut Position,
    own_text: &mut bool,
) {
    for content in contents {
        match content {
            Content::Element(markup) => {
                write(markup, buf);
                *position = Position::NextChild;
                *own_text = false;
            }
            Content::Text(text) if text.is_empty() => {}
            Content::Text(text) => {
                if *position == Position::NextChildAfterText && !*own_text {
                    buf.push_str("<!>");
                }
                escape(&text, buf);
                *position = Position::NextChildAfterText;
                *own_text = true;
            }
            Content::Many(contents) => write_all(contents, buf, position, own_text),
            Content::Live(view) => {
                view.to_html_with_buf(buf, position, true, false, Vec::new());
                *own_text = false;
            }
        }
    }
}

/// Escapes for text and for attributes in double quotes alike.
fn escape(text: &str, buf: &mut String) {
    for character in text.chars() {
        match character {
            '&' => buf.push_str("&amp;"),
            '<' => buf.push_str("&lt;"),
            '>' => buf.push_str("&gt;"),
            '"' => buf.push_str("&quot;"),
            other => buf.push(other),
        }
    }
}

fn advance(cursor: &Cursor, position: &PositionState) {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
}

fn hydrate(
    markup: Markup,
    cursor: &Cursor,
    position: &PositionState,
    live: &mut Vec<LiveState>,
) -> Element {
    use leptos::wasm_bindgen::JsCast;

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
        cursor.set(element.clone().into());
    }
    position.set(Position::NextChild);
    element
}

/// Walks as [`write_all`] wrote.
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
            Content::Live(view) => {
                live.push(LiveState::View(view.hydrate::<true>(cursor, position)));
                *own_text = false;
            }
        }
    }
}
