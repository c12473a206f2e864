//! A figure by itself: where it stands, what it says, and what was published in its place.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::collections::BTreeSet;
use std::fs;

use content::load::load;
use model::Lang;
use model::routes::{Address, Route, point};
use serde_json::{Value, json};

use trial::{Site, tree};

const ORIGIN: &str = "https://alliance.example";

/// The site with an indicator changed.
fn site(change: impl FnOnce(&mut Value)) -> Site {
    let site = Site::new();
    let path = site.content().join("indicators.json");
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let indicators = file["indicators"].as_array_mut().unwrap();
    let mut indicators = indicators.iter_mut();
    change(
        indicators
            .find(|one| one["id"] == "output-value-full-scope")
            .unwrap(),
    );
    fs::write(&path, file.to_string()).unwrap();
    site.publish_at(ORIGIN);
    site
}

/// The part of a page that is no document and no script.
fn body(site: &Site, path: &str) -> String {
    let page = site.text(&format!("{path}index.html"));
    let (_, rest) = page.split_once("<main").unwrap();
    rest.split_once("</main>").unwrap().0.to_owned()
}

#[track_caller]
fn says(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "`{part}` is not in {page}");
    }
}

/// When a page last changed, by the sitemap.
fn changed(site: &Site, path: &str) -> String {
    let sitemap = site.text("sitemap.xml");
    let (_, entry) = sitemap
        .split_once(&format!("{ORIGIN}/{path}</loc>"))
        .unwrap();
    let entry = entry.split("</url>").next().unwrap();
    let (_, day) = entry.split_once("<lastmod>").unwrap();
    day.split("</lastmod>").next().unwrap().to_owned()
}

#[test]
fn has_every_point_at_an_address_of_its_own_in_every_language() {
    let site = site(|_| {});
    let bundle = load(&site.content()).unwrap();
    let files = tree(&site.out());
    let mut addresses = BTreeSet::new();
    let mut points = 0;
    for indicator in &bundle.indicators.indicators {
        for one in &indicator.points {
            points += 1;
            let name = point(one.period, one.kind);
            for lang in Lang::ALL {
                let route = Route::Figure(indicator.id.clone(), name.clone());
                let path = Address::new(lang, route).path();
                let file = format!("{}index.html", path.trim_start_matches('/'));
                assert!(files.contains_key(&file), "{path}");
                addresses.insert(path);
            }
        }
    }
    // Nothing in the bundle has been published twice for one period and kind.
    assert_eq!(addresses.len(), points * Lang::ALL.len());
    let pages = files.keys().filter(|path| {
        path.ends_with("index.html")
            && path.contains("figures/")
            && !path.ends_with("figures/index.html")
    });
    assert_eq!(pages.count(), addresses.len());
    let sitemap = site.text("sitemap.xml");
    for path in addresses {
        assert!(
            sitemap.contains(&format!("<loc>{ORIGIN}{path}</loc>")),
            "{path}"
        );
    }
}

#[test]
fn says_all_that_is_known_of_it_without_a_script() {
    let site = site(|_| {});
    let page = body(&site, "figures/output-value-full-scope/2024/");
    says(
        &page,
        &[
            "铝基新材料产业产值，2024年</h1>",
            "419 <span class=\"figure-card__unit\">亿元</span>",
            "<dt>性质</dt><dd>实际</dd>",
            "<dt>同比</dt><dd>+30%</dd>",
            "原文未注明口径",
            "两者不放在一条线上",
            "广元市人民政府新闻办公室 2025-11-11",
            "<dt>原题</dt><dd>“百企千亿”中国绿色铝都新闻发布会</dd>",
            "<a href=\"/figures/#output-value-full-scope\">数据</a>",
            "<a href=\"/about/#contact\">数不对？告诉我们</a>",
            // What stands beside it leads on; the figure itself does not.
            "href=\"/figures/output-value-full-scope/2023/\"",
            "href=\"/figures/output-value-full-scope/2025-01-to-2025-09/\"",
            "<a aria-current=\"page\">419</a>",
        ],
    );
    assert!(!page.contains("公布时为"), "nothing was put right: {page}");
    // A re-post is evidence, never a link.
    let (card, _) = page.split_once("<section").unwrap();
    assert!(!card.contains("rel=\"external"), "{card}");
    says(
        &body(&site, "figures/output-value-full-scope/2025-01-to-2025-09/"),
        &["rel=\"external noopener\"", "四川新闻网 2025-10-31"],
    );
    let whole = site.text("figures/output-value-full-scope/2024/index.html");
    says(
        &whole,
        &[
            "<link rel=\"canonical\" href=\"https://alliance.example/figures/output-value-full-scope/2024/\">",
            "\"@type\":\"BreadcrumbList\"",
        ],
    );
    let english = body(&site, "en/figures/output-value-full-scope/2023/");
    says(
        &english,
        &[
            "32.2 <span class=\"figure-card__unit\">billion yuan</span>",
            "Actual; calculated",
            "41.9 billion yuan in 2024 was 30% up",
        ],
    );
    let traditional = body(&site, "zh-hant/figures/output-value-full-scope/2024/");
    says(
        &traditional,
        &[
            "鋁基新材料產業產值",
            "/zh-hant/figures/output-value-full-scope/2023/",
        ],
    );
    // One that has no other beside it has no chart of itself.
    let alone = body(&site, "figures/output-value-founding/undated/");
    assert!(!alone.contains("<table"), "{alone}");
}

