//! Listeners that live as long as the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::failure::has_failed;

/// Listens to an event for as long as the page is open.
///
/// Once the app has failed its listeners are silent: the page stays as it is and
/// its links are links again.
pub fn listen(target: &EventTarget, name: &str, listener: impl Fn(Event) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event| {
        if !has_failed() {
            listener(event);
        }
    });
    // A browser that refuses a listener is one in which the feature is missing.
    let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
    listener.forget();
}
