//! Links with brackets of other widths, or with a space in between.

use super::{Line, Mend};

/// Brackets around words, and around an address.
const WORDS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('［', '］'), ('〔', '〕')];
const ADDRESS: [(char, char); 2] = [('(', ')'), ('（', '）')];

/// A line with a link that is not read as one.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    let mut mended = String::with_capacity(source.len());
    let mut rest = source;
    let mut found = None;
    while let Some(link) = next(rest, line) {
        mended.push_str(&rest[..link.start]);
        mended.push_str(&format!("[{}]({})", link.words, link.address));
        found.get_or_insert(rest[link.start..link.end].to_owned());
        rest = &rest[link.end..];
    }
    mended.push_str(rest);
    match found {
        Some(found) => Some(Mend {
            found,
            line: Some(mended),
            certain: true,
        }),
        None => {
            let begun = ["](", "]（http"].into_iter().find(|sign| {
                let mut places = source.match_indices(sign);
                line.text.contains(sign) && places.any(|(at, _)| !source[..at].ends_with('\\'))
            });
            let sign = begun?.trim_end_matches("http");
            Some(Mend {
                found: sign.to_owned(),
                line: None,
                certain: false,
            })
        }
    }
}

struct Link<'a> {
    start: usize,
    end: usize,
    words: &'a str,
    address: &'a str,
}

/// The first link of a line that was read as text.
fn next<'a>(source: &'a str, line: &Line) -> Option<Link<'a>> {
    let brackets = |sign: char| WORDS.iter().chain(&ADDRESS).any(|(open, _)| *open == sign);
    for (start, _) in source.match_indices(brackets) {
        let Some((first, middle)) = enclosed(&source[start..]) else {
            continue;
        };
        let gap = middle.trim_start_matches([' ', '\u{3000}']);
        let Some((second, rest)) = enclosed(gap) else {
            continue;
        };
        let end = source.len() - rest.len();
        let whole = &source[start..end];
        let (words, address) = match (is_address(first), is_address(second)) {
            (false, true) if !opens(whole, &ADDRESS) && opens(gap, &ADDRESS) => (first, second),
            // (原文)[https://…], the wrong way round.
            (false, true) if opens(whole, &ADDRESS) && gap.starts_with('[') => (first, second),
            _ => continue,
        };
        // What was read as a link is not in the text, brackets and all.
        let opening: String = whole.chars().take(2).collect();
        let escaped = source[..start].ends_with('\\');
        if line.text.contains(&opening) && line.text.contains(words.trim()) && !escaped {
            return Some(Link {
                start,
                end,
                words: words.trim(),
                address: address.trim(),
            });
        }
    }
    None
}

fn opens(text: &str, brackets: &[(char, char)]) -> bool {
    brackets.iter().any(|(open, _)| text.starts_with(*open))
}

/// What is in the brackets that a text begins with, and what comes after; the
/// closing one may be of another width.
fn enclosed(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let closing: &[char] = match first {
        '(' | '（' => &[')', '）'],
        '[' | '［' => &[']', '］'],
        '【' => &['】'],
        '〔' => &['〕'],
        _ => return None,
    };
    let inside = &text[first.len_utf8()..];
    let end = inside.find(closing)?;
    let closed = inside[end..].chars().next()?;
    let within = &inside[..end];
    let nested = within.contains(['[', ']', '【', '】', '(', '（']);
    (!within.trim().is_empty() && !nested).then(|| (within, &inside[end + closed.len_utf8()..]))
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    let starts = ["https://", "http://", "/", "#", "mailto:", "tel:"];
    starts.iter().any(|start| text.starts_with(start))
        && text.len() > 1
        && !text.contains(char::is_whitespace)
}
