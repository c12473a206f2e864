//! Passing an article on: its poster, its address, paper, what the system has.

use model::Lang;
use model::words::NewsWords;

use crate::common::Server;
use crate::harness::{Browser, ILLUSTRATED, Key, PUBLIC, illustrated};

fn words() -> &'static NewsWords {
    &Lang::ZhHans.words().news
}

fn article() -> String {
    format!("/news/{ILLUSTRATED}/")
}

fn open() -> (Server, Browser) {
    let server = Server::start(&illustrated().folder);
    let browser = Browser::open(&server.origin);
    (server, browser)
}

/// What a phone makes of the code on a picture of the site.
fn code(browser: &Browser, path: &str) -> String {
    let bytes: Vec<u8> = browser.run_async(
        "const [path, done] = arguments;
         fetch(path).then(answer => answer.arrayBuffer()).then(bytes => done([...new Uint8Array(bytes)]))",
        &[path.into()],
    );
    let picture = image::load_from_memory(&bytes).unwrap().to_luma8();
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(
        picture.width() as usize,
        picture.height() as usize,
        |x, y| picture.get_pixel(x as u32, y as u32).0[0],
    );
    let grids = prepared.detect_grids();
    assert_eq!(grids.len(), 1, "{path}");
    grids[0].decode().unwrap().1
}

#[test]
fn the_poster_is_shown_to_be_held_and_leads_to_the_article() {
    let (_server, browser) = open();
    for (width, path, lang) in [
        (390, article(), Lang::ZhHans),
        (1280, format!("/en{}", article()), Lang::En),
    ] {
        browser.resize(width);
        browser.visit(&path);
        let word = lang.words().news.poster;
        let link = browser.find("main a", word);
        let address = browser.href_of(&link);
        assert_eq!(code(&browser, &address), format!("{PUBLIC}{path}"));
        browser.click(&link);
        browser.wait_until("the poster is shown", |browser| {
            browser.run(
                "const img = document.querySelector('dialog[open] img');
                 return img?.naturalWidth === 750 && img.naturalHeight === 1334",
                &[],
            )
        });
        browser.see(lang.words().take.hold);
        assert_eq!(browser.barriers(), [] as [&str; 0]);
        browser.press(Key::Escape);
        browser.wait_until("it is closed", |browser| {
            browser.run("return !document.querySelector('dialog[open]')", &[])
        });
        assert_eq!(browser.focused(), word);
    }
    browser.expect_empty_console("after the poster");
}

#[test]
fn without_the_app_the_poster_is_a_picture_to_go_to() {
    let (_server, browser) = open();
    browser.disable_scripts();
    browser.visit_plainly(&article());
    browser.follow_link(words().poster);
    browser.wait_until("the poster is there", |browser| {
        browser
            .path()
            .ends_with(&format!("/posters/{ILLUSTRATED}.png"))
    });
}

#[test]
fn the_system_is_given_the_page_where_it_shares() {
    let (_server, browser) = open();
    browser.before_every_page(
        "window.shared = [];
         Object.defineProperty(Navigator.prototype, 'share', {
             configurable: true,
             value(page) { window.shared.push([page.title, page.url]); return Promise.reject(new DOMException('no', 'AbortError')) },
         });",
    );
    browser.visit(&article());
    browser.press_button(words().share);
    browser.wait_until("it is shared", |browser| {
        browser.run("return window.shared.length === 1", &[])
    });
    let (title, url): (String, String) = browser.run("return window.shared[0]", &[]);
    assert_eq!(title, browser.title());
    assert!(url.ends_with(&article()), "{url}");
    browser.expect_empty_console("after the reader has thought better of it");
}

#[test]
fn nothing_offers_to_share_where_the_system_does_not() {
    let (_server, browser) = open();
    browser.before_every_page("delete Navigator.prototype.share");
    browser.visit(&article());
    assert!(browser.sees(words().copy));
    let offered: bool = browser.run(
        "return [...document.querySelectorAll('.share button')]
             .some(it => it.textContent === arguments[0] && it.checkVisibility())",
        &[words().share.into()],
    );
    assert!(!offered);
}
