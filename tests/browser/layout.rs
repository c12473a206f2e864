//! Nothing moves under the reader's thumb, nothing sticks out of the screen.

use model::routes::{Address, Route};
use model::{Lang, StageId};

use crate::common::{Kind, Page, Published, Server, addresses, in_turn, kinds};
use crate::harness::Browser;

const MOST_SHIFT: f64 = 0.01;

#[test]
fn every_kind_of_page_fits_and_stays_where_it_is() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let mut faults = Vec::new();
    let mut pages = kinds(Published::shared());
    pages.push(shortest_article());
    for (number, page) in pages.iter().enumerate() {
        for width in in_turn(number, &[[320, 1280], [390, 768]])
            .into_iter()
            .flatten()
        {
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

/// What only the app can do has its place before it comes: who goes back to a page is scrolled
/// to where they were before that.
#[test]
fn a_stage_is_as_high_before_the_app_comes_as_after() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let height = |browser: &Browser| -> i64 {
        browser.run("return document.documentElement.scrollHeight", &[])
    };
    browser.resize(390);
    let path = Address::new(Lang::ZhHans, Route::Chain(Some(StageId::Anode))).path();
    browser.hold(&["*.wasm"]);
    browser.visit_plainly(&path);
    let before = height(&browser);
    browser.let_go();
    browser.see_app_live();
    assert_eq!(height(&browser), before);
}

/// On a phone the picture stands above what is chosen, and comes after it: what is painted
/// before the picture would move down by its height.
#[test]
fn what_stands_below_the_picture_is_painted_with_it() {
    let site = Published::shared().copy("cut-short");
    let whole = site.page("/chain/");
    let (begun, _) = whole.split_once("<div class=\"scenario__view\"").unwrap();
    let is_painted = |browser: &Browser| -> bool {
        browser.run(
            "return document.querySelector('.presets__about').checkVisibility({ visibilityProperty: true })",
            &[],
        )
    };
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.block(&["*.wasm"]);
    browser.visit_plainly("/chain/");
    assert!(is_painted(&browser), "with the picture");
    site.write("chain/index.html", begun);
    browser.visit_plainly("/chain/");
    assert!(!is_painted(&browser), "before the picture has come");
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

/// Where parts of the chain's page end in a window of this size: of the picture with its
/// numbers the top and the bottom, of the drawing the bottom, and of the last of the
/// levers that matter most.
fn first_screen(browser: &Browser) -> [f64; 4] {
    browser.run(
        "const box = selector => [...document.querySelectorAll(selector)]
             .filter(it => it.checkVisibility()).at(-1).getBoundingClientRect();
         return [
             box('.scenario__view').top, box('.scenario__view').bottom,
             box('.scenario__view .diagram__drawing').bottom,
             box('fieldset.levers__group .lever__slider').bottom,
         ]",
        &[],
    )
}

#[test]
fn what_is_worked_with_is_on_the_first_screen_and_the_picture_stays_there() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize_to(1280, 720);
    for path in ["/en/chain/", "/chain/"] {
        browser.visit(path);
        let sliders: usize = browser.run(
            "return document.querySelectorAll('fieldset.levers__group .lever__slider').length",
            &[],
        );
        assert_eq!(sliders, 5);
        let [_, _, drawing, slider] = first_screen(&browser);
        assert!(drawing <= 720.0, "{path}: the drawing ends at {drawing}");
        assert!(slider <= 720.0, "{path}: the fifth slider ends at {slider}");
    }
    // As far down as there are levers.
    browser.run::<()>(
        "document.querySelector('.levers').scrollIntoView({ block: 'end', behavior: 'instant' })",
        &[],
    );
    let [top, bottom, ..] = first_screen(&browser);
    assert!(
        top >= -1.0 && bottom <= 721.0,
        "it stands at {top}–{bottom}"
    );
}

#[test]
fn on_a_phone_the_picture_is_a_strip_that_stays() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for path in ["/chain/", "/en/chain/"] {
        browser.resize_to(390, 844);
        browser.visit(path);
        browser.run::<()>(
            "document.querySelector('#slider-electricity').scrollIntoView({ block: 'end', behavior: 'instant' })",
            &[],
        );
        let [top, bottom, ..] = first_screen(&browser);
        assert!(top.abs() < 1.0, "{path}: it stands at {top}");
        let share = bottom / 844.0;
        assert!((0.36..=0.41).contains(&share), "{path}: it takes {share}");
    }
}

#[test]
fn what_is_folded_away_says_its_result_and_is_on_paper() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.resize(1280);
    browser.visit("/chain/");
    let results: Vec<String> = browser.run(
        "return [...document.querySelectorAll('.fold__result')].map(it => it.textContent)",
        &[],
    );
    assert_eq!(results.len(), 4, "{results:?}");
    assert!(results.iter().all(|text| !text.is_empty()), "{results:?}");
    let hidden = "return [...document.querySelectorAll('main details td, main details dd')]
        .filter(it => !it.checkVisibility({ contentVisibilityAuto: true })).length";
    assert!(browser.run::<usize>(hidden, &[]) > 100);
    browser.emulate_paper(true);
    // The browser lays it out for paper in its own time.
    browser.wait_until("all of it is on paper", |browser| {
        browser.run::<usize>(hidden, &[]) == 0
    });
}
