//! Warms up the click handlers before the first tap.
//!
//! A browser compiles a function when it is first called. On a slow phone that is
//! part of the first tap's work, so it is done while nobody waits.

use leptos::prelude::document;
use web_sys::{MouseEvent, MouseEventInit};

use super::links;

/// Synthetic event that warms up the click handlers.
pub const REHEARSAL: &str = "rehearsal";

/// Runs every click listener, and what decides where a link leads. Neither has an
/// effect: the event is on no link, and the link leads to the page on screen.
pub fn rehearse_click(path: &str) {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = MouseEvent::new_with_mouse_event_init_dict(REHEARSAL, &init);
    if let (Some(body), Ok(event)) = (document().body(), event) {
        let _ = body.dispatch_event(&event);
        event.prevent_default();
    }
    if let Some(click) = links::to(path) {
        let _ = links::destination(&click);
        links::mark(click);
        links::unmark();
    }
}
