//! A value of a file, and the way to it.

use deserr::Deserr;

use crate::decode::Decoding;
use crate::fault::{Fault, Kind, Position};
use crate::json::{Json, Node, Path, Step};
use crate::source::SourceFile;

/// A value of a file, and the way to it.
#[derive(Clone, Debug)]
pub struct At<'a> {
    pub file: &'a SourceFile,
    pub node: &'a Node,
    pub path: Path,
}

impl<'a> At<'a> {
    /// The value of the file.
    pub fn root(file: &'a SourceFile) -> Self {
        Self {
            file,
            node: &file.root,
            path: Path::default(),
        }
    }

    fn step(&self, step: Step) -> Option<Self> {
        let node = self.node.step(&step)?;
        let path = self.path.join(step);
        Some(Self {
            file: self.file,
            node,
            path,
        })
    }

    /// A field, unless it is not there or `null`.
    pub fn get(&self, key: &str) -> Option<Self> {
        self.step(Step::Key(key.to_owned()))
            .filter(|at| !matches!(at.node.json, Json::Null))
    }

    /// The entries, if it is a list.
    pub fn entries(&self) -> Vec<Self> {
        let count = match &self.node.json {
            Json::List(nodes) => nodes.len(),
            _ => 0,
        };
        (0..count)
            .filter_map(|index| self.step(Step::Index(index)))
            .collect()
    }

    /// The values of the fields, if it is an object, with their names.
    pub fn fields(&self) -> Vec<(&'a str, Self)> {
        let node = self.node;
        let Json::Object(members) = &node.json else {
            return Vec::new();
        };
        members
            .iter()
            .map(|member| {
                let at = Self {
                    file: self.file,
                    node: &member.value,
                    path: self.path.join(Step::Key(member.key.clone())),
                };
                (member.key.as_str(), at)
            })
            .collect()
    }

    /// The entries of a list in a field.
    pub fn list(&self, key: &str) -> Vec<Self> {
        self.get(key).map(|at| at.entries()).unwrap_or_default()
    }

    /// All values at a pattern of fields: `stages[].sources[]`.
    pub fn select(&self, pattern: &str) -> Vec<Self> {
        let mut found = vec![self.clone()];
        for part in pattern.split('.') {
            let key = part.trim_end_matches("[]");
            found = found
                .iter()
                .filter_map(|at| at.get(key))
                .flat_map(|at| {
                    if part.ends_with("[]") {
                        at.entries()
                    } else {
                        vec![at]
                    }
                })
                .collect();
        }
        found
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&'a str> {
        self.node.text()
    }

    /// The value as a type, if it is one. What keeps it from being one is
    /// reported elsewhere.
    pub fn read<T: Deserr<Decoding>>(&self) -> Option<T> {
        deserr::deserialize(self.node).ok()
    }

    /// A field as a type.
    pub fn field<T: Deserr<Decoding>>(&self, key: &str) -> Option<T> {
        self.get(key)?.read()
    }

    /// Where it stands.
    pub fn position(&self) -> Position {
        self.file.position(self.node.range.start)
    }

    /// A fault of the value.
    pub fn fault(&self, kind: Kind) -> Fault {
        let range = self.node.range.clone();
        let range = match self.node.json {
            // The first sign of a long value is enough to find it.
            Json::Object(_) | Json::List(_) => range.start..range.start + 1,
            _ => range,
        };
        self.file.fault(range, &self.path, kind)
    }

    /// Reports a list in a field that has no entry.
    pub fn needs_an_entry(&self, key: &str, faults: &mut Vec<Fault>) {
        if let Some(at) = self.get(key)
            && matches!(&at.node.json, Json::List(nodes) if nodes.is_empty())
        {
            faults.push(at.fault(Kind::EmptyList));
        }
    }
}
