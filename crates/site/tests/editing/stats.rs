//! `site stats`.

use super::command::{Ran, site, text};
use super::overlay::Overlay;

const ARTICLE: &str = "news/2025-10-31-output.json";

fn stats(overlay: &Overlay, more: &[&str]) -> Ran {
    let mut args = vec!["stats", text(overlay.path()), "--today", "2026-01-01"];
    args.extend(more);
    site(&args, "")
}

#[test]
fn counts_what_a_bundle_holds() {
    let overlay = Overlay::sound().replace(ARTICLE, "{", "{ \"draft\": true,");
    let ran = stats(&overlay, &["--format", "json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    for (key, count) in [
        ("articles", 2),
        ("drafts", 1),
        ("toCome", 0),
        ("companies", 2),
        ("members", 1),
        ("projects", 1),
        ("indicators", 3),
        ("figures", 5),
        ("sources", 3),
    ] {
        assert_eq!(json[key], count, "{key}");
    }
    assert_eq!(json["byYear"]["2025"], 1);
    assert!(
        json.get("external").is_none(),
        "nobody is asked without --links"
    );
    let ran = stats(&overlay, &["--lang", "en"]);
    assert!(
        ran.out.contains("Articles: 2 (1 drafts, 0 to come)"),
        "{}",
        ran.out
    );
}

#[test]
fn finds_stages_to_pages_that_the_site_does_not_have() {
    let overlay = Overlay::sound().replace(
        ARTICLE,
        "\"body\": \"",
        "\"body\": \"[一](/news/founding/)[二](/members/first-works/)[三](/members/nobody/)[四](/en/news/gone/#a)[五](/chain/)[六](/data/figures.csv)[七](/data/nope.csv)[八](/news/page/2/)[九](/members/page/9/)[十](/events/)[十一](/events/nothing/)[十二](/events/page/2/)[十三](/feeds/events/nothing.ics)[十四](/figures/output/2027-target/)[十五](/figures/output/2027/) ",
    );
    let ran = stats(&overlay, &[]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("站内死链：9"), "{}", ran.out);
    for dead in [
        "/members/nobody/",
        "/en/news/gone/#a",
        "/data/nope.csv",
        "/news/page/2/",
        "/members/page/9/",
        "/events/nothing/",
        "/events/page/2/",
        "/feeds/events/nothing.ics",
    ] {
        assert!(
            ran.out.contains(&format!("{ARTICLE} → {dead}")),
            "{}",
            ran.out
        );
    }
}

#[test]
fn a_draft_is_there_for_drafts_alone() {
    let draft = Overlay::sound().replace(ARTICLE, "{", "{ \"draft\": true,");
    assert_eq!(stats(&draft, &[]).code, Some(0));
    let to_draft = "[数据](/news/2025-10-31-output/) 成立大会在";
    let linked = draft.replace("news/founding.json", "成立大会在", to_draft);
    let ran = stats(&linked, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let dead = &json["deadLinks"][0];
    assert_eq!(
        [&dead["file"], &dead["address"]],
        ["news/founding.json", "/news/2025-10-31-output/"]
    );
    // To itself: from one that readers do not see either.
    let own = "\"body\": \"[数据](/news/2025-10-31-output/) ";
    let own = Overlay::sound()
        .replace(ARTICLE, "{", "{ \"draft\": true,")
        .replace(ARTICLE, "\"body\": \"", own);
    assert_eq!(stats(&own, &[]).code, Some(0));
}

#[test]
fn calls_no_source_unused_that_some_file_names() {
    let bundle = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/content");
    let ran = site(&["stats", bundle, "--format", "json"], "");
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let unused = json["unusedSources"].as_array().unwrap();
    for file in [
        "alliance",
        "chain",
        "companies",
        "projects",
        "indicators",
        "glossary",
    ] {
        let content = std::fs::read_to_string(format!("{bundle}/{file}.json")).unwrap();
        for id in unused {
            assert!(!content.contains(&id.to_string()), "{file}.json names {id}");
        }
    }
}

#[test]
fn names_companies_never_mentioned_sources_unused_and_figures_grown_old() {
    let overlay = Overlay::sound()
        .replace(
            ARTICLE,
            "[\"first-works\", \"second-works\"]",
            "[\"first-works\"]",
        )
        .replace(
            "indicators.json",
            "\"period\": \"2024-11\"",
            "\"period\": \"2023-11\"",
        );
    let ran = stats(&overlay, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let never = json["neverMentioned"].as_array().unwrap();
    assert!(never.contains(&"second-works".into()), "{never:?}");
    assert!(!never.contains(&"first-works".into()), "{never:?}");
    let stale = &json["staleFigures"][0];
    assert_eq!(
        [&stale["file"], &stale["date"]],
        ["indicators.json", "2023-11"]
    );
}

#[test]
fn leaves_out_figures_that_were_looked_up_lately() {
    let old = Overlay::sound().replace(
        "indicators.json",
        "\"period\": \"2024-11\"",
        "\"period\": \"2023-11\"",
    );
    assert!(stats(&old, &[]).out.contains("超过两年的数据：1"));
    let looked = old.replace(
        "indicators.json",
        "\"id\": \"capacity\",",
        "\"id\": \"capacity\", \"newestKnown\": \"2025-06-01\",",
    );
    let ran = stats(&looked, &[]);
    assert!(ran.out.contains("超过两年的数据：0"), "{}", ran.out);
    assert!(ran.out.contains("查过没有更新的数据：1"), "{}", ran.out);
    assert!(
        ran.out.contains("indicators.json › capacity（2025-06-01）"),
        "{}",
        ran.out
    );
    let ran = stats(&looked, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["lookedUp"][0]["id"], "capacity");
}
