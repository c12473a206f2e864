//! What a reader sees when a document does not come, or comes late.

use model::Lang;

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
    come_from_the_news(&browser);
    browser.block(&["*/content/v1/*news.json"]);
    browser.back();
    browser.see_path("/news/");
    browser.see(words.states.failed_title);
    browser.unblock();
    browser.press_button(words.states.retry);
    browser.see_heading(words.news.title);
    no_panic(&browser);
}

#[test]
fn a_wait_is_spoken_of_once_it_is_one() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    // What comes while the test looks elsewhere is noted.
    let _: () = browser.run(
        "window.said = [];
         new MutationObserver(() => {
             const notice = document.querySelector('.load-notice');
             if (notice) window.said.push(notice.textContent);
         }).observe(document.querySelector('main'), { childList: true, subtree: true })",
        &[],
    );
    let said = |browser: &Browser| -> Vec<String> { browser.run("return window.said", &[]) };
    let hold = "const fetched = window.fetch;
         const held = [];
         window.fetch = (...asked) => new Promise(done => held.push(done))
             .then(() => fetched(...asked));
         window.release = () => {
             window.fetch = fetched;
             held.forEach(done => done());
         }";
    let faded = |browser: &Browser| -> Vec<String> {
        browser.run(
            "return [...document.querySelectorAll('a')]
                 .filter(link => getComputedStyle(link).opacity < 1)
                 .map(link => link.textContent.trim())",
            &[],
        )
    };
    let _: () = browser.run(hold, &[]);
    assert_eq!(faded(&browser), Vec::<String>::new());
    browser.follow_link(words.shell.news);
    // The tap is seen at once.
    assert_eq!(faded(&browser), [words.shell.news]);
    browser.wait_until("the wait is spoken of", |browser| {
        said(browser)
            .iter()
            .any(|text| text == words.states.loading)
    });
    assert!(browser.sees(words.states.loading));
    let _: () = browser.run("window.release()", &[]);
    browser.see_heading(words.news.title);
    assert!(!browser.sees(words.states.loading));
    assert_eq!(faded(&browser), Vec::<String>::new());

    // It has been on screen: it comes at once, and nothing is on the way.
    let _: () = browser.run("window.said = []", &[]);
    browser.follow_link(words.shell.about);
    browser.see_path("/about/");
    browser.follow_link(words.shell.news);
    browser.see_path("/news/");
    browser.see_heading(words.news.title);
    assert_eq!(said(&browser), Vec::<String>::new());
    no_panic(&browser);
}

/// Back changes the address at once: that alone does not say that the page is
/// still on its way.
#[test]
fn nothing_is_on_its_way_once_a_page_has_come_back() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    come_from_the_news(&browser);
    browser.back();
    browser.see_heading(words.news.title);
    let said: Vec<String> = browser.run_async(
        "const done = arguments[arguments.length - 1];
         const said = () => [...document.querySelectorAll('.load-notice')].map(it => it.textContent);
         setTimeout(() => done(said()), 600)",
        &[],
    );
    assert_eq!(said, Vec::<String>::new());
    no_panic(&browser);
}

/// What was wished for before going back is not any more.
#[test]
fn going_back_while_a_page_is_on_its_way_gives_it_up() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    browser.follow_link(words.shell.figures);
    browser.see_heading(words.figures.title);
    let _: () = browser.run(
        "const fetched = window.fetch;
         const held = [];
         window.fetch = (...asked) => new Promise(done => held.push(done))
             .then(() => fetched(...asked));
         window.release = () => held.forEach(done => done())",
        &[],
    );
    browser.follow_link(words.shell.news);
    browser.back();
    browser.see_heading(words.about.title);
    let _: () = browser.run("window.release()", &[]);
    let faded: usize = browser.run_async(
        "const done = arguments[arguments.length - 1];
         setTimeout(() => done(document.querySelectorAll('[data-going]').length), 600)",
        &[],
    );
    assert_eq!(faded, 0);
    assert_eq!(browser.path(), "/about/");
    assert_eq!(browser.heading(), words.about.title);
    no_panic(&browser);
}

/// Is on another page, with the news one step back; the app has them no more.
fn come_from_the_news(browser: &Browser) {
    browser.visit("/news/");
    browser.follow_link(Lang::ZhHans.words().shell.about);
    browser.see_path("/about/");
    browser.reload();
}

fn no_panic(browser: &Browser) {
    for line in browser.console() {
        let panicked =
            line.contains("panicked") || line.contains("unreachable") || line.contains("Uncaught");
        assert!(!panicked, "the app fell over: {line}");
    }
}
