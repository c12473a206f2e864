//! What is not shown, or not as what it is: cells beyond the last column, what stands
//! below a fence that nothing closes, the rest of an address with Chinese in it.

use super::{Leftover, Seen};
use crate::markdown::bare;
use crate::markdown::event::{Event, Tag};
use crate::markdown::source::{inside, unclosed};

/// All of it, by lines.
pub fn find(markdown: &str, events: &[(Event, usize)]) -> Vec<Leftover> {
    let mut found = Vec::new();
    let lines: Vec<&str> = markdown.split('\n').map(str::trim_end).collect();
    let source = |number: usize| lines.get(number - 1).copied().unwrap_or_default();
    found.extend(unclosed(markdown).map(|line| Leftover {
        line,
        found: source(line).trim().chars().take(3).collect(),
        seen: Seen::Code,
        mended: None,
        certain: false,
    }));
    let mut columns = 0;
    let mut open: Vec<&Tag> = Vec::new();
    for (index, (event, line)) in events.iter().enumerate() {
        match event {
            Event::Start(tag) => {
                open.push(tag);
                match tag {
                    Tag::Link(address)
                        if matches!(events.get(index + 1), Some((Event::End, _))) =>
                    {
                        found.push(Leftover {
                            line: *line,
                            found: format!("[]({address})"),
                            seen: Seen::NoWords,
                            mended: None,
                            certain: false,
                        });
                    }
                    Tag::Table(aligned) => columns = aligned.len(),
                    Tag::Row => found.extend(beyond(source(*line), *line, columns)),
                    _ => {}
                }
            }
            Event::End => drop(open.pop()),
            Event::Text(text)
                if text.contains("://")
                    && !open
                        .iter()
                        .any(|tag| matches!(tag, Tag::Link(_) | Tag::CodeBlock)) =>
            {
                found.extend(cut(text, source(*line), *line));
            }
            _ => {}
        }
    }
    found
}

/// The first cell of a row that has no column.
fn beyond(source: &str, line: usize, columns: usize) -> Option<Leftover> {
    let inside = inside(source).trim_end();
    let inside = inside.strip_prefix('|').unwrap_or(inside);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for sign in inside.chars() {
        match sign {
            '|' if !escaped => cells.push(String::new()),
            sign => cells.last_mut()?.push(sign),
        }
        escaped = sign == '\\' && !escaped;
    }
    let lost = cells.get(columns..)?.iter().map(|cell| cell.trim());
    let lost = { lost }.find(|cell| !cell.is_empty())?;
    Some(Leftover {
        line,
        found: lost.chars().take(24).collect(),
        seen: Seen::Lost,
        mended: None,
        certain: false,
    })
}

/// An address that goes on in Chinese behind where its link ends.
fn cut(text: &str, source: &str, line: usize) -> Option<Leftover> {
    let mut from = 0;
    while let Some((start, end)) = bare::find(&text[from..]) {
        let (start, end) = (from + start, from + end);
        let rest = &text[end..];
        let length = rest.find(|sign: char| !of_path(sign)).unwrap_or(rest.len());
        let path = rest[..length].trim_end_matches(['.', '?', '&', '-']);
        if text[start..end].contains("://") && goes_on(&text[start..end], path) {
            let address = format!("{}{path}", &text[start..end]);
            let mended = source.replacen(&address, &format!("<{address}>"), 1);
            return Some(Leftover {
                line,
                mended: (mended != source).then_some(mended),
                found: address,
                seen: Seen::Cut,
                certain: false,
            });
        }
        from = end;
    }
    None
}

/// What a path or a query is made of that is typed as it is read.
fn of_path(sign: char) -> bool {
    sign.is_alphanumeric() || "/._-%=&?+#~".contains(sign)
}

/// Whether what follows an address can only be the rest of it.
fn goes_on(address: &str, rest: &str) -> bool {
    if rest.is_empty() || rest.starts_with(|sign: char| sign.is_ascii()) {
        return false;
    }
    let parts_on = |(at, sign): (usize, char)| {
        let after = rest[at + sign.len_utf8()..].chars().next();
        "/.=&_".contains(sign) && after.is_some_and(char::is_alphanumeric)
    };
    address.ends_with(['=', '_', '-', '%', '&'])
        || (address.ends_with('/') && rest.char_indices().any(parts_on))
}
