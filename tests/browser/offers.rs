//! Offers and needs: each goes by the reader's clock once the app is up.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::json;

use crate::common::{Published, Server, bundle, copy_folder};
use crate::harness::Browser;

/// The editors' bundle with two offers and a need that end far ahead.
fn board() -> &'static Published {
    static BOARD: OnceLock<Published> = OnceLock::new();
    BOARD.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("offers-bundle");
        let _ = fs::remove_dir_all(&folder);
        copy_folder(&bundle(), &folder);
        let offer = |id: &str, kind: &str, material: &str, until: &str| {
            json!({
                "id": id,
                "kind": kind,
                "material": material,
                "date": "2025-01-01",
                "until": until,
                "stages": ["recycled"],
                "source": "newssc-2025-11-23",
            })
        };
        let offers = json!({ "offers": [
            offer("ingot", "offer", "【测试】铝锭", "2099-01-10"),
            offer("billet", "offer", "【测试】铝棒", "2099-02-01"),
            offer("scrap", "need", "【测试】废铝", "2099-01-10"),
        ] });
        fs::write(folder.join("offers.json"), offers.to_string()).unwrap();
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("offers-board");
        let _ = fs::remove_dir_all(&out);
        Published::publish(&folder, &out)
    })
}

/// What stands under these on the page and can be seen.
fn seen(browser: &Browser, selector: &str) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll(arguments[0])]
            .filter(title => title.offsetParent !== null)
            .map(title => title.textContent)",
        &[json!(selector)],
    )
}

const TITLES: &str = ".event-card__title";
const SECTIONS: &str = ".section-heading__text";
const NOTHING: &str = "目前没有有效的供需信息";

#[test]
fn go_by_the_readers_clock() {
    let server = Server::start(&board().folder);
    let (ingot, billet, scrap) = ("【测试】铝锭", "【测试】铝棒", "【测试】废铝");
    for (instant, titles, sections) in [
        (
            "2099-01-10T23:59:59+08:00",
            &[ingot, billet, scrap][..],
            &["供应", "求购", "怎样联系"][..],
        ),
        (
            "2099-01-11T00:00:00+08:00",
            &[billet],
            &["供应", "怎样联系"],
        ),
        ("2099-02-02T00:00:00+08:00", &[], &["怎样联系"]),
    ] {
        let browser = Browser::open(&server.origin);
        browser.before_every_page(&format!("Date.now = () => Date.parse('{instant}')"));
        browser.visit("/offers/");
        browser.wait_until("the clock decides", |browser| {
            seen(browser, TITLES) == titles
        });
        assert_eq!(seen(&browser, SECTIONS), sections, "{instant}");
        assert_eq!(browser.sees(NOTHING), titles.is_empty(), "{instant}");
        browser.expect_empty_console("after the clock has decided");
    }
}

#[test]
fn are_found_by_the_navigation_and_by_the_search() {
    let server = Server::start(&board().folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/");
    browser.follow_link("供需");
    browser.see_heading("供需信息");
    browser.visit("/search/?q=废铝");
    browser.wait_until("it is found", |browser| browser.sees("【测试】废铝"));
    browser.follow_link("【测试】废铝");
    browser.see_heading("供需信息");
}

#[test]
fn stand_as_published_without_scripts() {
    let server = Server::start(&board().folder);
    let browser = Browser::open(&server.origin);
    browser.disable_scripts();
    browser.visit_plainly("/offers/");
    for text in ["【测试】铝锭", "求购", "有效期至", "2099年1月10日"] {
        browser.see(text);
    }
    assert!(!browser.sees(NOTHING));
}
