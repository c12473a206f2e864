//! An article's Markdown: only what the site draws.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::address;
use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::load::Json;

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

/// Paragraphs joined by an empty line, and where each begins.
struct Body<'a> {
    text: String,
    parts: Vec<(usize, At<'a>)>,
}

impl<'a> Body<'a> {
    fn of(entries: Vec<At<'a>>) -> Self {
        let length = |at: &At| at.text().map_or(0, str::len) + 2;
        let mut text = String::with_capacity(entries.iter().map(length).sum());
        let mut parts = Vec::with_capacity(entries.len());
        for at in entries {
            let Some(part) = at.text() else { continue };
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            parts.push((text.len(), at));
            text.push_str(part);
        }
        Self { text, parts }
    }

    fn check(&self, faults: &mut Vec<Fault>) {
        let mut markup = None;
        for (event, range) in Parser::new_ext(&self.text, Options::ENABLE_TABLES).into_offset_iter()
        {
            let Some((at, line)) = self.place(range.start) else {
                continue;
            };
            let kind = match event {
                Event::Html(html) | Event::InlineHtml(html) => {
                    // One line of markup is one fault, however many tags it has.
                    let here = Some((range.start - self.column(range.start), line));
                    if markup == here {
                        continue;
                    }
                    markup = here;
                    let html = html.trim().chars().take(40).collect();
                    Kind::RawHtml { line, html }
                }
                Event::Start(Tag::Heading { level, .. }) if !(2..=4).contains(&(level as u8)) => {
                    let level = level as u8;
                    Kind::Heading { line, level }
                }
                Event::Start(Tag::Image { .. }) => Kind::Image { line },
                Event::Start(Tag::Link {
                    dest_url,
                    link_type,
                    ..
                }) => {
                    // `<name@host>` is a mail address.
                    let address = match link_type {
                        pulldown_cmark::LinkType::Email => format!("mailto:{dest_url}"),
                        _ => dest_url.into_string(),
                    };
                    match address::in_text(&address) {
                        Ok(()) => continue,
                        Err(problem) => Kind::BodyLink { line, problem },
                    }
                }
                _ => continue,
            };
            faults.push(at.fault(kind));
        }
    }

    fn warn(&self, warnings: &mut Vec<Fault>) {
        // Where an image began, while nothing has been said in it.
        let mut silent = None;
        for (event, range) in Parser::new_ext(&self.text, Options::ENABLE_TABLES).into_offset_iter()
        {
            let warning = match event {
                Event::Start(Tag::Image { .. }) => {
                    silent = Some(range.start);
                    continue;
                }
                Event::Text(text) if !text.trim().is_empty() => {
                    silent = None;
                    continue;
                }
                Event::End(TagEnd::Image) if silent.is_some() => {
                    let Some((_, line)) = self.place(range.start) else {
                        continue;
                    };
                    Warning::ImageWithoutText { line }
                }
                Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("http:") => {
                    Warning::Http {
                        address: dest_url.into_string(),
                    }
                }
                _ => continue,
            };
            if let Some((at, _)) = self.place(range.start) {
                warnings.push(at.fault(Kind::Warning(warning)));
            }
        }
    }

    /// The paragraph at a byte of the text, and the line in it.
    fn place(&self, offset: usize) -> Option<(&At<'a>, usize)> {
        let (start, at) = self.parts.iter().rfind(|(start, _)| *start <= offset)?;
        let line = self.text[*start..offset].matches('\n').count() + 1;
        Some((at, line))
    }

    /// Bytes since the line's beginning.
    fn column(&self, offset: usize) -> usize {
        self.text[..offset]
            .rfind('\n')
            .map_or(offset, |newline| offset - newline - 1)
    }
}
