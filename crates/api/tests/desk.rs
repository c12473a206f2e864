//! What the editors' desk asks for: forms, checks of what is not saved, where something
//! stands, the page of a record that is being written, who else is there; and its files.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::stores::Of;
use common::{Running, article};
use reqwest::StatusCode;
use serde_json::{Value, json};
use store::Role;

#[tokio::test]
async fn checks_a_record_without_saving_it() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let (mut indicator, tag) = writer.record("indicator/output-value-full-scope").await;
    indicator["points"][1]
        .as_object_mut()
        .unwrap()
        .remove("source");
    indicator["points"][0]["value"] = json!("500以上");
    let path = "/check/indicator/output-value-full-scope";
    let checked = writer.post(path, indicator).await.is(StatusCode::OK).json();
    let places: Vec<&Value> = checked["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| &fault["record"])
        .collect();
    for way in ["points[0].value", "points[1].source"] {
        let place = json!({ "kind": "indicator", "id": "output-value-full-scope", "path": way });
        assert!(places.contains(&&place), "{way} among {places:?}");
    }
    // Nothing of it was saved, and the next check is without it.
    let (_, still) = writer.record("indicator/output-value-full-scope").await;
    assert_eq!(still, tag);
    let checked = writer.get("/check").await.json();
    assert_eq!(checked["faults"], json!([]));
    // What is no record of that name is refused.
    let other = writer.post(path, json!({ "id": "another" })).await;
    assert_eq!(other.problem(), "no-record");
}

#[tokio::test]
async fn finds_the_field_in_which_something_stands() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let (founding, _) = writer.record("article/founding").await;
    let title = founding["title"]["zh-Hans"].as_str().unwrap().to_owned();
    let ask = async |asked: &str| {
        let escaped: String = asked.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let answer = writer.get(&format!("/find?q={escaped}")).await;
        let answer = answer.is(StatusCode::OK).json();
        answer["hits"].as_array().unwrap().clone()
    };
    let hits = ask(&title).await;
    assert_eq!(hits[0]["kind"], "article");
    assert_eq!(hits[0]["id"], "founding");
    assert_eq!(hits[0]["path"], "title.zh-Hans");
    let hits = ask("https://example.org/en/news/founding/").await;
    assert_eq!(hits[0]["id"], "founding");
    assert_eq!(hits[0]["path"], "");
    assert!(ask("没有人写过这样一句话").await.is_empty());
}

#[tokio::test]
async fn names_every_record_and_describes_every_form() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let titles = writer.get("/titles").await.is(StatusCode::OK).json();
    let titles = titles["titles"].as_array().unwrap().clone();
    let forms = writer.get("/forms").await.is(StatusCode::OK).json();
    let kinds = forms["kinds"].as_array().unwrap();
    for title in &titles {
        let (kind, id) = (&title["kind"], &title["id"]);
        if kind == "asset" {
            continue;
        }
        // A file without fields beside its records has nothing to fill in.
        let known = kinds.iter().any(|form| form["kind"] == *kind);
        assert!(known, "{kind} {id} has a form");
    }
    let founding = titles
        .iter()
        .find(|title| title["id"] == "founding" && title["kind"] == "article");
    assert_eq!(founding.unwrap()["state"], "published");
    let id = writer
        .get("/new-id?kind=article&name=%E6%8A%95%E4%BA%A7&en=&date=2026-03-02")
        .await
        .json();
    assert_eq!(id["id"], "2026-03-02-tou-chan");
}

#[tokio::test]
async fn shows_the_page_of_what_is_being_written() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let mut words = article("2025-11-20-look", "2025-11-20", "正在写的题目");
    let path = "/look/article/2025-11-20-look";
    let looked = writer
        .post(path, words.clone())
        .await
        .is(StatusCode::OK)
        .json();
    assert_eq!(looked["path"], "/news/2025-11-20-look/");
    assert!(looked["html"].as_str().unwrap().contains("正在写的题目"));
    let english = writer.post(&format!("{path}?lang=en"), words.clone()).await;
    assert_eq!(english.json()["path"], "/en/news/2025-11-20-look/");
    // With a fault there is nothing new to see, and readers see nothing of it at all.
    words["source"] = "nowhere".into();
    let refused = writer.post(path, words).await;
    assert_eq!(refused.problem(), "faults");
    let reader = site.stranger();
    reader
        .get("//news/2025-11-20-look/")
        .await
        .is(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn says_who_else_has_a_record_open() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let publisher = site.person(Role::Publisher).await;
    let here = |tab: &str| json!({ "kind": "article", "id": "founding", "tab": tab });
    let others = writer.post("/presence", here("1")).await.json();
    assert_eq!(others["others"], json!([]));
    let others = publisher.post("/presence", here("2")).await.json();
    assert_eq!(others["others"], json!(["writer"]));
}

