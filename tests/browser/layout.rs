//! Nothing moves under the reader's thumb, nothing sticks out of the screen.

use crate::common::{Kind, Page, Published, Server, addresses, kinds};
use crate::harness::Browser;

const MOST_SHIFT: f64 = 0.01;

#[test]
fn every_kind_of_page_fits_and_stays_where_it_is() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let mut faults = Vec::new();
    let mut pages = kinds(Published::shared());
    pages.push(shortest_article());
    for page in pages {
        for width in [320, 390, 768, 1280] {
            browser.resize(width);
            browser.visit(&page.path);
            let (over, what) = browser.overflow();
            if over > 0 {
                faults.push(format!(
                    "{} at {width} is {over} px too wide:\n    {}",
                    page.path,
                    what.join("\n    ")
                ));
            }
            let (shift, what) = browser.layout_shift();
            if shift > MOST_SHIFT {
                faults.push(format!(
                    "{} at {width} shifts by {shift}:\n    {}",
                    page.path,
                    what.join("\n    ")
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Neither Chinese nor English begins a line with what closes: a term that can
/// be opened is a button, after which browsers break a line at will.
#[test]
fn no_line_begins_with_what_closes_after_a_term() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let mut seen = 0;
    for path in ["/chain/", "/en/chain/", "/chain/recycled/"] {
        for width in (320..=600).step_by(70).chain([1280]) {
            browser.resize(width);
            browser.visit(path);
            let (terms, torn): (usize, Vec<String>) = browser.run(
                "document.querySelectorAll('main details').forEach(part => { part.open = true; });
                 const terms = [...document.querySelectorAll('main .term')];
                 const torn = terms.flatMap(term => {
                     const after = term.nextSibling;
                     if (!after || after.nodeType !== Node.TEXT_NODE) return [];
                     const sign = new Range();
                     sign.setStart(after, 0);
                     sign.setEnd(after, 1);
                     const below = term.getBoundingClientRect().bottom;
                     const lower = sign.getBoundingClientRect().top >= below - 2;
                     return lower ? [term.textContent + after.data] : [];
                 });
                 return [terms.filter(term => term.nextSibling).length, torn]",
                &[],
            );
            assert!(torn.is_empty(), "{path} at {width}: {torn:?}");
            seen += terms;
        }
    }
    assert!(seen > 100, "only {seen} terms with something after them");
}

/// On a long page, what moves at its end is out of sight.
fn shortest_article() -> Page {
    let site = Published::shared();
    let path = addresses(site)
        .into_iter()
        .filter(|path| Kind::of(path) == Kind::Article)
        .min_by_key(|path| site.page(path).len())
        .unwrap();
    Page {
        kind: Kind::Article,
        path,
    }
}

#[test]
fn a_long_list_is_whole_a_moment_after_it_is_turned_to() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(390);
    browser.visit("/news/");
    let heading = browser.heading();
    browser.visit("/");
    let begun: bool = browser.run(
        "window.turned = false;
         new MutationObserver(() => { window.turned = true; })
             .observe(document.documentElement, { attributeFilter: ['data-turned'] });
         return document.documentElement.hasAttribute('data-turned')",
        &[],
    );
    assert!(!begun, "a page that is opened is whole from the beginning");
    browser.follow_link(&heading);
    browser.see_heading(&heading);
    browser.wait_until("all of it is laid out", |browser| {
        browser.run(
            "const items = [...document.querySelectorAll('.headline-list__item')];
             return window.turned && items.length > 10
                 && !document.documentElement.hasAttribute('data-turned')
                 && items.every(item => getComputedStyle(item).contentVisibility === 'visible')",
            &[],
        )
    });
}

/// What is not laid out yet has a guessed height. Were it lower than what is in
/// it, this would lie on what comes next to tools that measure targets; were it
/// much higher, the scroll bar would jump.
#[test]
fn what_is_beside_the_levers_is_guessed_about_as_high_as_it_is() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for path in ["/chain/", "/en/chain/"] {
        for width in [320, 360, 390, 480, 600, 800, 1024, 1280] {
            browser.resize(width);
            browser.visit(path);
            let (groups, lower, guessed, real): (usize, Vec<String>, f64, f64) = browser.run(
                "const groups = [...document.querySelectorAll(
                     '.levers__group, .results, .capacity-section, .lab ~ .section')];
                 const height = it => it.getBoundingClientRect().height;
                 const guessed = height(document.body);
                 const lower = groups.flatMap(group => {
                     const guessed = height(group);
                     group.style.contentVisibility = 'visible';
                     const real = height(group);
                     return guessed < real - 1 ? [`${group.className}: ${guessed} of ${real}`] : [];
                 });
                 return [groups.length, lower, guessed, height(document.body)]",
                &[],
            );
            assert!(groups > 5, "{path} has {groups} groups");
            assert!(lower.is_empty(), "{path} at {width}: {lower:?}");
            assert!(
                guessed < 1.35 * real,
                "{path} at {width} is guessed to be {guessed} high, and is {real}"
            );
        }
    }
}
