//! Reads an article's body. Each block and run is `{"name": content}`.

use wasm_bindgen::JsValue;

use super::{Read, Unreadable, element, get};
use crate::content::{Block, Inline};

/// The content under a name, if the value has it.
fn named(value: &JsValue, name: &str) -> Option<JsValue> {
    Some(get(value, name)).filter(|content| !content.is_undefined())
}

impl Read for Block {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        if value.as_string().as_deref() == Some("rule") {
            return Ok(Block::Rule);
        }
        if let Some(content) = named(value, "paragraph") {
            return Vec::read(&content).map(Block::Paragraph);
        }
        if let Some(content) = named(value, "heading") {
            return Ok(Block::Heading(element(&content, 0)?, element(&content, 1)?));
        }
        if let Some(content) = named(value, "list") {
            return Ok(Block::List(element(&content, 0)?, element(&content, 1)?));
        }
        if let Some(content) = named(value, "quote") {
            return Vec::read(&content).map(Block::Quote);
        }
        if let Some(content) = named(value, "code") {
            return String::read(&content).map(Block::Code);
        }
        if let Some(content) = named(value, "table") {
            return Ok(Block::Table(element(&content, 0)?, element(&content, 1)?));
        }
        Err(Unreadable::new("no known block"))
    }
}

impl Read for Inline {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        if value.as_string().as_deref() == Some("break") {
            return Ok(Inline::Break);
        }
        if let Some(content) = named(value, "text") {
            return String::read(&content).map(Inline::Text);
        }
        if let Some(content) = named(value, "em") {
            return Vec::read(&content).map(Inline::Em);
        }
        if let Some(content) = named(value, "strong") {
            return Vec::read(&content).map(Inline::Strong);
        }
        if let Some(content) = named(value, "code") {
            return String::read(&content).map(Inline::Code);
        }
        if let Some(content) = named(value, "link") {
            return Ok(Inline::Link(element(&content, 0)?, element(&content, 1)?));
        }
        Err(Unreadable::new("no known run of text"))
    }
}
