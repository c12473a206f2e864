//! What a tap does, gone through once before the reader taps.
//!
//! A browser compiles a function when it is first called. On a slow phone that is
//! a good part of the first tap's work, so it is done while nobody waits.

use leptos::prelude::document;
use web_sys::{MouseEvent, MouseEventInit};

use super::links;

/// An event that is heard as a click is, and that nothing else knows.
pub const REHEARSAL: &str = "rehearsal";

/// Goes through what every listener does when a link is tapped, and through what
/// is asked of a link that leads to the page on screen: nothing comes of either.
pub fn rehearse_click(path: &str) {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = MouseEvent::new_with_mouse_event_init_dict(REHEARSAL, &init);
    // On no link: whoever hears it looks for one in vain.
    if let (Some(body), Ok(event)) = (document().body(), event) {
        let _ = body.dispatch_event(&event);
        event.prevent_default();
    }
    if let Some(click) = links::to(path) {
        let _ = links::wish(&click);
        links::mark(click);
        links::unmark();
    }
}
