//! What comes from Word or a web page comes as text.

use store::Role;

use crate::desk::{Site, expect_quiet_console, field, open, paste, see_saved};

/// As a word processor gives it: looks, a heading, a link that counts its readers.
const FOREIGN: &str = r#"<html><body><!--StartFragment-->
<h2 style="color:red">小标题</h2>
<p class="MsoNormal"><span style="font-family:宋体">第一段，<b>要紧</b>。</span></p>
<p><a href="https://example.com/a?utm_source=x">来源</a></p>
<!--EndFragment--></body></html>"#;

#[test]
fn what_is_pasted_is_tidied_saved_and_taken_back() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    let before = field(&browser, "body");
    browser.run::<()>("document.getElementById('f-body').select()", &[]);
    paste(
        &browser,
        "f-body",
        &[("text/html", FOREIGN), ("text/plain", "小标题")],
    );
    browser.see("粘贴的内容已整理");
    let tidied = "## 小标题\n\n第一段，**要紧**。\n\n[来源](https://example.com/a)";
    assert_eq!(field(&browser, "body"), tidied);
    see_saved(&browser);
    let saved = site.record("article/founding");
    assert_eq!(
        saved["body"]["zh-Hans"],
        serde_json::json!([
            "## 小标题",
            "第一段，**要紧**。",
            "[来源](https://example.com/a)"
        ])
    );
    browser.press_button("撤销");
    browser.wait_until("it is as it was", |browser| {
        field(browser, "body") == before
    });
    expect_quiet_console(&browser, "after a paste");
}
