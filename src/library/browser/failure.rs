//! What becomes of the page when the app has failed.
//!
//! A panic ends in a trap: whatever was half done stays so, and nothing of the
//! app can be relied on. `boot.js` hears the trap, and errors that the app's code
//! let through, too. It sees to the page: what still listens hears nothing any
//! more, links are links again, and what needs the app is not offered.

use leptos::prelude::document;

/// On `<html>`: `live` once the app has taken the page over, `failed` when it
/// cannot be relied on, `absent` when it did not come. Styles and `boot.js` know
/// these words, too.
const STATE: &str = "data-app";
const LIVE: &str = "live";
const FAILED: &str = "failed";

/// Has panics written to the console and the page marked.
pub fn set_hook() {
    std::panic::set_hook(Box::new(|info| {
        mark(FAILED);
        web_sys::console::error_1(&info.to_string().into());
    }));
}

/// Whether the app has failed: then it leaves the page alone.
pub fn has_failed() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.get_attribute(STATE).as_deref() == Some(FAILED))
}

/// Says that the app has taken the page over: to styles that show what needs it,
/// and to whoever watches.
pub fn mark_live() {
    mark(LIVE);
}

fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(STATE, state);
    }
}
