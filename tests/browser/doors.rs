//! The app is two programs, and readers go from the pages of one to those of the other.

use model::Lang;
use model::routes::{Address, Door, Route};
use thirtyfour::Key;

use crate::common::{Published, Server, kinds};
use crate::harness::Browser;

/// The programs that the page has fetched, by their words.
fn fetched(browser: &Browser) -> Vec<String> {
    let mut doors: Vec<String> = browser.run(
        "return performance.getEntriesByType('resource')
             .map(file => new URL(file.name).pathname)
             .filter(path => path.endsWith('.wasm'))
             .map(path => path.slice(1).split('-')[0])",
        &[],
    );
    doors.sort();
    doors
}

#[test]
fn every_page_fetches_its_own_program_and_no_other() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    for page in kinds(site) {
        browser.visit(&page.path);
        let door = Door::of(&page.path).unwrap_or(Door::App);
        assert_eq!(fetched(&browser), [door.as_str()], "{}", page.path);
    }
}

/// Safari brings a page back as it was left, and at its top.
#[test]
fn a_page_that_comes_back_as_it_was_left_is_where_the_reader_was() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(390);
    for path in ["/chain/anode/", "/news/"] {
        browser.visit(path);
        browser.run::<()>("scrollTo(0, 600)", &[]);
        browser.see_scrolled(600);
        // Noted with the next frame.
        let frame = "requestAnimationFrame(() => setTimeout(arguments[arguments.length - 1]))";
        browser.run_async::<()>(frame, &[]);
        let come_back = "scrollTo(0, 0);
             dispatchEvent(new PageTransitionEvent('pageshow', { persisted: arguments[0] }));
             return Math.round(scrollY)";
        assert_eq!(browser.run::<i64>(come_back, &[true.into()]), 600, "{path}");
        // One that is shown for the first time stays where the browser puts it.
        assert_eq!(browser.run::<i64>(come_back, &[false.into()]), 0, "{path}");
    }
}

/// The list was left by the app, the article by the browser.
#[test]
fn the_way_back_from_the_chain_leads_to_where_the_reader_was() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.resize(390);
    browser.visit("/news/");
    let list = browser.heading();
    let last = browser.run::<String>(
        "const all = [...document.querySelectorAll('main .headline-list a[href^=\"/news/2\"]')];
         return all.at(-1).textContent.trim()",
        &[],
    );
    browser.point_at(&browser.find("main a[href]", &last));
    let in_list = browser.scrolled();
    assert!(in_list > 0, "there is a position to come back to");
    browser.press_pointer();
    let article = browser.see_other_heading(&list);
    let article_path = browser.path();
    browser.run::<()>("scrollTo(0, 200)", &[]);
    browser.see_scrolled(200);
    // The link stands at the head of the page: by keyboard nothing scrolls there.
    let to_chain = Address::new(Lang::ZhHans, Route::Chain(None)).path();
    let pressed = "document.querySelector(`.header__nav a[href='${arguments[0]}']`).focus({ preventScroll: true })";
    browser.run::<()>(pressed, &[to_chain.clone().into()]);
    browser.press(Key::Enter);
    browser.see_path(&to_chain);
    browser.see_app_live();
    browser.see_heading(words.chain.title);

    browser.back();
    browser.see_path(&article_path);
    browser.see_app_live();
    browser.see_heading(&article);
    browser.see_scrolled(200);
    browser.back();
    browser.see_path("/news/");
    browser.see_heading(&list);
    browser.see_scrolled(in_list);
    browser.forward();
    browser.see_path(&article_path);
    browser.see_heading(&article);
    browser.forward();
    browser.see_path(&to_chain);
    browser.see_heading(words.chain.title);
    // At once from the chain to the list, which the app had left.
    browser.run::<()>("history.go(-2)", &[]);
    browser.see_path("/news/");
    browser.see_heading(&list);
    browser.see_scrolled(in_list);
    browser.expect_empty_console("after all these ways");
}

/// Another page's HTML, as a host's fallback serves it, brings another program.
#[test]
fn the_wrong_page_s_html_calls_the_right_program() {
    let site = Published::shared().copy("fallback-of-another-door");
    let (home, chain) = (site.page("/"), site.page("/chain/"));
    site.write("chain/index.html", &home);
    site.write("about/index.html", &chain);
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/chain/");
    browser.see_heading(words.chain.title);
    assert_eq!(fetched(&browser), ["app", "chain"]);
    browser.visit("/about/");
    browser.see_heading(words.about.title);
    browser.expect_empty_console("under another page's HTML");
}

/// What does not come of a page of the chain: the page stands without the app, and says so.
fn stands_without(missing: &str) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    browser.block(&[missing]);
    browser.follow_link(words.shell.chain);
    browser.see_heading(words.chain.title);
    browser.wait_until("the page says that the app is not there", |browser| {
        browser.root("data-app") == "absent"
    });
    // Whose links are links.
    browser.follow_link(words.shell.figures);
    browser.see_heading(words.figures.title);
    browser.see_app_live();
}

#[test]
fn a_program_that_does_not_come_leaves_the_page_and_says_so() {
    stands_without("*/chain-*.wasm");
}

#[test]
fn a_chain_s_document_that_does_not_come_leaves_the_page_and_says_so() {
    stands_without("*/content/v1/zh-Hans/chain.json");
}

/// A page from a cache, and the document that was published since.
#[test]
fn a_chain_s_page_with_a_newer_document_is_drawn_anew() {
    let site = Published::shared().copy("newer-document");
    let path = "content/v1/zh-Hans/chain.json";
    let document = site.read(path);
    let name = r#""name":"电解铝""#;
    assert!(document.contains(name));
    site.write(path, &document.replace(name, r#""name":"新写的电解铝""#));
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/chain/");
    browser.see("新写的电解铝");
    browser.see_heading(Lang::ZhHans.words().chain.title);
    browser.expect_empty_console("with a newer document");
}
