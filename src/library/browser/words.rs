//! The interface's words in the page's language, from the file that publishing
//! wrote.

use js_sys::{Array, JSON, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::fetch;
use crate::library::error::LoadError;
use model::routes::words_document;
use model::words::{SHAPE, given};

/// Takes the words that `boot.js` fetched beside the app; whether they were there,
/// and of this version of the app.
pub fn take_words() -> bool {
    Reflect::get(&window(), &JsValue::from_str("words")).is_ok_and(|words| keep(&words))
}

/// Fetches the words: for a page that was not prerendered.
///
/// # Errors
/// See [`LoadError`].
pub async fn fetch_words(lang: model::Lang) -> Result<(), LoadError> {
    let path = words_document(lang);
    let text = fetch::text(fetch::bytes(path.clone()).await?);
    let words = JSON::parse(&text).unwrap_or_default();
    match keep(&words) {
        true => Ok(()),
        false => Err(LoadError::Malformed {
            path,
            reason: String::new(),
        }),
    }
}

fn keep(words: &JsValue) -> bool {
    let Some(words) = words.dyn_ref::<Array>() else {
        return false;
    };
    let mut words = words.iter();
    if words.next().and_then(|shape| shape.as_f64()) != Some(f64::from(SHAPE)) {
        return false;
    }
    // They are kept as long as the page.
    given(words.map(|word| &*word.as_string().unwrap_or_default().leak()));
    true
}
