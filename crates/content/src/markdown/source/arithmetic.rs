//! Signs of arithmetic that CommonMark would take for its own.

use std::borrow::Cow;

/// A line whose signs of arithmetic mean themselves: `6000*2000*1500mm`, `+ 5.2%`,
/// `>50%`, and a year at its beginning, which numbers no item.
pub fn escaped(line: Cow<'_, str>) -> Cow<'_, str> {
    let content = line.trim_start();
    let indent = line.len() - content.len();
    let mut at: Vec<usize> = products(&line);
    if let Some(sign) = leading(content) {
        at.insert(0, indent + sign);
    }
    if at.is_empty() {
        return line;
    }
    let mut escaped = String::with_capacity(line.len() + at.len());
    let mut from = 0;
    for sign in at {
        escaped.push_str(&line[from..sign]);
        escaped.push('\\');
        from = sign;
    }
    escaped.push_str(&line[from..]);
    Cow::Owned(escaped)
}

/// Where a line has a sign before its words that would begin an item or a
/// quotation.
fn leading(content: &str) -> Option<usize> {
    let begins_number = |text: &str| text.starts_with(|sign: char| sign.is_ascii_digit());
    match content.as_bytes() {
        [b'+', rest @ ..] if rest.starts_with(b" ") => {
            begins_number(content[1..].trim_start()).then_some(0)
        }
        [b'>', ..] => begins_quantity(&content[1..]).then_some(0),
        _ => {
            let rest = content.trim_start_matches(|sign: char| sign.is_ascii_digit());
            let digits = content.len() - rest.len();
            (digits >= 4 && rest.starts_with(['.', ')'])).then_some(digits)
        }
    }
}

/// Whether a text begins with a number that is no date: after `>` it is more than
/// that, and nobody's words.
pub fn begins_quantity(text: &str) -> bool {
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    rest.len() < text.len() && !rest.starts_with(['年', '月', '日', '-', ' ', '、', '）', ')'])
}

/// Where a `*` stands between two numbers, one of them perhaps with its unit.
fn products(line: &str) -> Vec<usize> {
    // In code and addresses a backslash would be read as itself.
    if !line.contains('*') || line.contains(['`', '\\']) || line.contains("://") {
        return Vec::new();
    }
    let bytes = line.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b')' | b'%');
    (1..bytes.len())
        .filter(|at| bytes[*at] == b'*')
        .filter(|at| {
            let (before, after) = (&bytes[at - 1], bytes.get(at + 1));
            after.is_some_and(|after| {
                is_part(before)
                    && is_part(after)
                    && (before.is_ascii_digit() || after.is_ascii_digit())
            })
        })
        .collect()
}
