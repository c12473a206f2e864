//! What is wrong with a bundle, where, and how to mend it.

mod class;
mod example;
mod impossible;
mod kind;
mod message;
mod odd_letters;
pub mod paint;
mod render;
pub mod report;
mod summary;
mod syntax;
mod trail;
mod visible;
mod warning;

use std::fmt;

use thiserror::Error;

pub use crate::table::Referent;
pub use class::Class;
pub use kind::{FilingKind, Flaw, Kind, Shape};
pub use message::zh_io;
pub use render::listing;
pub use summary::Summary;
pub use syntax::Syntax;
pub use trail::Crumb;
pub(super) use trail::trail;
pub use warning::Warning;

use model::Lang;

/// A place in a file, both counted from 1; columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character of the line.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// The line a fault is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, or the part of a long one around the fault.
    pub line: String,
    /// Characters of `line` before the fault.
    pub before: usize,
    /// Characters that the fault covers; at least 1.
    pub covers: usize,
}

/// A line longer than this is shown in part.
const SHOWN: usize = 96;

impl Excerpt {
    /// A line; of a long one the part around what is meant.
    pub fn around(line: &str, before: usize, covers: usize) -> Self {
        let length = line.chars().count();
        // White space at the end is not shown.
        let before = before.min(length);
        if length <= SHOWN {
            return Self {
                line: line.to_owned(),
                before,
                covers: covers.min(length.saturating_sub(before)).max(1),
            };
        }
        let from = before.saturating_sub(SHOWN / 3);
        let to = (from + SHOWN).min(length);
        let (head, tail) = (
            if from > 0 { "…" } else { "" },
            if to < length { "…" } else { "" },
        );
        let middle: String = line.chars().skip(from).take(to - from).collect();
        let before = before - from + usize::from(from > 0);
        Self {
            line: format!("{head}{middle}{tail}"),
            before,
            covers: covers.min((to - from).saturating_sub(before)).max(1),
        }
    }
}

/// One thing that is wrong with the bundle.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.headline(Lang::En))]
pub struct Fault {
    /// The file, by its path inside the bundle, with `/`.
    pub file: String,
    /// Where in the file; absent when the file as a whole is meant.
    pub position: Option<Position>,
    /// The way to the value: `companies[2].name`; empty for the whole file.
    pub path: String,
    /// The same way, for telling it in words.
    pub trail: Vec<Crumb>,
    /// What is wrong.
    pub kind: Kind,
    /// The line.
    pub excerpt: Option<Excerpt>,
}

impl Fault {
    /// A fault of a file as a whole.
    pub fn of_file(file: impl Into<String>, kind: Kind) -> Self {
        Self {
            file: file.into(),
            position: None,
            path: String::new(),
            trail: Vec::new(),
            kind,
            excerpt: None,
        }
    }

    /// Whether it is only worth a look.
    pub const fn is_warning(&self) -> bool {
        matches!(self.kind, Kind::Warning(_))
    }

    fn order(&self) -> (&str, Option<Position>, &str) {
        (&self.file, self.position, &self.path)
    }
}

/// Everything that is wrong with a bundle, by file and position. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.render(Lang::En))]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults, put in order; `None` when there are none.
    pub fn of(mut faults: Vec<Fault>) -> Option<Self> {
        faults.sort_by(|a, b| a.order().cmp(&b.order()));
        faults.dedup();
        (!faults.is_empty()).then_some(Self(faults))
    }

    /// A single fault.
    pub fn one(fault: Fault) -> Self {
        Self(vec![fault])
    }

    /// The faults, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// How many files have one.
    pub fn files(&self) -> usize {
        self.0.chunk_by(|a, b| a.file == b.file).count()
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
