//! Large letters: the setting of WeChat and of phones, which makes the text larger and
//! nothing else, and the zoom of browsers, which leaves little of a window.

use crate::common::{Kind, Page, Published, Server, in_turn, kinds, soak};
use crate::harness::Browser;

/// Makes every text so many times as large, as a web view does. Drawings have sizes of
/// their own.
const ENLARGE: &str = "
    const [times] = arguments;
    const texts = [...document.querySelectorAll('body, body *:not(svg, svg *)')];
    const sizes = texts.map(element => parseFloat(getComputedStyle(element).fontSize));
    texts.forEach((element, index) => { element.style.fontSize = `${sizes[index] * times}px`; });
";

/// What lies on something else, is cut off, or reaches beyond the window.
const FAULTS: &str = r"
    const faults = [];
    // What is not on the screen yet is laid out as well.
    for (const part of document.querySelectorAll('main *')) {
        if (getComputedStyle(part).contentVisibility === 'auto') part.style.contentVisibility = 'visible';
    }
    const named = element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
    const root = document.documentElement;
    const over = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
    if (over > 0) {
        const out = [...document.body.querySelectorAll('*')]
            .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
            .slice(-3).map(named);
        faults.push(`${over} px too wide: ${out.join(' | ')}`);
    }
    // What only screen readers are given is cut off on purpose.
    const hidden = element => {
        for (let at = element; at; at = at.parentElement) {
            if (getComputedStyle(at).clipPath !== 'none') return true;
        }
        return !element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
    };
    for (const element of document.body.querySelectorAll('*')) {
        if (element.closest('svg') || element.clientWidth === 0 || hidden(element)) continue;
        // A name may be longer than its field, in which the caret moves it; a number may not.
        if (element.matches('input[maxlength]')) continue;
        const style = getComputedStyle(element);
        const cuts = side => ['hidden', 'clip'].includes(style[`overflow${side}`]);
        if (cuts('X') && element.scrollWidth > element.clientWidth + 1
            || cuts('Y') && element.scrollHeight > element.clientHeight + 1) {
            faults.push(`cut off: ${named(element)}`);
        }
    }
    const boxes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        const parent = text.parentElement;
        if (!text.data.trim() || parent.closest('script, style, option') || hidden(parent)) continue;
        let rects;
        if (parent.closest('svg')) {
            rects = [parent.getBoundingClientRect()];
        } else {
            const range = new Range();
            range.selectNodeContents(text);
            rects = [...range.getClientRects()];
        }
        for (const { left, right, top, bottom } of rects) {
            // Letters do not fill the height of their line.
            const rim = (bottom - top) * 0.22;
            if (right - left < 1 || bottom - top < 1) continue;
            boxes.push({ text, left: left + 1, right: right - 1, top: top + rim, bottom: bottom - rim });
        }
    }
    boxes.sort((one, other) => one.top - other.top);
    boxes.forEach((one, index) => {
        for (const other of boxes.slice(index + 1)) {
            if (other.top >= one.bottom) break;
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - other.top;
            if (one.text !== other.text && wide > 2 && high > 2) {
                faults.push(`“${one.text.data.trim().slice(0, 30)}” on “${other.text.data.trim().slice(0, 30)}” (${wide.toFixed()} × ${high.toFixed()})`);
            }
        }
    });
    return faults;
";

fn pages() -> Vec<Page> {
    let mut pages = kinds(Published::shared());
    for path in [
        "/en/chain/",
        "/en/figures/",
        "/en/members/",
        "/chain/?quantity=co2&pin=electrolytic&against=one-wheel",
    ] {
        pages.push(Page {
            kind: Kind::of(path),
            path: path.to_owned(),
        });
    }
    pages
}

/// A window, and how many times as large the letters are in it.
type Size = ((u32, u32), f64);

/// What is wrong on every kind of page in these sizes.
fn faults(browser: &Browser, sizes: &[Size]) -> Vec<String> {
    let mut all = Vec::new();
    for (number, page) in pages().iter().enumerate() {
        for size in in_turn(number, sizes) {
            all.extend(faults_of(browser, page, size));
        }
    }
    all
}

fn faults_of(browser: &Browser, page: &Page, ((width, height), times): Size) -> Vec<String> {
    browser.resize_to(width, height);
    browser.visit(&page.path);
    if page.path.contains("pin=") {
        browser.wait_until("it is pinned", |browser| {
            browser.run(
                "return document.querySelector('.pinned__inside') !== null",
                &[],
            )
        });
    }
    browser.run::<()>(ENLARGE, &[times.into()]);
    let found: Vec<String> = browser.run(FAULTS, &[]);
    let found = found.into_iter().take(12);
    found
        .map(|fault| format!("{} ×{times} at {width}: {fault}", page.path))
        .collect()
}

#[test]
fn nothing_is_cut_off_and_nothing_lies_on_anything_in_letters_of_any_size() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    // WeChat's smallest and largest, and twice the size, as the guidelines have it. What
    // fits in the largest and the smallest fits between them: only a soak looks there.
    let phone = (360, 780);
    let mut sizes = vec![(phone, 1.6), (phone, 2.0), ((1280, 900), 2.0), (phone, 0.8)];
    if soak() {
        sizes.extend([(phone, 1.0), (phone, 1.3)]);
    }
    let all = faults(&browser, &sizes);
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn a_window_that_is_zoomed_to_the_most_still_shows_everything() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    // A screen of 1440 by 900 at 400 %, and one of 1280 at 400 %.
    let all = faults(&browser, &[((360, 225), 1.0), ((320, 256), 1.0)]);
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

/// The reader's own choice enlarges what is set in letters' size, and nothing else.
#[test]
fn the_largest_letters_that_can_be_chosen_fit_every_window() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page("try { localStorage.setItem('size', 'largest') } catch (no) {}");
    let windows = [(360, 780), (768, 900), (920, 900), (1280, 900)];
    let all = faults(&browser, &windows.map(|window| (window, 1.0)));
    let size: f64 = browser.run(
        "return parseFloat(getComputedStyle(document.documentElement).fontSize)",
        &[],
    );
    assert!((size - 16.0 * 1.41).abs() < 0.1, "{size}");
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

/// What stays on the screen while the reader scrolls leaves room for the rest.
#[test]
fn what_stays_on_the_screen_leaves_room_for_the_rest() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize_to(360, 225);
    for page in pages() {
        browser.visit(&page.path);
        for times in [1.0, 1.6] {
            browser.run::<()>(ENLARGE, &[times.into()]);
            let covered: f64 = browser.run(
                "return Math.max(0, ...[...document.querySelectorAll('body *')]
                     .filter(it => ['fixed', 'sticky'].includes(getComputedStyle(it).position)
                         && it.checkVisibility({ visibilityProperty: true }))
                     .map(it => it.getBoundingClientRect().height / innerHeight))",
                &[],
            );
            assert!(
                covered < 0.6,
                "{} ×{times}: {covered} of the window",
                page.path
            );
        }
    }
}
