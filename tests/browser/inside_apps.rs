//! Inside WeChat and its like: no file gets out, and the page says what to do.

use model::Lang;

use crate::common::{Published, Server};
use crate::harness::Browser;

const WECHAT: &str = "Mozilla/5.0 (Linux; Android 14; V2309A Build/UP1A; wv) AppleWebKit/537.36 \
    (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 \
    MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 NetType/WIFI Language/zh_CN";

fn said(browser: &Browser) -> String {
    browser.run(
        "return document.querySelector('.export-panel [role=status]').textContent",
        &[],
    )
}

/// Counts what is handed to the browser to save.
const COUNT: &str = "
    window.saved = [];
    const click = HTMLElement.prototype.click;
    HTMLElement.prototype.click = function () {
        if (this.hasAttribute('download')) window.saved.push(this.getAttribute('download'));
        else click.call(this);
    };
";

fn saved(browser: &Browser) -> usize {
    browser.run("return window.saved.length", &[])
}

#[test]
fn what_cannot_be_saved_is_not_said_to_be() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = &Lang::ZhHans.words().take;
    browser.before_every_page(COUNT);
    browser.pretend_to_be(WECHAT);
    browser.resize(390);
    browser.visit("/chain/");
    for button in [2, 3] {
        browser.press_button(words.buttons[button]);
        browser.wait_until("it is said", |browser| said(browser) == words.inside);
        assert_eq!(saved(&browser), 0);
    }
    // A picture is shown to be pressed and held, and no way to a file beside it.
    for button in [0, 1, 4] {
        browser.press_button(words.buttons[button]);
        browser.wait_until("the picture is shown", |browser| {
            browser.run(
                "return (document.querySelector('#export-picture:popover-open img')?.naturalWidth ?? 0) > 0",
                &[],
            )
        });
        browser.wait_until("it says what to do with it", |browser| {
            let inside = if button == 1 { words.inside } else { "" };
            browser.sees(words.hold) && said(browser) == inside
        });
        assert!(!browser.sees(words.save));
        browser.press_button(words.close);
    }
    assert_eq!(saved(&browser), 0);
    for (path, files) in [
        ("/figures/", "/data/figures.csv"),
        ("/about/", "/data/sources.csv"),
    ] {
        browser.visit(path);
        assert!(
            !browser
                .href_of(&browser.first_link(&format!("a[href='{files}']")))
                .is_empty()
        );
        assert!(browser.sees(words.inside), "{path}");
    }
    browser.expect_empty_console("inside an app");
}

#[test]
fn in_a_browser_a_file_is_said_to_be_handed_over_when_it_was() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = &Lang::ZhHans.words().take;
    browser.before_every_page(COUNT);
    browser.visit("/chain/");
    browser.press_button(words.buttons[2]);
    browser.wait_until("it is said", |browser| said(browser).contains(".csv"));
    assert_eq!(saved(&browser), 1);
    let name: String = browser.run("return window.saved[0]", &[]);
    assert_eq!(said(&browser), words.made.replace("{}", &name));
    // A browser that refuses.
    browser.run::<()>(
        "URL.createObjectURL = () => { throw new DOMException('refused'); }",
        &[],
    );
    browser.press_button(words.buttons[3]);
    browser.wait_until("it is said", |browser| said(browser).contains(".json"));
    assert_eq!(saved(&browser), 1);
    let name = name.replace(".csv", ".json");
    assert_eq!(said(&browser), words.not_made.replace("{}", &name));
    browser.visit("/figures/");
    assert!(!browser.sees(words.inside));
}
