//! Items inside items: by two spaces, as most editors indent them, where CommonMark
//! wants as many as the mark above is wide.

use std::borrow::Cow;

/// The item that a line may be inside of.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// The spaces before its mark.
    indent: usize,
    /// Where its words begin.
    words: usize,
    /// Whether it is numbered.
    numbered: bool,
}

/// What the lines before say of where the next one belongs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nesting {
    item: Option<Item>,
    /// From which indentation on lines move, and by how much.
    moved: Option<(usize, usize)>,
}

impl Nesting {
    /// A line with the spaces that put it into the item that it is meant to be in.
    pub fn of<'a>(&mut self, line: Cow<'a, str>) -> Cow<'a, str> {
        let content = line.trim_start_matches(' ');
        if content.trim().is_empty() {
            return line;
        }
        let indent = line.len() - content.len();
        if let Some((from, by)) = self.moved.filter(|(from, _)| indent >= *from) {
            debug_assert!(from > 0);
            return Cow::Owned(format!("{}{line}", " ".repeat(by)));
        }
        self.moved = None;
        let mark = mark(content);
        if let (Some(item), Some((_, numbered, first))) = (self.item, mark) {
            let inside = indent >= item.indent + 2 && indent < item.words;
            // 2. below 1. goes on with its list, however it is indented.
            if inside && item.numbered && (!numbered || first) {
                let by = item.words - indent;
                self.moved = Some((indent, by));
                return Cow::Owned(format!("{}{line}", " ".repeat(by)));
            }
        }
        match mark {
            Some((width, numbered, _)) if self.item.is_none_or(|item| indent < item.words) => {
                self.item = Some(Item {
                    indent,
                    words: indent + width,
                    numbered,
                });
            }
            // A paragraph beside the list ends it; a line that is inside stays there.
            None if self.item.is_some_and(|item| indent <= item.indent) => self.item = None,
            _ => {}
        }
        line
    }
}

/// How wide the mark of an item is, with the spaces behind it; whether it is a number,
/// and the first.
fn mark(content: &str) -> Option<(usize, bool, bool)> {
    let digits = content.len()
        - content
            .trim_start_matches(|sign: char| sign.is_ascii_digit())
            .len();
    let (length, numbered) = match digits {
        0 => (1, false),
        1..=3 => (digits + 1, true),
        _ => return None,
    };
    let own: &[char] = if numbered {
        &['.', ')']
    } else {
        &['-', '*', '+']
    };
    let rest = content.get(length..)?;
    let words = rest.trim_start_matches(' ');
    let spaces = rest.len() - words.len();
    let is_mark = content[..length].ends_with(own) && spaces > 0 && !words.is_empty();
    // More than four are the words' own.
    let spaces = if spaces > 4 { 1 } else { spaces };
    is_mark.then(|| (length + spaces, numbered, &content[..digits] == "1"))
}
