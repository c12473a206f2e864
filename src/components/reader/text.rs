//! What of a page is read, and where it stands in it.

use leptos::prelude::document;
use web_sys::{Element, Node, Range};

use super::sentences::sentences;

/// What is read together.
const BLOCKS: &str = "h1,h2,h3,h4,p,li,dt,dd,figcaption,th,td,summary,pre";
/// What is not read: ways to other pages, controls, drawings, what only says a state.
const SILENT: &str =
    "nav,button,form,svg,picture,[hidden],[aria-hidden=true],[role=status],.visually-hidden";
/// Only texts are walked through, of all kinds of nodes.
const TEXTS: u32 = 4;

/// A sentence of the page.
pub(super) struct Sentence {
    /// Where it stands.
    pub place: Range,
    /// What is said.
    pub text: String,
    /// The language that it is in.
    pub lang: String,
}

/// A block's texts, one after the other.
#[derive(Default)]
struct Block {
    element: Option<Element>,
    texts: Vec<(Node, u32)>,
    whole: String,
}

/// Every sentence of the page, in order.
pub(super) fn page() -> Vec<Sentence> {
    let mut found = Vec::new();
    // Beside an article stands what leads on from it.
    let root = [".article__text", "main"]
        .into_iter()
        .find_map(|root| document().query_selector(root).ok().flatten());
    let walker = root.and_then(|root| {
        document()
            .create_tree_walker_with_what_to_show(&root, TEXTS)
            .ok()
    });
    let Some(walker) = walker else {
        return found;
    };
    let mut block = Block::default();
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element() else {
            continue;
        };
        let element = parent.closest(BLOCKS).ok().flatten();
        let seen = parent.get_client_rects().length() > 0;
        if element.is_none() || !seen || !matches!(parent.closest(SILENT), Ok(None)) {
            continue;
        }
        if element != block.element {
            block.finish(&mut found);
            block.element = element;
        }
        let text = node.text_content().unwrap_or_default();
        block.texts.push((node, text.encode_utf16().count() as u32));
        block.whole.push_str(&text);
    }
    block.finish(&mut found);
    found
}

impl Block {
    /// Takes it apart, and begins another.
    fn finish(&mut self, found: &mut Vec<Sentence>) {
        let Self {
            element,
            texts,
            whole,
        } = std::mem::take(self);
        let spoken = element.and_then(|element| element.closest("[lang]").ok().flatten());
        let lang = spoken.and_then(|spoken| spoken.get_attribute("lang"));
        let lang = lang.unwrap_or_default();
        for sentence in sentences(&whole) {
            let Ok(place) = document().create_range() else {
                return;
            };
            let mut before = 0;
            for (node, length) in &texts {
                let within = before..=before + length;
                if within.contains(&sentence.start) && sentence.start < before + length {
                    let _ = place.set_start(node, sentence.start - before);
                }
                if within.contains(&sentence.end) && sentence.end > before {
                    let _ = place.set_end(node, sentence.end - before);
                }
                before += length;
            }
            found.push(Sentence {
                text: place.to_string().into(),
                place,
                lang: lang.clone(),
            });
        }
    }
}
