//! The picture of the chain, by keyboard and by pointer.

use alliance::content::Lang;

use crate::common::{Published, Server};
use crate::harness::{Browser, Key};

/// The address of the focused node; empty when no node has the focus.
fn node(browser: &Browser) -> String {
    browser.run(
        "return document.activeElement.closest?.('svg a')?.getAttribute('href') ?? ''",
        &[],
    )
}

#[test]
fn arrows_lead_from_node_to_node_and_enter_chooses() {
    for width in [390, 1280] {
        let server = Server::start(&Published::shared().folder);
        let browser = Browser::open(&server.origin);
        browser.resize(width);
        browser.visit("/chain/");
        for _ in 0..100 {
            if !node(&browser).is_empty() {
                break;
            }
            browser.press(Key::Tab);
        }
        let first = node(&browser);
        assert!(!first.is_empty(), "Tab does not lead into the picture");

        let along = if width < 768 { Key::Down } else { Key::Right };
        let back = if width < 768 { Key::Up } else { Key::Left };
        browser.press(along.clone());
        browser.wait_until("the next node has the focus", |browser| {
            let now = node(browser);
            !now.is_empty() && now != first
        });
        let second = node(&browser);
        browser.press(back);
        browser.wait_until("the first node has the focus again", |browser| {
            node(browser) == first
        });
        browser.press(along.clone());
        browser.wait_until("the second again", |browser| node(browser) == second);
        browser.press(Key::Enter);
        browser.see_path(&second);
        browser.see_other_heading(Lang::ZhHans.words().chain.title);
        browser.expect_empty_console("after choosing");
    }
}

#[test]
fn a_chosen_link_is_marked_and_another_can_be_chosen() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let current = |browser: &Browser| -> Vec<String> {
        browser.run(
            "return [...document.querySelectorAll('svg a[aria-current]')]
                .filter(link => link.checkVisibility())
                .map(link => link.getAttribute('href'))",
            &[],
        )
    };
    browser.visit("/chain/electrolytic/");
    assert_eq!(current(&browser), ["/chain/electrolytic/"]);
    let other = browser.first_link("main svg a[href='/chain/processing/']");
    browser.click(&other);
    browser.see_path("/chain/processing/");
    browser.wait_until("the other is marked", |browser| {
        current(browser) == ["/chain/processing/"]
    });
}
