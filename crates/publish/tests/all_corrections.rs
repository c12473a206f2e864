//! The page of all corrections: what was put right in articles, and superseded figures.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;

use serde_json::{Value, json};

use trial::Site;

const ORIGIN: &str = "https://alliance.example";

/// Publishes the bundle with these corrections of two of its articles.
fn site(corrections: &[(&str, Value)]) -> Site {
    let site = Site::new();
    for (article, corrections) in corrections {
        let path = site.content().join(format!("news/{article}.json"));
        let mut file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        file["corrections"] = corrections.clone();
        fs::write(&path, file.to_string()).unwrap();
    }
    site.publish_at(ORIGIN);
    site
}

/// The part of a page that is no document and no script.
fn body(site: &Site, path: &str) -> String {
    let page = site.text(path);
    let (_, rest) = page.split_once("<main").unwrap();
    rest.split_once("</main>").unwrap().0.to_owned()
}

#[test]
fn lists_them_all_newest_first_each_with_its_article() {
    let site = site(&[
        (
            "founding",
            json!([
                { "date": "2025-12-01", "note": "甲应为乙。" },
                { "date": "2025-12-30", "note": { "zh-Hans": "丙应为丁。", "en": "Not C but D." } },
            ]),
        ),
        (
            "2025-10-31-output",
            json!([{ "date": "2025-12-15", "note": "戊应为己。" }]),
        ),
    ]);
    let page = body(&site, "corrections/index.html");
    let order = [
        "2025年12月30日",
        "丙应为丁。",
        "2025年12月15日",
        "戊应为己。",
        "2025年12月1日",
        "甲应为乙。",
    ];
    let places: Vec<usize> = order.iter().map(|part| page.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?} in {page}");
    assert!(page.contains("<a href=\"/news/2025-10-31-output/\">"));
    let english = body(&site, "en/corrections/index.html");
    assert!(english.contains("Not C but D."));
    assert!(english.contains("<a href=\"/en/news/founding/\">"));
    let sitemap = site.text("sitemap.xml");
    let (_, entry) = sitemap.split_once("/corrections/</loc>").unwrap();
    let entry = entry.split("</url>").next().unwrap();
    assert!(entry.contains("<lastmod>2025-12-30</lastmod>"), "{entry}");
}

#[test]
fn says_which_figures_later_ones_have_replaced() {
    let site = site(&[]);
    let page = body(&site, "corrections/index.html");
    assert!(page.contains("目前没有。"), "no article has been corrected");
    for part in [
        "<a href=\"/figures/output-value-target/2025-target/\">",
        "<a href=\"/figures/electrolytic-target/2025-target/\">",
        "0.5366",
        "2022年",
        "四川省地方志工作办公室 2020-11-10",
    ] {
        assert!(page.contains(part), "`{part}` is not in {page}");
    }
}

#[test]
fn is_led_to_from_every_foot_and_from_the_statement() {
    let site = site(&[]);
    for path in [
        "index.html",
        "news/founding/index.html",
        "copyright/index.html",
    ] {
        assert!(site.text(path).contains("href=\"/corrections/\""), "{path}");
    }
    assert!(body(&site, "copyright/index.html").contains("href=\"/corrections/\""));
    assert!(body(&site, "en/copyright/index.html").contains("href=\"/en/corrections/\""));
}
