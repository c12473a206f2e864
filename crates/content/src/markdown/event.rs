//! What a text is read as: what begins, stands and ends in it.

use model::Align;

/// Something of a text, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// What follows is inside, until the matching [`Event::End`].
    Start(Tag),
    /// The end of what was opened last.
    End,
    /// Text to read.
    Text(String),
    /// Code within a line.
    Code(String),
    /// The end of a line of the source: a space, or nothing. No text has any
    /// once it is read.
    SoftBreak,
    /// The end of a line that readers see, too.
    HardBreak,
    /// A thematic break.
    Rule,
    /// Markup, which no page shows.
    Html(String),
}

/// What has something inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A paragraph.
    Paragraph,
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A quotation.
    Quote,
    /// A list; a numbered one begins with a number.
    List(Option<u32>),
    /// An item of a list.
    Item,
    /// Code between fences.
    CodeBlock,
    /// A table; its first row is the header.
    Table(Vec<Align>),
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// Emphasis.
    Em,
    /// Strong emphasis.
    Strong,
    /// A link to an address.
    Link(String),
    /// An image at an address.
    Image(String),
}
