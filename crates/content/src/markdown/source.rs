//! Makes a text ready for the parser: what people put in front of a line by
//! habit, and CommonMark would take for something else.

mod arithmetic;
mod definitions;
mod fence;
mod nesting;
mod pairs;
mod pictures;

use std::borrow::Cow;

pub use arithmetic::begins_quantity;
pub use fence::{Fence, unclosed};
use nesting::Nesting;
pub use pairs::LETTER;

/// A text whose lines are known by their numbers in another.
pub struct Source<'a> {
    /// The text to parse.
    pub text: Cow<'a, str>,
    /// The line of the original for each line, from 1; empty when they are the same.
    lines: Vec<usize>,
}

impl<'a> Source<'a> {
    /// Takes ideographic spaces from blank lines and from in front of lists,
    /// headings, tables and quotes, and the blank lines from between the rows
    /// of a table; parts a line under a sentence from it; escapes signs of
    /// arithmetic and notes that would be hidden; puts items into those that
    /// they are indented below.
    pub fn of(markdown: &'a str) -> Self {
        let mut rows: Vec<(usize, Cow<'_, str>)> = Vec::new();
        let mut fence = Fence::default();
        let mut nesting = Nesting::default();
        for (index, line) in markdown.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let fenced = fence.is_open();
            fence.pass(line);
            let line = if fenced {
                Cow::Borrowed(line)
            } else {
                let line = nesting.of(arithmetic::escaped(unindented(line)));
                pairs::read(pictures::read(definitions::shown(line, markdown)))
            };
            if !fenced && underlines_no_heading(&line, &rows) {
                rows.push((index + 1, Cow::Borrowed("")));
            }
            rows.push((index + 1, line));
        }
        close_tables(&mut rows);
        let text: Vec<&str> = rows.iter().map(|(_, line)| &**line).collect();
        let text = text.join("\n");
        if text == markdown {
            return Self {
                text: Cow::Borrowed(markdown),
                lines: Vec::new(),
            };
        }
        Self {
            text: Cow::Owned(text),
            lines: rows.iter().map(|(number, _)| *number).collect(),
        }
    }

    /// The line of the original that became this one, from 1.
    pub fn line(&self, parsed: usize) -> usize {
        let line = parsed.checked_sub(1).and_then(|line| self.lines.get(line));
        line.copied().unwrap_or(parsed)
    }
}

