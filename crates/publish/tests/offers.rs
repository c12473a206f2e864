//! Offers and needs: what stands on the site by the day of publishing, on the page, in
//! feeds, tables, search and for machines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/trial.rs"]
mod trial;

use std::fs;

use publish::{Options, publish};
use serde_json::{Value, json};

use trial::{Site, tree};

const ORIGIN: &str = "https://alliance.example";

/// Billet that is offered, scrap that is needed, and what waits for its day.
fn made_up() -> Value {
    json!([
        {
            "id": "billet",
            "kind": "offer",
            "material": { "zh-Hans": "【测试】圆铝棒", "en": "[test] Billet <6063>" },
            "grade": "6063",
            "tonnes": 1200.5,
            "date": "2026-03-02",
            "until": "2026-03-31",
            "company": "first-works",
            "place": { "zh-Hans": "广元", "en": "Guangyuan" },
            "stages": ["processing"],
            "note": { "zh-Hans": "可分批。", "en": "In several lots." },
            "source": "daily",
        },
        {
            "id": "scrap",
            "kind": "need",
            "material": "【测试】废铝",
            "date": "2026-03-03",
            "until": "2026-03-10",
            "place": "广元",
            "stages": ["recycled", "processing"],
            "source": "daily",
        },
        {
            "id": "anode",
            "kind": "offer",
            "material": { "zh-Hans": "【测试】阳极", "en": "[test] Anodes" },
            "date": "2026-04-01",
            "until": "2026-04-02",
            "stages": ["anode"],
            "source": "daily",
        },
    ])
}

fn options(site: &Site, today: &str) -> Options {
    Options {
        origin: Some(ORIGIN.parse().unwrap()),
        cards: false,
        today: today.parse().unwrap(),
        ..site.options()
    }
}

/// The site on a day, with these offers.
fn site(today: &str) -> Site {
    let site = Site::small();
    let file = json!({ "$schema": "../schema/offers.schema.json", "offers": made_up() });
    fs::write(site.content().join("offers.json"), file.to_string()).unwrap();
    publish(&options(&site, today)).unwrap();
    site
}

fn document(site: &Site, path: &str) -> Value {
    serde_json::from_slice(&site.read(&format!("content/v1/{path}"))).unwrap()
}

/// The heading of each section, and what stands below it.
fn sections(site: &Site, lang: &str) -> Vec<(String, Vec<String>)> {
    let page = document(site, &format!("{lang}/offers.json"));
    let sections = page["offers"]["sections"].as_array().cloned();
    let sections = sections.unwrap_or_default().into_iter();
    sections
        .map(|section| {
            let offers = section["offers"].as_array().unwrap().iter();
            let anchors = offers.map(|offer| offer["anchor"].as_str().unwrap().to_owned());
            (
                section["name"].as_str().unwrap().to_owned(),
                anchors.collect(),
            )
        })
        .collect()
}

#[test]
fn stand_from_their_day_until_their_last_one_is_over() {
    let (offers, needs) = ("供应".to_owned(), "求购".to_owned());
    let one = |id: &str| vec![format!("offer-{id}")];
    for (today, expected) in [
        ("2026-03-01", vec![]),
        ("2026-03-02", vec![(offers.clone(), one("billet"))]),
        (
            "2026-03-10",
            vec![(offers.clone(), one("billet")), (needs, one("scrap"))],
        ),
        ("2026-03-11", vec![(offers.clone(), one("billet"))]),
        ("2026-03-31", vec![(offers.clone(), one("billet"))]),
        ("2026-04-01", vec![(offers, one("anode"))]),
        ("2026-04-03", vec![]),
    ] {
        let site = site(today);
        assert_eq!(sections(&site, "zh-Hans"), expected, "{today}");
        let home = site.text("index.html");
        let leads = home.contains("href=\"/offers/\"");
        assert_eq!(leads, !expected.is_empty(), "{today}");
        assert!(tree(&site.out()).contains_key("offers/index.html"));
    }
}

