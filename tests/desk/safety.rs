//! Nothing is ever lost.

use store::Role;

use crate::desk::{Site, field, open, see_saved, sign_in, write};

#[test]
fn what_no_server_took_comes_back_after_a_crash() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    write(&browser, "summary", "先存上的一句。");
    see_saved(&browser);
    browser.block(&["*/api/v1/*"]);
    write(&browser, "summary", "没有存上的一句。");
    browser.see("没有存上");
    // The tab goes, with all that it knew.
    browser.visit_plainly("/robots.txt");
    browser.unblock();
    open(&browser, "article/founding");
    browser.wait_until("what was not saved is back", |browser| {
        field(browser, "summary") == "没有存上的一句。"
    });
    see_saved(&browser);
    let saved = site.record("article/founding");
    assert_eq!(saved["summary"]["zh-Hans"], "没有存上的一句。");
}

#[test]
fn a_session_that_ends_leaves_what_is_written() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    // The session goes while somebody writes.
    browser.run_async::<()>(
        "const done = arguments[arguments.length - 1];
         fetch('/api/v1/session', { method: 'DELETE' }).then(() => done(null))",
        &[],
    );
    write(&browser, "summary", "登录失效时写的一句。");
    browser.see("登录已失效");
    sign_in(&browser, Role::Writer);
    assert_eq!(field(&browser, "summary"), "登录失效时写的一句。");
    see_saved(&browser);
    let saved = site.record("article/founding");
    assert_eq!(saved["summary"]["zh-Hans"], "登录失效时写的一句。");
}

#[test]
fn undo_and_redo_go_by_what_was_written_in_one_go() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    let before = field(&browser, "summary");
    write(&browser, "summary", "换了一句。");
    browser.press_button("撤销");
    browser.wait_until("it is as it was", |browser| {
        field(browser, "summary") == before
    });
    browser.press_button("重做");
    browser.wait_until("and again as it became", |browser| {
        field(browser, "summary") == "换了一句。"
    });
}
