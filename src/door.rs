//! The browser's doors: each is a program that hydrates the prerendered page, or mounts
//! on an empty one.
//!
//! What a door does not name, the linker leaves out of it: the pages that it draws and
//! the documents that it reads are functions that its `main` hands over.

#[cfg(target_arch = "wasm32")]
mod entrance;

#[cfg(target_arch = "wasm32")]
pub use entrance::{Program, open};

/// What a door says outside a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn refuse() -> ! {
    eprintln!("This half of the site runs in a browser: build it with Trunk. Here, run `site`.");
    std::process::exit(2);
}
