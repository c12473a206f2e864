//! A picture as large as the screen.

use model::Lang;
use model::words::ViewWords;

use crate::common::Server;
use crate::harness::{Browser, DRAWN, ILLUSTRATED, Key, illustrated};

const WIDTHS: [u32; 2] = [390, 1280];

fn words() -> &'static ViewWords {
    &Lang::ZhHans.words().view
}

fn article() -> String {
    format!("/news/{ILLUSTRATED}/")
}

fn open() -> (Server, Browser) {
    let server = Server::start(&illustrated().folder);
    let browser = Browser::open(&server.origin);
    (server, browser)
}

/// The words of the picture that fills the dialog, once it is loaded; empty when it is
/// closed.
fn shown(browser: &Browser) -> String {
    browser.run(
        "const dialog = document.querySelector('dialog[open]');
         if (!dialog) return '';
         const box = dialog.getBoundingClientRect();
         const middle = box.left + box.width / 2;
         const seen = [...dialog.querySelectorAll('img')].find(img => {
             const { left, right } = img.getBoundingClientRect();
             return left <= middle && middle <= right && img.complete && img.naturalWidth > 0;
         });
         return seen?.alt ?? ''",
        &[],
    )
}

fn see_shown(browser: &Browser, id: &str) {
    let alt = if id.is_empty() {
        String::new()
    } else {
        format!("程序画的图样 {id}")
    };
    browser.wait_until(&format!("{id:?} is shown"), |browser| shown(browser) == alt);
}

/// A picture of the page, by its place.
fn click_picture(browser: &Browser, index: usize) {
    let alt = format!("main a:has(img[alt$=' {}'])", DRAWN[index]);
    let link = browser.find(&alt, "");
    browser.click(&link);
}

fn has_focus(browser: &Browser, index: usize) -> bool {
    browser.run(
        "return document.activeElement.querySelector?.('img')?.alt.endsWith(arguments[0]) ?? false",
        &[format!(" {}", DRAWN[index]).into()],
    )
}

#[test]
fn opens_turns_and_closes_by_pointer() {
    let (_server, browser) = open();
    for width in WIDTHS {
        browser.resize(width);
        browser.visit(&article());
        click_picture(&browser, 0);
        see_shown(&browser, DRAWN[0]);
        assert!(browser.sees("图样 cover。") && browser.sees("程序绘制"));
        browser.press_button(words().next);
        see_shown(&browser, DRAWN[1]);
        assert!(browser.announced().contains(&"第 2 张，共 5 张".to_owned()));
        browser.press_button(words().previous);
        see_shown(&browser, DRAWN[0]);
        // Past the first comes the last.
        browser.press_button(words().previous);
        see_shown(&browser, DRAWN[4]);
        browser.press_button(words().close);
        see_shown(&browser, "");
        assert!(has_focus(&browser, 0), "the focus is back");
        assert_eq!(browser.path(), article());
    }
    browser.expect_empty_console("after looking at pictures");
}

#[test]
fn opens_turns_and_closes_by_keyboard() {
    let (_server, browser) = open();
    browser.visit(&article());
    browser.run::<()>(
        "document.querySelectorAll('main .picture__link')[1].focus()",
        &[],
    );
    browser.press(Key::Enter);
    see_shown(&browser, DRAWN[1]);
    browser.press(Key::Right);
    see_shown(&browser, DRAWN[2]);
    browser.press(Key::Left);
    browser.press(Key::Left);
    see_shown(&browser, DRAWN[0]);
    // The focus stays inside.
    for _ in 0..6 {
        browser.press(Key::Tab);
        assert!(browser.run::<bool>(
            "return document.activeElement === document.body
                || document.activeElement.closest('dialog') !== null",
            &[]
        ));
    }
    browser.press(Key::Escape);
    see_shown(&browser, "");
    assert!(has_focus(&browser, 1), "the focus is back");
}

#[test]
fn the_way_back_closes_it_and_leads_on_from_there() {
    let (_server, browser) = open();
    browser.resize(390);
    browser.visit("/news/");
    let title = browser.link_to(&article());
    browser.follow_link(&title);
    browser.see_path(&article());
    for close in [true, false] {
        click_picture(&browser, 3);
        see_shown(&browser, DRAWN[3]);
        let place = browser.scrolled();
        match close {
            true => browser.back(),
            false => browser.press_button(words().close),
        }
        see_shown(&browser, "");
        browser.see_path(&article());
        assert!(
            (browser.scrolled() - place).abs() <= 2,
            "the page has moved"
        );
    }
    // However often it was opened and closed, one step leads to the page before.
    browser.wait_until("the step is gone", |browser| {
        browser.run("return !document.querySelector('dialog[open]')", &[])
    });
    browser.back();
    browser.see_path("/news/");
    browser.see_heading(Lang::ZhHans.words().news.title);
    browser.expect_empty_console("after the way back");
}

#[test]
fn a_thumb_turns_it() {
    let (_server, browser) = open();
    browser.resize(390);
    browser.visit(&article());
    browser.tap("main a:has(img[alt$=' cover'])");
    see_shown(&browser, DRAWN[0]);
    // Where a thumb leaves it, it snaps to the next, and a button goes on from there.
    browser.run::<()>(
        "document.querySelector('dialog ul').scrollLeft = innerWidth * 0.8",
        &[],
    );
    see_shown(&browser, DRAWN[1]);
    browser.press_button(words().next);
    see_shown(&browser, DRAWN[2]);
}

#[test]
fn has_no_barriers_and_nothing_is_cut_off() {
    let (_server, browser) = open();
    for width in WIDTHS {
        browser.resize(width);
        browser.visit(&article());
        for theme in ["light", "dark"] {
            browser.prefer_theme(theme);
            for index in [0, 2] {
                click_picture(&browser, index);
                see_shown(&browser, DRAWN[index]);
                assert_eq!(browser.barriers(), [] as [&str; 0], "{width}, {theme}");
                let out: Vec<String> = browser.run(
                    "const wide = document.querySelector('dialog[open]').clientWidth;
                     return [...document.querySelectorAll('dialog img, dialog p, dialog button')]
                         .filter(it => it.checkVisibility({ visibilityProperty: true }))
                         .map(it => [it, it.getBoundingClientRect()])
                         .filter(([it, box]) => box.top < -1 || box.bottom > innerHeight + 1
                             || box.right > wide + 1)
                         .filter(([it, box]) => box.left >= 0 && box.left < wide - 1)
                         .map(([it, box]) => `${it.outerHTML.slice(0, 80)} ${JSON.stringify(box)}`)",
                    &[],
                );
                assert_eq!(out, [] as [&str; 0], "{width}, {theme}");
                browser.press(Key::Escape);
                see_shown(&browser, "");
            }
        }
    }
}

#[test]
fn without_the_app_a_picture_leads_to_its_largest_file() {
    let (_server, browser) = open();
    browser.block(&["*.wasm"]);
    browser.visit_plainly(&article());
    click_picture(&browser, 0);
    browser.wait_until("the file is there", |browser| {
        let path = browser.path();
        path.starts_with("/media/1280-") && path.ends_with(".jpg")
    });
}
