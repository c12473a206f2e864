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
        let address = match (shown.split_once("://"), shown.contains('@')) {
            // Telephones begin a line with a capital letter.
            (Some((scheme, rest)), _) => format!("{}://{rest}", scheme.to_ascii_lowercase()),
            (None, true) => format!("mailto:{shown}"),
            (None, false) => format!("http://{shown}"),
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

/// A text without its addresses, which have signs of their own.
pub fn without(text: &str) -> String {
    let mut rest = text;
    let mut without = String::with_capacity(text.len());
    while let Some((start, end)) = find(rest) {
        without.push_str(&rest[..start]);
        // Something is there all the same.
        without.push('x');
        rest = &rest[end..];
    }
    without.push_str(rest);
    without
}

/// Where the first address of a text begins and ends.
pub fn find(text: &str) -> Option<(usize, usize)> {
    let page = page(text);
    let mailbox = mailbox(text);
    match (page, mailbox) {
        (Some(page), Some(mailbox)) => Some(page.min(mailbox)),
        (page, mailbox) => page.or(mailbox),
    }
}

fn page(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let start = from + begin(&text[from..])?;
        let end = start + end(&text[start..]);
        let own = text[..start].chars().next_back();
        let apart = own.is_none_or(|sign| !sign.is_ascii_alphanumeric() && sign != '@');
        let address = &text[start..end];
        let host = address.split_once("://").map_or(address, |(_, rest)| rest);
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
        if apart && is_host(host) {
            return Some((start, end));
        }
        from = end.max(start + 1);
    }
}

fn is_host(host: &str) -> bool {
    host.contains('.') && host.split('.').all(|label| !label.is_empty())
}

/// Where something begins that looks like an address, in letters of either case.
fn begin(text: &str) -> Option<usize> {
    let starts = |at: usize, start: &str| {
        let found = text.as_bytes().get(at..at + start.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(start.as_bytes()))
    };
    let places = text.match_indices([':', '.']);
    let mut starting = places.filter_map(|(at, _)| {
        let begins =
            |start: &str, sign: usize| at.checked_sub(sign).filter(|at| starts(*at, start));
        begins("https://", 5)
            .or_else(|| begins("http://", 4))
            .or_else(|| begins("www.", 3))
    });
    starting.next()
}

/// Where the first mailbox of a text begins and ends: `info@example.com`.
fn mailbox(text: &str) -> Option<(usize, usize)> {
    text.match_indices('@').find_map(|(at, _)| {
        let of_name = |sign: char| sign.is_ascii_alphanumeric() || "._+-".contains(sign);
        let of_host = |sign: char| sign.is_ascii_alphanumeric() || ".-".contains(sign);
        let name = text[..at].len() - text[..at].trim_end_matches(of_name).len();
        let host = &text[at + 1..];
        let host = &host[..host.find(|sign| !of_host(sign)).unwrap_or(host.len())];
        let host = host.trim_end_matches(['.', '-']);
        let named = text[at - name..at].starts_with(|sign: char| sign.is_ascii_alphanumeric());
        (named && is_host(host)).then(|| (at - name, at + 1 + host.len()))
    })
}

/// How long the address is that a text begins with. It has no character beyond
/// ASCII, and what closes the sentence or the bracket around it is not of it.
fn end(text: &str) -> usize {
    let of_address = |sign: char| {
        sign.is_ascii_graphic()
            && !matches!(sign, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    let mut address = &text[..text.find(|sign| !of_address(sign)).unwrap_or(text.len())];
    // Another one follows; what is behind `=` belongs to the first.
    for scheme in [",http://", ",https://", ";http://", ";https://"] {
        address = address.split(scheme).next().unwrap_or(address);
    }
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
