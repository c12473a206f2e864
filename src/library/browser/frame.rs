//! What can wait until the reader has seen that something was done.

use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::{request_animation_frame, set_timeout};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Does something once the next frame is on its way to the screen: a tap is
/// answered by that frame, so what takes long comes after it.
pub fn after_frame(then: impl FnOnce() + 'static) {
    boxed(Box::new(then));
}

// Not generic: every closure would bring its own.
#[inline(never)]
fn boxed(then: Box<dyn FnOnce()>) {
    // In a frame's own callback the frame is not drawn yet.
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// The same for those who wait for it. It counts from the call.
pub fn frame() -> JsFuture {
    Promise::new(&mut |resolve, _| {
        after_frame(move || drop(resolve.call0(&JsValue::NULL)));
    })
    .into()
}
