//! Narrowing the lists: by links, which stand in the address, and by typing.

use model::Lang;
use model::document::Document;

use crate::common::{Published, Server, document};
use crate::harness::{Browser, Key};

#[test]
fn news_narrows_by_topic_and_year_and_back_widens_again() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    let Document::News(all) = document(site, "/news/") else {
        panic!("no list of news");
    };
    let topic = all.categories.iter().max_by_key(|topic| topic.count);
    let topic = topic.unwrap();
    let year = &all.years[0];

    browser.visit("/news/");
    let whole = browser.heading();
    browser.open_fold();
    browser.follow_link(&topic.name);
    browser.see_path(&format!("/news/topic/{}/", topic.id));
    let by_topic = browser.see_other_heading(&whole);
    assert!(by_topic.contains(&topic.name), "{by_topic}");

    browser.open_fold();
    let choice = browser.first_link("main nav a[href*='/year/']");
    let path = browser.href_of(&choice);
    browser.click(&choice);
    browser.see_path(&path);
    let by_both = browser.see_other_heading(&by_topic);
    assert!(by_both.contains(&topic.name), "{by_both}");

    browser.back();
    browser.see_heading(&by_topic);
    browser.back();
    browser.see_heading(&whole);

    // The address alone is enough.
    browser.visit(&format!("/news/year/{}/", year.id));
    browser.wait_until("the heading names the year", |browser| {
        browser.heading().contains(&year.id)
    });
    browser.see(&words.news.count.replace("{}", &year.count.to_string()));
    browser.expect_empty_console("after narrowing");
}

#[test]
fn a_company_is_looked_for_from_the_list_of_companies() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    let Document::Members(all) = document(site, "/members/") else {
        panic!("no list of companies");
    };
    let wanted = &all.companies[0];
    browser.visit("/members/");
    let field = browser.find("main input", words.members.search);
    browser.type_into(&field, &wanted.name.text);
    browser.press(Key::Enter);
    browser.see_heading(words.search.title);
    browser.wait_until("only companies are looked for", |browser| {
        browser.run::<String>(
            "return new URLSearchParams(location.search).get('kind') ?? ''",
            &[],
        ) == "company"
    });
    browser.follow_link(&wanted.name.text);
    browser.see_heading(&wanted.name.text);
    browser.expect_empty_console("after looking for a company");
}

#[test]
fn members_narrow_by_link_of_the_chain() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    let Document::Members(all) = document(site, "/members/") else {
        panic!("no list of companies");
    };
    browser.resize(390);
    browser.visit("/members/");
    let whole = browser.heading();
    browser.open_fold();
    let choice = browser.first_link("main nav a[href*='/members/stage/']");
    let path = browser.href_of(&choice);
    browser.click(&choice);
    browser.see_path(&path);
    browser.see_other_heading(&whole);
    let Document::Members(narrowed) = document(site, &path) else {
        panic!("{path} is no list of companies");
    };
    assert!(narrowed.companies.len() < all.companies.len());
    let mut listed: Vec<String> = browser.run(
        "return [...document.querySelectorAll('main li a')]
            .filter(link => link.checkVisibility())
            .map(link => link.getAttribute('href') ?? '')
            .filter(path => /^\\/members\\/[^/]+\\/$/.test(path))",
        &[],
    );
    listed.dedup();
    assert_eq!(listed.len(), narrowed.companies.len());
}
