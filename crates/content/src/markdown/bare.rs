//! Bare addresses as links.

use super::event::{Event, Tag};

/// Makes a link of each address that stands in a text, unless it is in one.
pub fn link(events: &mut Vec<(Event, usize)>) {
    let has = |event: &Event| matches!(event, Event::Text(text) if find(text).is_some());
    if !events.iter().any(|(event, _)| has(event)) {
        return;
    }
    let mut linked = Vec::with_capacity(events.len() + 4);
    // How deep we are in links and code: what is in them stays.
    let mut open: Vec<bool> = Vec::new();
    for (event, line) in events.drain(..) {
        match &event {
            Event::Start(tag) => {
                let keeps = matches!(tag, Tag::Link(_) | Tag::Image(_) | Tag::CodeBlock);
                open.push(keeps);
            }
            Event::End => drop(open.pop()),
            _ => {}
        }
        match event {
            Event::Text(text) if !open.contains(&true) => split(&text, line, &mut linked),
            event => linked.push((event, line)),
        }
    }
    *events = linked;
}

fn split(text: &str, line: usize, linked: &mut Vec<(Event, usize)>) {
    let mut rest = text;
    while let Some((start, end)) = find(rest) {
        if start > 0 {
            linked.push((Event::Text(rest[..start].to_owned()), line));
        }
        let shown = &rest[start..end];
        let address = match shown.starts_with("www.") {
            true => format!("http://{shown}"),
            false => shown.to_owned(),
        };
        linked.push((Event::Start(Tag::Link(address)), line));
        linked.push((Event::Text(shown.to_owned()), line));
        linked.push((Event::End, line));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        linked.push((Event::Text(rest.to_owned()), line));
    }
}

/// Where the first address of a text begins and ends.
fn find(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + begin(&text[from..])?;
        let end = start + end(&text[start..]);
        let own = text[..start].chars().next_back();
        let apart = own.is_none_or(|sign| !sign.is_ascii_alphanumeric());
        let address = &text[start..end];
        let host = address.split_once("://").map_or(address, |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let is_host = host.contains('.') && host.split('.').all(|label| !label.is_empty());
        if apart && is_host {
            return Some((start, end));
        }
        from = end.max(start + 1);
    }
}

/// Where something begins that looks like an address.
fn begin(text: &str) -> Option<usize> {
    let found = ["https://", "http://", "www."].map(|start| text.find(start));
    found.into_iter().flatten().min()
}

/// How long the address is that a text begins with. It has no character beyond
/// ASCII, and what closes the sentence or the bracket around it is not of it.
fn end(text: &str) -> usize {
    let of_address = |sign: char| {
        sign.is_ascii_graphic()
            && !matches!(sign, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    let mut address = &text[..text.find(|sign| !of_address(sign)).unwrap_or(text.len())];
    loop {
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~']);
        let count = |bracket| shorter.matches(bracket).count();
        let shorter = match shorter.chars().next_back() {
            Some(')') if count(')') > count('(') => &shorter[..shorter.len() - 1],
            Some(']') if count(']') > count('[') => &shorter[..shorter.len() - 1],
            Some('(' | '[') => &shorter[..shorter.len() - 1],
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return address.len();
        }
        address = shorter;
    }
}
