//! What a reader sees when a document does not come.

use alliance::content::Lang;

use crate::common::{Published, Server};
use crate::harness::Browser;

#[test]
fn a_failed_page_says_so_keeps_what_was_there_and_can_be_tried_again() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    let heading = browser.heading();

    browser.block(&["*/content/v1/*news.json"]);
    browser.follow_link(words.shell.news);
    browser.see(words.states.failed_title);
    assert_eq!(browser.path(), "/about/");
    assert_eq!(browser.heading(), heading);
    assert!(browser.sees(words.states.failed_text));

    browser.press_button(words.states.retry);
    browser.see(words.states.failed_title);

    browser.unblock();
    browser.press_button(words.states.retry);
    browser.see_path("/news/");
    browser.see_heading(words.news.title);
    assert!(!browser.sees(words.states.failed_title));
    no_panic(&browser);
}

#[test]
fn a_failed_page_can_be_opened_plainly() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    browser.block(&["*/content/v1/*news.json"]);
    browser.follow_link(words.shell.news);
    browser.follow_link(words.states.open_plainly);
    browser.see_path("/news/");
    browser.see_heading(words.news.title);
}

#[test]
fn another_link_leads_on_after_a_failed_one() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    browser.block(&["*/content/v1/*news.json"]);
    browser.follow_link(words.shell.news);
    browser.see(words.states.failed_title);
    browser.follow_link(words.shell.figures);
    browser.see_heading(words.figures.title);
    assert!(!browser.sees(words.states.failed_title));
    no_panic(&browser);
}

/// Back changes the address at once; the page follows or says that it cannot.
#[test]
fn going_back_to_a_page_that_does_not_come_says_so() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/news/");
    browser.follow_link(words.shell.about);
    browser.see_path("/about/");
    browser.reload();
    browser.block(&["*/content/v1/*news.json"]);
    browser.back();
    browser.see_path("/news/");
    browser.see(words.states.failed_title);
    browser.unblock();
    browser.press_button(words.states.retry);
    browser.see_heading(words.news.title);
    no_panic(&browser);
}

fn no_panic(browser: &Browser) {
    for line in browser.console() {
        let told =
            line.contains("panicked") || line.contains("unreachable") || line.contains("Uncaught");
        assert!(!told, "the app fell over: {line}");
    }
}
