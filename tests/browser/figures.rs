//! A figure's own page: on the way from the series and back, in another language, and
//! without a script.

use model::Lang;

use crate::common::{Published, Server};
use crate::harness::Browser;

const PAGE: &str = "/figures/output-value-full-scope/2024/";
const NAME: &str = "铝基新材料产业产值，2024年";
const ENGLISH: &str = "Output value of aluminium-based materials, 2024";

fn open() -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    (server, browser)
}

#[test]
fn a_number_leads_to_its_page_and_back_to_its_series() {
    let (_server, browser) = open();
    for width in [390, 1280] {
        browser.resize(width);
        browser.visit("/figures/");
        browser.run::<()>("window.loadedOnce = true", &[]);
        let number = browser.first_link(&format!("main a[href='{PAGE}']"));
        browser.point_at(&number);
        let scrolled = browser.scrolled();
        browser.press_pointer();
        browser.see_path(PAGE);
        browser.see_heading(NAME);
        for text in [
            "419 亿元",
            "同比",
            "+30%",
            "广元市人民政府新闻办公室 2025-11-11",
        ] {
            browser.see(text);
        }
        // Beside it stand the others of the series.
        browser.follow_link("82.1");
        browser.see_heading("铝基新材料产业产值，2020年");
        browser.back();
        browser.see_heading(NAME);
        browser.back();
        browser.see_heading(Lang::ZhHans.words().figures.title);
        browser.see_scrolled(scrolled);
        assert!(
            browser.run::<bool>("return window.loadedOnce === true", &[]),
            "on the way, a page was loaded anew"
        );
        browser.visit(PAGE);
        let series = "main a[href='/figures/#output-value-full-scope']";
        browser.click(&browser.first_link(series));
        browser.see_path("/figures/#output-value-full-scope");
        browser.wait_until("its series is in view", |browser| {
            browser.run(
                "const { top } = document.getElementById('output-value-full-scope').getBoundingClientRect();
                 return top >= -1 && top < innerHeight",
                &[],
            )
        });
    }
    browser.expect_empty_console("after the way there and back");
}

#[test]
fn a_figure_is_the_same_in_another_language() {
    let (_server, browser) = open();
    browser.visit(PAGE);
    browser.follow_link(Lang::En.endonym());
    browser.see_path(&format!("/en{PAGE}"));
    browser.see_heading(ENGLISH);
    browser.see("41.9 billion yuan");
    browser.expect_empty_console("in English");
}

#[test]
fn a_figure_stands_as_published_without_scripts() {
    let (_server, browser) = open();
    browser.disable_scripts();
    browser.visit_plainly(PAGE);
    browser.see_heading(NAME);
    for text in ["419 亿元", "口径", "原题", "数不对？告诉我们", "344.07"] {
        browser.see(text);
    }
    browser.follow_link("344.07");
    browser.see_heading("铝基新材料产业产值，2025年1—9月");
}
