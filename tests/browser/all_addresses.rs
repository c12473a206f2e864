//! Every address of the site, one after the other, in a soak; else one of every kind in
//! every language.

use model::Lang;
use model::routes::{Address, lang_of};

use crate::common::{Published, Server, addresses, kinds, soak};
use crate::harness::{Browser, left_out, not_looked_at};

#[test]
fn every_chinese_address_is_hydrated_with_an_empty_console() {
    visit_all(Lang::ZhHans);
}

#[test]
fn every_traditional_address_is_hydrated_with_an_empty_console() {
    visit_all(Lang::ZhHant);
}

#[test]
fn every_english_address_is_hydrated_with_an_empty_console() {
    visit_all(Lang::En);
}

/// The addresses in a language; but in a soak, those of which there is one for each kind.
fn chosen(site: &Published, lang: Lang) -> Vec<String> {
    let simplified = |path: &str| {
        let address = Address::parse(path).map(|address| address.in_lang(Lang::default()));
        address.map(|address| address.path()).unwrap_or_default()
    };
    let kinds: Vec<String> = kinds(site).into_iter().map(|page| page.path).collect();
    let mut paths = addresses(site);
    paths.retain(|path| lang_of(path) == lang && (soak() || kinds.contains(&simplified(path))));
    assert!(paths.len() > 15, "only {paths:?}");
    paths
}

fn visit_all(lang: Lang) {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    if browser.engine.has_devtools() {
        browser.before_every_page(
            "addEventListener('DOMContentLoaded', () => {
                 window.published = document.querySelector('main');
             });",
        );
    }
    let mut faults = Vec::new();
    for path in &chosen(site, lang) {
        browser.visit_plainly(path);
        let in_time = browser.engine.has_devtools() || is_before_the_app(&browser);
        browser.see_app_live();
        if !in_time {
            not_looked_at(browser.engine, &format!("whether {path} was drawn anew"));
        } else if !browser.run::<bool>("return window.published.isConnected", &[]) {
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

/// Marks what was published, where a script cannot do so before the app comes; not when
/// the app was faster.
fn is_before_the_app(browser: &Browser) -> bool {
    browser.run(
        "window.published = document.querySelector('main');
         return document.documentElement.dataset.app !== 'live'",
        &[],
    )
}

/// The status of the page itself is all that the console may say.
#[test]
fn an_address_without_page_is_hydrated_and_leads_on() {
    if left_out("a browser that asks for other languages") {
        return;
    }
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
