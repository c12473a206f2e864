//! Addresses that chats, apps and people have passed on, as a reader opens them.

use model::Lang;

use crate::common::{Kind, Published, Server, kinds};
use crate::harness::{Browser, Folder};

/// What WeChat, QQ, Weibo and those who count add.
const ADDED: &str = "tdsourcetag=s_pctim_aiomsg&sharer_shareinfo=x&sharer_shareinfo_first=x\
    &from=singlemessage&isappinstalled=0&scene=1&clicktime=1&enterid=1&nsukey=Ab%2Bc%3D\
    &wxfid=1&spm=a2.1&share_token=9f&utm_source=weibo&fbclid=x&gclid=y";

#[test]
fn what_was_added_to_an_address_is_nobodys_fault_on_any_page() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for page in kinds(Published::shared()) {
        if page.kind == Kind::NotFound {
            continue;
        }
        browser.visit(&page.path);
        let heading = browser.heading();
        browser.visit(&format!("{}?{ADDED}", page.path));
        browser.see_heading(&heading);
        let noted: String = browser.run(
            "const notes = document.querySelector('.notes');
             return notes?.checkVisibility() ? notes.textContent : ''",
            &[],
        );
        assert_eq!(noted, "", "{}", page.path);
        browser.expect_empty_console(&page.path);
    }
}

#[test]
fn a_scenario_survives_what_an_address_went_through() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    // Numbers on their way to where they go are not compared.
    browser.reduce_motion(true);
    let amounts = |browser: &Browser| -> Vec<String> {
        browser.run(
            "return [...document.querySelectorAll('.diagram__amount')]
                 // The drawing that is turned away is not kept up.
                 .filter(it => it.checkVisibility())
                 .map(it => it.textContent)",
            &[],
        )
    };
    for path in ["/chain/", "/embed/chain/", "/en/chain/recycled/"] {
        browser.visit(path);
        let before = amounts(&browser);
        browser.visit(&format!("{path}?quantity=co2&recycled-share=60"));
        browser.wait_until("it is followed", |browser| amounts(browser) != before);
        let expected = amounts(&browser);
        for query in [
            "quantity=co2&amp;recycled-share=60",
            "quantity=co2%26amp%3Brecycled-share%3D60",
            "quantity=co2＆recycled-share＝６０",
            "tdsourcetag=s&quantity=co2&recycled-share=60。",
            "quantity=co2&recycled-share=60）",
        ] {
            browser.visit(&format!("{path}?{query}"));
            browser.wait_until(&format!("{path}?{query} is followed"), |browser| {
                amounts(browser) == expected
            });
            let noted: bool = browser.run(
                "return document.querySelector('.notes').checkVisibility()",
                &[],
            );
            assert!(!noted, "{path}?{query}");
        }
    }
    browser.visit("/chain/?quantity=co2&amp;recycled-share=60");
    browser.wait_until("the share is there", |browser| {
        browser.value("#value-recycled-share") == "60"
    });
}

#[test]
fn a_search_survives_what_an_address_went_through() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for query in [
        "q=%E5%B9%BF%E5%85%83&amp;kind=company&utm_source=x",
        "q=%E5%B9%BF%E5%85%83%26amp%3Bkind%3Dcompany",
        "q＝广元＆kind＝company。",
        "q=%E5%B9%BF%E5%85%83&kind=company&year=%EF%BC%8C",
    ] {
        browser.visit(&format!("/search/?{query}"));
        browser.wait_until(&format!("{query} finds companies"), |browser| {
            browser.run(
                "const hits = [...document.querySelectorAll('.find__found h3 a')];
                 return hits.length > 0
                     && hits.every(hit => hit.getAttribute('href').startsWith('/members/'))",
                &[],
            )
        });
        assert_eq!(browser.value("#find"), "广元", "{query}");
    }
}

/// Where readers come who have an address almost right.
const ALMOST: [(&str, &str); 9] = [
    ("/zh-Hant/", "/zh-hant/"),
    ("/ZH-TW/chain/?quantity=co2", "/zh-hant/chain/?quantity=co2"),
    ("/zh-cn/news/", "/news/"),
    ("/En/About", "/en/about/"),
    ("//figures//", "/figures/"),
    ("/Members/INDEX.HTML", "/members/"),
    ("/chain/。", "/chain/"),
    ("/chain，请看", "/chain/"),
    ("/chain/？recycled-share=60", "/chain/?recycled-share=60"),
];

#[test]
fn who_has_an_address_almost_right_is_led_there_by_the_server() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for (path, expected) in ALMOST {
        browser.visit(path);
        browser.see_path(expected);
    }
}

#[test]
fn who_has_an_address_almost_right_is_led_there_by_the_page_for_what_is_not_there() {
    // A host that does nothing but serve files.
    let host = Folder::serve(&Published::shared().folder);
    let browser = Browser::open(&host.origin);
    for (path, expected) in ALMOST {
        browser.visit_plainly(path);
        browser.see_path(expected);
        browser.see_app_live();
        assert_ne!(
            browser.heading(),
            Lang::ZhHans.words().states.not_found_title
        );
    }
    // What cannot be meant stays where it is, and so does what is right.
    for path in ["/no-such-page/", "/铝/", "/news/no-such-article/"] {
        browser.visit(path);
        browser.see_heading(Lang::ZhHans.words().states.not_found_title);
        assert_eq!(
            browser.run::<String>("return decodeURI(location.pathname)", &[]),
            path
        );
    }
}
