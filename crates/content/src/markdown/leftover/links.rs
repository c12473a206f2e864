//! Links with brackets of other widths, or with a space in between.

use super::{Line, Mend};

/// Brackets around words, and around an address.
const WORDS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('［', '］'), ('〔', '〕')];
const ADDRESS: [(char, char); 2] = [('(', ')'), ('（', '）')];

/// How an address begins.
const ADDRESSES: [&str; 7] = ["https://", "http://", "/", "#", "mailto:", "tel:", "media:"];

/// A line with a link that is not read as one.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    let scheme = schemes(source);
    let (source, wide) = match &scheme {
        Some((mended, wide)) => (mended.as_str(), Some(wide)),
        None => (source, None),
    };
    let spaced = spaced(source, line);
    let source = spaced.as_deref().unwrap_or(source);
    let linked = linked(source, line, spaced.is_some());
    match (linked, wide) {
        (None, Some(wide)) => Some(Mend {
            found: wide.clone(),
            line: Some(source.to_owned()),
            certain: true,
        }),
        (None, None) => spaced.clone().map(|mended| Mend {
            found: "](".to_owned(),
            line: Some(mended),
            certain: false,
        }),
        (Some(linked), _) => Some(Mend {
            found: match &spaced {
                Some(_) => "](".to_owned(),
                None => linked.found,
            },
            line: linked.line.or_else(|| wide.map(|_| source.to_owned())),
            certain: linked.certain && spaced.is_none(),
        }),
    }
}

/// The line with `https：//` as an address begins, and what of it is not so.
fn schemes(source: &str) -> Option<(String, String)> {
    if source.contains('`') {
        return None;
    }
    let (at, scheme) = (source.match_indices("http")).find_map(|(at, _)| {
        let rest = &source[at + 4..];
        let secure = rest.len() - rest.strip_prefix('s').unwrap_or(rest).len();
        let signs: String = rest[secure..].chars().take(3).collect();
        let narrow = signs.replace('：', ":").replace('／', "/");
        (narrow == "://" && signs != narrow)
            .then(|| (at, &source[at..at + 4 + secure + signs.len()]))
    })?;
    let narrow = scheme.replace('：', ":").replace('／', "/");
    let mut mended = format!("{}{narrow}", &source[..at]);
    let mut rest = source[at + scheme.len()..].chars().peekable();
    let mut within = true;
    while let Some(sign) = rest.next() {
        let goes_on = rest.peek().is_some_and(char::is_ascii_alphanumeric);
        within &= sign.is_ascii_graphic() || matches!(sign, '／' | '．' | '－');
        mended.push(match sign {
            '／' if within => '/',
            '．' if within && goes_on => '.',
            '－' if within && goes_on => '-',
            sign => sign,
        });
    }
    let scheme = scheme.to_owned();
    // Another one may follow.
    let mended = schemes(&mended).map_or(mended, |(mended, _)| mended);
    Some((mended, scheme))
}

/// The line with a link's address in one piece: spaces in it packed, and a title behind
/// it in quotes of Chinese left out.
fn spaced(source: &str, line: &Line) -> Option<String> {
    if !line.text.contains("](") {
        return None;
    }
    source.match_indices("](").find_map(|(at, _)| {
        let rest = &source[at + 2..];
        let address = &rest[..rest.find(')')?];
        let begins = |start: &&str| address.trim_start().starts_with(*start);
        let (path, title) = address.trim().split_once([' ', '\u{3000}'])?;
        if source[..at].ends_with('\\') || !ADDRESSES.iter().any(begins) {
            return None;
        }
        let title = title.trim();
        let space = match path.starts_with('#') {
            // An id has a stroke where its heading has a space.
            true => "-",
            false => "%20",
        };
        let mended = match title.starts_with(['“', '‘', '”', '「', '"', '\'']) {
            true => path.to_owned(),
            false => format!("{path}{space}{}", title.replace([' ', '\u{3000}'], space)),
        };
        Some(source.replacen(&format!("]({address})"), &format!("]({mended})"), 1))
    })
}

/// The line with brackets that make links; none certain if the address has been put together.
fn linked(source: &str, line: &Line, spaced: bool) -> Option<Mend> {
    let mut mended = String::with_capacity(source.len());
    let mut rest = source;
    let mut found = None;
    let mut certain = true;
    while let Some(link) = next(rest, line) {
        mended.push_str(&rest[..link.start]);
        // Nobody knows whether it is encrypted, but most are.
        let scheme = if link.address.starts_with("www.") {
            "https://"
        } else {
            ""
        };
        certain &= scheme.is_empty();
        mended.push_str(&format!("[{}]({scheme}{})", link.words, link.address));
        found.get_or_insert(rest[link.start..link.end].to_owned());
        rest = &rest[link.end..];
    }
    mended.push_str(rest);
    match found {
        Some(found) => Some(Mend {
            found,
            line: Some(mended),
            certain,
        }),
        None if spaced => None,
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
    let mut begins = ADDRESSES.iter().chain(&["www."]);
    begins.any(|start| text.starts_with(start))
        && text.len() > 1
        && !text.contains(char::is_whitespace)
}
