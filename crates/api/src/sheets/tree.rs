//! JSON in the order in which it was written: what nobody changes stays to the letter.

use std::fmt;

use serde_json::value::RawValue;
use serde_json::{Error, Value};
use store::bundle::raw::Fields;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// Fields, in their order.
    Fields(Vec<(String, Self)>),
    /// Several values.
    List(Vec<Self>),
    /// Anything else, as it is written.
    Leaf(String),
}

impl Tree {
    /// Reads JSON.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        Ok(match text.chars().next() {
            Some('{') => {
                let fields: Fields = serde_json::from_str(text)?;
                let fields = fields.0.into_iter();
                let fields = fields.map(|(key, raw)| Ok((key, Self::parse(raw.get())?)));
                Self::Fields(fields.collect::<Result<_, Error>>()?)
            }
            Some('[') => {
                let list: Vec<&RawValue> = serde_json::from_str(text)?;
                let list = list.into_iter().map(|raw| Self::parse(raw.get()));
                Self::List(list.collect::<Result<_, Error>>()?)
            }
            _ => {
                let raw: &RawValue = serde_json::from_str(text)?;
                Self::Leaf(raw.get().to_owned())
            }
        })
    }

    /// Of a value that was not written yet.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Object(fields) => {
                let fields = fields.iter();
                Self::Fields(
                    fields
                        .map(|(key, of)| (key.clone(), Self::of(of)))
                        .collect(),
                )
            }
            Value::Array(list) => Self::List(list.iter().map(Self::of).collect()),
            leaf => Self::Leaf(leaf.to_string()),
        }
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Leaf(Value::from(text).to_string())
    }

    /// An object with nothing in it.
    pub fn empty() -> Self {
        Self::Fields(Vec::new())
    }

    /// Whether it is an object or a list with nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Fields(fields) => fields.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Leaf(_) => false,
        }
    }

    /// A field's value.
    pub fn field(&mut self, key: &str) -> Option<&mut Self> {
        let Self::Fields(fields) = self else {
            return None;
        };
        let found = fields.iter_mut().find(|(name, _)| name == key);
        found.map(|(_, value)| value)
    }

    /// Whether there is a value at the end of a path.
    pub fn has(&self, path: &[&str]) -> bool {
        match (path.split_first(), self) {
            (None, _) => true,
            (Some((key, rest)), Self::Fields(fields)) => {
                let mut fields = fields.iter();
                fields.any(|(name, value)| name == key && value.has(rest))
            }
            _ => false,
        }
    }

    /// Puts a value at the end of a path, and makes the objects on the path; none takes it
    /// away, and with it the objects that have nothing left in them.
    pub fn set(&mut self, path: &[&str], new: Option<Self>) {
        let Some((key, rest)) = path.split_first() else {
            if let Some(new) = new {
                *self = new;
            }
            return;
        };
        if !matches!(self, Self::Fields(_)) {
            if new.is_none() {
                return;
            }
            *self = Self::empty();
        }
        let Self::Fields(fields) = self else {
            return;
        };
        let at = fields.iter().position(|(name, _)| name == key);
        match (at, new, rest) {
            (Some(at), None, []) => drop(fields.remove(at)),
            (None, None, _) => {}
            (Some(at), None, rest) => {
                fields[at].1.set(rest, None);
                if fields[at].1.is_empty() {
                    fields.remove(at);
                }
            }
            (Some(at), new, rest) => fields[at].1.set(rest, new),
            (None, new, rest) => {
                let mut value = Self::empty();
                value.set(rest, new);
                fields.push(((*key).to_owned(), value));
            }
        }
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fields(fields) => {
                f.write_str("{")?;
                for (at, (key, value)) in fields.iter().enumerate() {
                    let comma = if at > 0 { "," } else { "" };
                    write!(f, "{comma}{}:{value}", Value::from(key.as_str()))?;
                }
                f.write_str("}")
            }
            Self::List(list) => {
                f.write_str("[")?;
                for (at, value) in list.iter().enumerate() {
                    let comma = if at > 0 { "," } else { "" };
                    write!(f, "{comma}{value}")?;
                }
                f.write_str("]")
            }
            Self::Leaf(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;

    #[test]
    fn keep_what_nobody_changes_as_it_is_written() {
        let text = r#"{"z":1.50,"a":{"b":[1,{"c":"\u94dd"}],"d":null},"m":true}"#;
        let mut tree = Tree::parse(text).unwrap();
        assert_eq!(tree.to_string(), text);
        tree.set(&["a", "d"], Some(Tree::text("铝")));
        tree.set(&["n", "en"], Some(Tree::text("x")));
        let changed = r#"{"z":1.50,"a":{"b":[1,{"c":"\u94dd"}],"d":"铝"},"m":true,"n":{"en":"x"}}"#;
        assert_eq!(tree.to_string(), changed);
        // A group goes with its last field.
        tree.set(&["n", "en"], None);
        tree.set(&["a", "x", "y"], None);
        assert_eq!(tree.to_string(), changed.replace(r#","n":{"en":"x"}"#, ""));
    }
}
