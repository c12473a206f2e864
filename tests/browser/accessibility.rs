//! axe-core with the rules of WCAG 2.2 AA on every kind of page, in both
//! themes, on a phone and on a wide screen.

use crate::common::{Published, Server, in_turn, kinds};
use crate::harness::Browser;

/// A width and a theme.
type Look = (u32, &'static str);

/// Each width and each theme, and crosswise.
const LOOKS: [[Look; 2]; 2] = [
    [(390, "light"), (1280, "dark")],
    [(390, "dark"), (1280, "light")],
];

#[test]
fn no_barriers_on_live_pages() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    no_barriers(&browser, Browser::visit, &LOOKS);
}

#[test]
fn no_barriers_on_pages_before_the_app_comes() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.block(&["*.wasm"]);
    let looks = LOOKS.as_flattened().iter().map(|look| [*look]);
    no_barriers(&browser, Browser::visit_plainly, &looks.collect::<Vec<_>>());
}

fn no_barriers<const N: usize>(browser: &Browser, visit: fn(&Browser, &str), looks: &[[Look; N]]) {
    let mut faults = Vec::new();
    for (number, page) in kinds(Published::shared()).iter().enumerate() {
        for (width, theme) in in_turn(number, looks).into_iter().flatten() {
            browser.resize(width);
            visit(browser, &page.path);
            browser.prefer_theme(theme);
            for barrier in browser.barriers() {
                faults.push(format!("{} at {width}, {theme}: {barrier}", page.path));
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
