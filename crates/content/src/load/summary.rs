//! A summary for an article that has none: how its text begins.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::bundle::{Article, Text};
use model::Lang;

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
    let text = first_paragraph(body);
    if text.chars().count() <= limit {
        return text;
    }
    let cut: String = text.chars().take(limit - 1).collect();
    match cut.char_indices().rfind(|(_, char)| ends.contains(char)) {
        Some((at, end)) => cut[..at + end.len_utf8()].to_owned(),
        None => format!("{cut}…"),
    }
}

fn first_paragraph(body: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for event in Parser::new_ext(body, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Paragraph) => inside = true,
            Event::End(TagEnd::Paragraph) => break,
            Event::Text(part) | Event::Code(part) if inside => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak if inside => text.push(' '),
            _ => {}
        }
    }
    text
}
