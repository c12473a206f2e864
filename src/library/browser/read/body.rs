//! Reads an article's body. Each block and run is `{"name": content}`.

use wasm_bindgen::JsValue;

use super::{Fault, Read, element, get};
use model::{Align, Block, Inline};

/// The content under a name, if the value has it.
fn named(value: &JsValue, name: &str) -> Option<JsValue> {
    Some(get(value, name)).filter(|content| !content.is_undefined())
}

impl Read for Block {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        if value.as_string().as_deref() == Some("rule") {
            return Block::Rule;
        }
        if let Some(content) = named(value, "paragraph") {
            return Block::Paragraph(Vec::read(&content, fault));
        }
        if let Some(content) = named(value, "heading") {
            return Block::Heading(
                element(&content, 0, fault),
                element(&content, 1, fault),
                element(&content, 2, fault),
            );
        }
        if let Some(content) = named(value, "list") {
            return Block::List(element(&content, 0, fault), element(&content, 1, fault));
        }
        if let Some(content) = named(value, "quote") {
            return Block::Quote(Vec::read(&content, fault));
        }
        if let Some(content) = named(value, "code") {
            return Block::Code(String::read(&content, fault));
        }
        if let Some(content) = named(value, "table") {
            return Block::Table(
                element(&content, 0, fault),
                element(&content, 1, fault),
                element(&content, 2, fault),
            );
        }
        fault.note("no known block");
        Block::Rule
    }
}

impl Read for Align {
    fn read(value: &JsValue, _: &mut Fault) -> Self {
        match value.as_string().as_deref() {
            Some("left") => Align::Left,
            Some("center") => Align::Center,
            Some("right") => Align::Right,
            _ => Align::None,
        }
    }
}

impl Read for Inline {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        if value.as_string().as_deref() == Some("break") {
            return Inline::Break;
        }
        if let Some(content) = named(value, "text") {
            return Inline::Text(String::read(&content, fault));
        }
        if let Some(content) = named(value, "em") {
            return Inline::Em(Vec::read(&content, fault));
        }
        if let Some(content) = named(value, "strong") {
            return Inline::Strong(Vec::read(&content, fault));
        }
        if let Some(content) = named(value, "code") {
            return Inline::Code(String::read(&content, fault));
        }
        if let Some(content) = named(value, "link") {
            return Inline::Link(element(&content, 0, fault), element(&content, 1, fault));
        }
        fault.note("no known run of text");
        Inline::Break
    }
}
