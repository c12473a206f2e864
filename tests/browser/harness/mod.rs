//! A browser that tests drive in verbs: visit, follow, press, see.
//!
//! Everything goes through W3C WebDriver, so that other engines can join; what
//! only Chromium's DevTools protocol can do stands in `conditions`.

mod axe;
mod browser;
mod composition;
mod conditions;
mod console;
mod downloads;
mod driver;
mod elements;
mod engine;
mod folder;
mod host;
mod illustrated;
mod layout;
mod pdf;
mod screens;

pub use browser::Browser;
pub use engine::Engine;
pub use folder::Folder;
pub use host::Host;
pub use illustrated::{DRAWN, ILLUSTRATED, PUBLIC, illustrated};
pub use screens::{SCREENS, on_each};
pub use thirtyfour::Key;
