//! An article's text as a small typed tree.
//!
//! Publishing turns Markdown into it; the app turns it into DOM nodes. No
//! variant holds markup, so no content can become markup.

use serde::{Deserialize, Serialize};

/// A block of an article's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading below the article's own: level 2 to 4.
    Heading(u8, Vec<Inline>),
    /// A list; `true` when it is numbered.
    List(bool, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(String),
    /// A table: the header's cells, then the rows.
    Table(Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// A thematic break.
    Rule,
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    Link(String, Vec<Inline>),
    /// A line break.
    Break,
}
