//! A review by its link: from a writer to a publisher with a phone, and back.

use serde_json::Value;
use store::Role;

use crate::backend::PASSWORD;
use crate::desk::{Site, expect_quiet_console, open, see_saved, write};
use crate::harness::Browser;

/// Where a record stands, as the desk is given it.
fn title(site: &Site, id: &str) -> Value {
    site.runtime.block_on(async {
        let reader = site.running.person(Role::Writer).await;
        let titles = reader.get("/titles").await.json();
        let titles = titles["titles"].as_array().unwrap().clone();
        titles.into_iter().find(|one| one["id"] == id).unwrap()
    })
}

/// Sends what was written for review, and takes the link.
fn sent_for_review(writer: &Browser) -> String {
    writer.visit_plainly("/desk/publish");
    writer.wait_until("what has changed is listed", |browser| {
        browser.run(
            "return document.querySelector('main input[type=checkbox]') !== null",
            &[],
        )
    });
    // What is found and what changes stand above the button, and move it when they come.
    writer.see("检查过了");
    writer.see("改动");
    writer.press_button("送审");
    writer.see("已送审");
    let link = writer.find("input[readonly]", "审阅链接");
    let link: String = writer.run("return arguments[0].value", &[link.to_json().unwrap()]);
    link
}

/// Opens a link as from a letter.
fn follow(browser: &Browser, link: &str) {
    browser.visit_plainly(
        link.split_once("/desk")
            .map_or(link, |(host, _)| &link[host.len()..]),
    );
}

/// The text of the page in the frame.
fn see_in_frame(browser: &Browser, text: &str) {
    browser.wait_until(&format!("the page shows {text:?}"), |browser| {
        browser.run(
            "return document.querySelector('.review iframe')?.contentDocument?.body?.textContent.includes(arguments[0]) === true",
            &[text.into()],
        )
    });
}

/// It was checked, and can be approved.
fn see_ready(browser: &Browser) {
    browser.wait_until("it can be approved", |browser| {
        browser.run(
            "return [...document.querySelectorAll('main button')].some(one => one.textContent.trim() === '通过' && !one.disabled)",
            &[],
        )
    });
}

#[test]
fn a_link_leads_a_publisher_with_a_phone_to_the_review() {
    let site = Site::open();
    let writer = site.editor(Role::Writer);
    let before = site.record("article/founding")["title"]["zh-Hans"].clone();
    let before = before.as_str().unwrap();
    open(&writer, "article/founding");
    write(&writer, "title", "联盟成立，新标题");
    let summary = site.record("article/founding")["summary"]["zh-Hans"].clone();
    let summary = summary.as_str().unwrap().replace("召开", "举行");
    write(&writer, "summary", &summary);
    see_saved(&writer);
    let link = sent_for_review(&writer);
    assert!(link.ends_with("/desk/review?of=article/founding"), "{link}");

    // Whoever may not approve sees why, and what it is about.
    follow(&writer, &link);
    writer.see("您的账号能写、能送审，不能批准");
    writer.see("联盟成立，新标题");
    let buttons: i64 = writer.run(
        "return [...document.querySelectorAll('main button')].filter(one => ['通过', '退回'].includes(one.textContent.trim())).length",
        &[],
    );
    assert_eq!(buttons, 0);

    // A stranger signs in first, and is at the review.
    let publisher = site.stranger();
    publisher.resize(390);
    follow(&publisher, &link);
    let name = publisher.find("input", "账号");
    publisher.type_into(&name, Role::Publisher.word());
    let password = publisher.find("input", "密码");
    publisher.type_into(&password, PASSWORD);
    publisher.press_button("登录");
    publisher.see_heading("审阅");
    publisher.see("联盟成立，新标题");
    see_in_frame(&publisher, "联盟成立，新标题");
    // What is gone and what is new are elements, not signs.
    publisher.wait_until("the changes are marked", |browser| {
        browser.run(
            "const text = document.querySelector('.review__diff');
             return text?.querySelector('del') != null && text.querySelector('ins') !== null
                 && !text.textContent.includes('{+')",
            &[],
        )
    });
    publisher.press_button("改之前");
    see_in_frame(&publisher, before);
    publisher.press_button("改之后");
    see_in_frame(&publisher, "联盟成立，新标题");
    see_ready(&publisher);
    assert_eq!(publisher.barriers(), [""; 0]);
    let small: Vec<String> = publisher.run(
        "return [...document.querySelectorAll('main button, main textarea')]
             .filter(one => { const box = one.getBoundingClientRect(); return box.width < 44 || box.height < 44; })
             .map(one => one.outerHTML)",
        &[],
    );
    assert_eq!(small, [""; 0], "targets are for thumbs");
    publisher.resize(360);
    let over: i64 = publisher.run(
        "return document.documentElement.scrollWidth - innerWidth",
        &[],
    );
    assert!(
        over <= 0,
        "the review is {over} px wider than a small phone"
    );
    publisher.resize(390);

    // Not without a note.
    publisher.press_button("退回");
    publisher.see("退回要附一句说明");
    assert_eq!(title(&site, "founding")["state"], "proposed");
    publisher.compose("#review-note", &["标", "标题", "标题太长"]);
    publisher.press_button("退回");
    publisher.see("已退回，写的人会看到说明");
    let sent_back = title(&site, "founding");
    assert_eq!(sent_back["state"], "sent-back");
    assert_eq!(sent_back["note"], "标题太长");
    writer.visit_plainly("/desk/");
    writer.see("标题太长");

    // Mended and sent again, the same link approves it.
    open(&writer, "article/founding");
    write(&writer, "title", "联盟成立");
    see_saved(&writer);
    assert_eq!(sent_for_review(&writer), link);
    follow(&publisher, &link);
    see_in_frame(&publisher, "联盟成立");
    see_ready(&publisher);
    publisher.press_button("通过");
    publisher.see("已通过。下次发布时读者就会看到。");
    assert_eq!(title(&site, "founding")["state"], "approved");
    publisher.follow_link("发布…");
    publisher.see_heading("读者会看到的变化");
    expect_quiet_console(&publisher, "after a review");
}

#[test]
fn what_changes_meanwhile_is_not_approved_unseen() {
    let site = Site::open();
    let writer = site.editor(Role::Writer);
    open(&writer, "article/founding");
    write(&writer, "title", "第一次写的标题");
    see_saved(&writer);
    let link = sent_for_review(&writer);
    let publisher = site.editor(Role::Publisher);
    follow(&publisher, &link);
    publisher.see("→ 第一次写的标题");
    see_ready(&publisher);
    open(&writer, "article/founding");
    write(&writer, "title", "第二次写的标题");
    see_saved(&writer);
    publisher.press_button("通过");
    publisher.see("刚才又有人改过");
    publisher.see("要再送审一次才能通过");
    assert_eq!(title(&site, "founding")["state"], "draft");
    // A link to what is not there says so.
    publisher.visit_plainly("/desk/review?of=article/nothing");
    publisher.see("没有等审的内容");
}
