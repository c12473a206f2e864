//! What frames every page: skip link, navigation, language, appearance.

use model::Lang;

use crate::common::{Kind, Published, Server, kinds};
use crate::harness::{Browser, Key, left_out};

fn open() -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    (server, browser)
}

#[test]
fn the_first_stop_of_the_keyboard_leads_past_the_header() {
    let (_server, browser) = open();
    let words = Lang::ZhHans.words();
    browser.visit("/news/");
    browser.press(Key::Tab);
    assert_eq!(browser.focused(), words.shell.skip);
    browser.press(Key::Enter);
    browser.wait_until("the focus is in the main part", |browser| {
        browser.run("return document.activeElement.matches('main, main *')", &[])
    });
    browser.press(Key::Tab);
    assert!(
        browser.run::<bool>("return document.activeElement.matches('main *')", &[]),
        "after the skip link, Tab leads to {:?}",
        browser.focused()
    );
}

#[test]
fn the_navigation_says_where_one_is() {
    let (_server, browser) = open();
    let words = Lang::ZhHans.words();
    let current = |browser: &Browser| -> (String, String) {
        browser.run(
            "const all = document.querySelectorAll('header nav [aria-current]');
             return all.length === 1 ? [all[0].textContent.trim(), all[0].getAttribute('aria-current')] : ['', ''];",
            &[],
        )
    };
    browser.visit("/");
    assert_eq!(current(&browser), (words.shell.home.into(), "page".into()));
    browser.follow_link(words.shell.members);
    browser.see_path("/members/");
    browser.wait_until("the members are current", |browser| {
        current(browser) == (words.shell.members.into(), "page".into())
    });
    let article = kinds(Published::shared())
        .into_iter()
        .find(|page| page.kind == Kind::Article && page.path.starts_with("/news/"))
        .unwrap();
    browser.visit(&article.path);
    assert_eq!(current(&browser), (words.shell.news.into(), "true".into()));
}

#[test]
fn the_language_switch_leads_to_the_same_page() {
    let (_server, browser) = open();
    browser.visit("/");
    let (zh, en) = (Lang::ZhHans.words(), Lang::En.words());
    browser.follow_link(zh.shell.chain);
    browser.see_heading(zh.chain.title);
    browser.follow_link(Lang::En.endonym());
    browser.see_path("/en/chain/");
    browser.see_app_live();
    browser.see_heading(en.chain.title);
    assert_eq!(
        browser.run::<String>("return document.documentElement.lang", &[]),
        "en"
    );
    assert_eq!(
        browser.root("data-lang"),
        "en",
        "what the reader has chosen is not remembered"
    );
    browser.follow_link(Lang::ZhHans.endonym());
    browser.see_path("/chain/");
    browser.see_heading(zh.chain.title);
    browser.expect_empty_console("after switching twice");
}

#[test]
fn the_system_s_dark_theme_is_followed() {
    if left_out("a system that changes its theme") {
        return;
    }
    let (_server, browser) = open();
    browser.prefer_theme("light");
    browser.visit("/");
    let paper = browser.background();
    browser.prefer_theme("dark");
    browser.wait_until("the page is dark", |browser| browser.background() != paper);
}
