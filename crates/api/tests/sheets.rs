//! Companies and figures in a spreadsheet: out, changed by somebody, and in again.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use calamine::Data;
use common::book::Book;
use common::stores::Of;
use common::{Client, Running};
use reqwest::{Method, StatusCode};
use rstest::rstest;
use serde_json::{Value, json};
use store::Role;

const FIGURE: &str = "output-value-full-scope";

async fn taken_out(client: &Client, kind: &str) -> Book {
    let answer = client.get(&format!("/sheets/{kind}")).await;
    let answer = answer.is(StatusCode::OK);
    let named = answer.headers["content-disposition"].to_str().unwrap();
    assert!(
        named.starts_with("attachment") && named.ends_with(".xlsx\""),
        "{named}"
    );
    Book::open(&answer.bytes)
}

async fn looked(client: &Client, kind: &str, book: &Book) -> (Value, String) {
    let path = format!("/sheets/{kind}");
    let answer = client.send(Method::POST, &path, Some(book.saved())).await;
    let answer = answer.is(StatusCode::OK);
    (answer.json(), answer.tag())
}

/// All changes as `cell before → after`.
fn changes(plan: &Value) -> Vec<String> {
    let records = plan["records"].as_array().unwrap().iter();
    let changes = records.flat_map(|record| record["changes"].as_array().unwrap());
    let text = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
    let line = |change: &Value| {
        let (before, after) = (text(change, "before"), text(change, "after"));
        format!("{} {before} → {after}", text(change, "cell"))
    };
    changes.map(line).collect()
}

fn cells(faults: &Value) -> Vec<&str> {
    let faults = faults.as_array().unwrap().iter();
    faults
        .map(|fault| fault["cell"].as_str().unwrap())
        .collect()
}

#[rstest]
#[case("company")]
#[case("indicator")]
#[tokio::test]
async fn come_back_as_they_went_out(#[case] kind: &str) {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let book = taken_out(&writer, kind).await;
    let (plan, _) = looked(&writer, kind, &book).await;
    assert_eq!(plan["records"], json!([]));
    assert_eq!(plan["faults"], json!([]));
    assert_eq!(plan["ignored"], json!([]));
    // In the other language too.
    let english = writer.get(&format!("/sheets/{kind}?lang=en")).await;
    let english = Book::open(&english.is(StatusCode::OK).bytes);
    let (plan, _) = looked(&writer, kind, &english).await;
    assert_eq!(plan["records"], json!([]));
    assert_eq!(plan["faults"], json!([]));
    // No more is out of the spreadsheet than is in the bundle.
    let titles = writer.get("/titles").await.json();
    let of_kind = titles["titles"].as_array().unwrap().iter();
    let count = of_kind.filter(|title| title["kind"] == kind).count();
    let mut book = book;
    let (first, _) = book.0[0].clone();
    assert_eq!(book.last_row(&first) as usize, count);
}

