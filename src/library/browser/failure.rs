//! What happens to the page when the app fails.
//!
//! A panic ends in a trap: whatever was half done stays so, and nothing of the
//! app can be relied on. `boot.js` catches the trap, and errors that the app let
//! through. It stops events before they reach the app's listeners, so that links
//! are links again, and disables what needs the app.

use leptos::prelude::document;

/// On `<html>`: `live` once the app has taken the page over, `failed` when it
/// cannot be relied on, `absent` when it did not come. Styles and `boot.js` know
/// these words, too.
const STATE: &str = "data-app";
const HYDRATED: &str = "live";
const FAILED: &str = "failed";

/// On a panic: marks the page and writes to the console.
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

/// Marks the page as taken over, for styles that show what needs the app.
pub fn mark_hydrated() {
    mark(HYDRATED);
}

fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(STATE, state);
    }
}
