//! The app fails: at its start or later, by a panic of its own or of a crate, or
//! by an error that the browser throws through it. The page stays, it says what
//! it cannot do any more, and every link leads on.

use model::Lang;
use model::routes::lang_of;

use crate::common::{Kind, Page, Published, Server, kinds, part};
use crate::harness::Browser;
use crate::without_app::{offers_nothing_that_needs_the_app, reaches_every_link_by_keyboard};

/// Breaks what the app relies on. Where it asks for an element, it gets none; what
/// it asks when the tab is looked at again is answered by an error. Not by scripts
/// of the tests' own: a page learns nothing of their errors.
const BREAK: &str = "
    window.breakDown = () => setTimeout(() => {
        Object.defineProperty(document, 'hidden', { get() { throw new Error('refused'); } });
        document.dispatchEvent(new Event('visibilitychange'));
    });
    window.refuse = () => {
        for (const name of ['createElement', 'createElementNS']) {
            Document.prototype[name] = () => { throw new DOMException('refused'); };
        }
    };
";

/// Taps every link of the page, and says which do not lead where they say.
const DEAD_LINKS: &str = "
    const went = [];
    const note = event => { went.push(event.destination.url); event.preventDefault(); };
    navigation.addEventListener('navigate', note);
    const framed = document.querySelector('base[target]');
    const dead = [];
    let tapped = 0;
    for (const link of document.querySelectorAll('a[href]')) {
        const to = new URL(link.getAttribute('href'), location.href);
        if (!to.protocol.startsWith('http')) continue;
        went.length = 0;
        const tap = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
        const kept = link.dispatchEvent(tap);
        tapped += 1;
        const elsewhere = framed || link.hasAttribute('download') || link.hasAttribute('target');
        if (!kept || !elsewhere && went[0] !== to.href) dead.push(to.href);
    }
    navigation.removeEventListener('navigate', note);
    return [tapped, dead];
";

fn open(before_the_start: &str) -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(&format!(
        "{BREAK}
         addEventListener('DOMContentLoaded', () => {{
             const root = document.querySelector('[data-nodes]');
             window.before = document.querySelector('main');
             window.text = document.body.innerText;
             {before_the_start}
         }});"
    ));
    (server, browser)
}

fn see_app_failed(browser: &Browser) {
    browser.wait_until("the app has failed", |browser| {
        browser.root("data-app") == "failed"
    });
}

/// The page is as it was, and a page without the app.
fn stays_and_leads_on(browser: &Browser, page: &Page) {
    let path = &page.path;
    let words = lang_of(path).words();
    see_app_failed(browser);
    // Whatever the app still has in hand has happened by then.
    let () = browser.run_async("setTimeout(arguments[arguments.length - 1], 300)", &[]);
    assert_eq!(
        browser.root("data-app"),
        "failed",
        "{path} was hydrated again"
    );
    assert!(
        browser.run::<bool>("return window.before.isConnected", &[]),
        "{path} is not there any more"
    );
    assert!(!browser.heading().is_empty(), "{path} has no heading");
    offers_nothing_that_needs_the_app(browser, path, words);
    reaches_every_link_by_keyboard(browser, path);
    let (tapped, dead): (u32, Vec<String>) = browser.run(DEAD_LINKS, &[]);
    assert!(tapped > 0, "{path} has no links");
    assert!(dead.is_empty(), "{path}: {dead:?} lead nowhere");
    if page.kind != Kind::Embed {
        let to = if page.kind == Kind::About {
            words.shell.figures
        } else {
            words.shell.about
        };
        browser.follow_link(to);
        browser.wait_until("another page is there", |browser| browser.path() != *path);
        browser.back();
        browser.see_path(path);
    }
}

/// Hydration meets a node that it does not expect, as extensions made it do.
#[test]
fn a_panic_of_a_crate_at_the_start_leaves_a_page_without_the_app() {
    let (_server, browser) = open(
        "root.prepend(document.createElement('div'));
         Document.prototype.evaluate = () => ({ numberValue: Number(root.dataset.nodes) });",
    );
    for page in part(kinds(Published::shared()), (0, 4)) {
        browser.visit_plainly(&page.path);
        stays_and_leads_on(&browser, &page);
        assert!(panicked(&browser), "{}: no panic", page.path);
    }
}

