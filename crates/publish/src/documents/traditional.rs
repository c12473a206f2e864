//! What a language shows, in its script.

use std::cell::RefCell;
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;
use serde::Serialize;

use model::Lang;
use model::texts::Texts;
use model::traditional::Traditional;

/// What was arranged for a language, as that language writes it: for 繁體中文
/// with every text in traditional characters. Addresses stay.
pub fn in_script<T: Texts>(lang: Lang, mut arranged: T, script: &Script) -> T {
    if lang == Lang::ZhHant {
        arranged.texts(&mut |text| script.convert(text));
    }
    arranged
}

/// The same, and its JSON.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn written<T: Texts + Serialize>(
    lang: Lang,
    arranged: T,
    script: &Script,
) -> Result<(T, Vec<u8>), serde_json::Error> {
    thread_local! {
        /// Room to write in: one that grows for every document is copied as often.
        static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    let arranged = in_script(lang, arranged, script);
    ROOM.with_borrow_mut(|room| {
        room.clear();
        serde_json::to_writer(&mut *room, &arranged)?;
        Ok((arranged, room.clone()))
    })
}

/// Texts in traditional characters. A headline stands on a dozen pages: what
/// is not long is kept, and converted once.
#[derive(Debug)]
pub struct Script {
    traditional: Traditional,
    known: [Mutex<FxHashMap<Box<str>, Box<str>>>; SHARDS],
}

/// So that two pages at once rarely wait for one another.
const SHARDS: usize = 32;
/// What is longer, in bytes, is a paragraph, and stands on one page.
const KEPT: usize = 240;

impl Script {
    /// With the terms of a bundle.
    pub fn new(traditional: Traditional) -> Self {
        Self {
            traditional,
            known: Default::default(),
        }
    }

    /// Converts a text in its place; one that is an address is shown as it is.
    fn convert(&self, text: &mut String) {
        if text.is_ascii() || is_address(text) {
            return;
        }
        if text.len() > KEPT {
            *text = self.traditional.convert(text).into();
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
        if let Some(known) = lock().get(text.as_str()) {
            text.replace_range(.., known);
            return;
        }
        let own: String = self.traditional.convert(text).into();
        lock().insert(text.as_str().into(), own.as_str().into());
        *text = own;
    }
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use model::document::{Cite, ContactLine};
    use model::{Block, Inline};

    use super::*;

    fn script() -> Script {
        Script::new(Traditional::new([]))
    }

    #[test]
    fn leaves_addresses_and_other_languages() {
        let cite = Cite {
            text: "电解铝 61.5 万吨".to_owned(),
            title: "https://example.org/电解铝".to_owned(),
            url: Some("https://example.org/电解铝".to_owned()),
        };
        let converted = in_script(Lang::ZhHant, cite.clone(), &script());
        let text = "電解鋁 61.5 萬噸".to_owned();
        assert_eq!(
            converted,
            Cite {
                text,
                ..cite.clone()
            }
        );
        assert_eq!(in_script(Lang::ZhHans, cite.clone(), &script()), cite);
        let contact = ContactLine {
            label: "邮箱".to_owned(),
            value: "铝@example.org".to_owned(),
            lang: None,
            url: Some("mailto:铝@example.org".to_owned()),
        };
        let converted = in_script(Lang::ZhHant, contact.clone(), &script());
        assert_eq!(
            (converted.label.as_str(), converted.url),
            ("郵箱", contact.url)
        );
    }

    #[test]
    fn leaves_headings_where_links_lead() {
        let heading = Block::Heading(2, "产能".to_owned(), vec![Inline::Text("产能".to_owned())]);
        let link = Inline::Link("#产能".to_owned(), vec![Inline::Text("产能".to_owned())]);
        let body = vec![heading, Block::Paragraph(vec![link])];
        let converted = in_script(Lang::ZhHant, body, &script());
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
        let long = quoted.repeat(20);
        let script = script();
        // Twice: what is kept is the same.
        for text in [quoted, quoted, &long] {
            let body = vec![Block::List(None, vec![vec![Block::Code(text.to_owned())]])];
            let whole = text.replace('铝', "鋁");
            let expected = [Block::List(None, vec![vec![Block::Code(whole)]])];
            assert_eq!(in_script(Lang::ZhHant, body, &script), expected);
        }
    }
}
