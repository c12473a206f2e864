//! Readers find things: from the header to what they looked for.

use model::Lang;
use model::document::Document;
use model::routes::{Address, Route};

use crate::common::{Published, Server, document};
use crate::harness::{Browser, Key};

/// The addresses of what is found.
fn hits(browser: &Browser) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll('.find__found h3 a')]
            .filter(link => link.checkVisibility())
            .map(link => link.getAttribute('href'))",
        &[],
    )
}

fn marked(browser: &Browser) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll('.find__found mark')].map(mark => mark.textContent)",
        &[],
    )
}

fn look_for(browser: &Browser, lang: Lang, typed: &str) {
    let field = browser.find("main input", lang.words().search.label);
    browser.type_into(&field, typed);
}

fn see_hit(browser: &Browser, path: &str) {
    browser.wait_until(&format!("{path} is found"), |browser| {
        hits(browser).iter().any(|hit| hit == path)
    });
}

fn query(browser: &Browser) -> String {
    browser.run("return location.search", &[])
}

#[test]
fn from_the_header_to_what_was_looked_for_on_a_wide_screen() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.resize(1280);
    browser.visit("/about/");
    let field = browser.find("header input", words.search.label);
    browser.type_into(&field, "林丰");
    browser.press(Key::Enter);
    browser.see_heading(words.search.title);
    see_hit(&browser, "/members/linfeng/");
    assert_eq!(browser.value("main input"), "林丰");
    assert!(marked(&browser).iter().all(|mark| mark == "林丰"));
    assert!(!marked(&browser).is_empty());
    let Document::Member(company) = document(Published::shared(), "/members/linfeng/") else {
        panic!("no such company");
    };
    browser.follow_link(&company.row.name.text);
    browser.see_path("/members/linfeng/");
    browser.back();
    browser.see_heading(words.search.title);
    see_hit(&browser, "/members/linfeng/");
    assert_eq!(browser.value("main input"), "林丰");
    browser.expect_empty_console("after a search");
}

#[test]
fn on_a_phone_a_sign_leads_to_the_search_and_typing_finds() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.resize(390);
    browser.visit("/");
    browser.follow_link(words.search.title);
    browser.see_heading(words.search.title);
    for typed in ["zhongfu", "zhong fu", "zf", "中孚"] {
        look_for(&browser, Lang::ZhHans, typed);
        browser.wait_until("the address keeps it", |browser| {
            browser.run::<String>(
                "return new URLSearchParams(location.search).get('q') ?? ''",
                &[],
            ) == typed
        });
        see_hit(&browser, "/members/zhongfu/");
    }
    look_for(&browser, Lang::ZhHans, "查无此词");
    browser.see(words.search.none);
    assert!(hits(&browser).is_empty());
    browser.expect_empty_console("after typing");
}

#[test]
fn results_narrow_by_kind_and_year_and_the_address_keeps_it() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    browser.resize(1280);
    browser.visit("/search/?q=%E5%B9%BF%E5%85%83");
    browser.wait_until("something is found", |browser| !hits(browser).is_empty());
    let first = "document.querySelector('.find__found li:has(h3)')";
    let _: () = browser.run(&format!("{first}.read = true"), &[]);
    browser.press_button(words.search.more);
    browser.wait_until("more is found", |browser| hits(browser).len() > 10);
    let kept: bool = browser.run(&format!("return {first}.read === true"), &[]);
    assert!(kept, "what is on screen already stays when more comes");
    let kind = browser.first_link(".find__found .filter a[href*='kind=company']");
    browser.click(&kind);
    browser.wait_until("only companies", |browser| {
        let hits = hits(browser);
        !hits.is_empty() && hits.iter().all(|hit| hit.starts_with("/members/"))
    });
    assert!(query(&browser).contains("&kind=company"));
    browser.reload();
    browser.wait_until("still only companies", |browser| {
        let hits = hits(browser);
        !hits.is_empty() && hits.iter().all(|hit| hit.starts_with("/members/"))
    });
    let kind = browser.first_link(".find__found .filter a[href*='kind=news']");
    browser.click(&kind);
    browser.wait_until("only news", |browser| {
        let hits = hits(browser);
        !hits.is_empty() && hits.iter().all(|hit| hit.starts_with("/news/"))
    });
    let year = browser.first_link(".find__found .filter a[href*='year=2025']");
    browser.click(&year);
    browser.wait_until("only that year", |browser| {
        let dates: Vec<String> = browser.run(
            "return [...document.querySelectorAll('.find__found li .headline-list__date')].map(date => date.textContent)",
            &[],
        );
        !dates.is_empty() && dates.iter().all(|date| date.contains("2025"))
    });
    browser.expect_empty_console("after filters");
}

