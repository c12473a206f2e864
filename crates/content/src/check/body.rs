//! An article's Markdown: only what the site draws.

use std::ops::Range;

use serde_json::Value;

use super::address;
use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::json::Json;
use crate::markdown::{
    Anchors, Event, Tag, events, finished, leftovers, leftovers_in, raw, target,
};
use crate::pictures::SCHEME;
use crate::suggest::nearest;
use model::Lang;

/// Checks a body: a text, a list of paragraphs, or either by language.
pub fn check(at: &At, faults: &mut Vec<Fault>) {
    match &at.node.json {
        Json::Object(_) => {
            for (_, value) in at.fields() {
                check(&value, faults);
            }
        }
        Json::List(_) => Body::of(at.entries()).check(faults),
        _ => Body::of(vec![at.clone()]).check(faults),
    }
}

/// What is worth a look in a body: images without words, links without encryption.
pub fn warn(at: &At, warnings: &mut Vec<Fault>) {
    match &at.node.json {
        Json::Object(_) => {
            for (_, value) in at.fields() {
                warn(&value, warnings);
            }
        }
        Json::List(_) => Body::of(at.entries()).warn(warnings),
        _ => Body::of(vec![at.clone()]).warn(warnings),
    }
}

/// What can be mended in a body in one way only.
pub fn mend(at: &At, mends: &mut Vec<(Range<usize>, String)>) {
    match &at.node.json {
        Json::Object(_) => {
            for (_, value) in at.fields() {
                mend(&value, mends);
            }
        }
        Json::List(_) => Body::of(at.entries()).mend(mends),
        _ => Body::of(vec![at.clone()]).mend(mends),
    }
}

/// Paragraphs joined by an empty line, and the line on which each begins.
struct Body<'a> {
    text: String,
    parts: Vec<(usize, At<'a>)>,
}

impl<'a> Body<'a> {
    fn of(entries: Vec<At<'a>>) -> Self {
        let length = |at: &At| at.text().map_or(0, str::len) + 2;
        let mut text = String::with_capacity(entries.iter().map(length).sum());
        let mut parts = Vec::with_capacity(entries.len());
        let mut line = 1;
        for at in entries {
            let Some(part) = at.text() else { continue };
            if !text.is_empty() {
                text.push_str("\n\n");
                line += 2;
            }
            parts.push((line, at));
            text.push_str(part);
            line += part.matches('\n').count();
        }
        Self { text, parts }
    }

    fn check(&self, faults: &mut Vec<Fault>) {
        let mut markup = None;
        let events = events(&self.text, Lang::default());
        let anchors = Anchors::of(&events);
        for (event, whole) in events {
            let Some((at, line)) = self.place(whole) else {
                continue;
            };
            let kind = match event {
                Event::Html(html) => {
                    // One line of markup is one fault, however many tags it has.
                    if markup == Some(whole) {
                        continue;
                    }
                    markup = Some(whole);
                    let html = html.trim().chars().take(40).collect();
                    Kind::RawHtml { line, html }
                }
                Event::Start(Tag::Heading(level)) if !(2..=4).contains(&level) => {
                    Kind::Heading { line, level }
                }
                Event::Start(Tag::Image(address)) => match address.starts_with(SCHEME) {
                    true => continue,
                    false => Kind::Image { line },
                },
                Event::Start(Tag::Link(address)) => match target(&address) {
                    Some(target) if anchors.find(target).is_none() => Kind::MissingHeading {
                        line,
                        target: target.to_owned(),
                        suggestion: nearest(target, anchors.ids().iter().map(String::as_str)),
                        known: anchors.ids().to_vec(),
                    },
                    Some(_) => continue,
                    None => match address::in_text(&address) {
                        Ok(()) => continue,
                        Err(problem) => Kind::BodyLink { line, problem },
                    },
                },
                _ => continue,
            };
            faults.push(at.fault(kind));
        }
    }

    fn warn(&self, warnings: &mut Vec<Fault>) {
        let raw = raw(&self.text);
        for leftover in leftovers_in(&self.text, &raw) {
            if let Some((at, line)) = self.place(leftover.line) {
                let warning = Warning::Unread {
                    line,
                    found: leftover.found,
                    seen: leftover.seen,
                    mended: leftover.mended,
                    certain: leftover.certain,
                };
                warnings.push(at.fault(Kind::Warning(warning)));
            }
        }
        let events = finished(raw, Lang::default());
        for (index, (event, line)) in events.iter().enumerate() {
            let Some((at, line)) = self.place(*line) else {
                continue;
            };
            let warning = match event {
                // A picture of the bundle has words of its own.
                Event::Start(Tag::Image(address))
                    if !address.starts_with(SCHEME) && says_nothing(&events[index + 1..]) =>
                {
                    Warning::ImageWithoutText { line }
                }
                Event::Start(Tag::Link(address)) if address.starts_with("http:") => Warning::Http {
                    address: address.clone(),
                },
                _ => continue,
            };
            warnings.push(at.fault(Kind::Warning(warning)));
        }
    }

    /// Each line that can be mended in one way only: its bytes in the file, and
    /// what belongs there.
    fn mend(&self, mends: &mut Vec<(Range<usize>, String)>) {
        for leftover in leftovers(&self.text) {
            let (true, Some(mended)) = (leftover.certain, leftover.mended) else {
                continue;
            };
            let Some((at, line)) = self.place(leftover.line) else {
                continue;
            };
            let literal = at.file.slice(at.node.range.clone());
            if let Some(within) = literal_line(literal, line) {
                let start = at.node.range.start;
                let written = Value::from(mended).to_string();
                let written = written[1..written.len() - 1].to_owned();
                mends.push((start + within.start..start + within.end, written));
            }
        }
    }

    /// The paragraph at a line of the text, and the line in it, from 1.
    fn place(&self, line: usize) -> Option<(&At<'a>, usize)> {
        let (first, at) = self.parts.iter().rfind(|(first, _)| *first <= line)?;
        Some((at, line + 1 - first))
    }
}

/// Where a line of a text stands in the text as JSON writes it, quotes and all.
fn literal_line(literal: &str, line: usize) -> Option<Range<usize>> {
    let inside = 1..literal.len().checked_sub(1)?;
    let (mut start, mut number) = (inside.start, 1);
    let bytes = literal.as_bytes();
    let mut at = inside.start;
    while at < inside.end {
        let length = match &bytes[at..] {
            [b'\\', b'n', ..] => 2,
            [b'\\', b'u', b'0', b'0', b'0', b'a' | b'A', ..] => 6,
            // Whatever else is escaped, it is more than its first sign.
            [b'\\', ..] => {
                at += 2;
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        if number == line {
            return Some(start..at);
        }
        at += length;
        (start, number) = (at, number + 1);
    }
    (number == line).then_some(start..inside.end)
}

/// Whether what has just been opened ends before a word is said.
fn says_nothing(events: &[(Event, usize)]) -> bool {
    let mut depth = 1;
    for (event, _) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End => depth -= 1,
            Event::Text(text) if !text.trim().is_empty() => return false,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    true
}
