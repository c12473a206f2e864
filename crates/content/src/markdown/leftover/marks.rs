//! Headings, items and quotations at the beginning of a line.

use super::{Line, Mend, begins_words};

/// What word processors put before items.
pub const BULLETS: [char; 9] = ['•', '●', '▪', '■', '◆', '➢', '·', '○', '◇'];

/// A line that begins with a mark which is not read as one.
pub fn mend(source: &str, line: &Line) -> Option<Mend> {
    if !line.begins {
        return None;
    }
    let text = line.text.trim_start();
    let first = text.chars().next()?;
    // What stands before belongs to a list or a quotation around it.
    let (before, content) = source.split_at(source.find(first)?);
    if before.ends_with('\\') {
        return None;
    }
    let (mark, mended, certain) = heading(content)
        .or_else(|| item(content))
        .or_else(|| number(content, line.joined))
        .or_else(|| quotation(content))?;
    Some(Mend {
        found: mark,
        line: Some(match mended.strip_prefix('\n') {
            // It is a list's once a blank line is before it.
            Some(rest) => format!("\n{before}{rest}"),
            None => format!("{before}{mended}"),
        }),
        certain,
    })
}

type Found = (String, String, bool);

fn heading(content: &str) -> Option<Found> {
    let hash = ['#', '＃'];
    let rest = content.trim_start_matches(hash);
    let marks = &content[..content.len() - rest.len()];
    let level = marks.chars().count();
    let words = rest.trim();
    if !(1..=6).contains(&level) || words.is_empty() {
        return None;
    }
    let closed = words.trim_end_matches(hash).trim_end();
    let first = words.chars().next()?;
    // #话题# and #3 are no headings.
    if level == 1 && (closed.len() < words.len() || first.is_ascii()) || closed.contains(hash) {
        return None;
    }
    let mended = format!("{} {closed}", "#".repeat(level.clamp(2, 4)));
    Some((marks.to_owned(), mended, (2..=4).contains(&level)))
}

fn item(content: &str) -> Option<Found> {
    let mark = content.chars().next()?;
    let rest = &content[mark.len_utf8()..];
    let words = rest.trim_start();
    let latin = matches!(mark, '-' | '+' | '*');
    let listed = latin && rest.starts_with([' ', '\t']);
    if listed || !begins_words(rest) || (mark == '*' && words.contains('*')) {
        return None;
    }
    let certain = match mark {
        '-' | '•' | '●' | '▪' | '■' | '◆' | '➢' => true,
        // A footnote, a signature, a point amid a name.
        '*' | '+' | '－' | '·' | '○' | '◇' => false,
        _ => return None,
    };
    Some((mark.to_string(), format!("- {words}"), certain))
}

/// What a digit of any width stands for.
pub fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '０'..='９' => char::from_digit(u32::from(sign) - u32::from('０'), 10),
        _ => None,
    }
}

fn number(content: &str, joined: bool) -> Option<Found> {
    let digits: String = content.chars().map_while(digit).collect();
    let length: usize = (content.chars().take(digits.len()))
        .map(char::len_utf8)
        .sum();
    let rest = &content[length..];
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    let words = after.trim_start();
    if !(1..=2).contains(&digits.len()) || words.is_empty() {
        return None;
    }
    let found = format!("{}{mark}", &content[..length]);
    match mark {
        // Only a list that begins with 1 may follow a line of text at once.
        '.' | ')' if after.starts_with(' ') => {
            (joined && begins_words(after)).then(|| (found, format!("\n{digits}. {words}"), false))
        }
        '.' | '．' | ')' | '）' if begins_words(after) => {
            Some((found, format!("{digits}. {words}"), true))
        }
        // 1、 is well written, but not lines of it in one paragraph.
        '、' if joined => Some((found, format!("{digits}. {words}"), false)),
        _ => None,
    }
}

fn quotation(content: &str) -> Option<Found> {
    let words = content.strip_prefix('＞')?.trim_start();
    (!words.is_empty()).then(|| ("＞".to_owned(), format!("> {words}"), true))
}
