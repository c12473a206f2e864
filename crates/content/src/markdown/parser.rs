//! The parser: a text as a flat sequence of what begins, stands and ends.

use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::event::{Event, Tag};
use super::source::{LETTER, Source};
use super::{bare, breaks};
use model::{Align, Lang};

/// How often code by indentation is read again as text. Each time takes one
/// level of it away; nobody indents deeper.
const AGAIN: usize = 4;

/// Reads a text in a language. Each event has the line it stands on, from 1.
pub fn events(markdown: &str, lang: Lang) -> Vec<(Event, usize)> {
    finished(raw(markdown), lang)
}

/// Reads a text as far as no language is needed: its lines still have ends, and
/// addresses in it are text.
pub fn raw(markdown: &str) -> Vec<(Event, usize)> {
    let mut source = Source::of(markdown);
    let mut read = parse(&source);
    for _ in 0..AGAIN {
        let Err(indented) = read else { break };
        source.text = outdented(&source.text, &indented).into();
        read = parse(&source);
    }
    read.unwrap_or_else(|indented| indented.events)
}

/// What was read, with lines joined as the language does and addresses linked.
pub fn finished(mut events: Vec<(Event, usize)>, lang: Lang) -> Vec<(Event, usize)> {
    breaks::split_paragraphs(&mut events);
    breaks::join_lines(&mut events, lang);
    breaks::trim_paragraphs(&mut events);
    bare::link(&mut events);
    events
}

/// Code by indentation, which is a text that somebody has indented.
struct Indented {
    /// First and last line, and the bytes before the code on each.
    blocks: Vec<(usize, usize, usize)>,
    /// The text all the same.
    events: Vec<(Event, usize)>,
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.cjk_friendly_emphasis = true;
    options
}

fn parse(source: &Source) -> Result<Vec<(Event, usize)>, Indented> {
    let arena = Arena::new();
    let root = parse_document(&arena, &source.text, &options());
    let mut blocks = Vec::new();
    let mut events = Vec::new();
    for edge in root.traverse() {
        match edge {
            comrak::arena_tree::NodeEdge::Start(node) => {
                start(node, source, &mut events, &mut blocks);
            }
            comrak::arena_tree::NodeEdge::End(node) => {
                let node = node.data();
                if tag(&node.value).is_some() {
                    events.push((Event::End, source.line(node.sourcepos.end.line)));
                }
            }
        }
    }
    match blocks.is_empty() {
        true => Ok(events),
        false => Err(Indented { blocks, events }),
    }
}

fn start<'a>(
    node: &'a AstNode<'a>,
    source: &Source,
    events: &mut Vec<(Event, usize)>,
    blocks: &mut Vec<(usize, usize, usize)>,
) {
    let node = node.data();
    let place = node.sourcepos;
    let line = source.line(place.start.line);
    let event = match &node.value {
        NodeValue::Text(text) => {
            let text = text.replace(LETTER, "");
            if text.is_empty() {
                return;
            }
            // One run, wherever the parser has looked for marks.
            if let Some((Event::Text(before), _)) = events.last_mut() {
                before.push_str(&text);
                return;
            }
            Event::Text(text)
        }
        NodeValue::CodeBlock(block) => {
            if !block.fenced {
                blocks.push((place.start.line, place.end.line, place.start.column - 1));
            }
            events.push((Event::Start(Tag::CodeBlock), line));
            Event::Text(block.literal.clone())
        }
        NodeValue::SoftBreak => Event::SoftBreak,
        NodeValue::LineBreak => Event::HardBreak,
        NodeValue::ThematicBreak => Event::Rule,
        NodeValue::Code(code) => Event::Code(code.literal.clone()),
        NodeValue::HtmlBlock(html) => Event::Html(html.literal.clone()),
        NodeValue::HtmlInline(html) => Event::Html(html.clone()),
        value => match tag(value) {
            Some(tag) => Event::Start(tag),
            None => return,
        },
    };
    events.push((event, line));
}

fn tag(value: &NodeValue) -> Option<Tag> {
    Some(match value {
        NodeValue::Paragraph => Tag::Paragraph,
        NodeValue::Heading(heading) => Tag::Heading(heading.level),
        NodeValue::BlockQuote => Tag::Quote,
        NodeValue::List(list) => Tag::List(
            (list.list_type == ListType::Ordered)
                .then(|| u32::try_from(list.start).unwrap_or_default()),
        ),
        NodeValue::Item(_) => Tag::Item,
        NodeValue::CodeBlock(_) => Tag::CodeBlock,
        NodeValue::Table(table) => Tag::Table(table.alignments.iter().map(align).collect()),
        NodeValue::TableRow(_) => Tag::Row,
        NodeValue::TableCell => Tag::Cell,
        NodeValue::Emph => Tag::Em,
        NodeValue::Strong => Tag::Strong,
        NodeValue::Link(link) => Tag::Link(link.url.clone()),
        NodeValue::Image(link) => Tag::Image(link.url.clone()),
        _ => return None,
    })
}

const fn align(of: &comrak::nodes::TableAlignment) -> Align {
    use comrak::nodes::TableAlignment as T;
    match of {
        T::None => Align::None,
        T::Left => Align::Left,
        T::Center => Align::Center,
        T::Right => Align::Right,
    }
}

/// The text without the spaces that make code of its lines.
fn outdented(text: &str, indented: &Indented) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    for (first, last, column) in &indented.blocks {
        for line in lines.iter_mut().take(*last).skip(first - 1) {
            // What stands before belongs to the list or quotation around it.
            let before = column.saturating_sub(4);
            let Some((kept, rest)) = line.split_at_checked(before) else {
                continue;
            };
            *line = format!("{kept}{}", rest.trim_start_matches(' '));
        }
    }
    lines.join("\n")
}
