//! What a language shows, in its script.

use std::cell::RefCell;
use std::sync::{Mutex, PoisonError};

use memchr::memchr2;
use rustc_hash::FxHashMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use simdutf8::basic::from_utf8;

use model::Lang;
use model::traditional::traditional;

/// What was arranged for a language, as that language writes it: for 繁體中文
/// with every text in traditional characters. Addresses stay.
///
/// # Errors
/// When it cannot be written as JSON and read again.
pub fn in_script<T: Serialize + DeserializeOwned>(
    lang: Lang,
    arranged: T,
    script: &Script,
) -> Result<T, serde_json::Error> {
    match lang {
        Lang::ZhHant => Ok(written(lang, arranged, script)?.0),
        Lang::ZhHans | Lang::En => Ok(arranged),
    }
}

/// The same, and its JSON.
///
/// # Errors
/// As [`in_script`].
pub fn written<T: Serialize + DeserializeOwned>(
    lang: Lang,
    arranged: T,
    script: &Script,
) -> Result<(T, Vec<u8>), serde_json::Error> {
    thread_local! {
        /// Room to write in: one that grows for every document is copied as often.
        static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    ROOM.with_borrow_mut(|room| {
        room.clear();
        serde_json::to_writer(&mut *room, &arranged)?;
        if lang != Lang::ZhHant {
            return Ok((arranged, room.clone()));
        }
        let json = script.texts(from_utf8(room).expect("JSON is UTF-8"));
        Ok((serde_json::from_str(&json)?, json.into_bytes()))
    })
}

/// Texts in traditional characters. A headline stands on a dozen pages: what
/// is not long is kept, and converted once.
#[derive(Debug, Default)]
pub struct Script {
    known: [Mutex<FxHashMap<Box<str>, Box<str>>>; SHARDS],
}

/// So that two pages at once rarely wait for one another.
const SHARDS: usize = 32;
/// What is longer, in bytes, is a paragraph, and stands on one page.
const KEPT: usize = 240;

impl Script {
    /// JSON, as serde writes it, with its texts converted: strings that are
    /// no names of fields. Escapes are plain ASCII, which no conversion touches.
    fn texts(&self, json: &str) -> String {
        let mut converted = String::with_capacity(json.len());
        let mut rest = json;
        let mut name = "";
        while let Some((before, opened)) = rest.split_once('"') {
            let length = string(opened);
            let (text, closed) = opened.split_at(length);
            converted.push_str(before);
            converted.push('"');
            let is_name = closed.as_bytes().get(1) == Some(&b':');
            match is_name || text.is_ascii() || is_address(text) || leads(name, before) {
                true => converted.push_str(text),
                false => self.text(text, &mut converted),
            }
            if is_name {
                name = text;
            }
            let (quote, after) = closed.split_at(closed.len().min(1));
            converted.push_str(quote);
            rest = after;
        }
        converted.push_str(rest);
        converted
    }

    fn text(&self, text: &str, converted: &mut String) {
        if text.len() > KEPT {
            converted.push_str(&traditional(text));
            return;
        }
        // Many begin alike, and many end alike.
        let middle = text.bytes().skip(text.len() / 2).take(8);
        let shard = middle.fold(text.len(), |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(usize::from(byte))
        });
        let shard = &self.known[shard % SHARDS];
        // What the lock guards is whole at any time.
        let lock = || shard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(text) {
            converted.push_str(known);
            return;
        }
        let own = traditional(text);
        converted.push_str(&own);
        lock().insert(text.into(), own.into());
    }
}

/// How long a string is that has been opened.
fn string(opened: &str) -> usize {
    let mut end = 0;
    while let Some(found) = memchr2(b'"', b'\\', &opened.as_bytes()[end..]) {
        end += found;
        if opened.as_bytes()[end] == b'"' {
            return end;
        }
        // What is escaped ends nothing.
        end = (end + 2).min(opened.len());
    }
    opened.len()
}

/// Whether what follows a name and signs is where a link in an article leads, or
/// the id of a heading that one may lead to: `{"link":["#附表",…`.
fn leads(name: &str, signs: &str) -> bool {
    match name {
        "link" => signs == ":[",
        "heading" => signs.starts_with(":[") && signs.ends_with(','),
        _ => false,
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use model::{Block, Inline};
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn leaves_addresses_numbers_and_names_of_fields() {
        let document = json!({
            "数据": { "text": "电解铝 61.5 万吨", "url": "https://example.org/电解铝", "value": 61.5 },
        });
        assert_eq!(
            in_script(Lang::ZhHant, document.clone(), &Script::default()).unwrap_or_default(),
            json!({
                "数据": { "text": "電解鋁 61.5 萬噸", "url": "https://example.org/电解铝", "value": 61.5 },
            })
        );
        assert_eq!(
            in_script(Lang::ZhHans, document.clone(), &Script::default()).unwrap_or_default(),
            document
        );
    }

    #[test]
    fn leaves_headings_where_links_lead() {
        let heading = Block::Heading(2, "产能".to_owned(), vec![Inline::Text("产能".to_owned())]);
        let link = Inline::Link("#产能".to_owned(), vec![Inline::Text("产能".to_owned())]);
        let body = vec![heading, Block::Paragraph(vec![link])];
        let converted = in_script(Lang::ZhHant, body, &Script::default()).unwrap_or_default();
        let text = || vec![Inline::Text("產能".to_owned())];
        assert_eq!(
            converted,
            [
                Block::Heading(2, "产能".to_owned(), text()),
                Block::Paragraph(vec![Inline::Link("#产能".to_owned(), text())]),
            ]
        );
    }

    #[test]
    fn finds_every_text_whatever_is_in_it() {
        let quoted = "“铝”\"铝\\\"铝\\\\\": 铝\n{\"铝\":\"铝\"}\u{1}";
        let document = json!([quoted, [], "", { "铝": [quoted, "\\", "铝", quoted] }, "\"", "铝"]);
        let script = Script::default();
        let converted: Value = in_script(Lang::ZhHant, document, &script).unwrap_or_default();
        let whole = quoted.replace('铝', "鋁");
        let expected = json!([whole, [], "", { "铝": [whole, "\\", "鋁", whole] }, "\"", "鋁"]);
        assert_eq!(converted, expected);
    }
}
