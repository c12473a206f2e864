//! From JSON to documents in the browser.
//!
//! The browser parses (`JSON.parse`) and this module picks the fields. Derived
//! serde code for the same types, with its own parser, took a fifth of the
//! whole download; this takes a few kilobytes. Natively the types keep serde.

mod body;
mod documents;

use std::sync::Arc;

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::JsValue;

/// The first thing that could not be read. Reading goes on after it, with empty
/// values that nobody gets to see: a way out at every field costs kilobytes.
#[derive(Debug, Default)]
pub struct Fault {
    field: &'static str,
    reason: Option<String>,
}

impl Fault {
    /// Notes what was expected instead, unless something has gone wrong before.
    fn note(&mut self, expected: &str) {
        if self.reason.is_none() {
            self.reason = Some(format!("{expected} in {}", self.field));
        }
    }
}

/// A type that can be picked from a parsed JSON value.
pub trait Read {
    /// Picks it, or notes the fault and gives an empty one.
    fn read(value: &JsValue, fault: &mut Fault) -> Self;
}

/// Parses a text and picks a value from it.
///
/// # Errors
/// What was expected instead, when the text is not JSON or the value is of
/// another shape.
pub fn parse<T: Read>(text: &str) -> Result<T, String> {
    let value = JSON::parse(text).map_err(|_| "not JSON".to_owned())?;
    let mut fault = Fault::default();
    let read = T::read(&value, &mut fault);
    fault.reason.map_or(Ok(read), Err)
}

/// Picks a field; an absent one reads as `undefined`.
fn field<T: Read>(value: &JsValue, name: &'static str, fault: &mut Fault) -> T {
    fault.field = name;
    T::read(&get(value, name), fault)
}

#[inline(never)]
fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// An element of an array, which may stand for a tuple.
fn element<T: Read>(value: &JsValue, index: u32, fault: &mut Fault) -> T {
    T::read(
        &Reflect::get_u32(value, index).unwrap_or(JsValue::UNDEFINED),
        fault,
    )
}

impl Read for String {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        value.as_string().unwrap_or_else(|| {
            fault.note("no text");
            String::new()
        })
    }
}

impl Read for bool {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        value.as_bool().unwrap_or_else(|| {
            fault.note("neither true nor false");
            false
        })
    }
}

impl Read for u32 {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        // A cast from a float saturates: a number out of range is not a crash.
        value
            .as_f64()
            .map(|number| number as u32)
            .unwrap_or_else(|| {
                fault.note("no number");
                0
            })
    }
}

impl Read for f64 {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        value.as_f64().unwrap_or_else(|| {
            fault.note("no number");
            0.0
        })
    }
}

impl Read for u16 {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        u32::read(value, fault) as u16
    }
}

impl Read for u8 {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        u32::read(value, fault) as u8
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        (!value.is_undefined() && !value.is_null()).then(|| T::read(value, fault))
    }
}

impl<T: Read> Read for Box<T> {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        Box::new(T::read(value, fault))
    }
}

impl<T: Read> Read for Arc<T> {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        Arc::new(T::read(value, fault))
    }
}

/// An absent list is an empty one: publishing leaves empty lists out.
impl<T: Read> Read for Vec<T> {
    fn read(value: &JsValue, fault: &mut Fault) -> Self {
        if value.is_undefined() {
            return Vec::new();
        }
        if !Array::is_array(value) {
            fault.note("no list");
            return Vec::new();
        }
        let length = Array::from(value).length();
        let mut items = Vec::with_capacity(length as usize);
        for index in 0..length {
            items.push(element(value, index, fault));
        }
        items
    }
}
