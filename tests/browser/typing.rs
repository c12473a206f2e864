//! Typing as readers of Chinese do: with an input method, in full width.

use model::Lang;
use model::words::LeversWords;

use crate::common::{Published, Server, kinds};
use crate::harness::{Browser, left_out};

fn words() -> &'static LeversWords {
    &Lang::ZhHans.words().levers
}

fn open(path: &str) -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(390);
    browser.visit(path);
    (server, browser)
}

/// Chooses what the keys become. Chromium says so before the end, others after it.
fn commit(browser: &Browser, field: &str, text: &str, says_after: bool) {
    browser.run::<()>(
        "const [selector, text, after] = arguments;
         const field = document.querySelector(selector);
         field.value = text;
         const say = isComposing => field.dispatchEvent(
             new InputEvent('input', { bubbles: true, isComposing, data: text }));
         if (!after) say(true);
         field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: text }));
         if (after) say(false);",
        &[field.into(), text.into(), says_after.into()],
    );
}

/// A while, in which whatever was begun would have come.
fn rest(browser: &Browser) {
    browser.run_async::<()>("setTimeout(arguments[arguments.length - 1], 600)", &[]);
}

fn query(browser: &Browser) -> String {
    browser.run("return decodeURIComponent(location.search)", &[])
}

/// Everything that is said on the page.
fn said(browser: &Browser) -> String {
    browser.run(
        "return [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
            .map(region => region.textContent.trim()).join('|')",
        &[],
    )
}

#[test]
fn nothing_is_searched_until_the_characters_are_chosen() {
    for says_after in [false, true] {
        let (_server, browser) = open("/search/");
        let before = said(&browser);
        browser.compose("#find", &["l", "lv", "lv g", "lv guo"]);
        rest(&browser);
        assert_eq!(query(&browser), "", "written into the address");
        assert_eq!(said(&browser), before, "said");
        // The key that ends it is none that sends the form.
        browser.run::<()>("document.querySelector('form.search').requestSubmit()", &[]);
        rest(&browser);
        assert_eq!(query(&browser), "", "sent");
        commit(&browser, "#find", "铝锅", says_after);
        browser.wait_until("it is looked for", |browser| query(browser) == "?q=铝锅");
        browser.wait_until("it is said", |browser| said(browser) != before);
        // What was typed plainly before rests as well while the next is composed.
        browser.run::<()>(
            "const field = document.querySelector('#find');
             field.value = '铝';
             field.dispatchEvent(new InputEvent('input', { bubbles: true, data: '铝' }));",
            &[],
        );
        browser.compose("#find", &["铝d"]);
        rest(&browser);
        assert_eq!(query(&browser), "?q=铝锅");
        commit(&browser, "#find", "铝锭", says_after);
        browser.wait_until("it is looked for", |browser| query(browser) == "?q=铝锭");
        browser.expect_empty_console("after composing");
    }
}

#[test]
fn no_form_is_sent_by_the_key_that_ends_a_composition() {
    let (_server, browser) = open("/members/");
    browser.compose("#search", &["lin", "lin f"]);
    browser.run::<()>("document.querySelector('main form').requestSubmit()", &[]);
    rest(&browser);
    assert_eq!(browser.path(), "/members/");
    commit(&browser, "#search", "林丰", false);
    browser.run::<()>("document.querySelector('main form').requestSubmit()", &[]);
    browser.see_path("/search/?q=%E6%9E%97%E4%B8%B0&kind=company");
}

#[test]
fn a_number_counts_when_its_composition_ends() {
    for says_after in [false, true] {
        let (_server, browser) = open("/chain/");
        let field = "#value-recycled-share";
        let before = said(&browser);
        browser.compose(field, &["４", "４５", "４５０"]);
        rest(&browser);
        assert_eq!(query(&browser), "");
        assert_eq!(said(&browser), before, "nothing is wrong with it yet");
        commit(&browser, field, "４５。５", says_after);
        browser.wait_until("it counts", |browser| {
            query(browser) == "?recycled-share=45.5"
        });
        browser.expect_empty_console("after composing");
    }
}

/// Puts a text into a field and leaves it, as a hand does.
fn put(browser: &Browser, key: &str, text: &str) {
    browser.run::<()>(
        "const field = document.querySelector(`#value-${arguments[0]}`);
         field.focus();
         field.value = arguments[1];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         field.dispatchEvent(new Event('change', { bubbles: true }));
         field.blur();",
        &[key.into(), text.into()],
    );
}

