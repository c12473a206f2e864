//! From parsed JSON to the served types, without serde.
//!
//! The browser parses (`JSON.parse`) and this module picks the fields. serde's
//! code for the same types, with its own parser, took a fifth of the whole
//! download; this takes a few kilobytes. The derive `Served` makes the reader
//! from the declaration that serde's derives read, too.

use std::sync::Arc;

/// A parsed JSON value of any parser.
pub trait Source: Sized {
    /// The field of this name; undefined when there is none.
    fn field(&self, name: &str) -> Self;
    /// The element of a list at this place; undefined when there is none.
    fn element(&self, index: u32) -> Self;
    /// How many elements it has; none when it is no list.
    fn length(&self) -> Option<u32>;
    /// The text, if it is one.
    fn text(&self) -> Option<String>;
    /// The number, if it is one.
    fn number(&self) -> Option<f64>;
    /// True or false, if it is either.
    fn flag(&self) -> Option<bool>;
    /// Whether there is nothing, not even `null`.
    fn is_undefined(&self) -> bool;
    /// Whether it is `null`.
    fn is_null(&self) -> bool;
}

/// The first thing that could not be read. Reading goes on after it, with empty
/// values that nobody gets to see: early returns per field add kilobytes.
#[derive(Debug, Default)]
pub struct Fault {
    field: &'static str,
    reason: Option<String>,
}

impl Fault {
    /// Notes what was expected instead, unless something has gone wrong before.
    pub fn note(&mut self, expected: &str) {
        if self.reason.is_none() {
            self.reason = Some(format!("{expected} in {}", self.field));
        }
    }
}

/// A type that can be picked from a parsed JSON value.
pub trait Read {
    /// Picks it, or notes the fault and gives an empty one.
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self;
}

/// Picks a value.
///
/// # Errors
/// What was expected instead, when the value is of another shape.
pub fn read<T: Read, S: Source>(source: &S) -> Result<T, String> {
    read_by(source, T::read)
}

/// Picks a value by a reader of its own.
///
/// # Errors
/// As [`read`].
pub fn read_by<T, S: Source>(
    source: &S,
    reader: impl FnOnce(&S, &mut Fault) -> T,
) -> Result<T, String> {
    let mut fault = Fault::default();
    let read = reader(source, &mut fault);
    fault.reason.map_or(Ok(read), Err)
}

/// Picks a field; an absent one reads as undefined.
pub fn field<T: Read, S: Source>(source: &S, name: &'static str, fault: &mut Fault) -> T {
    fault.field = name;
    T::read(&source.field(name), fault)
}

/// Picks an element of a list, which may stand for a tuple.
pub fn element<T: Read, S: Source>(source: &S, index: u32, fault: &mut Fault) -> T {
    T::read(&source.element(index), fault)
}

/// The content of an enum's variant, if the value is this one: `{"name": content}`.
pub fn named<S: Source>(source: &S, name: &'static str, fault: &mut Fault) -> Option<S> {
    let content = source.field(name);
    if content.is_undefined() {
        return None;
    }
    fault.field = name;
    Some(content)
}

impl Read for String {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        source.text().unwrap_or_else(|| {
            fault.note("no text");
            String::new()
        })
    }
}

/// An absent flag is false: where there are many, publishing leaves false out.
impl Read for bool {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        if source.is_undefined() {
            return false;
        }
        source.flag().unwrap_or_else(|| {
            fault.note("neither true nor false");
            false
        })
    }
}

impl Read for f64 {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        source.number().unwrap_or_else(|| {
            fault.note("no number");
            0.0
        })
    }
}

impl Read for u32 {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        // A cast from a float saturates: a number out of range is not a crash.
        f64::read(source, fault) as u32
    }
}

impl Read for u16 {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        u32::read(source, fault) as u16
    }
}

impl Read for u8 {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        u32::read(source, fault) as u8
    }
}

impl<T: Read> Read for Option<T> {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        (!source.is_undefined() && !source.is_null()).then(|| T::read(source, fault))
    }
}

impl<T: Read> Read for Box<T> {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        Box::new(T::read(source, fault))
    }
}

impl<T: Read> Read for Arc<T> {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        Arc::new(T::read(source, fault))
    }
}

/// An absent list is an empty one: publishing leaves empty lists out.
impl<T: Read> Read for Vec<T> {
    fn read<S: Source>(source: &S, fault: &mut Fault) -> Self {
        if source.is_undefined() {
            return Vec::new();
        }
        let Some(length) = source.length() else {
            fault.note("no list");
            return Vec::new();
        };
        let mut items = Vec::with_capacity(length as usize);
        for index in 0..length {
            items.push(element(source, index, fault));
        }
        items
    }
}
