//! Makes a text ready for the parser: what people put in front of a line by
//! habit, and CommonMark would take for something else.

use std::borrow::Cow;

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
    /// of a table.
    pub fn of(markdown: &'a str) -> Self {
        if !markdown.contains(['\t', '|']) && !markdown.contains(is_wide_space) {
            return Self {
                text: Cow::Borrowed(markdown),
                lines: Vec::new(),
            };
        }
        let mut rows: Vec<(usize, Cow<'_, str>)> = Vec::new();
        let mut fence = None;
        for (index, line) in markdown.split('\n').enumerate() {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let fenced = fence.is_some();
            fenced_by(line, &mut fence);
            let line = if fenced {
                Cow::Borrowed(line)
            } else {
                unindented(line)
            };
            rows.push((index + 1, line));
        }
        close_tables(&mut rows);
        let text: Vec<&str> = rows.iter().map(|(_, line)| &**line).collect();
        Self {
            text: Cow::Owned(text.join("\n")),
            lines: rows.iter().map(|(number, _)| *number).collect(),
        }
    }

    /// The line of the original that became this one, from 1.
    pub fn line(&self, parsed: usize) -> usize {
        let line = parsed.checked_sub(1).and_then(|line| self.lines.get(line));
        line.copied().unwrap_or(parsed)
    }
}

/// Spaces of other widths than the usual one, as paragraphs are indented with.
pub const fn is_wide_space(sign: char) -> bool {
    matches!(sign, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{3000}')
}

/// Notes whether a line opens or closes a block of code between fences.
fn fenced_by(line: &str, fence: &mut Option<&'static str>) {
    let line = line.trim_start();
    match *fence {
        Some(mark) if line.starts_with(mark) => *fence = None,
        Some(_) => {}
        None => {
            *fence = ["```", "~~~"]
                .into_iter()
                .find(|mark| line.starts_with(mark))
        }
    }
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

/// Whether a line is a row of a table that is fenced on both sides.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    line.len() > 1 && line.starts_with('|') && line.ends_with('|')
}

/// Whether a row says where the columns are aligned: `| --- | --: |`.
pub fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    is_row(line)
        && line[1..line.len() - 1].split('|').all(|cell| {
            let cell = cell.trim();
            let cell = cell.strip_prefix(':').unwrap_or(cell);
            let cell = cell.strip_suffix(':').unwrap_or(cell);
            !cell.is_empty() && cell.bytes().all(|byte| byte == b'-')
        })
}

/// Takes the blank lines from between the rows of a table, which are there when
/// each row is written as a paragraph.
fn close_tables(rows: &mut Vec<(usize, Cow<'_, str>)>) {
    let mut keep = vec![true; rows.len()];
    let next = |from: usize| (from + 1..rows.len()).find(|at| !rows[*at].1.trim().is_empty());
    let mut at = 0;
    while at < rows.len() {
        let delimiter = next(at).filter(|next| is_row(&rows[at].1) && is_delimiter(&rows[*next].1));
        let Some(mut last) = delimiter else {
            at += 1;
            continue;
        };
        let mut row = Some(last);
        let mut from = at;
        while let Some(to) = row {
            keep[from + 1..to].fill(false);
            (from, last) = (to, to);
            row = next(to).filter(|next| is_row(&rows[*next].1) && !begins_table(rows, *next));
        }
        at = last + 1;
    }
    let mut keep = keep.into_iter();
    rows.retain(|_| keep.next().unwrap_or(true));
}

/// Whether the next line that is not blank delimits this one: another table.
fn begins_table(rows: &[(usize, Cow<'_, str>)], at: usize) -> bool {
    let mut below = rows[at + 1..].iter().map(|(_, line)| line);
    (below.find(|line| !line.trim().is_empty())).is_some_and(|line| is_delimiter(line))
}
