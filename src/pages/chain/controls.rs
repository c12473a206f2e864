//! What the reader changes. A control is one file: its markup, the event that it
//! hears, and the value that it stands at.

mod bands;
mod comparison;
mod field;
mod groups;
mod lever;
mod presets;
mod quantity;
mod radios;
mod select;
mod slider;

pub use bands::bands_switch;
pub use comparison::comparison_choice;
pub use groups::lever_groups;
pub use presets::preset_choice;
pub use quantity::quantity_switch;
pub use select::select;

use leptos::prelude::*;

#[cfg(target_arch = "wasm32")]
use crate::library::browser::is_composing;
use crate::library::use_library;

/// Whether the app is not there yet: without it the controls could do nothing.
fn waiting() -> impl Fn() -> bool + Send + 'static {
    let live = use_library().hydrated;
    move || !live.get()
}

/// Whether the reader is at a control: what is being typed there, or dragged, is
/// left alone.
#[cfg(target_arch = "wasm32")]
fn is_in_hand(id: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|element| element.id() == id)
}

/// Nobody is, while a page is published.
#[cfg(not(target_arch = "wasm32"))]
fn is_in_hand(_: &str) -> bool {
    false
}

/// Nor types with an input method.
#[cfg(not(target_arch = "wasm32"))]
fn is_composing(_: &leptos::web_sys::Event) -> bool {
    false
}
