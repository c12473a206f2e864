//! The picture of the chain, by keyboard, by pointer and by touch.

use model::Lang;

use crate::common::{Published, Server};
use crate::harness::{Browser, Key};

/// The two ways that the picture lies.
const WIDTHS: [u32; 2] = [390, 1280];

fn picture(width: u32, path: &str) -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(width);
    browser.visit(path);
    (server, browser)
}

/// What has the focus in the picture: a stage, or `flow-` and a flow; empty
/// when nothing in it has.
fn focused(browser: &Browser) -> String {
    browser.run(
        "return document.activeElement.closest?.('[data-pin]')?.dataset.pin ?? ''",
        &[],
    )
}

/// What is held on to.
fn held(browser: &Browser) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll('.diagram [aria-pressed=true]')]
            .filter(item => item.checkVisibility())
            .map(item => item.dataset.pin)",
        &[],
    )
}

/// What steps back, of stages and flows.
fn dimmed(browser: &Browser) -> Vec<String> {
    browser.run(
        "return [...document.querySelectorAll('.diagram .diagram__dim[data-pin]')]
            .filter(item => item.checkVisibility())
            .map(item => item.dataset.pin)",
        &[],
    )
}

fn see_held(browser: &Browser, wanted: &[&str]) {
    browser.wait_until(&format!("{wanted:?} is held on to"), |browser| {
        held(browser) == wanted
    });
}

/// With Tab into the picture.
fn enter(browser: &Browser) {
    for _ in 0..100 {
        if !focused(browser).is_empty() {
            return;
        }
        browser.press(Key::Tab);
    }
    panic!("Tab does not lead into the picture");
}

fn follow(browser: &Browser, key: Key, wanted: &str) {
    browser.press(key);
    browser.wait_until(&format!("{wanted} has the focus"), |browser| {
        focused(browser) == wanted
    });
}

#[test]
fn arrows_walk_through_the_whole_picture() {
    for width in WIDTHS {
        let (_server, browser) = picture(width, "/chain/");
        let (on, back, side, other_side) = (Key::Right, Key::Left, Key::Down, Key::Up);
        enter(&browser);
        let way = [
            (Key::Home, "alumina"),
            (side.clone(), "anode"),
            (on.clone(), "flow-anode"),
            (other_side.clone(), "flow-alumina"),
            (on.clone(), "electrolytic"),
            (on.clone(), "flow-primary"),
            (back.clone(), "electrolytic"),
            (on.clone(), "flow-primary"),
            (side.clone(), "flow-recycled"),
            (on.clone(), "processing"),
            (on.clone(), "flow-product"),
            (side.clone(), "flow-offcuts"),
            (side.clone(), "flow-scrap"),
            (on, "recycled"),
            (other_side, "processing"),
            (Key::End, "recycled"),
            (back, "flow-offcuts"),
        ];
        for (key, wanted) in way {
            follow(&browser, key, wanted);
            let stops: Vec<String> = browser.run(
                "const svg = document.activeElement.closest('svg');
                 return [...svg.querySelectorAll('[tabindex=\"0\"]')].map(item => item.dataset.pin)",
                &[],
            );
            assert_eq!(stops, [wanted], "one stop for Tab");
            // Whoever hears it hears how much.
            assert!(browser.focused().contains('吨'), "{}", browser.focused());
        }
        browser.expect_empty_console("after the walk");
    }
}

#[test]
fn enter_holds_on_and_lets_go_and_escape_lets_go_and_leaves() {
    for width in WIDTHS {
        let (_server, browser) = picture(width, "/chain/");
        enter(&browser);
        follow(&browser, Key::End, "recycled");
        browser.press(Key::Enter);
        see_held(&browser, &["recycled"]);
        assert_eq!(browser.path().split('?').next(), Some("/chain/"));
        let away = dimmed(&browser);
        for item in ["alumina", "electrolytic", "flow-primary", "flow-product"] {
            assert!(away.iter().any(|other| other == item), "{item}: {away:?}");
        }
        for item in ["processing", "flow-offcuts", "flow-scrap", "flow-recycled"] {
            assert!(away.iter().all(|other| other != item), "{item}: {away:?}");
        }
        assert_eq!(focused(&browser), "recycled", "the focus stays");
        browser.press(Key::Enter);
        see_held(&browser, &[]);

        // A flow, with the space bar.
        follow(&browser, Key::Home, "alumina");
        follow(&browser, Key::Right, "flow-alumina");
        browser.press(Key::Space);
        see_held(&browser, &["flow-alumina"]);
        browser.press(Key::Escape);
        see_held(&browser, &[]);
        assert_eq!(focused(&browser), "flow-alumina", "the focus stays");
        browser.press(Key::Escape);
        browser.wait_until("the focus has left the picture", |browser| {
            focused(browser).is_empty()
        });
        browser.expect_empty_console("after holding on");
    }
}