#[test]
fn tells_a_target_from_a_forecast_for_the_same_year() {
    let site = site(|_| {});
    let target = body(&site, "figures/output-value-target/2025-target/");
    says(
        &target,
        &[
            "产值目标，2025年，目标</h1>",
            "目标；已被取代",
            "1000 ",
            "亿元以上",
        ],
    );
    let forecast = body(&site, "figures/output-value-target/2025-forecast/");
    says(&forecast, &["产值目标，2025年，预计</h1>", "500 "]);
    let english = body(&site, "en/figures/output-value-target/2025-forecast/");
    says(
        &english,
        &["Output value target, 2025, forecast</h1>", "≥\u{a0}50 "],
    );
}

#[test]
fn is_led_to_from_the_series_and_from_the_home_page() {
    let site = site(|_| {});
    says(
        &body(&site, "en/figures/"),
        &[
            "href=\"/en/figures/output-value-full-scope/2024/\"",
            "href=\"/en/figures/output-value-target/2025-forecast/\"",
        ],
    );
    says(
        &body(&site, ""),
        &["href=\"/figures/output-value-full-scope/2025-01-to-2025-09/\""],
    );
}

#[test]
fn says_what_this_site_had_wrong_and_when() {
    let path = "figures/output-value-full-scope/2024/";
    let before = changed(&site(|_| {}), path);
    let site = site(|indicator| {
        indicator["corrected"] = json!([
            { "period": "2024", "kind": "actual", "value": 491, "published": "2025-11-20", "date": "2025-12-02",
              "note": { "zh-Hans": "颠倒了数字。", "en": "Digits were swapped." } },
            { "period": "2024", "kind": "actual", "value": 420, "published": "2025-12-02", "date": "2025-12-05" },
        ]);
    });
    let page = body(&site, path);
    let newest = "2025年12月2日公布时为420 亿元。本站写错，2025年12月5日改正。";
    let oldest = "2025年11月20日公布时为491 亿元。本站写错，2025年12月2日改正。颠倒了数字。";
    says(&page, &["419 <span", newest, oldest]);
    assert!(
        page.find(newest) < page.find(oldest),
        "the newest comes first"
    );
    says(
        &body(&site, &format!("en/{path}")),
        &[
            "As published on 20 November 2025: 49.1 billion yuan. This site had it wrong, and put it right on 2 December 2025. Digits were swapped.",
        ],
    );
    // Others of the series are as they were.
    let other = body(&site, "figures/output-value-full-scope/2023/");
    assert!(!other.contains("公布时为"), "{other}");
    says(
        &body(&site, "figures/"),
        &["此前误作491，2025年12月2日改正"],
    );
    says(
        &body(&site, "corrections/"),
        &[
            "<a href=\"/figures/output-value-full-scope/2024/\">",
            "491 亿元",
            "本站2025年11月20日公布，2025年12月2日改正",
        ],
    );
    assert_eq!(before, "2025-11-11");
    assert_eq!(changed(&site, path), "2025-12-05");
    assert_eq!(changed(&site, "corrections/"), "2025-12-05");
}

#[test]
fn says_what_its_source_has_replaced_at_the_same_address() {
    let site = site(|indicator| {
        let points = indicator["points"].as_array_mut().unwrap();
        let at = points
            .iter()
            .position(|one| one["period"] == "2024")
            .unwrap();
        let mut old = points[at].clone();
        old["value"] = json!(415);
        old["superseded"] = json!(true);
        old["source"] = json!("newssc-2025-10-31");
        points.insert(at, old);
    });
    let page = body(&site, "figures/output-value-full-scope/2024/");
    says(
        &page,
        &[
            "419 <span",
            "2025年10月31日公布时为415 亿元。",
            "四川新闻网",
        ],
    );
    let pages = tree(&site.out()).into_keys();
    let pages = pages.filter(|path| path.starts_with("figures/output-value-full-scope/"));
    assert_eq!(pages.count(), 4, "one address for both");
    // Both rows of the series lead there; on the page itself neither does.
    let series = body(&site, "figures/");
    let link = "href=\"/figures/output-value-full-scope/2024/\"";
    assert_eq!(series.matches(link).count(), 2);
    assert!(!page.contains(link), "{page}");
}
