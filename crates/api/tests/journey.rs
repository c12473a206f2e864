//! From a draft to readers and back: the same journey over the folder and PostgreSQL.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::stores::{self, Of};
use common::{Running, article, picture};
use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::json;
use store::{Role, Which, transfer};

#[rstest]
#[tokio::test]
async fn goes_from_a_draft_to_readers_and_back(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let site = Running::over(of).await;
    let writer = site.person(Role::Writer).await;
    let publisher = site.person(Role::Publisher).await;
    let stranger = site.stranger();

    // A draft with a figure that has no source: saved, and not proposed.
    let (mut indicator, tag) = writer.record("indicator/output-value-full-scope").await;
    let source = indicator["points"][0]
        .as_object_mut()
        .unwrap()
        .remove("source");
    let path = "/records/indicator/output-value-full-scope";
    let saved = writer
        .put(path, indicator.to_string(), &tag)
        .await
        .is(StatusCode::OK);
    let revision: i64 = saved.tag().trim_matches('"').parse().unwrap();
    let record =
        json!({ "kind": "indicator", "id": "output-value-full-scope", "revision": revision });
    let refused = writer
        .post("/propose", json!({ "records": [record] }))
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.problem(), "faults");
    let fault = &refused.json()["faults"][0];
    assert_eq!(fault["file"], "indicators.json");
    let checked = writer.get("/check").await.json();
    assert_eq!(checked["faults"][0]["message"], fault["message"]);
    assert!(fault["message"].as_str().unwrap().contains("source"));
    let refused = publisher
        .post("/approve", json!({ "records": [record] }))
        .await;
    assert!(!refused.status.is_success());

    // Mended, it is as it was.
    indicator["points"][0]["source"] = source.unwrap();
    writer
        .put(path, indicator.to_string(), &saved.tag())
        .await
        .is(StatusCode::OK);
    let checked = writer.get("/check").await.json();
    assert_eq!(checked["faults"], json!([]));

    // A picture and an article with it.
    let bytes = picture(64, 48);
    writer
        .put("/assets/media/gate.png", bytes.clone(), "new")
        .await
        .is(StatusCode::CREATED);
    let mut words = article("2025-11-20-gate", "2025-11-20", "大门");
    words["source"] = indicator["points"][0]["source"].clone();
    let tag = writer
        .bring_to("article/2025-11-20-gate", &words, "new", &["/propose"])
        .await;
    // What is proposed, without what else is being written.
    let with = "with=article/2025-11-20-gate";
    let proposed = writer.get(&format!("/diff?from=ready&{with}")).await.json();
    assert_eq!(proposed["changes"], 1);
    assert!(proposed["text"].as_str().unwrap().contains("大门"));
    let checked = writer.get(&format!("/check?{with}")).await.json();
    assert_eq!(checked["faults"], json!([]));
    let none = writer.get("/diff?with=article/nothing").await;
    none.is(StatusCode::NOT_FOUND);
    // A writer neither approves nor publishes.
    for path in ["/approve", "/publish", "/rollback"] {
        writer.post(path, json!({})).await.is(StatusCode::FORBIDDEN);
    }
    let page = "//news/2025-11-20-gate/";
    stranger.get(page).await.is(StatusCode::NOT_FOUND);

    // Whoever has the preview's address sees it; it says that it is none.
    let asset = json!({ "records": [] });
    writer
        .post("/propose", asset)
        .await
        .is(StatusCode::BAD_REQUEST);
    let made = writer
        .post("/previews", json!({ "state": "drafts", "minutes": 5 }))
        .await;
    let made = made.is(StatusCode::OK).json();
    let address = made["address"]
        .as_str()
        .unwrap()
        .trim_start_matches("/api/v1")
        .to_owned();
    let begun = stranger.get(&address).await.is(StatusCode::SEE_OTHER);
    let looking = stranger.clone().with("cookie", &begun.cookie().unwrap());
    let shown = looking.get(page).await.is(StatusCode::OK);
    assert!(shown.body.contains("大门") && shown.headers["x-robots-tag"] == "noindex, nofollow");
    assert_eq!(shown.headers["cache-control"], "no-store");

    // Approved and published, readers see it, and open pages learn it by the revision.
    let before = stranger.get("//content/v1/manifest.json").await.json()["revision"].clone();
    let revision: i64 = tag.trim_matches('"').parse().unwrap();
    let records = json!({ "records": [{ "kind": "article", "id": "2025-11-20-gate", "revision": revision }] });
    publisher
        .post("/approve", records.clone())
        .await
        .is(StatusCode::OK);
    let difference = writer.get("/diff?from=live&to=ready").await.json();
    assert_eq!(difference["changes"], 1);
    assert!(difference["text"].as_str().unwrap().contains("大门"));
    let published = publisher
        .post("/publish", json!({ "why": "大门修好了" }))
        .await;
    let published = published.is(StatusCode::OK).json();
    let after = stranger.get("//content/v1/manifest.json").await.json()["revision"].clone();
    assert_ne!(before, after);
    assert_eq!(published["revision"], after);
    assert!(
        stranger
            .get(page)
            .await
            .is(StatusCode::OK)
            .body
            .contains("大门")
    );
    // The picture was not approved: nobody else's draft goes out with it.
    let unpublished = writer.get("/records?unpublished=true").await.json();
    assert_eq!(unpublished["records"][0]["id"], "media/gate.png");

    // Back, and back again: drafts stay.
    let list = publisher.get("/publishes").await.json();
    let first = list["publishes"].as_array().unwrap().last().unwrap()["publish"].clone();
    publisher
        .post("/rollback", json!({ "to": first }))
        .await
        .is(StatusCode::OK);
    stranger.get(page).await.is(StatusCode::NOT_FOUND);
    assert_eq!(
        stranger.get("//content/v1/manifest.json").await.json()["revision"],
        before
    );
    assert_eq!(writer.record("article/2025-11-20-gate").await.0, words);
    publisher
        .post("/rollback", json!({ "to": published["publish"] }))
        .await
        .is(StatusCode::OK);
    assert!(
        stranger
            .get(page)
            .await
            .is(StatusCode::OK)
            .body
            .contains("大门")
    );

    // Removed, and restored from its history as a draft.
    let (_, tag) = writer.record("article/2025-11-20-gate").await;
    let path = "/records/article/2025-11-20-gate";
    let condition = [("if-match", &*tag)];
    let gone = writer
        .send_with(Method::DELETE, path, None, &condition)
        .await;
    let gone: i64 = gone
        .is(StatusCode::OK)
        .tag()
        .trim_matches('"')
        .parse()
        .unwrap();
    writer.get(path).await.is(StatusCode::NOT_FOUND);
    stranger.get(page).await.is(StatusCode::OK);
    let restored = writer
        .post(
            "/restore/article/2025-11-20-gate",
            json!({ "revision": revision, "current": gone, "why": "删错了" }),
        )
        .await;
    restored.is(StatusCode::OK);
    assert_eq!(writer.record("article/2025-11-20-gate").await.0, words);
    let history = writer.get("/history/article/2025-11-20-gate").await.json();
    assert_eq!(history["revisions"].as_array().unwrap().len(), 3);
    assert_eq!(history["revisions"][0]["why"], "删错了");

    // What is exported is what is there.
    let out = tempfile::tempdir().unwrap();
    let (one, two) = (out.path().join("1"), out.path().join("2"));
    transfer::export(site.store(), &Which::Drafts, &one)
        .await
        .unwrap();
    let other = stores::tried(Of::Folder).await;
    let author = store::Author::new("x", "");
    transfer::import(&*other.store, &author, &one)
        .await
        .unwrap();
    transfer::export(&*other.store, &Which::Drafts, &two)
        .await
        .unwrap();
    assert!(stores::files(&one) == stores::files(&two));
    site.store().ledger().verify_audit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn publishes_at_a_time_without_anyone_there(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let site = Running::over(of).await;
    let publisher = site.person(Role::Publisher).await;
    let (indicator, _) = publisher.record("indicator/output-value-full-scope").await;
    let mut words = article("2025-11-20-later", "2025-11-20", "稍后");
    words["source"] = indicator["points"][0]["source"].clone();
    publisher
        .bring_to(
            "article/2025-11-20-later",
            &words,
            "new",
            &["/propose", "/approve"],
        )
        .await;
    let mut events = publisher
        .http
        .get(format!("{}/api/v1/events", publisher.base))
        .headers(publisher.headers.clone())
        .send()
        .await
        .unwrap();
    let called_off = publisher
        .post("/publish", json!({ "at": 4_000_000_000_000_i64 }))
        .await;
    let number = called_off.is(StatusCode::ACCEPTED).json()["number"].clone();
    let path = format!("/scheduled/{number}");
    publisher
        .send(Method::DELETE, &path, None)
        .await
        .is(StatusCode::NO_CONTENT);
    publisher
        .send(Method::DELETE, &path, None)
        .await
        .is(StatusCode::NOT_FOUND);
    publisher
        .post("/publish", json!({ "at": 1 }))
        .await
        .is(StatusCode::ACCEPTED);
    // The stream says when it is done.
    let mut seen = String::new();
    while !(seen.contains("event: publish") && seen.contains("\"step\":\"done\"")) {
        let piece = events.chunk().await.unwrap().unwrap();
        seen.push_str(&String::from_utf8_lossy(&piece));
    }
    assert!(seen.contains("event: schedule") && seen.contains("event: progress"));
    let stranger = site.stranger();
    stranger
        .get("//news/2025-11-20-later/")
        .await
        .is(StatusCode::OK);
    // That it is no more to come is noted once readers see it.
    while publisher.get("/publishes").await.json()["scheduled"] != json!([]) {
        tokio::task::yield_now().await;
    }
}