/// The page was translated, is to be drawn anew, and cannot be.
#[test]
fn a_panic_of_ours_at_the_start_leaves_a_page_without_the_app() {
    let (_server, browser) = open("root.append('translated'); refuse();");
    for page in part(kinds(Published::shared()), (1, 4)) {
        browser.visit_plainly(&page.path);
        stays_and_leads_on(&browser, &page);
        assert!(panicked(&browser), "{}: no panic", page.path);
    }
}

/// What the browser throws goes through the app's code and leaves it half done.
#[test]
fn an_error_that_gets_through_at_the_start_leaves_a_page_without_the_app() {
    let (_server, browser) = open(
        "Object.defineProperty(document, 'title', { set() { throw new Error('refused'); } });",
    );
    for page in part(kinds(Published::shared()), (2, 4)) {
        browser.visit_plainly(&page.path);
        stays_and_leads_on(&browser, &page);
    }
}

/// It was hydrated for a while, with all that it shows then.
#[test]
fn an_error_that_gets_through_later_leaves_a_page_without_the_app() {
    let (_server, browser) = open("");
    for page in part(kinds(Published::shared()), (3, 4)) {
        browser.visit(&page.path);
        browser.run::<()>("breakDown()", &[]);
        stays_and_leads_on(&browser, &page);
    }
}

/// The tap that made the app fail leads where it was to lead.
#[test]
fn a_panic_while_the_next_page_is_drawn_leads_there_all_the_same() {
    let (_server, browser) = open("");
    for page in part(kinds(Published::shared()), (0, 2)) {
        if leads_to_no_other(page.kind) {
            continue;
        }
        browser.visit(&page.path);
        browser.run::<()>("refuse()", &[]);
        leads_plainly(&browser, &page);
    }
}

/// The document is on its way, and that is to be said: by a crate, which panics.
#[test]
fn a_panic_of_a_crate_while_a_page_is_on_its_way_leads_there_all_the_same() {
    let (_server, browser) = open("");
    for page in part(kinds(Published::shared()), (1, 2)) {
        if leads_to_no_other(page.kind) {
            continue;
        }
        browser.visit(&page.path);
        browser.run::<()>("refuse(); window.fetch = () => new Promise(() => {});", &[]);
        leads_plainly(&browser, &page);
    }
}

/// Whether the head of a page leads to no other page of its door, which alone the app
/// draws itself: that of the chain leads from a stage to the whole.
fn leads_to_no_other(kind: Kind) -> bool {
    matches!(kind, Kind::Chain | Kind::Embed)
}

fn leads_plainly(browser: &Browser, page: &Page) {
    let words = lang_of(&page.path).words();
    let (to, title) = match page.kind {
        Kind::About => (words.shell.figures, words.figures.title),
        Kind::ChosenStage => (words.shell.chain, words.chain.title),
        _ => (words.shell.about, words.about.title),
    };
    browser.run::<()>("window.sameDocument = true", &[]);
    browser.follow_link(to);
    browser.wait_until("another document is there", |browser| {
        browser.run("return window.sameDocument === undefined", &[])
    });
    browser.see_app_live();
    browser.see_heading(title);
    assert!(panicked(browser), "{}: no panic", page.path);
}

/// The address of the page before, and nobody to draw it.
#[test]
fn back_after_a_failure_loads_the_page_before() {
    let (_server, browser) = open("");
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    browser.follow_link(words.shell.figures);
    browser.see_heading(words.figures.title);
    browser.run::<()>("breakDown()", &[]);
    see_app_failed(&browser);
    browser.back();
    browser.see_path("/about/");
    browser.see_heading(words.about.title);
    browser.see_app_live();
}

/// Some browsers refuse an address when there are many in a short time.
#[test]
fn an_address_that_the_browser_refuses_is_loaded_plainly() {
    let (_server, browser) = open("");
    let words = Lang::ZhHans.words();
    browser.visit("/about/");
    browser.run::<()>(
        "History.prototype.pushState = () => { throw new DOMException('too many', 'SecurityError'); };
         History.prototype.replaceState = History.prototype.pushState;",
        &[],
    );
    browser.follow_link(words.shell.figures);
    browser.see_path("/figures/");
    browser.see_heading(words.figures.title);
    browser.see_app_live();
    assert!(!panicked(&browser), "it panicked");
}

fn panicked(browser: &Browser) -> bool {
    (browser.console().iter()).any(|line| line.contains("panicked at"))
}
