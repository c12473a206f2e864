//! Figures in a spreadsheet: taken out, looked at cell by cell, and brought in.

use store::Role;

use crate::backend::book::Book;
use crate::desk::{Site, expect_quiet_console, send_file};

const FIGURE: &str = "output-value-full-scope";

#[test]
fn a_changed_spreadsheet_is_shown_before_it_is_written() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    browser.visit_plainly("/desk/list/indicator");
    browser.follow_link("Excel");
    browser.see("指标：用 Excel 改");
    // What the button gives.
    let link = browser.link_to("/api/v1/sheets/indicator?lang=zh-Hans");
    assert_eq!(link, "下载 .xlsx");
    let mut book = site.runtime.block_on(async {
        let writer = site.running.person(Role::Writer).await;
        Book::open(&writer.get("/sheets/indicator").await.bytes)
    });
    let row = book.row("数据点", |key| {
        key.starts_with(FIGURE) && key.ends_with("#2")
    });
    let good = book.put("数据点", row, "数值", 323.5);
    let other = book.row("数据点", |key| !key.starts_with(FIGURE));
    let bad = book.put("数据点", other, "数值", "很多");

    send_file(
        &browser,
        ".step input[type=file]",
        "数据.xlsx",
        &book.saved(),
    );
    browser.see("1 条里有 1 格要改");
    browser.see("1 格不对");
    browser.see(&format!("数据点 {bad}"));
    browser.see("“很多”不是数字");
    browser.see(&format!("数据点 {good}"));
    assert_eq!(browser.barriers(), [""; 0]);
    let before = site.record(&format!("indicator/{FIGURE}"));
    assert_eq!(before["points"][1]["value"], 322, "nothing is written yet");

    browser.press_button("写入 1 条");
    browser.see("已存成草稿：1 条");
    let after = site.record(&format!("indicator/{FIGURE}"));
    assert_eq!(after["points"][1]["value"], 323.5);
    // The same file again changes nothing any more.
    send_file(
        &browser,
        ".step input[type=file]",
        "数据.xlsx",
        &book.saved(),
    );
    browser.see("与现在的内容没有不同");
    // What is no spreadsheet is said.
    send_file(&browser, ".step input[type=file]", "x.xlsx", b"id,name");
    browser.see("这不是能读的 .xlsx 文件");
    expect_quiet_console(&browser, "after bringing in");
}
