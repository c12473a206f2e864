//! What was written as Markdown and is not read as such: readers see its signs.
//!
//! Each comes with the line that would be read as meant. Where there is
//! but one way to mend it, it can be mended without asking.

mod emphasis;
mod entities;
mod links;
mod lost;
mod marks;
mod programs;
mod rows;
mod tables;

use std::collections::BTreeMap;

use super::bare;
use super::event::{Event, Tag};
use super::parser::raw;

/// A line with signs that were meant as Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// The line, from 1.
    pub line: usize,
    /// The signs.
    pub found: String,
    /// What readers get of them.
    pub seen: Seen,
    /// The line as it would be read; with several when more are needed.
    pub mended: Option<String>,
    /// Whether it can mean nothing else.
    pub certain: bool,
}

/// What readers get of what was not read as it was meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seen {
    /// The signs, as they are.
    #[default]
    AsIs,
    /// Nothing: it has no column.
    Lost,
    /// Code, to the end of the text.
    Code,
    /// A link that ends too early.
    Cut,
    /// Nothing: it has no words.
    NoWords,
}

/// What a line shows of itself where Markdown is read.
#[derive(Default)]
struct Line {
    text: String,
    /// It begins with text, not within something that came before on it.
    begins: bool,
    /// Another line goes before or after it in its paragraph.
    joined: bool,
    /// Another line goes before it there.
    follows: bool,
}

/// A way to mend a line.
struct Mend {
    found: String,
    line: Option<String>,
    certain: bool,
}

/// Looks for one kind of signs.
type Rule = fn(&str, &Line) -> Option<Mend>;

/// Every line of a text with something that was not read.
pub fn leftovers(markdown: &str) -> Vec<Leftover> {
    leftovers_in(markdown, &raw(markdown))
}

/// The same, of a text that has been parsed.
pub fn leftovers_in(markdown: &str, events: &[(Event, usize)]) -> Vec<Leftover> {
    let mut found = scan(markdown, events);
    if found.iter().any(|leftover| leftover.certain) {
        // What is still there when all is mended was not so certain.
        let mended = mend(markdown, &found);
        let again = scan(&mended, &raw(&mended));
        let lines: Vec<&str> = mended.split('\n').collect();
        let still: Vec<&str> = (again.iter())
            .filter_map(|leftover| lines.get(leftover.line - 1).copied())
            .collect();
        for leftover in &mut found {
            let line = leftover.mended.as_deref().unwrap_or_default();
            leftover.certain &= line.split('\n').all(|line| !still.contains(&line));
        }
    }
    found
}

/// The text with each line mended where that is certain.
pub fn mend(markdown: &str, leftovers: &[Leftover]) -> String {
    let mut lines: Vec<&str> = markdown.split('\n').collect();
    for leftover in leftovers.iter().filter(|leftover| leftover.certain) {
        let line = lines.get_mut(leftover.line - 1);
        if let (Some(line), Some(mended)) = (line, &leftover.mended) {
            *line = mended;
        }
    }
    lines.join("\n")
}

fn scan(markdown: &str, events: &[(Event, usize)]) -> Vec<Leftover> {
    let lines = shown(events);
    let sources: Vec<&str> = markdown.split('\n').map(|line| line.trim_end()).collect();
    let mut found = Vec::new();
    for (number, line) in &lines {
        let Some(source) = sources.get(number - 1) else {
            continue;
        };
        let mut whole: Option<Mend> = None;
        let mut add = |mend: Option<Mend>| {
            let Some(mend) = mend else { return };
            whole = Some(match whole.take() {
                None => mend,
                Some(before) => Mend {
                    found: before.found,
                    line: mend.line.or(before.line),
                    certain: before.certain && mend.certain,
                },
            });
        };
        let source = (*source).to_owned();
        let table =
            tables::mend(&sources, *number, line).or_else(|| rows::mend(&sources, *number, line));
        let is_table = table.is_some();
        add(table);
        if !is_table {
            let mut now = source.clone();
            let bare = Line {
                text: bare::without(&line.text),
                ..*line
            };
            let rules: [(Rule, &Line); 5] = [
                (marks::mend, line),
                (links::mend, line),
                (emphasis::mend, &bare),
                (entities::mend, &bare),
                (programs::mend, &bare),
            ];
            for (rule, line) in rules {
                let mend = rule(&now, line);
                if let Some(Mend {
                    line: Some(line), ..
                }) = &mend
                {
                    now.clone_from(line);
                }
                add(mend);
            }
        }
        if let Some(mend) = whole {
            found.push(Leftover {
                line: *number,
                found: mend.found,
                seen: Seen::AsIs,
                mended: mend.line.filter(|line| *line != source),
                certain: mend.certain,
            });
        }
    }
    for leftover in &mut found {
        leftover.certain &= leftover.mended.is_some();
    }
    for lost in lost::find(markdown, events) {
        if found.iter().all(|leftover| leftover.line != lost.line) {
            found.push(lost);
        }
    }
    found.sort_by_key(|leftover| leftover.line);
    found
}

