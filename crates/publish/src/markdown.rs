//! Markdown (CommonMark and tables) to the typed tree that pages draw.
//!
//! Raw HTML is dropped, a link whose address is not allowed becomes its text,
//! an image becomes a link to it: whatever the text says, nothing of it can
//! become markup.

mod address;

pub use address::{allowed, in_lang};

use pulldown_cmark::{Event, Options, Parser, Tag};

use model::{Block, Inline, Lang};

/// How deep blocks nest. What is deeper joins the level above: readers of
/// JSON and of HTML have limits of their own.
const DEPTH: usize = 12;

/// The tree of a Markdown text, on a page of this language.
pub fn blocks(markdown: &str, lang: Lang) -> Vec<Block> {
    let mut builder = Builder {
        frames: vec![Frame::new(Open::Root)],
        lang,
    };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        builder.event(event);
    }
    let mut blocks = (builder.frames.drain(..1).next())
        .map(Frame::into_blocks)
        .unwrap_or_default();
    level(&mut blocks);
    blocks
}

/// Headings begin at level 2, below the article's own, and skip no level on
/// the way down.
fn level(blocks: &mut [Block]) {
    let mut above = 1;
    for block in blocks {
        if let Block::Heading(level, _) = block {
            *level = (*level).clamp(2, 4).min(above + 1);
            above = *level;
        }
    }
}

/// What has been opened and not yet closed.
enum Open {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    List(bool),
    Item,
    Code,
    Table,
    Row,
    Cell,
    Em,
    Strong,
    Link(Option<String>),
    /// Joins what is above it.
    Through,
    /// Is left out with all that is in it.
    Nothing,
}

struct Frame {
    open: Open,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Vec<Block>>,
    cells: Vec<Vec<Inline>>,
    rows: Vec<Vec<Vec<Inline>>>,
}

impl Frame {
    fn new(open: Open) -> Self {
        Self {
            open,
            blocks: Vec::new(),
            inlines: Vec::new(),
            items: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Loose text, as in a tight list, is a paragraph.
    fn settle(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = std::mem::take(&mut self.inlines);
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }

    fn block(&mut self, block: Block) {
        self.settle();
        self.blocks.push(block);
    }

    fn text(&mut self, text: &str) {
        match self.inlines.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }
}

struct Builder {
    frames: Vec<Frame>,
    lang: Lang,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => self.end(),
            Event::Text(text) => self.top().text(&text),
            Event::Code(code) => self.top().inlines.push(Inline::Code(code.into_string())),
            Event::SoftBreak => {
                // Chinese is written without spaces: only a break after a
                // Latin word stands for one.
                if !matches!(self.top().inlines.last(), Some(Inline::Text(text)) if ends_wide(text))
                {
                    self.top().text(" ");
                }
            }
            Event::HardBreak => self.top().inlines.push(Inline::Break),
            Event::Rule => self.top().block(Block::Rule),
            // Never markup; and no extension is on that makes the others.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// The innermost frame that takes content.
    fn top(&mut self) -> &mut Frame {
        let index = (self.frames.iter())
            .rposition(|frame| !matches!(frame.open, Open::Through))
            .unwrap_or_default();
        &mut self.frames[index]
    }

    fn start(&mut self, tag: Tag<'_>) {
        let deep = self.frames.len() > DEPTH;
        let in_link = (self.frames.iter()).any(|frame| matches!(frame.open, Open::Link(_)));
        let open = match tag {
            Tag::Paragraph => Open::Paragraph,
            Tag::Heading { level, .. } => Open::Heading(level as u8),
            Tag::CodeBlock(_) => Open::Code,
            Tag::Table(_) => Open::Table,
            Tag::TableHead | Tag::TableRow => Open::Row,
            Tag::TableCell => Open::Cell,
            Tag::BlockQuote(_) if !deep => Open::Quote,
            Tag::List(first) if !deep => Open::List(first.is_some()),
            // An item belongs to its list: both are kept or neither.
            Tag::Item
                if matches!(
                    self.frames.last(),
                    Some(Frame {
                        open: Open::List(_),
                        ..
                    })
                ) =>
            {
                Open::Item
            }
            Tag::Emphasis if !deep => Open::Em,
            Tag::Strong if !deep => Open::Strong,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } if !in_link => {
                Open::Link(allowed(&dest_url).map(|address| in_lang(address, self.lang)))
            }
            Tag::HtmlBlock | Tag::MetadataBlock(_) => Open::Nothing,
            _ => Open::Through,
        };
        self.frames.push(Frame::new(open));
    }

    fn end(&mut self) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        let open = std::mem::replace(&mut frame.open, Open::Through);
        let above = self.top();
        match open {
            Open::Paragraph => {
                // In a list item above the depth, two paragraphs may meet.
                above.settle();
                if !frame.inlines.is_empty() {
                    above.block(Block::Paragraph(frame.inlines));
                }
            }
            Open::Heading(level) => above.block(Block::Heading(level, frame.inlines)),
            Open::Quote => above.block(Block::Quote(frame.into_blocks())),
            Open::List(numbered) => above.block(Block::List(numbered, frame.items)),
            Open::Item => above.items.push(frame.into_blocks()),
            Open::Code => above.block(Block::Code(plain(&frame.inlines))),
            Open::Table => {
                let mut rows = frame.rows.into_iter();
                let header = rows.next().unwrap_or_default();
                above.block(Block::Table(header, rows.collect()));
            }
            Open::Row => above.rows.push(frame.cells),
            Open::Cell => above.cells.push(frame.inlines),
            Open::Em => above.inlines.push(Inline::Em(frame.inlines)),
            Open::Strong => above.inlines.push(Inline::Strong(frame.inlines)),
            Open::Link(Some(url)) if !frame.inlines.is_empty() => {
                above.inlines.push(Inline::Link(url, frame.inlines));
            }
            Open::Link(_) => {
                for inline in frame.inlines {
                    match inline {
                        Inline::Text(text) => above.text(&text),
                        other => above.inlines.push(other),
                    }
                }
            }
            Open::Root | Open::Through | Open::Nothing => {}
        }
    }
}

/// The text alone.
fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => plain(inner),
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}

/// Whether a text ends in a sign of the width of a Chinese one.
fn ends_wide(text: &str) -> bool {
    text.chars().last().is_some_and(|sign| sign >= '\u{2e80}')
}

#[cfg(test)]
mod tests;
