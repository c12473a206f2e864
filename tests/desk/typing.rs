//! Typing: with an input method, and without a mouse.

use store::Role;
use thirtyfour::Key;

use crate::desk::{Site, field, open, see_saved, write};
use crate::harness::Browser;

#[test]
fn nothing_happens_while_somebody_composes() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    write(&browser, "summary", "先写好的。");
    see_saved(&browser);
    // As an input method does: letters first, and the Enter that ends it.
    browser.run::<()>(
        "const field = document.getElementById('f-summary');
         field.focus();
         field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
         field.value = '先写好的。lv';
         field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
         field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 's', ctrlKey: true, isComposing: true }));
         field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Enter', isComposing: true, keyCode: 229 }));",
        &[],
    );
    // Longer than a draft waits to be saved.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert_eq!(
        field(&browser, "summary"),
        "先写好的。lv",
        "no value is written"
    );
    let saved = site.record("article/founding");
    assert_eq!(
        saved["summary"]["zh-Hans"], "先写好的。",
        "letters are not saved"
    );
    browser.run::<()>(
        "const field = document.getElementById('f-summary');
         field.value = '先写好的。铝';
         field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '铝' }));
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));",
        &[],
    );
    see_saved(&browser);
    browser.wait_until("the character is saved", |_| {
        site.record("article/founding")["summary"]["zh-Hans"] == "先写好的。铝"
    });
}

#[test]
fn faults_and_tools_go_by_keyboard() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    write(&browser, "date", "去年");
    browser.wait_until("the fault is counted", |browser| browser.sees("问题 1"));
    browser.run::<()>("document.activeElement.blur()", &[]);
    browser.press(Key::F8);
    browser.wait_until("the faulty field has the focus", |browser| {
        browser.run("return document.activeElement?.id === 'f-date'", &[])
    });
    write(&browser, "date", "2020-07-17");
    browser.run::<()>(
        "const body = document.getElementById('f-body');
         body.focus();
         body.setSelectionRange(0, 2);
         // The driver's chain lets each key go before the next.
         body.dispatchEvent(new KeyboardEvent('keydown', {
             key: 'b', ctrlKey: true, bubbles: true, cancelable: true,
         }));",
        &[],
    );
    browser.wait_until("the words are strong", |browser| {
        field(browser, "body").starts_with("**")
    });
    see_saved(&browser);
    let saved = site.record("article/founding");
    let first = saved["body"]["zh-Hans"][0].as_str().unwrap().to_owned();
    assert!(first.starts_with("**"), "{first}");
}

/// Nobody writes an article through a slit of two lines.
#[test]
fn a_field_is_as_high_as_what_stands_in_it() {
    let site = Site::open();
    let browser = site.editor(Role::Writer);
    open(&browser, "article/founding");
    let see_all = |browser: &Browser| {
        browser.wait_until("nothing has to be scrolled to", |browser| {
            browser.run(
                "return [...document.querySelectorAll('.editor textarea')]
                    .filter(area => area.checkVisibility())
                    .every(area => area.scrollHeight <= area.clientHeight)",
                &[],
            )
        });
    };
    let height = |browser: &Browser| -> f64 {
        browser.run(
            "return document.getElementById('f-summary').getBoundingClientRect().height",
            &[],
        )
    };
    see_all(&browser);
    let before = height(&browser);
    write(&browser, "summary", &"一句很长的摘要。".repeat(60));
    see_all(&browser);
    let long = height(&browser);
    assert!(long > before + 40.0, "{before} and {long} px");
    // What is taken back takes its room back.
    browser.press_button("撤销");
    browser.wait_until("it is as high as before", |browser| {
        (height(browser) - before).abs() < 2.0
    });
    see_all(&browser);
}
