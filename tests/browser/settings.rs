//! The reading settings: chosen, kept on the device, there before the first paint.

use model::Lang;
use model::words::SettingsWords;

use crate::common::{Published, Server, in_turn, kinds};
use crate::harness::{Browser, Key, left_out, not_looked_at};

const KEYS: [&str; 5] = ["size", "contrast", "theme", "pictures", "rate"];

fn words() -> &'static SettingsWords {
    &Lang::ZhHans.words().settings
}

fn open() -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    (server, browser)
}

fn open_sheet(browser: &Browser) {
    browser.press_button(words().title);
    browser.see(words().kept);
}

/// Chooses by pointer, by the place of a word among all choices.
fn choose(browser: &Browser, choice: usize) {
    let sheet = "#settings label";
    let places: Vec<usize> = (words().choices.iter().enumerate())
        .filter(|(_, word)| **word == words().choices[choice])
        .map(|(place, _)| place)
        .collect();
    let same = places.iter().position(|place| *place == choice).unwrap();
    browser.run::<()>(
        "const [selector, word, same] = arguments;
         const all = [...document.querySelectorAll(selector)].filter(it => it.textContent === word);
         all[same].id = 'to-be-chosen'",
        &[sheet.into(), words().choices[choice].into(), same.into()],
    );
    let label = browser.find("#to-be-chosen", "");
    browser.click(&label);
    browser.run::<()>(
        "document.querySelector('#to-be-chosen').removeAttribute('id')",
        &[],
    );
}

fn on_root(browser: &Browser) -> Vec<String> {
    KEYS.map(|key| browser.root(&format!("data-{key}"))).into()
}

fn letters(browser: &Browser) -> f64 {
    browser.run(
        "return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)",
        &[],
    )
}

/// Notes what is chosen at every frame from the first that has a page to show.
const WATCH: &str = "
    window.seen = [];
    requestAnimationFrame(function look() {
        const { size, theme, contrast } = document.documentElement.dataset;
        if (document.body) window.seen.push([size, theme, contrast].join());
        if (window.seen.length < 60) requestAnimationFrame(look);
    });
";

#[test]
fn what_is_chosen_is_remembered_without_a_flash() {
    let (_server, browser) = open();
    // Where frames cannot be watched from the first on, the system prefers no theme.
    let watched = browser.engine.has_devtools();
    if watched {
        browser.prefer_theme("light");
        browser.before_every_page(WATCH);
    } else {
        not_looked_at(browser.engine, "whether the page flashes");
    }
    for width in [390, 1280] {
        browser.resize(width);
        browser.visit("/news/");
        let (paper, small) = (browser.background(), letters(&browser));
        open_sheet(&browser);
        // Largest, high contrast, dark.
        for choice in [2, 4, 7] {
            choose(&browser, choice);
        }
        assert_eq!(on_root(&browser), ["largest", "high", "dark", "", ""]);
        browser.wait_until("the page is dark and large", |browser| {
            browser.background() != paper && (letters(browser) / small - 1.41).abs() < 0.02
        });
        browser.press_button(words().done);
        browser.wait_until("the sheet is closed", |browser| !browser.sees(words().kept));

        browser.reload();
        assert_eq!(on_root(&browser), ["largest", "high", "dark", "", ""]);
        if watched {
            see_no_flash(&browser);
        }
        // On another page as well, and the sheet says so.
        browser.follow_link(Lang::ZhHans.words().shell.about);
        browser.see_path("/about/");
        open_sheet(&browser);
        let checked: Vec<String> = browser.run(
            "return [...document.querySelectorAll('#settings :checked')].map(it => it.value)",
            &[],
        );
        assert_eq!(&checked[..4], ["largest", "high", "dark", "show"]);
        // And back to what the device says.
        browser.press_button(words().reset);
        assert_eq!(on_root(&browser), [""; 5]);
        browser.reload();
        assert_eq!(on_root(&browser), [""; 5]);
        assert_eq!(browser.background(), paper);
    }
    browser.expect_empty_console("after choosing");
}

fn see_no_flash(browser: &Browser) {
    browser.wait_until("a few frames have been drawn", |browser| {
        browser.run("return window.seen.length >= 10", &[])
    });
    let seen: Vec<String> = browser.run("return window.seen", &[]);
    assert!(
        seen.iter().all(|seen| seen == "largest,dark,high"),
        "the page flashed: {seen:?}"
    );
}

