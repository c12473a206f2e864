//! The editors publish; readers see it, whatever page they have.

use std::fs;
use std::sync::OnceLock;

use model::Lang;
use model::document::Document;
use model::routes::{Address, NewsFilter, Route};
use serde_json::Value;

use crate::common::{Published, Server, bundle, copy_folder, document};
use crate::harness::Browser;

/// What the editors add to a headline.
const ADDED: &str = "（编辑更新）";

/// The bundle with one headline changed, published.
fn changed() -> &'static Published {
    static CHANGED: OnceLock<Published> = OnceLock::new();
    CHANGED.get_or_init(|| {
        let site = Published::shared().copy("changed");
        Published::publish(&changed_bundle(), &site.folder)
    })
}

fn changed_bundle() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("changed-bundle");
    copy_folder(&bundle(), &folder);
    let file = folder.join(format!("news/{}.json", article_id()));
    let mut article: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let title = match &mut article["title"] {
        Value::Object(languages) => &mut languages["zh-Hans"],
        title => title,
    };
    *title = Value::String(format!("{}{ADDED}", title.as_str().unwrap()));
    fs::write(&file, serde_json::to_string_pretty(&article).unwrap()).unwrap();
    folder
}

/// The newest article.
fn article_id() -> String {
    let news = Address::new(Lang::ZhHans, Route::News(NewsFilter::default()));
    match document(Published::shared(), &news.path()) {
        Document::News(page) => page.articles[0].id.clone(),
        other => panic!("{other:?} is no list of news"),
    }
}

fn article_path() -> String {
    Address::new(Lang::ZhHans, Route::Article(article_id())).path()
}

/// Puts what the editors have published where the server looks: the folder as
/// a whole is swapped, as publishing does.
fn put(site: &Published, new: &Published) {
    let old = site.folder.with_extension("old");
    let next = site.folder.with_extension("next");
    for folder in [&old, &next] {
        let _ = fs::remove_dir_all(folder);
    }
    copy_folder(&new.folder, &next);
    fs::rename(&site.folder, &old).unwrap();
    fs::rename(&next, &site.folder).unwrap();
}

/// What the reader does when coming back to the tab.
fn look_away_and_back(browser: &Browser) {
    browser.run::<()>(
        "document.dispatchEvent(new Event('visibilitychange'));
         window.dispatchEvent(new Event('focus'));",
        &[],
    );
}

#[test]
fn a_change_reaches_an_open_tab_without_a_reload() {
    let site = Published::shared().copy("open-tab");
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.visit(&article_path());
    browser.run::<()>("window.loadedOnce = true", &[]);
    let heading = browser.heading();
    assert!(!heading.contains(ADDED));

    put(&site, changed());
    browser.wait_until("the change is on the page", |browser| {
        look_away_and_back(browser);
        browser.heading().ends_with(ADDED)
    });
    browser.wait_until("the tab tells it, too", |browser| {
        browser.title().contains(ADDED)
    });
    browser.follow_link(Lang::ZhHans.words().shell.news);
    browser.see_path("/news/");
    browser.see(ADDED);
    assert!(browser.run::<bool>("return window.loadedOnce === true", &[]));
    browser.expect_empty_console("after the change came");
}

#[test]
fn html_older_than_the_documents_heals_itself() {
    let site = Published::shared().copy("stale-html");
    // With what was packed of the old ones, which would be served.
    let documents = site.folder.join("content");
    fs::remove_dir_all(&documents).unwrap();
    copy_folder(&changed().folder.join("content"), &documents);
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    assert!(!site.page(&article_path()).contains(ADDED));
    browser.visit(&article_path());
    browser.wait_until("the page has caught up", |browser| {
        browser.heading().ends_with(ADDED)
    });
    browser.expect_empty_console("after catching up");
}

#[test]
fn a_page_without_documents_fetches_them() {
    let site = Published::shared().copy("bare");
    let bare = bare(&site.page("/about/"));
    site.write("about/index.html", &bare);
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/about/");
    browser.see_heading(Lang::ZhHans.words().about.title);
    browser.follow_link(Lang::ZhHans.words().shell.figures);
    browser.see_heading(Lang::ZhHans.words().figures.title);
    browser.expect_empty_console("on the bare page");
}

#[test]
fn a_page_without_documents_says_when_they_do_not_come() {
    let site = Published::shared().copy("bare-failed");
    let bare = bare(&site.page("/about/"));
    site.write("about/index.html", &bare);
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    let words = Lang::ZhHans.words();
    // Without the words it has none of its own to say it in.
    browser.block(&["*/content/v1/*"]);
    browser.visit_plainly("/about/");
    browser.see("加载失败");
    browser.block(&["*/about.json", "*/site.json"]);
    browser.visit_plainly("/about/");
    browser.see(words.states.failed_title);
    browser.unblock();
    browser.press_button(words.states.retry);
    browser.see_heading(words.about.title);
}

/// Another page's HTML under this address, as a host's fallback serves it.
#[test]
fn the_wrong_page_s_html_shows_the_right_page() {
    let site = Published::shared().copy("fallback");
    site.write("about/index.html", &site.page("/"));
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.visit("/about/");
    browser.see_heading(Lang::ZhHans.words().about.title);
}

/// A page as Trunk makes it: nothing embedded, nothing in the body.
fn bare(html: &str) -> String {
    let (head, rest) = html
        .split_once("<script type=\"application/json\" id=\"documents\">")
        .unwrap();
    let (_, rest) = rest.split_once("</script>").unwrap();
    let (end_of_head, _) = rest.split_once("<body").unwrap();
    format!("{head}{end_of_head}<body></body></html>")
}
