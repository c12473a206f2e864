//! A text as the typed tree that pages draw.
//!
//! Raw HTML is dropped, a link whose address is not allowed becomes its text,
//! an image becomes a link to it: whatever the text says, nothing of it can
//! become markup.

use super::anchors::Anchors;
use super::event::{Event, Tag};
use super::parser::events;
use super::{allowed, in_lang, target};
use crate::pictures::SCHEME;
use model::document::Picture;
use model::{Align, Block, Inline, Lang};

/// How deep blocks nest. What is deeper joins the level above: readers of
/// JSON and of HTML have limits of their own.
const DEPTH: usize = 12;

/// The tree of a Markdown text without pictures, on a page of this language.
pub fn blocks(markdown: &str, lang: Lang) -> Vec<Block> {
    illustrated(markdown, lang, &|_, _| None)
}

/// The picture with an id, and words for it that the text has.
pub type Find<'a> = dyn Fn(&str, &str) -> Option<Picture> + 'a;

/// The tree of a Markdown text, on a page of this language. A picture of the bundle that
/// is not found leaves its words.
pub fn illustrated(markdown: &str, lang: Lang, find: &Find) -> Vec<Block> {
    let events = events(markdown, lang);
    let mut builder = Builder {
        frames: vec![Frame::new(Open::Root)],
        anchors: Anchors::of(&events),
        headings: 0,
        lang,
        find,
    };
    for (event, _) in events {
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
        if let Block::Heading(level, ..) = block {
            *level = (*level).clamp(2, 4).min(above + 1);
            above = *level;
        }
    }
}

/// What has been opened and not yet closed.
enum Open {
    Root,
    Paragraph,
    Heading(u8, String),
    Quote,
    List(Option<u32>),
    Item,
    Code,
    Table(Vec<Align>),
    Row,
    Cell,
    Em,
    Strong,
    Link(Option<String>),
    /// A picture of the bundle, by its id.
    Picture(String),
    /// Joins what is above it.
    Through,
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

    /// Takes pictures from inside: at once where there is room between paragraphs; a
    /// heading, a table or a marked word hands them on, to stand behind it.
    fn hold(&mut self, pictures: Vec<Block>) {
        for picture in pictures {
            match self.open {
                Open::Root | Open::Paragraph | Open::Item | Open::Quote => self.block(picture),
                _ => self.blocks.push(picture),
            }
        }
    }

    fn text(&mut self, text: &str) {
        match self.inlines.last_mut() {
            Some(Inline::Text(before)) => before.push_str(text),
            _ if text.is_empty() => {}
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }
}

struct Builder<'a> {
    frames: Vec<Frame>,
    anchors: Anchors,
    /// How many headings have begun.
    headings: usize,
    lang: Lang,
    find: &'a Find<'a>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End => self.end(),
            Event::Text(text) => self.top().text(&text),
            Event::Code(code) => self.top().inlines.push(Inline::Code(code)),
            Event::HardBreak => self.top().inlines.push(Inline::Break),
            Event::Rule => self.top().block(Block::Rule),
            // Lines are joined by now, and markup is never shown.
            Event::SoftBreak | Event::Html(_) => {}
        }
    }

    /// The innermost frame that takes content.
    fn top(&mut self) -> &mut Frame {
        let index = (self.frames.iter())
            .rposition(|frame| !matches!(frame.open, Open::Through))
            .unwrap_or_default();
        &mut self.frames[index]
    }

    fn start(&mut self, tag: Tag) {
        let deep = self.frames.len() > DEPTH;
        let in_link = (self.frames.iter()).any(|frame| matches!(frame.open, Open::Link(_)));
        let open = match tag {
            Tag::Paragraph => Open::Paragraph,
            Tag::Heading(level) => {
                let id = self.anchors.ids().get(self.headings);
                let id = id.cloned().unwrap_or_default();
                self.headings += 1;
                Open::Heading(level, id)
            }
            Tag::CodeBlock => Open::Code,
            Tag::Table(align) => Open::Table(align),
            Tag::Row => Open::Row,
            Tag::Cell => Open::Cell,
            Tag::Quote if !deep => Open::Quote,
            Tag::List(first) if !deep => Open::List(first),
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
            Tag::Em if !deep => Open::Em,
            Tag::Strong if !deep => Open::Strong,
            Tag::Image(address) if address.starts_with(SCHEME) => {
                Open::Picture(address[SCHEME.len()..].to_owned())
            }
            Tag::Link(address) | Tag::Image(address) if !in_link => {
                Open::Link(allowed(&address).map(|address| self.leads(address)))
            }
            _ => Open::Through,
        };
        self.frames.push(Frame::new(open));
    }

    /// Where a link leads on this page: to a heading by its id, to the site's own
    /// pages in the reader's language.
    fn leads(&self, address: String) -> String {
        match target(&address).and_then(|target| self.anchors.find(target)) {
            Some(id) => format!("#{id}"),
            None => in_lang(address, self.lang),
        }
    }

    fn end(&mut self) {
        let Some(mut frame) = self.frames.pop() else {
            return;
        };
        let open = std::mem::replace(&mut frame.open, Open::Through);
        let find = self.find;
        let above = self.top();
        match open {
            Open::Paragraph => {
                // In a list item above the depth, two paragraphs may meet.
                above.settle();
                // A picture amid a text stands between two parts of it.
                above.blocks.append(&mut frame.blocks);
                if !frame.inlines.is_empty() {
                    above.block(Block::Paragraph(frame.inlines));
                }
            }
            // A mark without words, as a screen reader would announce it.
            Open::Heading(..) if frame.inlines.is_empty() => above.hold(frame.blocks),
            Open::Heading(level, id) => {
                above.block(Block::Heading(level, id, frame.inlines));
                above.hold(frame.blocks);
            }
            Open::Quote => above.block(Block::Quote(frame.into_blocks())),
            Open::List(_) if frame.items.iter().all(Vec::is_empty) => {}
            Open::List(first) => above.block(Block::List(first, frame.items)),
            Open::Item => above.items.push(frame.into_blocks()),
            Open::Code => above.block(Block::Code(plain(&frame.inlines))),
            Open::Table(align) => {
                let mut rows = frame.rows.into_iter();
                let header = rows.next().unwrap_or_default();
                above.block(Block::Table(align, header, rows.collect()));
                above.hold(frame.blocks);
            }
            Open::Row => {
                above.rows.push(frame.cells);
                above.hold(frame.blocks);
            }
            Open::Cell => {
                above.cells.push(frame.inlines);
                above.hold(frame.blocks);
            }
            Open::Em | Open::Strong => {
                if !frame.inlines.is_empty() {
                    above.inlines.push(match open {
                        Open::Em => Inline::Em(frame.inlines),
                        _ => Inline::Strong(frame.inlines),
                    });
                }
                above.hold(frame.blocks);
            }
            Open::Picture(id) => {
                let words = plain(&frame.inlines);
                match find(&id, words.trim()) {
                    Some(picture) => above.hold(vec![Block::Picture(Box::new(picture))]),
                    None => above.text(&words),
                }
            }
            Open::Link(Some(url)) if !frame.inlines.is_empty() => {
                above.inlines.push(Inline::Link(url, frame.inlines));
                above.hold(frame.blocks);
            }
            Open::Link(_) => {
                for inline in frame.inlines {
                    match inline {
                        Inline::Text(text) => above.text(&text),
                        other => above.inlines.push(other),
                    }
                }
                above.hold(frame.blocks);
            }
            Open::Root | Open::Through => {}
        }
    }
}

/// The text alone.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Em(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => plain(inner),
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}
