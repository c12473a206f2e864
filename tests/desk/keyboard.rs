//! The whole way of an article, from signing in to readers, without a pointer.

use store::Role;

use crate::backend::PASSWORD;
use crate::desk::{Site, see_no_faults, see_saved};
use crate::harness::{Browser, Key};

/// Gets to something with Tab: the first that matches a selector and has the words in it.
///
/// After the last of the page come the browser's own buttons. Firefox's driver goes on sending
/// keys to the page while these have the focus, which moves nothing but the marks: from there
/// the page is entered at once.
fn tab_to(browser: &Browser, selector: &str, words: &str) {
    const MOST: usize = 300;
    for _ in 0..MOST {
        let there: bool = browser.run(
            "if (!document.hasFocus()) window.focus();
             const at = document.activeElement;
             return at.matches(arguments[0]) && at.textContent.includes(arguments[1])",
            &[selector.into(), words.into()],
        );
        if there {
            return;
        }
        browser.press(Key::Tab);
    }
    panic!("{MOST} times Tab did not lead to {selector} {words:?}");
}

fn write_at(browser: &Browser, field: &str, text: &str) {
    tab_to(browser, &format!("[id='f-{field}']"), "");
    browser.press(text);
}

/// Takes the next of the choices of a field.
fn choose_next(browser: &Browser, field: &str) {
    tab_to(browser, &format!("select[id='f-{field}']"), "");
    browser.press(Key::Down);
}

#[test]
fn an_article_is_written_and_published_without_a_pointer() {
    let site = Site::open();
    let browser = site.stranger();
    browser.visit_plainly("/desk/");
    browser.see("登录");
    tab_to(&browser, "input:not([type=password])", "");
    browser.press(Role::Publisher.word());
    tab_to(&browser, "input[type=password]", "");
    browser.press(PASSWORD);
    browser.press(Key::Enter);

    browser.see("网页上哪里错了？");
    tab_to(&browser, "a", "写新文章");
    browser.press(Key::Enter);
    browser.find("input", "中文名称或标题");
    tab_to(&browser, "main input", "");
    browser.press("不用鼠标写的一篇");
    browser.press(Key::Enter);
    browser.wait_until("the form is there", |browser| {
        browser.run("return document.getElementById('f-body') !== null", &[])
    });
    write_at(&browser, "summary", "测试用的一句摘要。");
    write_at(&browser, "body", "第一段，不用鼠标写的。");
    write_at(&browser, "date", "2025-11-20");
    choose_next(&browser, "category");
    choose_next(&browser, "source");
    see_no_faults(&browser);
    see_saved(&browser);

    tab_to(&browser, "a", "发布…");
    browser.press(Key::Enter);
    browser.see("不用鼠标写的一篇");
    browser.find("main button", "发布");
    tab_to(&browser, "main button.btn--main", "发布");
    browser.press(" ");
    browser.see("已发布，读者现在看到的是");
    let news = site.runtime.block_on(async {
        let reader = site.running.stranger();
        reader.get("//news/").await
    });
    assert!(news.body.contains("不用鼠标写的一篇"), "readers see it");
}
