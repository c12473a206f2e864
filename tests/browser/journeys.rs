//! The way of a reader through the site, by pointer and by keyboard, on a
//! phone and on a wide screen.

use model::document::Document;
use model::routes::{Address, Route};
use model::{Lang, StageId};

use crate::common::{Published, Server, document};
use crate::harness::{Browser, Key};

/// What the reader uses.
#[derive(Clone, Copy)]
enum Hand {
    Pointer,
    Keyboard,
}

impl Hand {
    /// Gets to a link, which scrolls there, and follows it. Says how far the
    /// page was scrolled.
    fn follow(self, browser: &Browser, name: &str) -> i64 {
        match self {
            Hand::Pointer => {
                let link = browser.find("main a[href]", name);
                browser.point_at(&link);
                let scrolled = browser.scrolled();
                browser.press_pointer();
                scrolled
            }
            Hand::Keyboard => {
                browser.reach(name);
                let scrolled = browser.scrolled_at_rest();
                browser.press(Key::Enter);
                scrolled
            }
        }
    }
}

#[test]
fn a_reader_follows_the_chain_by_pointer_on_a_phone() {
    follow_the_chain(390, Hand::Pointer);
}

#[test]
fn a_reader_follows_the_chain_by_pointer_on_a_wide_screen() {
    follow_the_chain(1280, Hand::Pointer);
}

#[test]
fn a_reader_follows_the_chain_by_keyboard_on_a_phone() {
    follow_the_chain(390, Hand::Keyboard);
}

#[test]
fn a_reader_follows_the_chain_by_keyboard_on_a_wide_screen() {
    follow_the_chain(1280, Hand::Keyboard);
}

/// A stage of the chain, a company on it, an article about that company.
struct Way {
    stage: String,
    stage_path: String,
    company: String,
    company_path: String,
    article: String,
    article_path: String,
}

fn a_way(site: &Published) -> Way {
    let path = |route| Address::new(Lang::ZhHans, route).path();
    for stage in StageId::ALL {
        let stage_path = path(Route::Chain(Some(stage)));
        let Document::Chain(page) = document(site, &stage_path) else {
            panic!("{stage_path} is no page of the chain");
        };
        let name = page.stages.iter().find(|other| other.id == stage).unwrap();
        for row in page.chosen.unwrap().companies {
            let company_path = path(Route::Member(row.id));
            let Document::Member(company) = document(site, &company_path) else {
                panic!("{company_path} is no page of a company");
            };
            if let Some(article) = company.news.first() {
                return Way {
                    stage: name.name.clone(),
                    stage_path,
                    company: row.name.text,
                    company_path,
                    article: article.title.text.clone(),
                    article_path: path(Route::Article(article.id.clone())),
                };
            }
        }
    }
    panic!("no company on the chain has an article");
}

fn follow_the_chain(width: u32, hand: Hand) {
    let site = Published::shared();
    let way = a_way(site);
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.resize(width);
    browser.visit("/");
    let home_title = browser.title();
    let home_heading = browser.heading();

    let stage = browser.link_to(&way.stage_path);
    // First it is held on to in the picture; from there leads the way.
    hand.follow(&browser, &stage);
    let open = Lang::ZhHans.words().picture.open;
    let home_scrolled = hand.follow(&browser, open);
    // The chain is drawn by a program of its own: the browser itself goes there and back.
    load(&browser, &way.stage_path, &way.stage, &home_title);
    let stage_title = browser.title();

    let stage_scrolled = hand.follow(&browser, &way.company);
    assert!(stage_scrolled > 0, "there is a position to come back to");
    load(&browser, &way.company_path, &way.company, &stage_title);
    let company_title = browser.title();

    browser.run::<()>("window.loadedOnce = true", &[]);
    hand.follow(&browser, &way.article);
    arrive(&browser, &way.article_path, &way.article, &company_title);
    browser.back();
    arrive(&browser, &way.company_path, &way.company, "");
    assert!(
        browser.run::<bool>("return window.loadedOnce === true", &[]),
        "on the way, a page was loaded anew"
    );

    browser.back();
    load(&browser, &way.stage_path, &way.stage, &company_title);
    browser.see_scrolled(stage_scrolled);
    browser.back();
    load(&browser, "/", &home_heading, &stage_title);
    browser.see_scrolled(home_scrolled);
    browser.forward();
    load(&browser, &way.stage_path, &way.stage, &home_title);
    browser.see_scrolled(stage_scrolled);
    browser.expect_empty_console("after the journey");
}

/// The page is there, loaded by the browser, which says its title aloud; and the app has
/// taken it over.
fn load(browser: &Browser, path: &str, heading: &str, left_title: &str) {
    browser.see_path(path);
    browser.see_app_live();
    assert!(browser.heading().contains(heading), "{}", browser.heading());
    assert_ne!(browser.title(), left_title);
}

/// The page is there, its heading has the focus, and the tab tells its title.
fn arrive(browser: &Browser, path: &str, heading: &str, left_title: &str) {
    browser.see_path(path);
    browser.wait_until(&format!("the heading names {heading:?}"), |browser| {
        browser.heading().contains(heading)
    });
    browser.wait_until("the focus is on the heading", |browser| {
        browser.focused() == browser.heading()
    });
    browser.wait_until("the tab tells the new title", |browser| {
        browser.title() != left_title
    });
    browser.wait_until("the title is said aloud", |browser| {
        let title = browser.title();
        browser.announced().contains(&title)
    });
}
