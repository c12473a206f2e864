//! An article's Markdown: only what the site draws.

use super::address;
use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::load::Json;
use crate::markdown::{Anchors, Event, Tag, events, target};
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
                Event::Start(Tag::Image(_)) => Kind::Image { line },
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
        let events = events(&self.text, Lang::default());
        for (index, (event, line)) in events.iter().enumerate() {
            let Some((at, line)) = self.place(*line) else {
                continue;
            };
            let warning = match event {
                Event::Start(Tag::Image(_)) if says_nothing(&events[index + 1..]) => {
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

    /// The paragraph at a line of the text, and the line in it, from 1.
    fn place(&self, line: usize) -> Option<(&At<'a>, usize)> {
        let (first, at) = self.parts.iter().rfind(|(first, _)| *first <= line)?;
        Some((at, line + 1 - first))
    }
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
