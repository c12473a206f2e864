//! Markup in a real browser: taken over where it is in the page already, built
//! where it is not, and drawn again.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bindings;
mod building;
mod drawing_again;
mod mounted;
mod taking_over;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