#[test]
fn the_keyboard_opens_chooses_and_closes() {
    let (_server, browser) = open();
    browser.visit("/about/");
    browser.reach(words().title);
    browser.press(Key::Enter);
    browser.see(words().kept);
    browser.press(Key::Tab);
    assert_eq!(browser.focused(), words().done);
    browser.press(Key::Tab);
    browser.press(Key::Right);
    browser.wait_until("the letters are large", |browser| {
        browser.root("data-size") == "large"
    });
    browser.press(Key::Tab);
    browser.press(Key::Right);
    browser.wait_until("the contrast is high", |browser| {
        browser.root("data-contrast") == "high"
    });
    browser.press(Key::Escape);
    browser.wait_until("the sheet is closed", |browser| !browser.sees(words().kept));
    assert!(
        browser.run::<bool>(
            "return document.activeElement.matches('[popovertarget=settings]')",
            &[]
        ),
        "the focus is back"
    );
}

#[test]
fn a_device_that_keeps_nothing_still_does_what_is_chosen() {
    if left_out("a script before the page's own") {
        return;
    }
    let (_server, browser) = open();
    for storage in [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused') } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full') }",
        "Object.defineProperty(window, 'localStorage', { value: null })",
    ] {
        browser.before_every_page(storage);
        browser.visit("/about/");
        open_sheet(&browser);
        choose(&browser, 1);
        assert_eq!(browser.root("data-size"), "large");
        choose(&browser, 0);
        assert_eq!(browser.root("data-size"), "");
        browser.expect_empty_console(storage);
    }
}

/// What an older site, or a reader's own hand, has left in storage.
#[test]
fn what_the_site_does_not_know_is_left_alone() {
    let (_server, browser) = open();
    browser.visit_plainly("/robots.txt");
    browser.run::<()>(
        "localStorage.setItem('theme', 'auto'); localStorage.setItem('size', '9px');
         localStorage.setItem('contrast', 'high');",
        &[],
    );
    browser.visit("/about/");
    assert_eq!(on_root(&browser), ["", "high", "", "", ""]);
}

#[test]
fn the_open_sheet_has_no_barriers_and_nothing_is_cut_off() {
    if left_out("a system that changes its theme") {
        return;
    }
    let (_server, browser) = open();
    for (width, path) in [(360, "/about/"), (1280, "/about/"), (360, "/en/about/")] {
        browser.resize(width);
        for size in ["", "largest"] {
            for contrast in ["", "high"] {
                browser.visit(path);
                browser.run::<()>(
                    "localStorage.setItem('size', arguments[0]); localStorage.setItem('contrast', arguments[1])",
                    &[size.into(), contrast.into()],
                );
                browser.reload();
                browser.press_button(match path.starts_with("/en/") {
                    true => Lang::En.words().settings.title,
                    false => words().title,
                });
                let at = format!("{path} at {width}, {size} {contrast}");
                for theme in ["light", "dark"] {
                    browser.prefer_theme(theme);
                    assert_eq!(browser.barriers(), [] as [&str; 0], "{at}, {theme}");
                }
                let cut: Vec<String> = browser.run(
                    "const sheet = document.querySelector('#settings');
                     const box = sheet.getBoundingClientRect();
                     const out = [...sheet.querySelectorAll('*')].filter(it => {
                         const { left, right } = it.getBoundingClientRect();
                         return it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0
                             || left < box.left - 1 || right > box.right + 1;
                     }).map(it => it.outerHTML.slice(0, 90));
                     // The page above shows what is chosen.
                     if (box.height > innerHeight * 0.76) out.push(`${box.height} high`);
                     return out",
                    &[],
                );
                assert_eq!(cut, [] as [&str; 0], "{at}");
            }
        }
    }
}

/// What axe finds below 7:1.
const FAINT: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } })
        .then(result => done(result.violations.flatMap(found =>
            found.nodes.slice(0, 6).map(node => node.target.join(' ') + ': ' + (node.failureSummary ?? '').replace(/\\s+/g, ' ')))));
";

#[test]
fn high_contrast_is_seven_to_one_on_every_kind_of_page() {
    if left_out("a system that changes its theme") {
        return;
    }
    let (_server, browser) = open();
    browser.before_every_page("try { localStorage.setItem('contrast', 'high') } catch (no) {}");
    let mut faults = Vec::new();
    for (number, page) in kinds(Published::shared()).iter().enumerate() {
        browser.visit(&page.path);
        for theme in in_turn(number, &["light", "dark"]) {
            browser.prefer_theme(theme);
            for barrier in browser.barriers() {
                faults.push(format!("{}, {theme}: {barrier}", page.path));
            }
            let faint: Vec<String> = browser.run_async(FAINT, &[]);
            faults.extend(
                faint
                    .into_iter()
                    .map(|faint| format!("{}, {theme}: {faint}", page.path)),
            );
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