#[test]
fn say_all_that_is_known_and_how_one_answers() {
    let site = site("2026-03-05");
    let page = site.text("en/offers/index.html");
    for part in [
        "[test] Billet &lt;6063&gt;",
        "id=\"offer-billet\"",
        "<dd>1200.5 t</dd>",
        "href=\"/en/members/first-works/\"",
        "In several lots.",
        "31 March 2026",
        "last day",
        // Of what has no English, the language is said.
        "lang=\"zh-Hans\">【测试】废铝",
        "<dd lang=\"zh-Hans\">广元</dd>",
        "It has not published how to reach it yet",
        "type=\"application/atom+xml\"",
    ] {
        assert!(page.contains(part), "`{part}` is not in {page}");
    }
    let traditional = site.text("zh-hant/offers/index.html");
    assert!(traditional.contains("圓鋁棒") && traditional.contains("供應"));
}

#[test]
fn are_known_to_feeds_tables_search_and_machines() {
    let site = site("2026-03-05");
    let feed: Value = serde_json::from_slice(&site.read("en/feeds/offers.json")).unwrap();
    let items: Vec<&str> = (feed["items"].as_array().unwrap().iter())
        .map(|item| item["url"].as_str().unwrap())
        .collect();
    let page = format!("{ORIGIN}/en/offers/");
    // The newest first, whatever its kind.
    assert_eq!(
        items,
        [
            format!("{page}#offer-scrap"),
            format!("{page}#offer-billet")
        ]
    );
    assert_eq!(feed["home_page_url"], page);
    let atom = site.text("feeds/offers.atom");
    assert!(atom.contains("<updated>2026-03-03T00:00:00+08:00</updated>"));
    assert!(
        site.text("feeds/offers.rss")
            .contains("<category>求购</category>")
    );

    let table: Value = serde_json::from_slice(&site.read("data/offers.json")).unwrap();
    assert_eq!(table["offers"][1]["tonnes"], "1200.5");
    assert_eq!(table["offers"].as_array().unwrap().len(), 2);
    let csv = site.text("data/offers.csv");
    assert!(csv.contains("billet,offer,【测试】圆铝棒,[test] Billet <6063>,6063,1200.5,2026-03-02,2026-03-31,first-works,"));
    assert!(!csv.contains("anode"));
    assert!(site.text("llms.txt").contains(&format!("[Offers]({page})")));
    assert!(
        site.text("sitemap.xml")
            .contains("<lastmod>2026-03-03</lastmod>")
    );

    let html = site.text("en/offers/index.html");
    let things: Vec<Value> = html
        .split("application/ld+json\">")
        .skip(1)
        .map(|rest| serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap())
        .collect();
    let kinds: Vec<&str> = things
        .iter()
        .map(|thing| thing["@type"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["Offer", "Demand"]);
    assert_eq!(things[0]["validThrough"], "2026-03-31");
    assert_eq!(things[0]["itemOffered"]["name"], "[test] Billet <6063>");

    let found = tree(&site.out()).into_iter().any(|(path, bytes)| {
        path.contains("/search/records-zh-Hans")
            && String::from_utf8_lossy(&bytes).contains("/offers/#offer-billet")
    });
    assert!(found, "the search leads there");
}

#[test]
fn are_not_advertised_while_there_are_none() {
    let site = Site::small();
    publish(&options(&site, "2026-03-05")).unwrap();
    let page = site.text("offers/index.html");
    assert!(page.contains("目前没有有效的供需信息"));
    assert!(page.contains("联盟的联系方式还没有公布"));
    for path in ["index.html", "offers/index.html", "404.html"] {
        assert!(!site.text(path).contains("href=\"/offers/\""), "{path}");
    }
    let files = tree(&site.out());
    assert!(!files.keys().any(|path| path.contains("feeds/offers")));
    assert!(!site.text("llms.txt").contains("/offers/)"));
}
