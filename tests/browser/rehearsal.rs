//! The first tap is gone through before the reader taps: a slow phone need not
//! compile it while the reader waits. Nobody may notice.

use crate::common::{Published, Server};
use crate::harness::Browser;

/// Notes what changes on the page from the rehearsal on.
const WATCH: &str = "
window.rehearsed = 0;
window.changed = [];
document.addEventListener('rehearsal', () => {
  window.rehearsed += 1;
  const note = changes => changes.forEach(change => window.changed.push(change.target.nodeName));
  new MutationObserver(note).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
}, true);
document.addEventListener('focusin', event => window.changed.push(event.target.nodeName));
";

/// What has changed a while after hydration: longer than it takes
/// until a notice says that a page is loading.
const CHANGED: &str = "
const done = arguments[arguments.length - 1];
setTimeout(() => done([window.rehearsed, window.changed, window.scrollY, window.history.length]), 600);
";

/// What came of it.
type Seen = (u32, Vec<String>, f64, u32);

fn open() -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(WATCH);
    (server, browser)
}

#[test]
fn the_first_tap_is_rehearsed_and_nobody_notices() {
    let (_server, browser) = open();
    for path in ["/", "/news/", "/chain/", "/en/members/", "/search/"] {
        let before: u32 = browser.run("return window.history.length", &[]);
        browser.visit(path);
        let (rehearsed, changed, scrolled, steps): Seen = browser.run_async(CHANGED, &[]);
        assert_eq!(rehearsed, 1, "on {path}");
        assert!(changed.is_empty(), "on {path} changed: {changed:?}");
        assert_eq!((scrolled, steps), (0.0, before + 1), "on {path}");
        browser.see_path(path);
    }
    browser.expect_empty_console("after rehearsals");
}

#[test]
fn the_page_for_what_is_not_there_stays_where_it_is() {
    let (_server, browser) = open();
    browser.visit("/nowhere/");
    let (rehearsed, changed, ..): Seen = browser.run_async(CHANGED, &[]);
    assert_eq!((rehearsed, changed), (1, Vec::new()));
    browser.see_path("/nowhere/");
}

#[test]
fn a_tap_that_comes_before_the_rehearsal_is_followed() {
    let (_server, browser) = open();
    browser.before_every_page(
        "new MutationObserver((changes, observer) => {
           if (document.documentElement.dataset.app !== 'live') return;
           observer.disconnect();
           window.tapped = document.querySelector('main a[href^=\"/news/2\"]');
           window.early = window.rehearsed === 0;
           window.tapped.click();
         }).observe(document, { subtree: true, attributeFilter: ['data-app'] });",
    );
    browser.visit("/");
    let (path, early): (String, bool) = browser.run(
        "return [window.tapped.getAttribute('href'), window.early]",
        &[],
    );
    assert!(early, "the tap came after the rehearsal");
    browser.see_path(&path);
    browser.run_async::<Seen>(CHANGED, &[]);
    browser.see_path(&path);
    browser.expect_empty_console("after a tap before the rehearsal");
}
