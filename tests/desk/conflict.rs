//! Two editors, one record.

use store::Role;

use crate::desk::{Site, field, open, see_saved, write};

#[test]
fn two_changes_of_one_record_both_stay() {
    let site = Site::open();
    let first = site.editor(Role::Writer);
    let second = site.editor(Role::Publisher);
    open(&first, "article/founding");
    open(&second, "article/founding");

    // Different fields: both, without a question.
    write(&second, "title.en", "The alliance begins");
    see_saved(&second);
    write(&first, "date", "2020-07-17");
    see_saved(&first);
    let both = site.record("article/founding");
    assert_eq!(both["title"]["en"], "The alliance begins");
    assert_eq!(both["date"], "2020-07-17");

    // The same field: both are shown, at the field; the last one does not win.
    first.block(&["*/api/v1/records/*"]);
    write(&first, "summary", "第一位写的摘要。");
    write(&second, "summary", "第二位写的摘要。");
    see_saved(&second);
    first.unblock();
    first.see("第二位写的摘要。");
    assert_eq!(field(&first, "summary"), "第一位写的摘要。");
    let still = site.record("article/founding");
    assert_eq!(still["summary"]["zh-Hans"], "第二位写的摘要。");
    first.press_button("用我的");
    see_saved(&first);
    let settled = site.record("article/founding");
    assert_eq!(settled["summary"]["zh-Hans"], "第一位写的摘要。");
}

#[test]
fn editors_of_one_record_see_each_other() {
    let site = Site::open();
    let first = site.editor(Role::Writer);
    open(&first, "company/linfeng");
    let second = site.editor(Role::Publisher);
    open(&second, "company/linfeng");
    second.see("writer 也开着");
}
