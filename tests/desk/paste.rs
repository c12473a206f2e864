//! What is pasted from Word, from 公众号, and from the screen.

use store::Role;

use crate::backend::picture;
use crate::desk::{Site, expect_quiet_console, field, open, paste, see_saved};
use crate::harness::Browser;

/// What LibreOffice makes of a Word file with a heading, a list, a table and a photograph:
/// how it was made stands at its head.
const WORD: &str = include_str!("fixtures/word.html");

/// A page as 公众号 has it: sections in sections, spacers, pictures that a script fetches.
const ACCOUNT: &str = include_str!("fixtures/account.html");

/// As another word processor gives it: looks, a heading, a link that counts its readers.
const FOREIGN: &str = r#"<html><body><!--StartFragment-->
<h2 style="color:red">小标题</h2>
<p class="MsoNormal"><span style="font-family:宋体">第一段，<b>要紧</b>。</span></p>
<p><a href="https://example.com/a?utm_source=x">来源</a></p>
<!--EndFragment--></body></html>"#;

/// Pastes in place of the whole body.
fn paste_over(browser: &Browser, html: &str) {
    browser.run::<()>("document.getElementById('f-body').select()", &[]);
    paste(browser, "f-body", &[("text/html", html)]);
}

/// Writes what is to be said of the picture that was pasted.
fn describe(browser: &Browser, field: &str, words: &str) {
    let input = browser.find(".pasted input", field);
    browser.type_into(&input, words);
}

#[test]
fn a_word_file_comes_in_clean_with_its_picture() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    let before = field(&browser, "body");
    paste_over(&browser, WORD);
    browser.see("粘贴的内容已整理");
    let text = field(&browser, "body");
    for words in ["## ", "- ", "| --- |", "**", "![](media:paste-1)"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    for leftover in ["<", "style", "font", "\u{a0}"] {
        assert!(!text.contains(leftover), "{leftover}: {text}");
    }
    // Not stored: it cannot be published, and the fault says which.
    browser.see("paste-1");
    browser.press_button("用这张图片");
    browser.see("两样都写了，才能用。");
    describe(&browser, "图上是什么", "示例厂房");
    describe(&browser, "谁拍的", "示例供图");
    browser.press_button("用这张图片");
    browser.wait_until("its mark is that of a picture", |browser| {
        let text = field(browser, "body");
        text.contains("![](media:") && !text.contains("paste-1")
    });
    let text = field(&browser, "body");
    let (_, rest) = text.split_once("![](media:").unwrap();
    let (id, _) = rest.split_once(')').unwrap();
    let stored = site.record(&format!("picture/{id}"));
    assert_eq!(
        (&stored["alt"], &stored["credit"]),
        (&"示例厂房".into(), &"示例供图".into())
    );
    see_saved(&browser);
    assert_eq!(browser.barriers(), [""; 0]);
    expect_quiet_console(&browser, "after a paste");
    assert_ne!(before, text);
}

#[test]
fn an_account_s_pictures_are_asked_for_or_left_out() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    paste_over(&browser, ACCOUNT);
    browser.see("这张图片在 mmbiz.qpic.cn，这里取不到");
    let text = field(&browser, "body");
    assert!(!text.contains("mmbiz"), "{text}");
    assert_eq!(
        text.matches("![](media:paste-").count(),
        1,
        "a spacer is no picture: {text}"
    );
    browser.press_button("不要这张");
    browser.wait_until("nothing is left of it", |browser| {
        !field(browser, "body").contains("media:")
    });
    // One press takes the whole paste back, and what it wants described.
    paste_over(&browser, ACCOUNT);
    browser.see("图片 1");
    browser.press_button("撤销粘贴");
    browser.wait_until("nothing is to be described", |browser| {
        !browser.sees("不要这张")
    });
}

#[test]
fn a_picture_of_the_screen_is_described_where_it_is_pasted() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    let png = picture(640, 400);
    browser.run::<()>(
        "const field = document.getElementById('f-body');
         field.focus();
         field.setSelectionRange(0, 0);
         const data = new DataTransfer();
         data.items.add(new File([new Uint8Array(arguments[0])], 'image.png', { type: 'image/png' }));
         const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
         Object.defineProperty(event, 'clipboardData', { value: data });
         field.dispatchEvent(event);",
        &[png.into()],
    );
    browser.wait_until("its mark stands in the text", |browser| {
        field(browser, "body").contains("![](media:paste-1)")
    });
    describe(&browser, "图上是什么", "示例截图");
    describe(&browser, "谁拍的", "示例供图");
    browser.press_button("用这张图片");
    browser.wait_until("it is stored", |browser| {
        !field(browser, "body").contains("paste-1")
    });
}

#[test]
fn what_is_pasted_is_tidied_saved_and_taken_back() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    let before = field(&browser, "body");
    paste_over(&browser, FOREIGN);
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
