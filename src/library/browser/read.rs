//! From JSON to documents in the browser: it parses, [`model::read`] picks the fields.

use js_sys::{Array, JSON, Reflect};
use model::read::{Read, Source, read};
use wasm_bindgen::JsValue;

/// Parses a text and picks a value from it.
///
/// # Errors
/// What was expected instead, when the text is not JSON or the value is of
/// another shape.
pub fn parse<T: Read>(text: &str) -> Result<T, String> {
    parse_by(text, read)
}

/// The same, by a reader of its own.
///
/// # Errors
/// As [`parse`].
pub fn parse_by<T>(
    text: &str,
    read: impl FnOnce(&Parsed) -> Result<T, String>,
) -> Result<T, String> {
    let value = JSON::parse(text).map_err(|_| "not JSON".to_owned())?;
    read(&Parsed(value))
}

/// What the browser has parsed.
pub struct Parsed(JsValue);

impl Source for Parsed {
    #[inline(never)]
    fn field(&self, name: &str) -> Self {
        Self(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED))
    }

    fn element(&self, index: u32) -> Self {
        Self(Reflect::get_u32(&self.0, index).unwrap_or(JsValue::UNDEFINED))
    }

    fn length(&self) -> Option<u32> {
        Array::is_array(&self.0).then(|| Array::from(&self.0).length())
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn is_undefined(&self) -> bool {
        self.0.is_undefined()
    }

    fn is_null(&self) -> bool {
        self.0.is_null()
    }
}
