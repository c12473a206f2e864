//! An article's text as a small typed tree.
//!
//! Publishing turns Markdown into it; the app turns it into DOM nodes. No
//! variant holds markup, so no content can become markup.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use crate::picture::Picture;

/// A block of an article's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading below the article's own: level 2 to 4, its id, its words.
    Heading(u8, #[served(verbatim)] String, Vec<Inline>),
    /// A list; a numbered one begins with a number.
    List(Option<u32>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// A table: how its columns are aligned, the header's cells, then the rows.
    Table(Vec<Align>, Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// A picture.
    Picture(Box<Picture>),
    /// A thematic break.
    Rule,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// As text is.
    None,
    /// At its beginning.
    Left,
    /// In its middle.
    Center,
    /// At its end, as numbers are.
    Right,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasis.
    Em(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Inline code.
    Code(String),
    /// A link; the address has passed the allow-list of schemes.
    Link(#[served(verbatim)] String, Vec<Inline>),
    /// A line break.
    Break,
}

/// Adds the text alone to a text, each run of it on a line of its own.
pub fn add_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, _, inlines) => add_line(inlines, text),
            Block::List(_, items) => items.iter().for_each(|item| add_text(item, text)),
            Block::Quote(blocks) => add_text(blocks, text),
            Block::Code(code) => {
                text.push('\n');
                text.push_str(code);
            }
            Block::Table(_, head, rows) => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    add_line(cell, text);
                }
            }
            // What it shows is said elsewhere: it is no word of the text.
            Block::Picture(_) | Block::Rule => {}
        }
    }
}

fn add_line(inlines: &[Inline], text: &mut String) {
    text.push('\n');
    add_inlines(inlines, text);
}

fn add_inlines(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(run) | Inline::Code(run) => text.push_str(run),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => {
                add_inlines(inner, text);
            }
            Inline::Break => text.push('\n'),
        }
    }
}
