//! Scripts off, or the app's wasm blocked: everything can still be read and
//! every link works.

use model::Lang;
use model::words::Words;

use crate::common::{Kind, Published, Server, kinds};
use crate::harness::{Browser, left_out};

#[test]
fn without_scripts_every_kind_of_page_reads_and_leads_on() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open_without_scripts(&server.origin);
    read_and_go_on(&browser, &|_| {});
}

#[test]
fn with_the_app_blocked_every_kind_of_page_reads_and_leads_on() {
    if left_out("requests that are blocked before a page asks") {
        return;
    }
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.block(&["*.wasm"]);
    // Until then a form may be filled in: it is answered once the app is there.
    read_and_go_on(&browser, &see_app_given_up);
    let uncaught: Vec<String> = browser
        .console()
        .into_iter()
        // That the app did not come is said; so is the status of the page that
        // is not there.
        .filter(|line| !line.starts_with("INFO") && !line.contains("status of 404"))
        .collect();
    assert!(
        uncaught.is_empty(),
        "without the app, the console says:\n{}",
        uncaught.join("\n")
    );
}

fn see_app_given_up(browser: &Browser) {
    browser.wait_until("the app stays away", |browser| {
        browser.root("data-app") == "absent"
    });
}

fn read_and_go_on(browser: &Browser, settle: &dyn Fn(&Browser)) {
    for page in kinds(Published::shared()) {
        browser.visit_plainly(&page.path);
        settle(browser);
        let words = if page.path.starts_with("/en/") {
            Lang::En.words()
        } else {
            Lang::ZhHans.words()
        };
        assert!(
            !browser.is_hydrated(),
            "{} was hydrated all the same",
            page.path
        );
        assert!(
            !browser.heading().is_empty(),
            "{} has no heading",
            page.path
        );
        let letters: usize = browser.run(
            "return document.querySelector('main').innerText.length",
            &[],
        );
        assert!(
            letters > 60 || page.kind == Kind::NotFound,
            "{} says only {letters} letters",
            page.path
        );
        offers_nothing_that_needs_the_app(browser, &page.path, words);
        reaches_every_link_by_keyboard(browser, &page.path);
    }
    let words = Lang::ZhHans.words();
    browser.visit_plainly("/");
    browser.follow_link(words.shell.news);
    browser.see_path("/news/");
    browser.see_heading(words.news.title);
    // A filter is a link to a page of its own.
    browser.open_fold();
    let filter = browser.first_link("main nav a[href*='/year/']");
    let path = browser.href_of(&filter);
    browser.click(&filter);
    browser.see_path(&path);
    browser.see_other_heading(words.news.title);
    browser.back();
    browser.see_heading(words.news.title);
    browser.follow_link(words.shell.chain);
    let link = browser.first_link("main svg a[href^='/chain/']");
    let path = browser.href_of(&link);
    browser.click(&link);
    browser.see_path(&path);
}

/// The app makes one stop of the picture; without it, every link is one.
pub(super) fn reaches_every_link_by_keyboard(browser: &Browser, path: &str) {
    let skipped: Vec<String> = browser.run(
        "return [...document.querySelectorAll('a[href]')]
            .filter(link => link.tabIndex < 0)
            .map(link => link.getAttribute('href'))",
        &[],
    );
    assert!(
        skipped.is_empty(),
        "{path} without the app: Tab does not lead to {skipped:?}"
    );
}

/// A button that does nothing is worse than none. An explanation that pops up
/// is opened by the browser itself.
pub(super) fn offers_nothing_that_needs_the_app(browser: &Browser, path: &str, words: &Words) {
    let offered: Vec<String> = browser.run(
        "return [...document.querySelectorAll('button, input, select, textarea')]
            .filter(element => !element.matches(':disabled, [popovertarget]'))
            .filter(element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map(element => element.outerHTML.slice(0, 120))",
        &[],
    );
    assert!(
        offered.is_empty(),
        "{path} without the app ({}) offers what cannot work: {offered:?}",
        words.settings.title
    );
}

/// Words that were written for another version of the app would stand in the
/// wrong places.
#[test]
fn with_the_words_of_another_version_the_page_stays_as_it_is() {
    let site = Published::shared().copy("other-words");
    for file in site.files(".js") {
        if file.starts_with("words-") {
            site.write(&file, "export default [1, \"?\"];\n");
        }
    }
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.visit_plainly("/");
    see_app_given_up(&browser);
    let words = Lang::ZhHans.words();
    browser.follow_link(words.shell.news);
    browser.see_path("/news/");
    browser.see_heading(words.news.title);
}
