//! A line that is dear: pictures come when they are asked for, and their buttons say how
//! much that is.

use model::Lang;

use crate::common::Server;
use crate::harness::{Browser, DRAWN, ILLUSTRATED, illustrated};

/// A browser that asks to save.
const SAVES: &str = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
/// A reader who does.
const CHOSEN: &str = "try { localStorage.setItem('pictures', 'ask') } catch (no) {}";

fn article() -> String {
    format!("/news/{ILLUSTRATED}/")
}

fn open(before: &str) -> (Server, Browser) {
    let server = Server::start(&illustrated().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(before);
    browser.resize(390);
    (server, browser)
}

/// The names of the pictures' files that have come.
fn fetched(browser: &Browser) -> Vec<String> {
    browser.run(
        "return performance.getEntriesByType('resource')
             .filter(it => it.name.includes('/media/') && it.transferSize > 0)
             .map(it => it.name.split('/media/')[1])",
        &[],
    )
}

fn ask(browser: &Browser, kilobytes: usize, id: &str) -> String {
    let word = Lang::ZhHans
        .words()
        .view
        .ask
        .replace("{}", &kilobytes.to_string());
    let name = format!("{word}程序画的图样 {id}");
    let button = browser.find("button.picture__ask", &name);
    browser.click(&button);
    name
}

#[test]
fn pictures_wait_until_they_are_asked_for() {
    for before in [SAVES, CHOSEN] {
        let (_server, browser) = open(before);
        // By way of the list: what the app draws itself waits as well.
        browser.visit("/news/");
        browser.follow_link(&browser.link_to(&article()));
        browser.see_path(&article());
        browser.wait_until("the page rests", |browser| {
            browser.run(
                "return document.querySelectorAll('.picture__ask').length === 5",
                &[],
            )
        });
        browser.run::<()>("scrollTo(0, document.body.scrollHeight)", &[]);
        assert_eq!(fetched(&browser), [] as [&str; 0], "{before}");
        assert_eq!(browser.barriers(), [] as [&str; 0], "{before}");
        ask(&browser, 60, DRAWN[0]);
        browser.wait_until("the picture is there", |browser| {
            browser.run(
                "const img = document.querySelector('main .picture img');
                 return img.complete && img.naturalWidth > 0",
                &[],
            )
        });
        let fetched = fetched(&browser);
        assert!(
            fetched.len() == 1 && fetched[0].starts_with("800-"),
            "{fetched:?}"
        );
        assert!(
            browser.run::<bool>(
                "return document.activeElement.matches('.picture__link')",
                &[]
            ),
            "the focus is on the picture"
        );
        ask(&browser, 25, DRAWN[3]);
        browser.expect_empty_console(before);
    }
}

/// A cover that the page itself brings is on its way before any script: it is shown.
#[test]
fn of_a_page_that_is_opened_directly_only_the_cover_comes() {
    let (_server, browser) = open(SAVES);
    browser.visit(&article());
    browser.run::<()>("scrollTo(0, document.body.scrollHeight)", &[]);
    browser.wait_until("the cover is there", |browser| !fetched(browser).is_empty());
    assert_eq!(fetched(&browser).len(), 1);
    let (shown, asked): (bool, usize) = browser.run(
        "return [document.querySelector('.picture--first img').checkVisibility(),
             [...document.querySelectorAll('.picture__ask')].filter(it => it.checkVisibility()).length]",
        &[],
    );
    assert_eq!((shown, asked), (true, 4));
}

#[test]
fn they_come_by_themselves_where_nobody_saves() {
    // The reader's own choice goes before the browser's.
    let shows =
        format!("{SAVES}; try {{ localStorage.setItem('pictures', 'show') }} catch (no) {{}}");
    for before in ["", shows.as_str()] {
        let (_server, browser) = open(before);
        browser.visit(&article());
        browser.wait_until("the cover is there", |browser| !fetched(browser).is_empty());
        assert!(!browser.run::<bool>(
            "return [...document.querySelectorAll('.picture__ask')].some(it => it.checkVisibility())",
            &[]
        ));
    }
}

#[test]
fn they_can_be_asked_for_without_the_app() {
    let (_server, browser) = open(SAVES);
    browser.block(&["*.wasm"]);
    browser.visit_plainly(&article());
    ask(&browser, 60, DRAWN[1]);
    browser.wait_until("the picture is there", |browser| {
        browser.run(
            "const img = document.querySelector('.body .picture img');
             return img.checkVisibility() && img.complete && img.naturalWidth > 0",
            &[],
        )
    });
}
