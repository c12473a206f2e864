//! Whether an element can be seen.

use js_sys::Array;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Notes whether an element is in the window, until the owner of the effect that
/// calls it is cleaned up. A browser that cannot tell changes nothing.
pub fn follow_visibility(element: &Element, visible: RwSignal<bool>) {
    let notice = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        // The last one is how it is now.
        let now = entries
            .pop()
            .unchecked_into::<IntersectionObserverEntry>()
            .is_intersecting();
        // The page may be gone by then.
        if visible.try_get_untracked().is_some_and(|was| was != now) {
            visible.set(now);
        }
    });
    let Ok(observer) = IntersectionObserver::new(notice.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    let held = SendWrapper::new((observer, notice));
    on_cleanup(move || held.0.disconnect());
}
