//! The editors' interface over a real PostgreSQL, and a reader who has a page open meanwhile.

use std::time::{Duration, Instant};

use model::Lang;
use reqwest::StatusCode;
use serde_json::json;
use store::Role;
use tokio::runtime::Runtime;

use crate::backend::Running;
use crate::backend::stores::Of;
use crate::harness::Browser;

/// What the reader does when coming back to the tab.
fn look_away_and_back(browser: &Browser) {
    browser.run::<()>(
        "document.dispatchEvent(new Event('visibilitychange'));
         window.dispatchEvent(new Event('focus'));",
        &[],
    );
}

#[test]
fn an_open_tab_follows_what_editors_publish_and_take_back() {
    let runtime = Runtime::new().unwrap();
    let site = runtime.block_on(Running::over(Of::Postgres));
    let browser = Browser::open(&format!("http://{}", site.address));
    browser.visit("/news/founding/");
    let before = browser.heading();
    let after = format!("{before}（更正）");
    let (writer, publisher) = runtime.block_on(async {
        (
            site.person(Role::Writer).await,
            site.person(Role::Publisher).await,
        )
    });

    // Refused for a source that is not there, and the reader sees nothing of it.
    let (words, tag) = runtime.block_on(writer.record("article/founding"));
    let mut wrong = words.clone();
    wrong["title"]["zh-Hans"] = after.clone().into();
    wrong["source"] = "nowhere".into();
    let tag = runtime.block_on(writer.bring_to("article/founding", &wrong, &tag, &[]));
    let revision: i64 = tag.trim_matches('"').parse().unwrap();
    let record =
        json!({ "records": [{ "kind": "article", "id": "founding", "revision": revision }] });
    let refused = runtime.block_on(writer.post("/propose", record));
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    look_away_and_back(&browser);
    assert_eq!(browser.heading(), before);

    // Mended, approved, published: it comes to the open tab without a reload.
    wrong["source"] = words["source"].clone();
    let sound = wrong;
    runtime.block_on(writer.bring_to("article/founding", &sound, &tag, &["/propose"]));
    let (_, tag) = runtime.block_on(publisher.record("article/founding"));
    let revision: i64 = tag.trim_matches('"').parse().unwrap();
    let record =
        json!({ "records": [{ "kind": "article", "id": "founding", "revision": revision }] });
    browser.run::<()>("window.loadedOnce = true", &[]);
    runtime
        .block_on(publisher.post("/approve", record))
        .is(StatusCode::OK);
    let asked = Instant::now();
    let published = runtime.block_on(publisher.post("/publish", json!({})));
    published.is(StatusCode::OK);
    let answered = asked.elapsed();
    browser.wait_until("the change is on the page", |browser| {
        look_away_and_back(browser);
        browser.heading() == after
    });
    let seen: Duration = asked.elapsed();
    println!("published after {answered:?}, in the open tab after {seen:?}");
    assert!(browser.run::<bool>("return window.loadedOnce === true", &[]));

    // Taken back, it goes again.
    let list = runtime.block_on(publisher.get("/publishes")).json();
    let first = list["publishes"].as_array().unwrap().last().unwrap()["publish"].clone();
    let back = runtime.block_on(publisher.post("/rollback", json!({ "to": first })));
    back.is(StatusCode::OK);
    browser.wait_until("the page is as it was", |browser| {
        look_away_and_back(browser);
        browser.heading() == before
    });
    browser.follow_link(Lang::ZhHans.words().shell.news);
    browser.see_path("/news/");
    browser.expect_empty_console("after the editors' changes");
}
