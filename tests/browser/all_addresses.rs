//! Every address of the site, one after the other.

use model::Lang;
use model::routes::lang_of;

use crate::common::{Published, Server, addresses, kinds};
use crate::harness::Browser;

#[test]
fn every_chinese_address_is_hydrated_with_an_empty_console() {
    visit_all(|path| lang_of(path) == Lang::ZhHans);
}

/// They are the same pages as the others, in other characters: one of every
/// kind will do.
#[test]
fn every_kind_of_traditional_page_is_hydrated_with_an_empty_console() {
    visit_all(|path| {
        let kinds = kinds(Published::shared());
        lang_of(path) == Lang::ZhHant
            && kinds
                .iter()
                .any(|page| path.strip_prefix("/zh-hant") == Some(&page.path))
    });
}

#[test]
fn every_english_address_is_hydrated_with_an_empty_console() {
    visit_all(|path| lang_of(path) == Lang::En);
}

fn visit_all(wanted: fn(&str) -> bool) {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(
        "addEventListener('DOMContentLoaded', () => {
             window.published = document.querySelector('main');
         });",
    );
    let mut faults = Vec::new();
    for path in addresses(site).iter().filter(|path| wanted(path)) {
        browser.visit(path);
        if !browser.run::<bool>("return window.published.isConnected", &[]) {
            faults.push(format!("{path} was drawn anew, not taken over"));
        }
        if browser.heading().is_empty() {
            faults.push(format!("{path}: not exactly one h1 with a text"));
        }
        for request in browser.foreign_requests() {
            faults.push(format!("{path} asked another host: {request}"));
        }
        for line in browser.console() {
            faults.push(format!("{path}: {line}"));
        }
        // A fault of the shell is on every page: enough is enough.
        if faults.len() > 20 {
            break;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The status of the page itself is all that the console may say.
#[test]
fn an_address_without_page_is_hydrated_and_leads_on() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    for (accepted, path, lang) in [
        ("zh-CN,zh;q=0.9", "/no-such-page/", Lang::ZhHans),
        ("zh-CN,zh;q=0.9", "/en/no-such-page/", Lang::En),
        ("zh-CN,zh;q=0.9", "/news/no-such-article/", Lang::ZhHans),
        ("zh-TW,zh;q=0.9", "/no-such-page/", Lang::ZhHant),
        ("en-GB,en;q=0.9", "/no-such-page/", Lang::En),
    ] {
        let words = lang.words();
        browser.prefer_languages(accepted);
        browser.visit(path);
        browser.see_heading(words.states.not_found_title);
        let console = browser.console();
        let status = |line: &&String| line.contains(path) && line.contains("404");
        assert!(
            console.iter().all(|line| status(&line)),
            "at {path}, the console says {console:?}"
        );
        browser.follow_link(words.shell.news);
        browser.see_heading(words.news.title);
    }
}
