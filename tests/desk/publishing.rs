//! From the first start to readers, and back.

use store::Role;

use crate::desk::{
    self, Site, choose, expect_quiet_console, open, said_at, see_saved, sign_in, write,
};

#[test]
fn an_article_goes_from_the_first_start_to_readers() {
    let site = Site::open();
    let browser = site.stranger();
    browser.visit_plainly("/desk/");
    browser.see("登录");
    sign_in(&browser, Role::Publisher);
    browser.see("第一次用？");
    browser.press_button("知道了");

    browser.follow_link("写新文章");
    let title = browser.find("input", "中文名称或标题");
    browser.type_into(&title, "编辑台写的第一篇");
    browser.press_button("开始写");
    browser.wait_until("the form is there", |browser| {
        browser.run("return document.getElementById('f-body') !== null", &[])
    });
    let path: String = browser.run("return location.pathname", &[]);
    let id = path.rsplit('/').next().unwrap().to_owned();

    // What is missing is said in words, and where; a draft is saved all the same.
    write(&browser, "summary", "测试用的一句摘要。");
    see_saved(&browser);
    browser.wait_until("the missing source is said at its field", |browser| {
        !said_at(browser, "source").is_empty()
    });
    browser.visit_plainly("/desk/publish");
    browser.see("挡着");

    open(&browser, &format!("article/{id}"));
    write(&browser, "date", "2025-11-20");
    choose(&browser, "category", "联盟");
    choose(&browser, "source", "广元市铝产业联盟成立");
    write(&browser, "body", "第一段，测试用。");
    browser.wait_until("nothing is wrong with it any more", |browser| {
        browser.sees("没有问题")
            || browser.run("return document.querySelectorAll('.faults .mark:not(.mark--open)').length === 1 && document.querySelector('.faults__sum b').textContent.endsWith('0')", &[])
    });
    see_saved(&browser);
    let saved = site.record(&format!("article/{id}"));
    assert_eq!(saved["body"], serde_json::json!(["第一段，测试用。"]));
    // The page as readers will see it stands beside it.
    browser.wait_until("the preview shows it", |browser| {
        browser.run(
            "return document.querySelector('iframe')?.contentDocument?.body?.textContent.includes('第一段，测试用。') === true",
            &[],
        )
    });

    browser.follow_link("发布…");
    browser.see("编辑台写的第一篇");
    browser.see("没有问题");
    browser.press_button("发布");
    browser.see("已发布，读者现在看到的是");
    let page = site.runtime.block_on(async {
        let reader = site.running.stranger();
        reader.get(&format!("//news/{id}/")).await
    });
    assert!(page.body.contains("第一段，测试用。"), "{}", page.status);

    // Restored to what it was, as a new change.
    browser.visit_plainly(&format!("/desk/history/article/{id}"));
    browser.see("恢复成这样");
    browser.press_button("恢复成这样");
    browser.wait_until("the form is there again", |browser| {
        browser.run(
            "return document.querySelector('.editor .input') !== null",
            &[],
        )
    });
    expect_quiet_console(&browser, "after a whole journey");
}

#[test]
fn a_mistake_on_the_site_leads_to_its_field() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    browser.resize(390);
    let founding = site.record("article/founding");
    let title = founding["title"]["zh-Hans"].as_str().unwrap();
    let find = browser.find("input", "网页上哪里错了？");
    browser.type_into(&find, title);
    browser.press_button("找到这一处");
    browser.see("标题");
    browser.follow_link("标题");
    browser.wait_until("the field has the focus", |browser| {
        browser.run("return document.activeElement?.id === 'f-title'", &[])
    });
    assert_eq!(desk::field(&browser, "title"), title);
    expect_quiet_console(&browser, "after finding a field");
}

#[test]
fn everybody_can_use_the_desk() {
    let site = Site::open();
    let browser = site.editor(Role::Publisher);
    for path in [
        "/desk/",
        "/desk/edit/article/founding",
        "/desk/edit/indicator/output-value-full-scope",
        "/desk/publish",
        "/desk/review",
        "/desk/media",
        "/desk/more",
        "/desk/new/article",
        "/desk/sheets/company",
    ] {
        browser.visit_plainly(path);
        browser.wait_until("it is drawn", |browser| {
            browser.run("return document.querySelector('main h1') !== null", &[])
        });
        assert_eq!(browser.barriers(), [""; 0], "at {path}");
        browser.resize(360);
        let over: i64 = browser.run(
            "return document.documentElement.scrollWidth - innerWidth",
            &[],
        );
        assert!(over <= 0, "{path} is {over} px wider than a small phone");
        browser.resize(1280);
    }
}
