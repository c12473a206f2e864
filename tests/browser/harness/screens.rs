//! The same on a phone and on a desktop.

use super::Browser;
use crate::common::{Published, Server};

/// The widths of a phone and of a desktop, in CSS pixels.
pub const SCREENS: [u32; 2] = [390, 1280];

/// Does something with a page on a phone and on a desktop.
pub fn on_each(path: &str, act: impl Fn(&Browser)) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for width in SCREENS {
        browser.resize(width);
        browser.visit(path);
        act(&browser);
        browser.expect_empty_console(path);
    }
}
