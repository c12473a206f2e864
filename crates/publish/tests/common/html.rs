//! The start tags of a page.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A start tag.
#[derive(Debug)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// Every start tag, in order; a script's text has none.
pub fn elements(html: &str) -> Vec<Element> {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let element = |Ok(token)| match token {
        Token::StartTag(tag) => Some(Element {
            name: text(&tag.name),
            attributes: (tag.attributes.iter())
                .map(|(name, value)| (text(name), text(value)))
                .collect(),
        }),
        _ => None,
    };
    (Tokenizer::new_with_emitter(html, emitter))
        .filter_map(element)
        .collect()
}
