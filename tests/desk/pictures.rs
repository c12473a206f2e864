//! Pictures: uploaded, described, used, and replaced wherever they are used.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};
use serde_json::json;
use store::Role;

use crate::backend::picture;
use crate::desk::{Site, expect_quiet_console, send_file};
use crate::harness::Browser;

/// Chooses a picture of the grid by what it is called.
fn choose(browser: &Browser, name: &str) {
    let card = browser.find(".pic__button", name);
    browser.click(&card);
}

#[test]
fn a_picture_says_where_it_is_used_and_is_replaced_there() {
    let site = Site::open();
    let browser = site.editor(Role::Publisher);
    browser.visit_plainly("/desk/media");
    browser.see("图片");
    send_file(
        &browser,
        ".media__all input[type=file]",
        "Yard 1.PNG",
        &picture(640, 400),
    );
    browser.press_button("使用");
    browser.see("已上传 Yard 1.PNG");
    choose(&browser, "yard-1.png");
    browser.see("没有用到");
    browser.see("640 × 400");

    // A record with a description and no credit, and an article that shows it.
    site.runtime.block_on(async {
        let writer = site.running.person(Role::Writer).await;
        let record = json!({ "id": "yard", "file": "yard-1.png", "alt": "堆场", "credit": "" });
        writer
            .put("/records/picture/yard", record.to_string(), "new")
            .await;
        let (mut founding, tag) = writer.record("article/founding").await;
        founding["cover"] = "yard".into();
        writer
            .put("/records/article/founding", founding.to_string(), &tag)
            .await;
    });
    browser.visit_plainly("/desk/media");
    browser.press_button("缺出处 1");
    choose(&browser, "堆场");
    browser.see("用在 1 处");
    // What is missing is written here, and is not missing any more.
    let credit = browser.find("[id='f-credit']", "");
    browser.type_into(&credit, "联盟拍摄");
    browser.see("缺出处 0");
    assert_eq!(site.record("picture/yard")["credit"], "联盟拍摄");
    assert_eq!(browser.barriers(), [""; 0]);

    // Another file of another kind: every place that names the record shows it.
    browser.press_button("全部 1");
    let mut jpeg = Cursor::new(Vec::new());
    RgbImage::new(800, 600)
        .write_to(&mut jpeg, ImageFormat::Jpeg)
        .unwrap();
    send_file(
        &browser,
        ".picture__replace input[type=file]",
        "new.jpeg",
        jpeg.get_ref(),
    );
    browser.press_button("使用");
    browser.see("已上传 new.jpeg");
    browser.see("800 × 600");
    assert_eq!(site.record("picture/yard")["file"], "yard-1.jpg");
    assert_eq!(site.record("article/founding")["cover"], "yard");

    // The way to the very field.
    let title = site.record("article/founding")["title"]["zh-Hans"]
        .as_str()
        .unwrap()
        .to_owned();
    browser.follow_link(&title);
    browser.wait_until("the field that names it is open", |browser| {
        browser.run(
            "return location.pathname === '/desk/edit/article/founding' && document.getElementById('f-cover') !== null",
            &[],
        )
    });
    expect_quiet_console(&browser, "after a picture's way");
}
