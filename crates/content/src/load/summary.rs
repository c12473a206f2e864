//! A summary for an article that has none: how its text begins.

use crate::bundle::{Article, Text};
use crate::markdown::{blocks, plain};
use model::{Block, Lang};

/// Gives an article without summary the beginning of its text, by language.
pub fn complete(article: &mut Article) {
    if article.summary.by_lang.is_empty() {
        article.summary = Text {
            by_lang: (article.body.by_lang.iter())
                .map(|(lang, body)| (*lang, beginning(body, *lang)))
                .collect(),
        };
    }
}

/// The first paragraph without markup; of a long one, the first sentences.
fn beginning(body: &str, lang: Lang) -> String {
    let (limit, ends): (usize, &[char]) = match lang {
        Lang::En => (300, &['.', '!', '?']),
        _ => (120, &['。', '！', '？']),
    };
    let text = first_paragraph(body, lang);
    if text.chars().count() <= limit {
        return text;
    }
    let cut: String = text.chars().take(limit - 1).collect();
    match cut.char_indices().rfind(|(_, char)| ends.contains(char)) {
        Some((at, end)) => cut[..at + end.len_utf8()].to_owned(),
        None => format!("{cut}…"),
    }
}

fn first_paragraph(body: &str, lang: Lang) -> String {
    let text = first(&blocks(body, lang)).unwrap_or_default();
    text.replace('\n', " ")
}

/// The first paragraph of a text, if it has one outside tables.
fn first(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(plain(text)),
        Block::Quote(blocks) => first(blocks),
        Block::List(_, items) => items.iter().find_map(|item| first(item)),
        _ => None,
    })
}
