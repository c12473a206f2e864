//! JSON as a tree that remembers where each value stands.

use std::fmt;
use std::ops::Range;

use deserr::{IntoValue, Map, Sequence, Value, ValueKind};

use crate::letters::plain;

/// A value and where it stands.
#[derive(Debug)]
pub struct Node {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub json: Json,
}

/// A JSON value.
#[derive(Debug)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A text.
    String(String),
    /// A list.
    List(Vec<Node>),
    /// An object.
    Object(Vec<Member>),
}

/// A field of an object.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub key: String,
    /// Where the name stands.
    pub key_range: Range<usize>,
    /// Its value.
    pub value: Node,
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field.
    Key(String),
    /// Into an entry.
    Index(usize),
}

/// A way from the file's value to one inside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(pub Vec<Step>);

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Path {
    /// The way one step further.
    pub fn join(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl Node {
    /// The field with this name: the first, if there are several.
    pub fn member(&self, key: &str) -> Option<&Member> {
        match &self.json {
            Json::Object(members) => members.iter().find(|member| member.key == key),
            _ => None,
        }
    }

    /// The value at a step.
    pub fn step(&self, step: &Step) -> Option<&Node> {
        match (step, &self.json) {
            (Step::Key(key), _) => self.member(key).map(|member| &member.value),
            (Step::Index(index), Json::List(nodes)) => nodes.get(*index),
            _ => None,
        }
    }

    /// The deepest value on the way that there is.
    pub fn walk(&self, path: &Path) -> &Node {
        let mut node = self;
        for step in &path.0 {
            match node.step(step) {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.json {
            Json::String(text) => Some(text),
            _ => None,
        }
    }
}

impl<'a> IntoValue for &'a Node {
    type Sequence = Entries<'a>;
    type Map = Members<'a>;

    fn kind(&self) -> ValueKind {
        self.into_value().kind()
    }

    fn into_value(self) -> Value<Self> {
        match &self.json {
            Json::Null => Value::Null,
            Json::Bool(bool) => Value::Boolean(*bool),
            Json::Number(text) => number(text),
            // The same letters everywhere: whatever is read from here is published.
            Json::String(text) => Value::String(plain(text).into_owned()),
            Json::List(nodes) => Value::Sequence(Entries(nodes)),
            Json::Object(members) => Value::Map(Members(members.iter().collect())),
        }
    }
}

/// Whole numbers as integers, all others as floats. Loading has made sure
/// that the float is the number written.
fn number<V: IntoValue>(text: &str) -> Value<V> {
    if let Ok(number) = text.parse::<u64>() {
        Value::Integer(number)
    } else if let Ok(number) = text.parse::<i64>() {
        Value::NegativeInteger(number)
    } else {
        Value::Float(text.parse().unwrap_or(f64::NAN))
    }
}

/// The entries of a list.
#[derive(Debug)]
pub struct Entries<'a>(&'a [Node]);

impl<'a> Sequence for Entries<'a> {
    type Value = &'a Node;
    type Iter = std::slice::Iter<'a, Node>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn into_iter(self) -> Self::Iter {
        self.0.iter()
    }
}

/// The fields of an object.
#[derive(Debug)]
pub struct Members<'a>(Vec<&'a Member>);

impl<'a> Map for Members<'a> {
    type Value = &'a Node;
    type Iter = std::vec::IntoIter<(String, &'a Node)>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn remove(&mut self, key: &str) -> Option<Self::Value> {
        let at = self.0.iter().position(|member| member.key == key)?;
        Some(&self.0.remove(at).value)
    }

    fn into_iter(self) -> Self::Iter {
        self.0
            .into_iter()
            .map(|member| (member.key.clone(), &member.value))
            .collect::<Vec<_>>()
            .into_iter()
    }
}
