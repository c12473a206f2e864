//! Addresses as they come back from those who passed them on.
#![allow(clippy::unwrap_used)]

use model::routes::{meant, parameter, typed};

#[test]
fn what_is_typed_is_read_whatever_an_address_went_through() {
    for search in [
        "?q=%E9%93%9D&kind=company&year=2025",
        "?q=%E9%93%9D&amp;kind=company&amp;year=2025",
        "?q=%E9%93%9D&amp;amp;kind=company&amp;year=2025",
        "?q=%E9%93%9D%26amp%3Bkind%3Dcompany%26amp%3Byear%3D2025",
        "?utm_source=x&q=%E9%93%9D&kind=company&from=timeline&year=2025",
        "？q＝铝＆kind＝company＆year＝2025",
        "?q%EF%BC%9D%E9%93%9D%EF%BC%86kind%EF%BC%9Dcompany&year=2025",
    ] {
        let read = ["q", "kind", "year"].map(|name| parameter(search, name));
        assert_eq!(read, ["铝", "company", "2025"], "{search}");
    }
}

#[test]
fn what_is_typed_may_hold_any_sign() {
    for (search, expected) in [
        ("?q=R%26D", "R&D"),
        ("?q=R%26D%26amp%3Bx", "R&D&amp;x"),
        ("?q=%E7%94%B2%EF%BC%86%E4%B9%99", "甲＆乙"),
        ("?q=a%3Db", "a=b"),
        ("?q=year", "year"),
        ("?faq=1&q=2", "2"),
        ("?q=1&q=2", "1"),
    ] {
        assert_eq!(typed(search), expected, "{search}");
    }
}

#[test]
fn an_address_that_is_almost_right_leads_to_the_page_that_was_meant() {
    for (path, expected) in [
        // A language under another name, or in capitals.
        ("/zh-Hant/", "/zh-hant/"),
        ("/ZH-HANT/NEWS/", "/zh-hant/news/"),
        ("/zh_TW/chain/", "/zh-hant/chain/"),
        ("/zh-tw/", "/zh-hant/"),
        ("/zh-HK/about", "/zh-hant/about/"),
        ("/zh-Hant-TW/", "/zh-hant/"),
        ("/zh-cn/", "/"),
        ("/zh-CN/news/", "/news/"),
        ("/zh-Hans/", "/"),
        ("/zh", "/"),
        ("/cn/figures/", "/figures/"),
        ("/En/", "/en/"),
        ("/en-US/search/", "/en/search/"),
        // Capitals, slashes, the name of a file.
        ("/News/2025-10-31-Output/", "/news/2025-10-31-output/"),
        ("/news", "/news/"),
        ("//news//", "/news/"),
        ("/en//chain///recycled", "/en/chain/recycled/"),
        ("/index.html", "/"),
        ("/News/INDEX.HTML", "/news/"),
        ("/Members/Link/Anode/", "/members/stage/anode/"),
        // What followed in a text.
        ("/chain/%E3%80%82", "/chain/"),
        ("/chain/。", "/chain/"),
        ("/chain，请看", "/chain/"),
        ("/en/chain/).", "/en/chain/"),
        ("/chain/\u{200b}", "/chain/"),
        ("/%E3%80%82", "/"),
        ("/about/%20", "/about/"),
        // What begins a query, in full width or packed.
        (
            "/chain/%EF%BC%9Frecycled-share=60",
            "/chain/?recycled-share=60",
        ),
        ("/chain/%3Frecycled-share%3D60", "/chain/?recycled-share=60"),
        ("/search？q＝铝", "/search/?q%EF%BC%9D%E9%93%9D"),
        ("/chain/%23stages", "/chain/"),
    ] {
        assert_eq!(meant(path, "").as_deref(), Some(expected), "{path}");
    }
}

#[test]
fn the_query_goes_along() {
    let led = |path, query| meant(path, query).unwrap();
    assert_eq!(led("/Chain/", "a=%E9%93%9D"), "/chain/?a=%E9%93%9D");
    assert_eq!(led("/chain/？a=1", "b=2"), "/chain/?a=1&b=2");
}

#[test]
fn nobody_is_led_anywhere_without_knowing_where() {
    for path in [
        // They are right.
        "/",
        "/news/",
        "/zh-hant/chain/recycled/",
        // No page of ours can be meant.
        "/铝/",
        "/chain/铝",
        "/wp-login.php",
        "/english/",
        "/fr/news/",
        "/robots.txt",
        "/.env",
        "/../",
        "/..;/secret.txt",
        "/news\\..\\..\\secret.txt",
        "/%2e%2e/news/",
        "//example.com",
        "//example.com/",
        "/%2f%2fexample.com/",
        "/https://example.com/",
        "/%00",
        "/%c0%ae%c0%ae/news/",
        "/．．/news/",
        "/news/%0d%0aX:%201/",
        "",
        "*",
    ] {
        assert_eq!(meant(path, ""), None, "{path}");
    }
}