#[test]
fn a_filter_that_is_clicked_with_a_key_held_is_left_to_the_browser() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/search/?q=%E5%B9%BF%E5%85%83");
    browser.wait_until("something is found", |browser| !hits(browser).is_empty());
    let refused: Vec<bool> = browser.run(
        "const link = document.querySelector(\".find__found .filter a[href*='kind=company']\");
         const keys = [{ ctrlKey: true }, { metaKey: true }, {}];
         return keys.map(key => {
           const click = new MouseEvent('click', { bubbles: true, cancelable: true, ...key });
           let refused;
           const look = event => { refused = event.defaultPrevented; event.preventDefault(); };
           addEventListener('click', look, { once: true });
           link.dispatchEvent(click);
           return refused;
         });",
        &[],
    );
    assert_eq!(refused, [false, false, true]);
}

#[test]
fn a_file_that_does_not_come_can_be_asked_for_again() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::En.words();
    browser.visit("/en/search/");
    browser.block(&["*.bin"]);
    look_for(&browser, Lang::En, "aluminium");
    browser.see(words.search.failed);
    browser.unblock();
    browser.press_button(words.states.retry);
    browser.wait_until("something is found", |browser| !hits(browser).is_empty());
    assert!(!browser.sees(words.search.failed));
}

#[test]
fn a_term_that_is_found_opens_where_it_is_explained() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/search/?q=%E5%86%B0%E6%99%B6%E7%9F%B3");
    see_hit(&browser, "/chain/#term-cryolite");
    let hit = browser.first_link(".find__found h3 a[href*='#term-']");
    browser.click(&hit);
    browser.wait_until("what it means is open", |browser| {
        browser.run(
            "return document.querySelector('#term-cryolite:popover-open') !== null",
            &[],
        )
    });
    browser.expect_empty_console("after a term was opened");
}

#[test]
fn one_script_finds_the_other_and_marks_it() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for (address, mark) in [
        ("/zh-hant/search/?q=%E8%91%97%E5%8A%9B", "著力"),
        ("/zh-hant/search/?q=%E7%9D%80%E5%8A%9B", "著力"),
        ("/search/?q=%E8%91%97%E5%8A%9B", "着力"),
    ] {
        browser.visit(address);
        browser.wait_until(&format!("{mark} is marked by {address}"), |browser| {
            marked(browser).iter().any(|text| text == mark)
        });
    }
}

#[test]
fn what_is_typed_in_pinyin_or_as_a_short_name_is_marked() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for (lang, typed, mark) in [
        (Lang::ZhHans, "zhongf", "中孚"),
        (Lang::ZhHans, "lf", "林丰"),
        (Lang::ZhHans, "林丰铝电", "林丰铝电"),
        (Lang::ZhHant, "lf", "林豐"),
        (Lang::En, "zf", "中孚"),
    ] {
        browser.visit(&Address::new(lang, Route::Search).path());
        look_for(&browser, lang, typed);
        browser.wait_until(&format!("{mark} is marked by {typed}"), |browser| {
            marked(browser).iter().any(|text| text == mark)
        });
    }
}

#[test]
fn a_title_that_is_pasted_whole_finds_its_article_first() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    for home in ["/", "/zh-hant/", "/en/"] {
        let path = format!("{home}news/2025-10-31-output/");
        let Document::Article(article) = document(site, &path) else {
            panic!("{path} is no article");
        };
        browser.visit(&format!("{home}search/"));
        let lang = Address::parse(home).unwrap().lang;
        look_for(&browser, lang, &article.headline.title.text);
        see_hit(&browser, &path);
        assert_eq!(hits(&browser)[0], path);
        assert!(!marked(&browser).is_empty(), "it is marked in {path}");
        browser.expect_empty_console(&path);
    }
}

#[test]
fn without_scripts_the_search_says_so_and_leads_to_the_archive() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open_without_scripts(&server.origin);
    let words = Lang::ZhHans.words();
    browser.visit_plainly("/search/?q=%E9%93%9D");
    assert!(browser.sees(words.search.without_app));
    browser.follow_link(words.search.archive);
    browser.see_path("/news/");
}