#[rstest]
#[tokio::test]
async fn conflicts_answer_with_both_and_their_ancestor(#[values(Of::Folder, Of::Postgres)] of: Of) {
    let site = Running::over(of).await;
    let (one, two) = (
        site.person(Role::Writer).await,
        site.person(Role::Publisher).await,
    );
    let (mut words, tag) = one.record("article/founding").await;
    let before = words.clone();
    let path = "/records/article/founding";
    one.send(Method::PUT, path, Some(words.to_string().into()))
        .await
        .is(StatusCode::PRECONDITION_REQUIRED);
    words["title"]["en"] = "Mine".into();
    one.put(path, words.to_string(), &tag)
        .await
        .is(StatusCode::OK);
    let mut yours = before.clone();
    yours["title"]["en"] = "Yours".into();
    let conflict = two.put(path, yours.to_string(), &tag).await;
    assert_eq!(conflict.status, StatusCode::PRECONDITION_FAILED);
    assert_eq!(conflict.problem(), "conflict");
    let conflict = conflict.json();
    assert_eq!(conflict["ancestor"]["content"], before);
    assert_eq!(conflict["theirs"]["content"], words);
    assert_eq!(conflict["theirs"]["who"], "writer");
    assert_eq!(conflict["yours"], yours);
    assert_eq!(two.record("article/founding").await.0, words);
    two.put(path, "{}", "new")
        .await
        .is(StatusCode::UNPROCESSABLE_ENTITY);
    two.put(path, before.to_string(), "new")
        .await
        .is(StatusCode::PRECONDITION_FAILED);
}

