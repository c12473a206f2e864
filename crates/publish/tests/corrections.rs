//! What has been put right in an article, as readers, feeds and machines get it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;

use publish::publish;
use serde_json::{Value, json};

use trial::Site;

const ORIGIN: &str = "https://alliance.example";

/// The site as it is, or with two corrections of its oldest article.
fn site(corrected: bool) -> Site {
    let site = Site::new();
    if corrected {
        let path = site.content().join("news/founding.json");
        let mut article: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        article["corrections"] = json!([
            { "date": "2025-12-01", "note": "地点原写作甲，应为乙。" },
            {
                "date": "2025-12-30",
                "note": {
                    "zh-Hans": "产量应为20万吨。",
                    "en": "The output is 200 kt & no more.",
                },
            },
        ]);
        fs::write(&path, article.to_string()).unwrap();
    }
    site.publish_at(ORIGIN);
    site
}

fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in {text}");
    }
}

/// The part of a text from one mark to the next.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}

#[test]
fn stand_below_the_text_and_are_announced_above_it() {
    let site = site(true);
    let page = site.text("news/founding/index.html");
    let notice = between(&page, "class=\"article__notice\">", "</p>");
    holds(
        notice,
        &[
            "本文于2025年12月30日作过更正。",
            "<a href=\"#corrections\">更正说明</a>",
        ],
    );
    let (above, rest) = page.split_once("class=\"body\"").unwrap();
    assert!(above.contains("#corrections"));
    holds(
        rest,
        &[
            "id=\"corrections\">更正</h2>",
            "<time datetime=\"2025-12-01\">2025年12月1日</time><p>地点原写作甲，应为乙。</p>",
            "<time datetime=\"2025-12-30\">2025年12月30日</time><p>产量应为20万吨。</p>",
        ],
    );
    let traditional = site.text("zh-hant/news/founding/index.html");
    holds(&traditional, &["作過更正。", "<p>產量應為20萬噸。</p>"]);
    let english = site.text("en/news/founding/index.html");
    holds(
        &english,
        &[
            "This article was corrected on 30 December 2025.",
            "<p>The output is 200 kt &amp; no more.</p>",
            "<p lang=\"zh-Hans\">地点原写作甲，应为乙。</p>",
        ],
    );
    // Another article says nothing of it.
    let other = site.text("news/2025-10-31-output/index.html");
    for part in ["#corrections", "class=\"corrections\"", "article__notice"] {
        assert!(!other.contains(part), "{other}");
    }
}

#[test]
fn move_the_day_for_feeds_and_machines() {
    let corrected = site(true);
    let before = site(false);
    let feed =
        |site: &Site| -> Value { serde_json::from_str(&site.text("feeds/all.json")).unwrap() };
    let own = format!("{ORIGIN}/news/founding/");
    let first = &feed(&corrected)["items"][0];
    // What was corrected last comes first.
    assert_eq!(first["url"], own.as_str());
    assert_eq!(first["date_modified"], "2025-12-30T00:00:00+08:00");
    let html = first["content_html"].as_str().unwrap();
    holds(
        html,
        &[
            &format!("<a href=\"{own}#corrections\">"),
            "id=\"corrections\"",
            "产量应为20万吨。",
        ],
    );
    assert_ne!(feed(&before)["items"][0]["url"], own.as_str());
    assert!(!before.text("feeds/all.json").contains("date_modified"));

    let atom = corrected.text("feeds/all.atom");
    let entry = between(&atom, &format!("<id>{own}</id>"), "</entry>");
    holds(entry, &["<updated>2025-12-30T00:00:00+08:00</updated>"]);
    let (head, _) = atom.split_once("<entry>").unwrap();
    holds(head, &["<updated>2025-12-30T00:00:00+08:00</updated>"]);

    let sitemap = corrected.text("sitemap.xml");
    let place = between(&sitemap, &format!("<loc>{own}</loc>"), "<xhtml:link");
    holds(place, &["<lastmod>2025-12-30</lastmod>"]);

    let page = corrected.text("news/founding/index.html");
    holds(&page, &["\"dateModified\":\"2025-12-30\""]);
    let page = before.text("news/founding/index.html");
    assert!(!page.contains("dateModified"), "{page}");
}

#[test]
fn have_an_id_that_no_heading_of_a_text_takes() {
    let site = Site::new();
    let path = site.content().join("news/founding.json");
    let mut article: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    article["body"] = json!(["## Corrections", "甲", "## Alliance", "[甲](#corrections)"]);
    article["corrections"] = json!([{ "date": "2025-12-30", "note": "乙" }]);
    fs::write(&path, article.to_string()).unwrap();
    publish(&site.options()).unwrap();
    let page = site.text("news/founding/index.html");
    for id in ["corrections", "alliance"] {
        assert_eq!(
            page.matches(&format!("id=\"{id}\"")).count(),
            1,
            "{id}: {page}"
        );
    }
}
