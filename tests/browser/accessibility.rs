//! axe-core with the rules of WCAG 2.2 AA on every kind of page, in both
//! themes, on a phone and on a wide screen.

use crate::common::{Published, Server, kinds};
use crate::harness::Browser;

#[test]
fn no_barriers_on_live_pages() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    no_barriers(&browser, Browser::visit);
}

#[test]
fn no_barriers_on_pages_before_the_app_comes() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.block(&["*.wasm"]);
    no_barriers(&browser, Browser::visit_plainly);
}

fn no_barriers(browser: &Browser, visit: fn(&Browser, &str)) {
    let mut faults = Vec::new();
    for page in kinds(Published::shared()) {
        for width in [390, 1280] {
            browser.resize(width);
            visit(browser, &page.path);
            for theme in ["light", "dark"] {
                browser.prefer_theme(theme);
                for barrier in browser.barriers() {
                    faults.push(format!("{} at {width}, {theme}: {barrier}", page.path));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} barriers:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
