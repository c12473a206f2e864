//! From the first start to readers, and back.

use store::Role;

use crate::backend::picture;
use crate::desk::{
    self, Site, choose, expect_quiet_console, open, said_at, see_no_faults, see_saved, send_file,
    sign_in, write,
};
use crate::harness::Browser;

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

    upload_and_describe(&browser);

    open(&browser, &format!("article/{id}"));
    choose(&browser, "cover", "测试用的图");
    write(&browser, "date", "2025-11-20");
    choose(&browser, "category", "联盟");
    choose(&browser, "source", "广元市铝产业联盟成立");
    write(&browser, "body", "第一段，测试用。");
    see_no_faults(&browser);
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
    assert!(page.body.contains("测试用的图"), "its picture is described");

    go_back(&browser, "编辑台写的第一篇");
    let page = site.runtime.block_on(async {
        let reader = site.running.stranger();
        reader.get(&format!("//news/{id}/")).await
    });
    assert_eq!(page.status, 404, "readers see what they saw before");

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

/// What keeps from publishing is looked at again however soon one goes there, and an answer
/// that comes late says nothing of what was saved meanwhile.
#[test]
fn what_was_just_saved_is_checked_when_it_goes_out() {
    let site = Site::open();
    let browser = site.editor(Role::Publisher);
    open(&browser, "article/founding");
    browser.run::<()>(
        "const fetched = window.fetch.bind(window);
         // As if all of it went on within the first seconds.
         Date.now = () => performance.timeOrigin;
         let held = false;
         window.fetch = async (...what) => {
             const answer = await fetched(...what);
             const url = what[0].url ?? what[0];
             // One answer about the drafts comes late.
             if (url.endsWith('/check') && !held) {
                 held = true;
                 await new Promise(go => { window.letGo = go; });
             }
             return answer;
         };",
        &[],
    );
    choose(&browser, "source", "");
    see_saved(&browser);
    browser.follow_link("发布…");
    browser.wait_until("what is saved is asked about", |browser| {
        browser.run("return window.letGo !== undefined", &[])
    });
    browser.run::<()>("history.back()", &[]);
    browser.wait_until("the form is there again", |browser| {
        browser.run("return document.getElementById('f-source') !== null", &[])
    });
    choose(&browser, "source", "广元市铝产业联盟成立");
    see_no_faults(&browser);
    see_saved(&browser);
    browser.follow_link("发布…");
    browser.see("没有问题");
    browser.run_async::<()>(
        "window.letGo(); setTimeout(arguments[arguments.length - 1], 600)",
        &[],
    );
    assert!(browser.sees("没有问题"), "the late answer is of no account");
}

/// Who publishes has looked at something; what others made of it since is looked at first.
#[test]
fn what_changes_meanwhile_does_not_go_out_unseen() {
    let site = Site::open();
    let browser = site.editor(Role::Publisher);
    let rename = |title: &str| {
        site.runtime.block_on(async {
            let writer = site.running.person(Role::Writer).await;
            let (mut article, tag) = writer.record("article/founding").await;
            article["title"]["zh-Hans"] = title.into();
            writer
                .put("/records/article/founding", article.to_string(), &tag)
                .await
                .is(reqwest::StatusCode::OK);
        });
    };
    rename("第一次改的标题");
    browser.visit_plainly("/desk/publish");
    browser.see("第一次改的标题");
    browser.see("没有问题");
    rename("第二次改的标题");
    browser.press_button("发布");
    browser.see("刚才又有人改过");
    // It is there to be looked at, and goes out now.
    browser.see("第二次改的标题");
    browser.press_button("发布");
    browser.see("已发布，读者现在看到的是");
}

/// A picture with all that it needs, as somebody does who meets the desk for the first time.
fn upload_and_describe(browser: &Browser) {
    browser.visit_plainly("/desk/media");
    browser.see("图片");
    send_file(
        browser,
        ".media__all input[type=file]",
        "cover.png",
        &picture(640, 400),
    );
    browser.press_button("使用");
    browser.see("已上传 cover.png");
    browser.click(&browser.find(".pic__button", "cover.png"));
    browser.follow_link("写说明");
    let seen = browser.find("input", "中文名称或标题");
    browser.type_into(&seen, "测试用的图");
    browser.press_button("开始写");
    browser.wait_until("the form is there", |browser| {
        browser.run("return document.getElementById('f-credit') !== null", &[])
    });
    write(browser, "credit", "测试拍摄");
    see_saved(browser);
}

/// Back to what readers saw before; what that undoes is seen before it is done.
fn go_back(browser: &Browser, undone: &str) {
    browser.press_button("退回到这次");
    browser.wait_until("what goes away is said first", |browser| {
        let shown: String = browser.run(
            "return document.querySelector('.go-back__changes')?.textContent ?? ''",
            &[],
        );
        shown.contains(undone)
    });
    browser.press_button("取消");
    browser.wait_until("nothing is asked any more", |browser| {
        browser.run("return document.querySelector('.go-back') === null", &[])
    });
    browser.press_button("退回到这次");
    browser.press_button("确定退回");
    browser.wait_until("it has been published once more", |browser| {
        browser.run(
            "return document.querySelectorAll('.past__row').length >= 3",
            &[],
        )
    });
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

/// As somebody does who is called about it: the wrong number is pasted, as it stands on the
/// site, and put right where it leads.
#[test]
fn a_telephone_number_is_put_right_on_a_phone() {
    let site = Site::open();
    site.runtime.block_on(async {
        let writer = site.running.person(Role::Writer).await;
        let (mut company, tag) = writer.record("company/linfeng").await;
        company["contacts"] = serde_json::json!([{
            "phone": "0839-1000001",
            "asOf": "2025-11-20",
            "source": company["sources"][0],
        }]);
        writer
            .put("/records/company/linfeng", company.to_string(), &tag)
            .await
            .is(reqwest::StatusCode::OK);
    });
    let browser = site.editor(Role::Writer);
    browser.resize(390);
    let find = browser.find("input", "网页上哪里错了？");
    browser.type_into(&find, "0839-1000001");
    browser.press_button("找到这一处");
    browser.see("找到 1 处");
    browser.click(&browser.find(".hit a", "电话"));
    let number = "contacts[0].phone";
    browser.wait_until("its field has the focus", |browser| {
        browser.run(
            "return document.activeElement?.id === arguments[0]",
            &[format!("f-{number}").into()],
        )
    });
    write(&browser, number, "0839-1000002");
    see_saved(&browser);
    let company = site.record("company/linfeng");
    assert_eq!(company["contacts"][0]["phone"], "0839-1000002");
    expect_quiet_console(&browser, "after putting a number right");
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