#[tokio::test]
async fn only_what_is_different_is_written() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let (before, _) = writer.record(&format!("indicator/{FIGURE}")).await;
    let text = writer
        .get(&format!("/records/indicator/{FIGURE}"))
        .await
        .body;
    let mut book = taken_out(&writer, "indicator").await;
    let row = book.row("数据点", |key| {
        key.starts_with(FIGURE) && key.ends_with("#2")
    });
    let value = book.put("数据点", row, "数值", "３２３．５");
    // A day that a program has made of a text, and a new row without a number.
    let last = book.last_row("数据点") + 1;
    let name = before["name"]["zh-Hans"].as_str().unwrap();
    book.put("数据点", last, "指标", name);
    book.put("数据点", last, "时期", 2030.0);
    book.put("数据点", last, "数值", 1200.0);
    book.put("数据点", last, "哪一种", "目标");
    book.put("数据点", last, "以上", "是");
    let source = book.get("数据点", row, "来源");
    book.put("数据点", last, "来源", source);

    let (plan, tag) = looked(&writer, "indicator", &book).await;
    assert_eq!(plan["faults"], json!([]), "{plan}");
    assert_eq!(plan["checks"], json!([]), "{plan}");
    let changes = changes(&plan);
    assert_eq!(changes.len(), 6, "{changes:?}");
    assert!(
        changes.contains(&format!("{value} 322 → 323.5")),
        "{changes:?}"
    );
    // Nothing was written by looking.
    let (still, _) = writer.record(&format!("indicator/{FIGURE}")).await;
    assert_eq!(still, before);
    let history = writer.get("/history?most=1").await.json();
    let newest = history["revisions"][0]["revision"].as_i64().unwrap();

    let path = "/sheets/indicator?why=Excel";
    let bare = writer.send(Method::PUT, path, Some(book.saved())).await;
    assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
    let other = writer.put(path, book.saved(), "\"0\"").await;
    assert_eq!(other.problem(), "sheet-changed");
    let saved = writer
        .put(path, book.saved(), &tag)
        .await
        .is(StatusCode::OK);
    let revisions = saved.json()["revisions"].as_array().unwrap().clone();
    assert_eq!(revisions.len(), 1, "{revisions:?}");
    assert_eq!(revisions[0]["id"], FIGURE);
    assert!(revisions[0]["revision"].as_i64().unwrap() > newest);
    assert_eq!(revisions[0]["why"], "Excel");

    let (after, _) = writer.record(&format!("indicator/{FIGURE}")).await;
    let mut wanted = before.clone();
    wanted["points"][1]["value"] = json!(323.5);
    let source = before["points"][1]["source"].clone();
    wanted["points"].as_array_mut().unwrap().push(json!({
        "period": "2030", "value": 1200, "kind": "target", "atLeast": true, "source": source,
    }));
    assert_eq!(after, wanted);
    // Its fields stand as they stood: what nobody has changed stays to the letter.
    let now = writer
        .get(&format!("/records/indicator/{FIGURE}"))
        .await
        .body;
    let rest = text.replacen("\"value\": 322", "\"value\": 323.5", 1);
    assert!(
        now.starts_with(rest.trim_end_matches(['}', ']', '\n', ' '])),
        "{now}"
    );

    // Readers see nothing of it: it is a draft.
    let titles = writer.get("/titles").await.json();
    let title = titles["titles"].as_array().unwrap().iter();
    let mut title = title.filter(|title| title["id"] == FIGURE);
    assert_eq!(title.next().unwrap()["state"], "draft");
}

#[tokio::test]
async fn faults_are_named_by_their_cells() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let mut book = taken_out(&writer, "indicator").await;
    let first = book.row("数据点", |key| {
        key.starts_with(FIGURE) && key.ends_with("#1")
    });
    let no_number = book.put("数据点", first, "数值", "500以上");
    let nobody = book.put("数据点", first, "来源", "没有这个来源");
    let other = book.row("数据点", |key| !key.starts_with(FIGURE));
    let id = book.get("数据点", other, common::book::KEY).to_string();
    let id = id.split('@').next().unwrap().to_owned();
    let no_period = book.put("数据点", other, "时期", "去年");
    let no_source = book.put("数据点", other, "来源", Data::Empty);
    let lost = book.row("指标", |key| !key.starts_with(FIGURE));
    let lost = book.put("指标", lost, common::book::KEY, "nobody@1");
    let sheet = book.sheet("指标");
    sheet.insert((0, 25), Data::String("我的备注".into()));

    let (plan, tag) = looked(&writer, "indicator", &book).await;
    assert_eq!(cells(&plan["faults"]), [&*lost, &*no_number, &*nobody]);
    let said = plan["faults"][1]["message"].as_str().unwrap();
    assert!(said.contains("“500以上”不是数字"), "{said}");
    // What the check of the whole finds is at its cells too.
    let mut checks = cells(&plan["checks"]);
    checks.sort_unstable();
    let mut wanted = [&*no_period, &*no_source];
    wanted.sort_unstable();
    assert_eq!(checks, wanted, "{plan}");
    assert_eq!(plan["ignored"], json!(["指标 Z1：我的备注"]));
    // Of the record with cells that say nothing, nothing is written; the other is a draft
    // with its faults, as every draft may be.
    let saved = writer.put("/sheets/indicator", book.saved(), &tag).await;
    let saved = saved.is(StatusCode::OK).json();
    assert_eq!(saved["revisions"].as_array().unwrap().len(), 1);
    assert_eq!(saved["revisions"][0]["id"], id.as_str());
}

