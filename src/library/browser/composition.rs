//! Typing with an input method: what stands in a field meanwhile is not what the
//! reader means yet.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::events::listen;

thread_local! {
    /// The field in which a composition is under way.
    static FIELD: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Follows compositions from now on. The key that ends one sends no form.
pub fn follow() {
    let target: &web_sys::EventTarget = &document();
    listen(target, "compositionstart", |event| {
        FIELD.set(event.target().and_then(|field| field.dyn_into().ok()));
    });
    listen(target, "compositionend", |_| FIELD.set(None));
    listen(target, "submit", |event| {
        if is_under_way() {
            event.prevent_default();
        }
    });
}

/// Whether a composition is under way. A field that has gone took its own along.
pub fn is_under_way() -> bool {
    FIELD.with_borrow(|field| field.as_ref().is_some_and(|field| field.is_connected()))
}

/// Whether an event is part of a composition: its end is one event more.
pub fn is_composing(event: &Event) -> bool {
    let said = Reflect::get(event, &JsValue::from_str("isComposing"));
    said.is_ok_and(|said| said.is_truthy()) || is_under_way()
}
