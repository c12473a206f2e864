//! Blocks of code between fences.

use super::inside;

/// Whether a line is in one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fence {
    /// The sign that the open one is made of, and how many.
    open: Option<(char, usize)>,
}

impl Fence {
    /// Whether one is open.
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Takes a line into account that opens one, closes one, or neither.
    pub fn pass(&mut self, line: &str) {
        let content = match self.open {
            Some(_) => line.trim_start_matches([' ', '>']),
            None => inside(line),
        };
        let Some(sign) = content.chars().next().filter(|sign| "`~".contains(*sign)) else {
            return;
        };
        let rest = content.trim_start_matches(sign);
        let length = content.len() - rest.len();
        match self.open {
            Some((open, least)) if sign == open && length >= least && rest.trim().is_empty() => {
                self.open = None;
            }
            Some(_) => {}
            // What is between such signs on one line is code in a sentence.
            None if length >= 3 && !(sign == '`' && rest.contains('`')) => {
                self.open = Some((sign, length));
            }
            None => {}
        }
    }
}

/// The line, from 1, of a fence that nothing closes: all below it is code.
pub fn unclosed(markdown: &str) -> Option<usize> {
    let mut fence = Fence::default();
    let mut opened = None;
    for (index, line) in markdown.split('\n').enumerate() {
        let before = fence.is_open();
        fence.pass(line);
        if fence.is_open() && !before {
            opened = Some(index + 1);
        }
    }
    opened.filter(|_| fence.is_open())
}