#[tokio::test]
async fn what_somebody_else_has_saved_meanwhile_stays() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let mut book = taken_out(&writer, "company").await;
    let (mut linfeng, tag) = writer.record("company/linfeng").await;
    linfeng["summary"]["en"] = json!("Somebody else's words.");
    linfeng["tile"] = json!("林");
    let path = "/records/company/linfeng";
    writer
        .put(path, linfeng.to_string(), &tag)
        .await
        .is(StatusCode::OK);

    let row = book.row("企业", |key| key.starts_with("linfeng@"));
    book.put("企业", row, "企业名称（英文）", "Linfeng");
    let clash = book.put("企业", row, "摘要（英文）", "My words.");
    let (plan, _) = looked(&writer, "company", &book).await;
    assert_eq!(cells(&plan["faults"]), [&*clash], "{plan}");
    let said = plan["faults"][0]["message"].as_str().unwrap();
    assert!(said.contains("Somebody else's words."), "{said}");
    assert_eq!(plan["records"][0]["held"], true);

    // Without the clash both stay.
    book.put("企业", row, "摘要（英文）", "Somebody else's words.");
    let (plan, tag) = looked(&writer, "company", &book).await;
    assert_eq!(plan["faults"], json!([]));
    // Whoever saves between looking and bringing in is not written over.
    let (mut again, now) = writer.record("company/linfeng").await;
    again["tile"] = json!("丰");
    writer
        .put(path, again.to_string(), &now)
        .await
        .is(StatusCode::OK);
    let late = writer.put("/sheets/company", book.saved(), &tag).await;
    assert_eq!(late.problem(), "sheet-changed");
    let (_, tag) = looked(&writer, "company", &book).await;
    writer
        .put("/sheets/company", book.saved(), &tag)
        .await
        .is(StatusCode::OK);
    let (both, _) = writer.record("company/linfeng").await;
    assert_eq!(both["name"]["en"], "Linfeng");
    assert_eq!(both["summary"]["en"], "Somebody else's words.");
    assert_eq!(both["tile"], "丰");
}

#[tokio::test]
async fn rows_are_added_and_taken_away_and_formulas_are_texts() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let (mut linfeng, tag) = writer.record("company/linfeng").await;
    linfeng["note"] = json!("=HYPERLINK(\"http://example.org\")");
    let path = "/records/company/linfeng";
    writer
        .put(path, linfeng.to_string(), &tag)
        .await
        .is(StatusCode::OK);

    let mut book = taken_out(&writer, "company").await;
    let row = book.row("企业", |key| key.starts_with("linfeng@"));
    let note = book.get("企业", row, "备注（中文）");
    assert_eq!(
        note,
        Data::String("=HYPERLINK(\"http://example.org\")".into())
    );
    let capacity = book.row("产能", |key| key.starts_with("linfeng@"));
    book.put("产能", capacity, "删去（写“是”）", "是");
    let last = book.last_row("企业") + 1;
    book.put("企业", last, "企业名称（中文）", "测试铝业有限公司");
    book.put("企业", last, "企业名称（英文）", "Test Aluminium");
    // Rows that are deleted in the spreadsheet are nobody's to delete.
    let gone = book.row("企业", |key| !key.starts_with("linfeng@"));
    book.sheet("企业").retain(|(row, _), _| *row != gone);

    let (plan, tag) = looked(&writer, "company", &book).await;
    assert_eq!(plan["faults"], json!([]), "{plan}");
    assert_eq!(plan["records"].as_array().unwrap().len(), 2, "{plan}");
    let saved = writer.put("/sheets/company", book.saved(), &tag).await;
    saved.is(StatusCode::OK);
    let (after, _) = writer.record("company/linfeng").await;
    assert_eq!(after.get("capacities"), None, "its only capacity went");
    assert_eq!(after["note"], "=HYPERLINK(\"http://example.org\")");
    let (new, _) = writer.record("company/test-aluminium").await;
    assert_eq!(new["name"]["zh-Hans"], "测试铝业有限公司");
    assert_eq!(
        new["membership"]["status"], "unconfirmed",
        "nobody's member"
    );
}

#[tokio::test]
async fn what_is_no_spreadsheet_of_ours_is_refused() {
    let site = Running::over(Of::Folder).await;
    let writer = site.person(Role::Writer).await;
    let send = async |body: Vec<u8>| {
        writer
            .send(Method::POST, "/sheets/company", Some(body))
            .await
    };
    for body in [Vec::new(), b"id,name\n".to_vec(), b"PK\x03\x04".repeat(50)] {
        let refused = send(body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.problem(), "sheet");
    }
    assert_eq!(send(vec![0; 5_000_000]).await.problem(), "too-large");
    // One of another kind, and one in which nobody knows which row is which.
    let figures = taken_out(&writer, "indicator").await;
    let refused = send(figures.saved()).await;
    assert!(
        refused.body.contains("没有叫“企业”的表"),
        "{}",
        refused.body
    );
    let mut book = taken_out(&writer, "company").await;
    let key = book.column("企业", common::book::KEY);
    book.sheet("企业").retain(|(_, column), _| *column != key);
    let refused = send(book.saved()).await;
    assert!(refused.body.contains("没有编号一列"), "{}", refused.body);
    writer
        .get("/sheets/article")
        .await
        .is(StatusCode::NOT_FOUND);
}