#[tokio::test]
async fn says_how_to_get_the_desk_where_there_is_none() {
    let site = Running::over(Of::Folder).await;
    let answer = site.stranger().get("//desk/").await;
    let policy = answer.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    match answer.status {
        StatusCode::OK => assert!(answer.body.contains("<title>"), "{}", answer.body),
        status => {
            assert_eq!(status, StatusCode::NOT_FOUND);
            assert!(answer.body.contains("make desk"), "{}", answer.body);
        }
    }
}

#[tokio::test]
async fn gives_a_certain_mend_with_its_fault() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let (mut founding, _) = writer.record("article/founding").await;
    // A radical of Kangxi's dictionary that looks like the character.
    founding["title"]["zh-Hans"] = json!("⼴元的铝");
    founding["date"] = json!("去年");
    let path = "/check/article/founding";
    let checked = writer.post(path, founding).await.is(StatusCode::OK).json();
    let mend = |faults: &Value, way: &str| {
        let mut faults = faults.as_array().unwrap().iter();
        let fault = faults.find(|fault| fault["record"]["path"] == way).unwrap();
        fault.get("mend").cloned()
    };
    let mended = json!({ "path": "title.zh-Hans", "value": "广元的铝" });
    assert_eq!(mend(&checked["warnings"], "title.zh-Hans"), Some(mended));
    assert_eq!(
        mend(&checked["faults"], "date"),
        None,
        "nobody knows the day"
    );
}

#[tokio::test]
async fn says_of_every_picture_where_it_is_used() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let bytes = common::picture(640, 400);
    let length = bytes.len();
    let path = "/assets/media/yard.png";
    let sent = writer.put(path, bytes, "new").await;
    assert!(sent.status.is_success(), "{}", sent.body);
    let all = writer.get("/pictures").await.is(StatusCode::OK).json();
    let loose = &all["pictures"][0];
    assert_eq!(loose["file"], "yard.png");
    assert_eq!(loose["record"], Value::Null);
    assert_eq!(loose["lacks_alt"], true);
    let record = json!({ "id": "yard", "file": "yard.png", "alt": "堆场", "credit": " " });
    let path = "/records/picture/yard";
    writer.put(path, record.to_string(), "new").await;
    let (mut founding, tag) = writer.record("article/founding").await;
    founding["gallery"] = json!(["yard"]);
    let path = "/records/article/founding";
    writer
        .put(path, founding.to_string(), &tag)
        .await
        .is(StatusCode::OK);
    let all = writer.get("/pictures").await.json();
    let yard = &all["pictures"][0];
    assert_eq!(yard["title"], "堆场");
    assert_eq!(yard["lacks_alt"], false);
    assert_eq!(yard["lacks_credit"], true);
    assert_eq!(yard["uses"][0]["id"], "founding");
    assert_eq!(yard["uses"][0]["path"], "gallery[0]");
    let original = json!({ "bytes": length, "width": 640, "height": 400 });
    assert_eq!(yard["original"], original);
    assert_eq!(
        yard["published"],
        json!([]),
        "nothing of it is published yet"
    );
}

#[tokio::test]
async fn compresses_long_answers_for_who_asks_for_it() {
    let running = Running::over_little(Of::Folder).await;
    let reader = running.person(Role::Writer).await;
    let plain = reader.get("/forms").await.is(StatusCode::OK);
    assert!(plain.headers.get("content-encoding").is_none());
    let reader = reader.with("accept-encoding", "gzip, br");
    let compressed = reader.get("/forms").await.is(StatusCode::OK);
    assert_eq!(compressed.headers["content-encoding"], "br");
    assert!(
        compressed.headers["vary"]
            .to_str()
            .unwrap()
            .contains("accept-encoding")
    );
    let (long, short) = (plain.bytes.len(), compressed.bytes.len());
    assert!(short * 3 < long, "{short} of {long} bytes");
    // One packet has room for these.
    let short = reader.get("/session").await.is(StatusCode::OK);
    assert!(short.headers.get("content-encoding").is_none());
}