#[test]
fn a_question_mark_shows_the_keys_and_escape_hides_them() {
    let (_server, browser) = picture(1280, "/");
    let open = |browser: &Browser| -> bool {
        browser.run("return document.querySelector('.diagram__keys').open", &[])
    };
    enter(&browser);
    follow(&browser, Key::End, "recycled");
    browser.press("?");
    browser.wait_until("the keys are shown", open);
    browser.see(Lang::ZhHans.words().picture.key_list[0].1);
    browser.press(Key::Escape);
    browser.wait_until("the keys are hidden", |browser| !open(browser));
    browser.wait_until("the focus is back", |browser| {
        focused(browser) == "recycled"
    });
}

#[test]
fn a_tap_holds_on_at_once_and_another_lets_go() {
    let (_server, browser) = picture(390, "/");
    browser.tap(".diagram [data-pin=processing] .diagram__frame");
    see_held(&browser, &["processing"]);
    assert_eq!(browser.path(), "/");
    browser.tap(".diagram [data-pin=flow-alumina] .diagram__head");
    see_held(&browser, &["flow-alumina"]);
    browser.tap(".diagram [data-pin=flow-alumina] .diagram__head");
    see_held(&browser, &[]);
    assert!(dimmed(&browser).is_empty(), "{:?}", dimmed(&browser));
    browser.tap(".diagram [data-pin=flow-alumina] .diagram__head");
    see_held(&browser, &["flow-alumina"]);
    browser.press_button(Lang::ZhHans.words().picture.release);
    see_held(&browser, &[]);
}

#[test]
fn the_pointer_shows_what_is_connected() {
    let (_server, browser) = picture(1280, "/");
    let link = browser.first_link(".diagram__drawing--lying [data-pin=anode]");
    browser.point_at(&link);
    browser.wait_until("the rest steps back", |browser| {
        let away = dimmed(browser);
        away.contains(&"processing".to_owned()) && !away.contains(&"flow-anode".to_owned())
    });
    assert!(held(&browser).is_empty());
    browser.point_at(&browser.find("h1", ""));
    browser.wait_until("all is there again", |browser| dimmed(browser).is_empty());
}

#[test]
fn a_held_stage_leads_to_its_page_and_escape_leads_back() {
    let (_server, browser) = picture(1280, "/chain/");
    let other = browser.first_link("main svg a[href='/chain/processing/']");
    browser.click(&other);
    see_held(&browser, &["processing"]);
    browser.follow_link(Lang::ZhHans.words().picture.open);
    browser.wait_until("the page is there", |browser| {
        browser.path().starts_with("/chain/processing/")
    });
    let current: Vec<String> = browser.run(
        "return [...document.querySelectorAll('.stage-nav a[aria-current=page]')]
            .map(link => link.textContent)",
        &[],
    );
    assert_eq!(current, ["铝精深加工"]);
    // The others are a step away, and the whole chain is.
    browser.follow_link("再生铝");
    browser.wait_until("the other stage is there", |browser| {
        browser.path().starts_with("/chain/recycled/")
    });
    browser.press(Key::Escape);
    browser.wait_until("the whole chain is there", |browser| {
        browser.path().starts_with("/chain/?")
    });
    browser.expect_empty_console("after the way there and back");
}

#[test]
fn no_barriers_while_a_stage_is_held_on_to() {
    for width in WIDTHS {
        let (_server, browser) = picture(width, "/chain/");
        enter(&browser);
        browser.press(Key::Enter);
        browser.wait_until("something is held on to", |browser| {
            !held(browser).is_empty()
        });
        for theme in ["light", "dark"] {
            browser.prefer_theme(theme);
            let barriers = browser.barriers();
            assert!(barriers.is_empty(), "at {width}, {theme}: {barriers:#?}");
        }
    }
}