/// The lines of a text by their numbers, without code.
fn shown(events: &[(Event, usize)]) -> BTreeMap<usize, Line> {
    let mut lines: BTreeMap<usize, Line> = BTreeMap::new();
    let mut open: Vec<&Tag> = Vec::new();
    for (index, (event, number)) in events.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &events[before].0);
        match event {
            Event::Start(tag) => open.push(tag),
            Event::End => drop(open.pop()),
            Event::Text(text) if !open.contains(&&Tag::CodeBlock) => {
                let after_break = matches!(before, Some(Event::SoftBreak | Event::HardBreak));
                let begins = after_break || matches!(before, Some(Event::Start(Tag::Paragraph)));
                let line = lines.entry(*number).or_default();
                line.begins |= begins && line.text.is_empty();
                line.joined |= after_break;
                line.follows |= matches!(before, Some(Event::SoftBreak));
                line.text.push_str(text);
            }
            Event::SoftBreak => {
                if let Some(line) = lines.get_mut(number) {
                    line.joined = true;
                }
            }
            _ => {}
        }
    }
    lines.retain(|_, line| suspicious(&line.text, line.begins));
    lines
}

/// Whether it is worth a closer look.
fn suspicious(text: &str, begins: bool) -> bool {
    let signs = [
        "**",
        "＊＊",
        "_",
        "](",
        "]（",
        "】(",
        "】（",
        "］(",
        "］（",
        "〕(",
        "〕（",
        ")[",
        "）[",
        "~~",
        "==",
        "```",
        "[^",
        "] (",
        "&",
        "\t",
        "：//",
        "：／",
        ":／",
        "[TOC]",
        "[toc]",
        "[!",
        ":::",
        "$",
        "^",
        "~",
        "[ ]",
        "[x]",
        "[X]",
        "] （",
        "】 (",
        "】 （",
        "[[",
        "{#",
        "##",
        "|",
        "｜",
        "(media:",
        "（media:",
    ];
    let starts = |sign: char| {
        matches!(
            sign,
            '#' | '＃'
                | '|'
                | '｜'
                | '│'
                | '┌'
                | '├'
                | '└'
                | '╔'
                | '║'
                | '-'
                | '－'
                | '+'
                | '*'
                | '>'
                | '＞'
        ) || marks::BULLETS.contains(&sign)
            || sign.is_ascii_digit()
            || marks::begins_rule(sign)
            || marks::begins_enumeration(sign)
            || marks::digit(sign).is_some()
    };
    (begins && text.trim_start().starts_with(starts))
        || signs.iter().any(|sign| text.contains(sign))
}

/// Whether a word of Chinese begins so, or the mark of something in it.
fn begins_words(text: &str) -> bool {
    let wide = |sign: char| {
        matches!(sign, '\u{2e80}'..='\u{2fff}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
            | '《' | '〈' | '「' | '『' | '【' | '（' | '“' | '‘' | '[')
    };
    let content = text.trim_start();
    content.starts_with(wide)
        || content
            .strip_prefix("**")
            .is_some_and(|rest| rest.starts_with(wide))
}

#[cfg(test)]
mod tests;