fn error_said(browser: &Browser) -> String {
    browser.run(
        "return document.querySelector('.levers [role=alert]').textContent",
        &[],
    )
}

#[test]
fn a_number_is_read_as_it_is_typed() {
    let (_server, browser) = open("/chain/?preset=one-tonne");
    for (key, text, expected) in [
        ("product", "６１。５", "61.5"),
        ("product", "615，000", "615000"),
        ("product", "61．5 万吨", "615000"),
        ("product", "１．５亿", "150000000"),
        ("recycled-share", "１２％", "12"),
        ("recycled-share", " 12.5 ", "12.5"),
        ("scrap-supply", "100 000 000", "100000000"),
    ] {
        put(&browser, key, text);
        browser.wait_until(&format!("{text} is {expected}"), |browser| {
            query(browser).contains(&format!("{key}={expected}"))
        });
        assert_eq!(browser.value(&format!("#value-{key}")), expected);
        assert_eq!(error_said(&browser), "", "{text}");
    }
}

#[test]
fn what_is_no_number_is_said_and_never_means_no_limit() {
    let (_server, browser) = open("/chain/?preset=one-tonne&scrap-supply=5");
    browser.wait_until("the limit is there", |browser| {
        browser.value("#value-scrap-supply") == "5"
    });
    for text in ["-", "－", "。", "很多", "12个", "1,5", "不"] {
        put(&browser, "scrap-supply", "5");
        browser.wait_until("nothing is said", |browser| error_said(browser).is_empty());
        put(&browser, "scrap-supply", text);
        browser.wait_until(&format!("{text} is refused"), |browser| {
            error_said(browser).contains(words().stays)
        });
        assert_eq!(browser.value("#value-scrap-supply"), text);
        let marked: bool = browser.run(
            "return document.querySelector('#value-scrap-supply').getAttribute('aria-invalid') === 'true'",
            &[],
        );
        assert!(marked, "{text}");
        assert!(query(&browser).contains("scrap-supply=5"), "{text}");
    }
    // However soon it follows a number: the number's frame is still to come then.
    browser.run::<()>(
        "const field = document.querySelector('#value-scrap-supply');
         for (const text of ['6', '-']) {
             field.value = text;
             field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         }",
        &[],
    );
    browser.wait_until("the number counts", |browser| {
        query(browser).contains("scrap-supply=6")
    });
    rest(&browser);
    assert!(error_said(&browser).contains(words().stays));
    // Only where nothing stands there is no limit.
    for nothing in ["", "　"] {
        put(&browser, "scrap-supply", "5");
        browser.wait_until("there is a limit", |browser| {
            query(browser).contains("scrap-supply=5")
        });
        put(&browser, "scrap-supply", nothing);
        browser.wait_until("there is no limit", |browser| {
            query(browser) == "?preset=one-tonne" && error_said(browser).is_empty()
        });
    }
    // And where one is needed, nothing is not enough.
    put(&browser, "recycled-share", "");
    browser.wait_until("it is said", |browser| {
        error_said(browser).contains(words().stays)
    });
}

#[test]
fn a_wheel_that_scrolls_changes_no_number() {
    if left_out("a wheel") {
        return;
    }
    let (_server, browser) = open("/chain/");
    browser.resize(1280);
    let field = browser.find("#value-recycled-share", "");
    browser.click(&field);
    let before = (browser.value("#value-recycled-share"), browser.scrolled());
    browser.scroll_wheel(120);
    browser.wait_until("the page scrolls", |browser| browser.scrolled() != before.1);
    rest(&browser);
    assert_eq!(browser.value("#value-recycled-share"), before.0);
    assert_eq!(query(&browser), "");
}

/// An iPhone zooms into the page when a field of smaller type is tapped.
#[test]
fn no_field_on_a_phone_is_smaller_than_sixteen_pixels() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(390);
    let mut seen = 0;
    for page in kinds(Published::shared()) {
        browser.visit(&page.path);
        let (fields, small): (usize, Vec<String>) = browser.run(
            "const fields = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')];
             const size = field => parseFloat(getComputedStyle(field).fontSize);
             return [fields.length, fields.filter(field => size(field) < 16)
                 .map(field => `${field.outerHTML.slice(0, 80)}: ${size(field)}`)]",
            &[],
        );
        assert!(small.is_empty(), "{}: {small:#?}", page.path);
        seen += fields;
    }
    assert!(seen > 60, "only {seen} fields");
}