/// Texts that lie on each other or on another stage's frame, stick out of their
/// own, or are too small to read; as the browser has set them.
const FAULTS: &str = r"
    const drawing = [...document.querySelectorAll('.diagram__drawing')]
        .find(drawing => drawing.checkVisibility());
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    const frame = drawing.getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].filter(text => text.checkVisibility()).map(text => {
        const { left, right } = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        // A line box is higher than its ink: from the baseline up and down.
        const baseline = frame.top + parseFloat(text.getAttribute('y')) * scale;
        const box = { left, right, top: baseline - 0.88 * size, bottom: baseline + 0.14 * size };
        return { text: text.textContent, owner: text.closest('.diagram__node'), size, box };
    });
    const boxes = [...drawing.querySelectorAll('.diagram__frame')]
        .map(frame => ({ owner: frame.closest('.diagram__node'), box: frame.getBoundingClientRect() }));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    const faults = [];
    texts.forEach((one, index) => {
        if (one.size < arguments[0]) faults.push(`${one.text} is ${one.size} px`);
        if (one.box.left < frame.left || one.box.right > frame.right) faults.push(`${one.text} is cut off`);
        for (const other of texts.slice(index + 1)) {
            if (!apart(one.box, other.box)) faults.push(`${one.text} on ${other.text}`);
        }
        for (const { owner, box } of boxes) {
            const inside = one.box.left >= box.left && one.box.right <= box.right
                && one.box.bottom <= box.bottom + 1 && one.box.top >= box.top - 1;
            if (owner === one.owner ? !inside : !apart(one.box, box)) {
                faults.push(`${one.text} against a frame`);
            }
        }
    });
    return [texts.length, faults];
";

#[test]
fn nothing_lies_on_anything_at_any_width_in_either_language() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for width in [320, 390, 768, 1280, 1920] {
        browser.resize(width);
        for path in ["/", "/chain/", "/en/", "/en/chain/"] {
            browser.visit(path);
            let (count, faults): (usize, Vec<String>) = browser.run(FAULTS, &[11.into()]);
            assert!(count > 20, "{path} at {width}: {count} texts");
            assert!(faults.is_empty(), "{path} at {width}: {faults:#?}");
        }
    }
}

#[test]
fn without_scripts_links_lead_on_and_flows_have_names() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.block(&["*.wasm"]);
    browser.visit_plainly("/chain/");
    let (links, flows): (Vec<String>, Vec<String>) = browser.run(
        "const shown = selector => [...document.querySelectorAll(selector)]
            .filter(item => item.checkVisibility());
         return [
             shown('.diagram a[data-pin]').map(link => link.getAttribute('href')),
             shown('.diagram [role=img]').map(flow => flow.getAttribute('aria-label')),
         ]",
        &[],
    );
    assert_eq!(links.len(), 5, "{links:?}");
    assert_eq!(flows.len(), 7, "{flows:?}");
    assert!(flows.iter().all(|flow| flow.contains('吨')), "{flows:?}");
    let link = browser.first_link("main svg a[href='/chain/recycled/']");
    browser.click(&link);
    browser.see_path("/chain/recycled/");
}

#[test]
fn what_it_is_compared_with_is_an_outline_in_the_same_picture() {
    for width in WIDTHS {
        let (_server, browser) = picture(width, "/chain/?against=goals-2027");
        let outlines = |browser: &Browser| -> usize {
            browser.run(
                "return [...document.querySelectorAll('.diagram__outline')]
                    .filter(edge => edge.checkVisibility()).length",
                &[],
            )
        };
        browser.wait_until("there are outlines", |browser| outlines(browser) == 7);
        browser.see("虚线轮廓：2027年目标");
        let pictures: usize = browser.run(
            "return document.querySelectorAll('[data-diagram]').length",
            &[],
        );
        assert_eq!(pictures, 1);
        // The stages say by how much they differ, where there is room for it.
        let differ: usize = browser.run(
            "return [...document.querySelectorAll('.diagram__remark')]
                .filter(line => line.checkVisibility() && line.textContent.startsWith('相差')).length",
            &[],
        );
        assert_eq!(differ, if width > 700 { 5 } else { 0 });
        browser.expect_empty_console("with an outline");
    }
}
