//! Articles as editors write them, as pages and feeds give them to readers.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;

use serde_json::{Value, json};

use trial::Site;

const ORIGIN: &str = "https://alliance.example";

/// A site with one more article, of this text.
fn with(body: Value) -> Site {
    let site = Site::new();
    let news = site.content().join("news");
    let known = fs::read_to_string(news.join("founding.json")).unwrap();
    let mut article: Value = serde_json::from_str(&known).unwrap();
    article["id"] = json!("written");
    article["body"] = body;
    fs::write(news.join("written.json"), article.to_string()).unwrap();
    site.publish_at(ORIGIN);
    site
}

#[test]
fn leads_to_headings_in_pages_and_feeds() {
    let site = with(json!(["[见产能](#产能)", "## 产能", "内容"]));
    let page = site.text("news/written/index.html");
    assert!(page.contains("<a href=\"#产能\">见产能</a>"));
    assert!(page.contains("<h2 id=\"产能\">产能</h2>"));
    let page = site.text("zh-hant/news/written/index.html");
    assert!(page.contains("<a href=\"#产能\">見產能</a>"));
    assert!(page.contains("<h2 id=\"产能\">產能</h2>"));
    let feed = site.text("feeds/all.json");
    let feed: Value = serde_json::from_str(&feed).unwrap();
    let items = feed["items"].as_array().unwrap();
    let own = format!("{ORIGIN}/news/written/");
    let entry = items.iter().find(|item| item["url"] == own.as_str());
    let html = entry.unwrap()["content_html"].as_str().unwrap();
    assert!(html.contains(&format!("<a href=\"{own}#产能\">")), "{html}");
    assert!(html.contains("<h2 id=\"产能\">"), "{html}");
}

#[test]
fn numbers_lists_on_and_aligns_tables() {
    let site = with(json!([
        "1. 第一阶段",
        "说明文字。",
        "2. 第二阶段",
        "| 企业 | 产能 | 位置 |",
        "| --- | --: | :-: |",
        "| 林丰 | 25 | 广元 |",
    ]));
    let page = site.text("news/written/index.html");
    assert!(page.contains("<ol><li><p>第一阶段</p></li></ol>"), "{page}");
    assert!(page.contains("<ol start=\"2\"><li><p>第二阶段</p></li></ol>"));
    assert!(page.contains("<th scope=\"col\">企业</th>"));
    assert!(page.contains("<th scope=\"col\" class=\"body__right\">产能</th>"));
    assert!(page.contains("<td class=\"body__right\">25</td>"));
    assert!(page.contains("<td class=\"body__center\">广元</td>"));
    let feed = site.text("feeds/all.atom");
    assert!(feed.contains("ol start=&quot;2&quot;"));
}
