//! From JSON to documents in the browser.
//!
//! The browser parses (`JSON.parse`) and this module picks the fields. Derived
//! serde code for the same types, with its own parser, took a fifth of the
//! whole download; this takes a few kilobytes. Natively the types keep serde.

mod body;
mod documents;

use wasm_bindgen::JsValue;

use js_sys::{Array, JSON, Reflect};

/// What could not be read: the way to it, innermost first.
#[derive(Debug)]
pub struct Unreadable(String);

impl Unreadable {
    /// As a reason for [`LoadError::Malformed`](crate::library::LoadError).
    pub fn reason(self) -> String {
        self.0
    }

    fn new(expected: &str) -> Self {
        Self(expected.to_owned())
    }

    fn within(mut self, name: &str) -> Self {
        self.0.push_str(" in ");
        self.0.push_str(name);
        self
    }
}

/// A type that can be picked from a parsed JSON value.
pub trait Read: Sized {
    /// Picks it.
    ///
    /// # Errors
    /// When the value is of another shape.
    fn read(value: &JsValue) -> Result<Self, Unreadable>;
}

/// Parses a text and picks a value from it.
///
/// # Errors
/// When the text is not JSON, or the value is of another shape.
pub fn parse<T: Read>(text: &str) -> Result<T, Unreadable> {
    let value = JSON::parse(text).map_err(|_| Unreadable::new("not JSON"))?;
    T::read(&value)
}

/// Picks a field; an absent one reads as `undefined`.
fn field<T: Read>(value: &JsValue, name: &str) -> Result<T, Unreadable> {
    T::read(&get(value, name)).map_err(|fault| fault.within(name))
}

#[inline(never)]
fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// An element of an array that stands for a tuple.
fn element<T: Read>(value: &JsValue, index: u32) -> Result<T, Unreadable> {
    T::read(&Reflect::get_u32(value, index).unwrap_or(JsValue::UNDEFINED))
}

impl Read for String {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        value.as_string().ok_or_else(|| Unreadable::new("no text"))
    }
}

impl Read for bool {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        value
            .as_bool()
            .ok_or_else(|| Unreadable::new("no true or false"))
    }
}

impl Read for u32 {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        // A cast from a float saturates: a number out of range is not a crash.
        value
            .as_f64()
            .map(|number| number as u32)
            .ok_or_else(|| Unreadable::new("no number"))
    }
}

impl Read for u16 {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        u32::read(value).map(|number| number as u16)
    }
}

impl Read for u8 {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        u32::read(value).map(|number| number as u8)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        if value.is_undefined() || value.is_null() {
            Ok(None)
        } else {
            T::read(value).map(Some)
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        T::read(value).map(Box::new)
    }
}

/// An absent list is an empty one: publishing leaves empty lists out.
impl<T: Read> Read for Vec<T> {
    fn read(value: &JsValue) -> Result<Self, Unreadable> {
        if value.is_undefined() {
            return Ok(Vec::new());
        }
        if !Array::is_array(value) {
            return Err(Unreadable::new("no list"));
        }
        Array::from(value)
            .iter()
            .map(|item| T::read(&item))
            .collect()
    }
}
