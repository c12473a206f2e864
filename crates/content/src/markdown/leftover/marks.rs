//! Headings, items and quotations at the beginning of a line.

use super::{Line, Mend, begins_words};
use crate::markdown::source::begins_quantity;

/// What word processors put before items.
pub const BULLETS: [char; 16] = [
    '•', '●', '▪', '■', '◆', '➢', '►', '‣', '⁃', '·', '○', '◇', '–', '‧', '∙', '・',
];

/// How many signs make a line across the page; two dashes are one of a sentence.
const RULE: usize = 3;

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
    let (mark, mended, certain) = rule(content)
        .or_else(|| heading(content))
        .or_else(|| item(content))
        .or_else(|| number(content, line.joined))
        .or_else(|| quotation(content))
        .or_else(|| enumeration(content, line.follows))?;
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

/// Whether a line across the page may begin so.
pub const fn begins_rule(sign: char) -> bool {
    matches!(sign, '—' | '–' | '－' | '─' | '=' | '＝' | '＊' | '＿')
}

/// A line of the same sign, as typewriters part a page with.
fn rule(content: &str) -> Option<Found> {
    let content = content.trim();
    let sign = content.chars().next().filter(|sign| begins_rule(*sign))?;
    let own = content.chars().all(|other| other == sign);
    (own && content.chars().count() >= RULE)
        .then(|| (content.to_owned(), "\n---".to_owned(), false))
}

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
    if listed || words.is_empty() || (mark == '*' && words.contains('*')) {
        return None;
    }
    let certain = match mark {
        // Nothing else begins so, whatever follows.
        '•' | '●' | '▪' | '■' | '◆' | '➢' | '►' | '‣' | '⁃' => true,
        // A name of Latin letters, or an option of a program.
        '-' | '+' | '*' if rest.starts_with(|sign: char| sign.is_ascii_alphabetic()) => false,
        // Before a number it is a sign of it.
        _ if !begins_words(rest) => return None,
        '-' => true,
        // A footnote, a signature, a point amid a name.
        '—' if rest.starts_with('—') => return None,
        '*' | '+' | '－' | '—' | '·' | '○' | '◇' | '–' | '‧' | '∙' | '・' => false,
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
        '.' | ')'
            if after.starts_with(' ')
                && !content.starts_with(|sign: char| sign.is_ascii_digit()) =>
        {
            Some((found, format!("{digits}. {words}"), true))
        }
        '.' | ')' if after.starts_with(' ') => {
            (joined && begins_words(after)).then(|| (found, format!("\n{digits}. {words}"), false))
        }
        '.' | '．' | ')' | '）' if begins_words(after) => {
            Some((found, format!("{digits}. {words}"), true))
        }
        // 1.Al is an item, 3.x a version.
        '.' | '．' | ')' | '）' if after.starts_with(|sign: char| sign.is_ascii_alphabetic()) => {
            Some((
                found,
                format!("{digits}. {words}"),
                matches!(mark, ')' | '）'),
            ))
        }
        // 1、 is well written, but not lines of it in one paragraph.
        '、' | '。' if joined && (mark == '、' || begins_words(after)) => {
            Some((found, format!("{digits}. {words}"), false))
        }
        _ => None,
    }
}

fn quotation(content: &str) -> Option<Found> {
    let words = content.strip_prefix('＞')?.trim_start();
    (!words.is_empty() && !begins_quantity(words))
        .then(|| ("＞".to_owned(), format!("> {words}"), true))
}

/// The numerals of Chinese.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Whether a point may begin so that is numbered in another way than lists are.
pub fn begins_enumeration(sign: char) -> bool {
    matches!(sign, '(' | '（') || is_circled(sign) || is_numeral(sign) || sign.is_ascii_alphabetic()
}

const fn is_circled(sign: char) -> bool {
    matches!(sign, '\u{2460}'..='\u{249b}' | '\u{24b6}'..='\u{24f4}' | '\u{2776}'..='\u{2793}'
        | '\u{3220}'..='\u{3229}' | '\u{3280}'..='\u{3289}')
}

/// A numeral of Chinese, or a Roman one that is a character of its own.
fn is_numeral(sign: char) -> bool {
    NUMERALS.contains(&sign) || matches!(sign, '\u{2160}'..='\u{217b}')
}

/// A point （1）, ①, 一、 or A. on a line of its own, which is joined to the one before.
fn enumeration(content: &str, follows: bool) -> Option<Found> {
    let first = content.chars().next().filter(|_| follows)?;
    let inside = content.strip_prefix(['(', '（']);
    let numbered = inside.unwrap_or(content);
    let of_number = |sign: char| digit(sign).is_some() || is_numeral(sign);
    let rest = match numbered.strip_prefix(|sign: char| sign.is_ascii_alphabetic()) {
        Some(rest) => rest,
        None => numbered.trim_start_matches(of_number),
    };
    let length = numbered[..numbered.len() - rest.len()].chars().count();
    let letter = first.is_ascii_alphabetic();
    let words = rest.get(1..).unwrap_or_default();
    let closed = match inside {
        Some(_) => rest.starts_with([')', '）']),
        None if letter => {
            rest.starts_with(['、', '．', '）'])
                || (rest.starts_with(['.', ')']) && begins_words(words))
        }
        None => is_numeral(first) && rest.starts_with(['、', '.', '．']),
    };
    let mark = match (is_circled(first), rest.chars().next()) {
        (true, _) => first.to_string(),
        (false, Some(close)) if closed && (1..=3).contains(&length) => {
            content[..content.len() - rest.len() + close.len_utf8()].to_owned()
        }
        _ => return None,
    };
    // It may as well be where a long line was broken.
    Some((mark, format!("\n{content}"), false))
}
