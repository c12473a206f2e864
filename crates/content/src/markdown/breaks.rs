//! Where lines of the source end, and where paragraphs begin.

use unicode_width::UnicodeWidthChar;

use super::event::{Event, Tag};
use super::source::is_wide_space;
use model::Lang;

type Events = Vec<(Event, usize)>;

/// A line that begins with ideographic spaces begins a paragraph, as it does on
/// paper, whether a blank line is before it or not.
pub fn split_paragraphs(events: &mut Events) {
    let begins = |pair: &[(Event, usize)]| {
        matches!(pair, [(Event::SoftBreak, _), (Event::Text(text), _)]
            if text.starts_with(is_wide_space))
    };
    if !events.windows(2).any(begins) {
        return;
    }
    let mut split = Vec::with_capacity(events.len() + 2);
    let mut open = Vec::new();
    for index in 0..events.len() {
        let (event, line) = &events[index];
        match event {
            Event::Start(tag) => open.push(tag.clone()),
            Event::End => drop(open.pop()),
            _ => {}
        }
        let within = matches!(open.last(), Some(Tag::Paragraph));
        match within && events.get(index..index + 2).is_some_and(begins) {
            true => {
                split.push((Event::End, *line));
                split.push((Event::Start(Tag::Paragraph), line + 1));
            }
            false => split.push((event.clone(), *line)),
        }
    }
    *events = split;
}

/// Each end of a line becomes a space, or nothing where Chinese goes on.
pub fn join_lines(events: &mut Events, lang: Lang) {
    for index in 1..events.len() {
        if let [(Event::Text(text), _), (Event::SoftBreak, _)] = &mut events[index - 1..=index] {
            text.truncate(text.trim_end_matches(is_wide_space).len());
        }
    }
    let mut before = None;
    for index in 0..events.len() {
        match &events[index].0 {
            Event::Text(text) | Event::Code(text) => before = text.chars().next_back().or(before),
            Event::SoftBreak => {
                let after = events[index + 1..]
                    .iter()
                    .find_map(|(event, _)| match event {
                        Event::Text(text) | Event::Code(text) => text.chars().next(),
                        _ => None,
                    });
                let space = match closes_up(before, after, lang) {
                    true => "",
                    false => " ",
                };
                events[index].0 = Event::Text(space.to_owned());
            }
            Event::HardBreak => before = None,
            _ => {}
        }
    }
    merge(events);
}

/// Whether nothing comes between two characters that a line's end parts.
///
/// Chinese has no spaces. Quotation marks, dots and dashes are as wide as a
/// character in Chinese text, and only there; beside a Latin word they say
/// nothing.
fn closes_up(before: Option<char>, after: Option<char>, lang: Lang) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    if is_hangul(before) || is_hangul(after) {
        return false;
    }
    if lang == Lang::En {
        return is_wide(before) && is_wide(after);
    }
    let either = |sign| is_wide(sign) || is_wide_in_chinese(sign);
    // After a Chinese character a number or a Latin word follows at once;
    // Chinese punctuation brings its own room.
    is_wide(before) || is_wide_punctuation(after) || (either(before) && either(after))
}

fn is_wide(sign: char) -> bool {
    sign.width() == Some(2)
}

fn is_wide_in_chinese(sign: char) -> bool {
    // Letters and digits of doubtful width (α, Ⅱ, ①) are words' parts.
    sign.width_cjk() == Some(2) && !sign.is_alphanumeric()
}

const fn is_wide_punctuation(sign: char) -> bool {
    matches!(sign, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}')
}

const fn is_hangul(sign: char) -> bool {
    matches!(sign, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}')
}

/// Joins neighbouring texts.
fn merge(events: &mut Events) {
    let mut joined: Events = Vec::with_capacity(events.len());
    for (event, line) in events.drain(..) {
        match (joined.last_mut(), event) {
            (Some((Event::Text(before), _)), Event::Text(text)) => before.push_str(&text),
            (_, Event::Text(text)) if text.is_empty() => {}
            (_, event) => joined.push((event, line)),
        }
    }
    *events = joined;
}

/// Takes the spaces from both ends of paragraphs, and paragraphs of spaces only.
pub fn trim_paragraphs(events: &mut Events) {
    let wide = |sign: char| sign == ' ' || is_wide_space(sign);
    let mut first = false;
    for index in 0..events.len() {
        let ends = matches!(
            events.get(index + 1),
            Some((Event::End | Event::HardBreak, _))
        );
        match &mut events[index].0 {
            Event::Start(Tag::Paragraph | Tag::Heading(_) | Tag::Cell) | Event::HardBreak => {
                first = true;
            }
            Event::Text(text) => {
                if first {
                    text.drain(..text.len() - text.trim_start_matches(wide).len());
                }
                if ends && text.ends_with(is_wide_space) {
                    text.truncate(text.trim_end_matches(wide).len());
                }
                first &= text.is_empty();
            }
            Event::Code(_) => first = false,
            _ => {}
        }
    }
    merge(events);
    let mut empty = Vec::new();
    for index in 1..events.len() {
        if matches!(
            (&events[index - 1].0, &events[index].0),
            (Event::Start(Tag::Paragraph), Event::End)
        ) {
            empty.extend([index - 1, index]);
        }
    }
    for index in empty.into_iter().rev() {
        events.remove(index);
    }
}