#[tokio::test]
async fn a_store_with_faults_starts_and_is_mended_by_the_interface() {
    let tried = stores::tried(Of::Folder).await;
    let founding = store::Key::parse("article", "founding").unwrap();
    let ledger = tried.store.ledger();
    let head = ledger.head(&founding).await.unwrap().unwrap();
    let sound = ledger
        .version_of(&founding, head.draft)
        .await
        .unwrap()
        .content;
    let save = async |content| {
        let change = store::Change {
            key: founding.clone(),
            content,
            expected: store::Expected::Any,
        };
        let author = store::Author::new("x", "");
        tried.store.save(&author, vec![change]).await.unwrap();
    };
    save(Some("{ \"id\": \"founding\" }".to_owned())).await;
    let out = tempfile::tempdir().unwrap();
    let options = api::Options {
        app: Some(common::app()),
        ..api::Options::new(out.path().join("dist"))
    };
    let backend = api::Backend::open(tried.store.clone(), options, false)
        .await
        .unwrap();
    let office = backend.office();
    assert!(office.check(&Which::Drafts).await.unwrap().faults.is_some());
    // Whoever asks meanwhile finds nothing, and the interface.
    assert_eq!(out.path().join("dist").read_dir().unwrap().count(), 0);
    save(sound).await;
    assert!(office.check(&Which::Drafts).await.unwrap().faults.is_none());
    // The first publish takes everything.
    let author = store::Author::new("x", "");
    office.publish(&author).await.unwrap();
    assert!(out.path().join("dist/index.html").exists());
}