/// What a line says inside the quotations and items that it begins.
pub fn inside(line: &str) -> &str {
    let mut rest = line.trim_start();
    loop {
        let digits = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
        let after = match digits.len() < rest.len() {
            true => digits.strip_prefix(['.', ')']),
            false => rest.strip_prefix(['-', '*', '+']),
        };
        let after = after.filter(|after| after.starts_with(' '));
        match rest.strip_prefix('>').or(after) {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// Spaces of other widths than the usual one, as paragraphs are indented with.
pub const fn is_wide_space(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}

/// A line without the spaces that hide its meaning, and with spaces for tabs.
fn unindented(line: &str) -> Cow<'_, str> {
    let content = line.trim_start();
    let indent = &line[..line.len() - content.len()];
    if indent.contains(is_wide_space) && (content.is_empty() || opens_block(content)) {
        return Cow::Borrowed(content);
    }
    if indent.contains('\t') {
        return Cow::Owned(indent.replace('\t', "    ") + content);
    }
    Cow::Borrowed(line)
}

/// Whether a line begins a heading, an item, a quotation or a row of a table.
fn opens_block(content: &str) -> bool {
    let after = |marks: &[char]| {
        let rest = content.trim_start_matches(marks);
        rest.len() < content.len() && (rest.is_empty() || rest.starts_with(' '))
    };
    let digits = content.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let numbered = digits.len() < content.len()
        && (digits.strip_prefix(['.', ')'])).is_some_and(|rest| rest.starts_with(' '));
    numbered || after(&['#']) || after(&['-', '*', '+']) || content.starts_with(['|', '>'])
}

/// A heading that is underlined has at most so many characters.
const HEADING: usize = 30;

/// Whether a line of `---` or `===` is under a sentence, or is too short for one
/// that makes a heading of what is above: then it was not meant so.
fn underlines_no_heading(line: &str, above: &[(usize, Cow<'_, str>)]) -> bool {
    let signs = line.trim();
    let all = |sign: u8| !signs.is_empty() && signs.bytes().all(|byte| byte == sign);
    if !(all(b'-') || all(b'=')) {
        return false;
    }
    let mut above = (above.iter().rev()).map(|(_, line)| line.trim());
    let Some(words) = above.next().filter(|words| !words.is_empty()) else {
        return false;
    };
    let goes_on = above.next().is_some_and(|line| !line.is_empty());
    let ends = [
        '。', '！', '？', '；', '：', '，', '、', '…', '.', '!', '?', ';', ':', ',',
    ];
    let is_sentence = goes_on
        || words
            .trim_end_matches(['”', '’', '）', '」'])
            .ends_with(ends)
        || words.chars().count() > HEADING;
    !opens_block(words) && (is_sentence || signs.len() < 3)
}

/// The cells of a row of a table; none of a line without bars.
fn cells(line: &str) -> Option<impl Iterator<Item = &str>> {
    let line = line.trim();
    let inside = line.strip_prefix('|').unwrap_or(line);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    (line.len() > 1 && line.contains('|')).then(|| inside.split('|'))
}

/// Whether a line is a row of a table of so many columns, or is fenced on both sides.
fn is_row(line: &str, columns: usize) -> bool {
    let line = line.trim();
    let fenced = line.len() > 1 && line.starts_with('|') && line.ends_with('|');
    fenced || cells(line).is_some_and(|cells| cells.count() == columns)
}

/// Whether a row says where the columns are aligned: `| --- | --: |`.
pub fn is_delimiter(line: &str) -> bool {
    delimited(line).is_some()
}

/// How many columns a row aligns.
fn delimited(line: &str) -> Option<usize> {
    let aligns = |cell: &str| {
        let cell = cell.trim();
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        let cell = cell.strip_suffix(':').unwrap_or(cell);
        !cell.is_empty() && cell.bytes().all(|byte| byte == b'-')
    };
    let columns = cells(line)?.map(aligns).collect::<Vec<_>>();
    columns
        .iter()
        .all(|aligns| *aligns)
        .then_some(columns.len())
}

/// Takes the blank lines from between the rows of a table, which are there when
/// each row is written as a paragraph; and parts from it a line that has no bars.
fn close_tables(rows: &mut Vec<(usize, Cow<'_, str>)>) {
    if !rows.iter().any(|(_, line)| is_delimiter(line)) {
        return;
    }
    let mut ends = Vec::new();
    let mut keep = vec![true; rows.len()];
    let next = |from: usize| (from + 1..rows.len()).find(|at| !rows[*at].1.trim().is_empty());
    let mut at = 0;
    while at < rows.len() {
        let delimiter = next(at)
            .and_then(|next| Some((next, delimited(&rows[next].1)?)))
            .filter(|(_, columns)| is_row(&rows[at].1, *columns));
        let Some((mut last, columns)) = delimiter else {
            at += 1;
            continue;
        };
        let begins_with_bar = |line: &str| line.trim_start().starts_with('|');
        let barred = begins_with_bar(&rows[at].1);
        let mut row = Some(last);
        let mut from = at;
        while let Some(to) = row {
            keep[from + 1..to].fill(false);
            (from, last) = (to, to);
            // Beyond a blank line only what begins as the others do is one of them.
            let alike = |next: usize| next == to + 1 || !barred || begins_with_bar(&rows[next].1);
            row = next(to).filter(|next| {
                is_row(&rows[*next].1, columns) && alike(*next) && !begins_table(rows, *next)
            });
        }
        at = last + 1;
        let is_text = |line: &str| !line.trim().is_empty() && !line.contains('|');
        if rows.get(at).is_some_and(|(_, line)| is_text(line)) {
            ends.push(at);
        }
    }
    // From the end, so that the places before stay what they are.
    for end in ends.into_iter().rev() {
        rows.insert(end, (rows[end].0, Cow::Borrowed("")));
        keep.insert(end, true);
    }
    let mut keep = keep.into_iter();
    rows.retain(|_| keep.next().unwrap_or(true));
}

/// Whether the next line that is not blank delimits this one: another table.
fn begins_table(rows: &[(usize, Cow<'_, str>)], at: usize) -> bool {
    let mut below = rows[at + 1..].iter().map(|(_, line)| line);
    (below.find(|line| !line.trim().is_empty())).is_some_and(|line| is_delimiter(line))
}
