//! Events: to come by the day of publishing until the app is up, then by the reader's clock.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::common::{Published, Server, bundle, copy_folder};
use crate::harness::Browser;

/// The editors' bundle with two events that are far ahead.
fn ahead() -> &'static Published {
    static AHEAD: OnceLock<Published> = OnceLock::new();
    AHEAD.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("events-bundle");
        let _ = fs::remove_dir_all(&folder);
        copy_folder(&bundle(), &folder);
        let file = folder.join("events.json");
        let mut events: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for (id, title, start, end) in [
            (
                "ahead-1",
                "【测试】先开的会",
                "2099-01-10 09:00",
                "2099-01-10 11:30",
            ),
            (
                "ahead-2",
                "【测试】后开的会",
                "2099-02-01 09:00",
                "2099-02-01 11:30",
            ),
        ] {
            events["events"].as_array_mut().unwrap().push(json!({
                "id": id,
                "title": title,
                "kind": "conference",
                "start": start,
                "end": end,
                "place": "测试会场",
                "summary": "测试。",
                "source": "newssc-2025-11-23",
            }));
        }
        fs::write(&file, events.to_string()).unwrap();
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("events-ahead");
        let _ = fs::remove_dir_all(&out);
        Published::publish(&folder, &out)
    })
}

/// What stands in a part of the page and can be seen.
fn seen(browser: &Browser, selector: &str) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll(arguments[0])]
            .filter(title => title.offsetParent !== null)
            .map(title => title.textContent)",
        &[json!(selector)],
    )
}

const COMING: &str = ".event-card .event-card__title";
const PAST: &str = ".past-event__title";
const NEXT: &str = ".event-card .event-card__title";
const LAST: &str = ".event-line .event-card__title";

/// A browser whose clock stands at an instant of 2099.
fn at(server: &Server, instant: &str) -> Browser {
    let browser = Browser::open(&server.origin);
    browser.before_every_page(&format!("Date.now = () => Date.parse('{instant}')"));
    browser
}

#[test]
fn move_to_the_past_by_the_readers_clock() {
    let server = Server::start(&ahead().folder);
    let both = ["【测试】先开的会", "【测试】后开的会"];
    for (instant, coming, gone) in [
        ("2099-01-10T11:29:59+08:00", &both[..], 0),
        ("2099-01-10T11:30:00+08:00", &both[1..], 1),
        ("2099-03-01T00:00:00+08:00", &both[2..], 2),
    ] {
        let browser = at(&server, instant);
        browser.visit("/events/");
        browser.wait_until("the clock decides", |browser| {
            seen(browser, COMING) == coming
        });
        let past = seen(&browser, PAST);
        let newest_first: Vec<&str> = both[..gone].iter().rev().copied().collect();
        assert_eq!(past[..gone], newest_first, "{instant}");
        assert_eq!(past[gone], "2025川陕甘渝（广元）铝产业链协同发展大会");
        assert_eq!(browser.sees("目前没有已公布的活动"), coming.is_empty());
        browser.expect_empty_console("after the clock has decided");

        browser.visit("/");
        browser.wait_until("the clock decides", |browser| {
            seen(browser, NEXT) == coming[..coming.len().min(1)]
        });
        let last = match gone {
            0 => past[0].as_str(),
            gone => both[gone - 1],
        };
        assert_eq!(seen(&browser, LAST), [last]);
    }
}

#[test]
fn say_on_their_own_page_that_they_are_over() {
    let server = Server::start(&ahead().folder);
    for (instant, over) in [
        ("2099-01-10T11:29:59+08:00", false),
        ("2099-01-10T11:30:00+08:00", true),
    ] {
        let browser = at(&server, instant);
        browser.visit("/events/ahead-1/");
        browser.wait_until("the clock decides", |browser| {
            browser.sees("已结束") == over
        });
        assert_eq!(browser.sees("加入日历 .ics"), !over);
        // And when the reader comes from another page.
        browser.visit("/events/");
        browser.follow_link("【测试】先开的会");
        browser.see_heading("【测试】先开的会");
        browser.wait_until("the clock decides", |browser| {
            browser.sees("已结束") == over
        });
    }
}

#[test]
fn stand_as_published_without_scripts() {
    let server = Server::start(&ahead().folder);
    let browser = Browser::open(&server.origin);
    browser.disable_scripts();
    browser.visit_plainly("/events/");
    let page = ahead().page("/events/");
    assert!(page.contains("【测试】先开的会"));
    browser.see("加入日历 .ics");
    browser.see("2099年1月10日（周六）9:00—11:30");
    assert!(!browser.sees("目前没有已公布的活动"));
}
