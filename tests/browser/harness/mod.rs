//! A browser that tests drive in verbs: visit, follow, press, see.
//!
//! Everything goes through W3C WebDriver, so that other engines can join; what
//! only Chromium's DevTools protocol can do stands in `conditions`.

mod axe;
mod browser;
mod composition;
mod conditions;
mod console;
mod display;
mod downloads;
mod driver;
mod elements;
mod engine;
mod folder;
mod host;
mod illustrated;
mod ink;
mod layout;
mod left_out;
mod pdf;
mod screens;
mod session;
mod unscripted;
mod window;

pub use browser::Browser;
pub use engine::Engine;
pub use folder::Folder;
pub use host::Host;
pub use illustrated::{DRAWN, ILLUSTRATED, PUBLIC, illustrated};
pub use left_out::{left_out, not_looked_at};
pub use screens::{SCREENS, on_each};
pub use thirtyfour::Key;
