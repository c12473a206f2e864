//! A file's text, and where things stand in it.

use std::ops::Range;
use std::sync::OnceLock;

use crate::fault::{Excerpt, Fault, Kind, Position, trail};
use crate::json::{Node, Path};

/// A file of the bundle.
#[derive(Debug)]
pub struct Text {
    /// Its path inside the bundle.
    pub name: String,
    /// What is in it, without a byte order mark.
    pub text: String,
    /// Where its lines end, once somebody has asked.
    newlines: OnceLock<Vec<usize>>,
}

impl Text {
    /// A file's text.
    pub fn new(name: String, text: String) -> Self {
        Self {
            name,
            text,
            newlines: OnceLock::new(),
        }
    }

    /// Line and character of a byte; of the nearest before it, when it is
    /// inside a character or past the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.floor(offset);
        // Looked up, not counted: a long file is asked for thousands of places.
        let newlines = (self.newlines).get_or_init(|| {
            let all = self.text.match_indices('\n');
            all.map(|(at, _)| at).collect()
        });
        let line = newlines.partition_point(|newline| *newline < offset);
        let start = line.checked_sub(1).map_or(0, |last| newlines[last] + 1);
        Position {
            line: line + 1,
            column: self.text[start..offset].chars().count() + 1,
        }
    }

    /// The character at a byte.
    pub fn character(&self, offset: usize) -> Option<char> {
        self.text[self.floor(offset)..].chars().next()
    }

    /// The character before a byte.
    pub fn before(&self, offset: usize) -> Option<char> {
        self.text[..self.floor(offset)].chars().next_back()
    }

    /// A fault of this file at a range.
    pub fn fault(
        &self,
        range: Range<usize>,
        path: &Path,
        root: Option<&Node>,
        kind: Kind,
    ) -> Fault {
        Fault {
            file: self.name.clone(),
            position: Some(self.position(range.start)),
            path: path.to_string(),
            trail: trail(&self.name, path, root),
            kind,
            excerpt: self.excerpt(range),
        }
    }

    fn excerpt(&self, range: Range<usize>) -> Option<Excerpt> {
        let (start, end) = (self.floor(range.start), self.floor(range.end));
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text[start..]
            .find('\n')
            .map_or(self.text.len(), |at| start + at);
        let line = self.text[line_start..line_end].trim_end();
        if line.is_empty() {
            return None;
        }
        let before = self.text[line_start..start].chars().count();
        let covers = self.text[start..end.clamp(start, line_end)]
            .trim_end()
            .chars()
            .count()
            .max(1);
        Some(Excerpt::around(line, before, covers))
    }

    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}
