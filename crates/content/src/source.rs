//! A file of JSON as it was written: its text, its value, and where each stands.

mod parse;
mod text;

use std::ops::Range;

use parse::parse;
use text::Text;

use crate::encoding;
use crate::encoding::NotUnicode;
use crate::fault::{Excerpt, Fault, Kind, Position};
use crate::json::{Json, Member, Node, Path};

/// A file that is JSON.
#[derive(Debug)]
pub struct SourceFile {
    text: Text,
    /// The schema that it names, for the editor it is written in. It says
    /// nothing of the bundle, and is not part of the value.
    pub schema: Option<Member>,
    /// The value in it.
    pub root: Node,
}

impl SourceFile {
    /// Reads what is in a file of this name.
    pub fn of(name: &str, bytes: Vec<u8>, faults: &mut Vec<Fault>) -> Option<Self> {
        let text = text(name, bytes);
        let text = text.map_err(|fault| faults.push(*fault)).ok()?;
        let mut root = parse(&text, faults)?;
        let schema = take_schema(&mut root);
        Some(Self { text, schema, root })
    }

    /// Its path inside the bundle.
    pub fn name(&self) -> &str {
        &self.text.name
    }

    /// Line and character of a byte.
    pub fn position(&self, offset: usize) -> Position {
        self.text.position(offset)
    }

    /// The text between two bytes.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.text.get(range).unwrap_or_default()
    }

    /// A fault of this file.
    pub fn fault(&self, range: Range<usize>, path: &Path, kind: Kind) -> Fault {
        self.text.fault(range, path, Some(&self.root), kind)
    }
}

fn take_schema(root: &mut Node) -> Option<Member> {
    let Json::Object(members) = &mut root.json else {
        return None;
    };
    let named = |member: &mut Member| member.key == "$schema" && member.value.text().is_some();
    let named: Vec<Member> = members.extract_if(.., named).collect();
    named.into_iter().next()
}

fn text(name: &str, bytes: Vec<u8>) -> Result<Text, Box<Fault>> {
    let name = name.to_owned();
    match encoding::text(bytes) {
        // Some editors of Windows put a byte order mark in front.
        Ok(text) => {
            let text = match text.strip_prefix('\u{feff}') {
                Some(rest) => rest.to_owned(),
                None => text,
            };
            Ok(Text::new(name, text))
        }
        Err(NotUnicode {
            before,
            looks_like,
            line,
        }) => {
            let at = before.len();
            let text = Text::new(name, before);
            let kind = Kind::NotUtf8 { looks_like };
            let mut fault = text.fault(at..at, &Path::default(), None, kind);
            let before = fault.position.map_or(0, |position| position.column - 1);
            fault.excerpt = line.map(|line| Excerpt::around(&line, before, 1));
            Err(Box::new(fault))
        }
    }
}
