//! Browsers of some years ago, and web views of that age inside other apps: what they
//! do not know is done without, and nothing that is offered does nothing.

use std::sync::OnceLock;

use model::Lang;

use crate::common::{Kind, Published, Server, in_turn, kinds};
use crate::harness::{Browser, Key};

/// Takes away what came into browsers in 2021 and after.
const FORGET: &str = "
    const forget = (owner, names) => names.forEach(name => { delete owner[name]; });
    forget(HTMLElement.prototype, ['popover', 'showPopover', 'hidePopover', 'togglePopover', 'inert']);
    forget(HTMLButtonElement.prototype, ['popoverTargetElement', 'popoverTargetAction']);
    forget(Element.prototype, ['checkVisibility', 'setHTMLUnsafe', 'getHTML', 'replaceChildren', 'moveBefore']);
    forget(Document.prototype, ['replaceChildren', 'startViewTransition', 'caretPositionFromPoint']);
    forget(Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']);
    forget(String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']);
    forget(Promise, ['any', 'withResolvers', 'try']);
    forget(AbortSignal, ['any', 'timeout']);
    forget(URL, ['canParse', 'parse']);
    forget(WebAssembly, ['compileStreaming', 'instantiateStreaming']);
    forget(window, ['structuredClone', 'requestIdleCallback', 'navigation', 'scheduler',
        'ToggleEvent', 'HTMLDialogElement', 'FinalizationRegistry', 'WeakRef', 'PerformanceObserver']);
    forget(Navigator.prototype, ['clipboard', 'userAgentData', 'share']);
    forget(Crypto.prototype, ['randomUUID']);
    // Not deleted above: the attribute, which such a browser takes for any other.
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
        set.call(this, name === 'popover' ? 'data-unknown' : name, value);
    };
";

/// The site, and a browser for which `popover` is a word like any other.
fn open() -> (Server, Browser) {
    static SITE: OnceLock<Published> = OnceLock::new();
    let site = SITE.get_or_init(|| {
        let site = Published::shared().copy("old-browsers");
        for page in kinds(&site) {
            if page.kind != Kind::NotFound {
                forget_popovers(&site, &format!("{}index.html", page.path));
            }
        }
        site
    });
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(FORGET);
    (server, browser)
}

fn forget_popovers(site: &Published, file: &str) {
    let html = site
        .read(file)
        .replace(" popover=\"auto\"", " data-unknown=\"auto\"");
    site.write(file, &html);
}

/// Whether something can be seen; without the newer means.
fn is_seen(browser: &Browser, selector: &str) -> bool {
    browser.run(
        "const all = [...document.querySelectorAll(arguments[0])];
         return all.some(it => it.getClientRects().length > 0
             && getComputedStyle(it).visibility === 'visible')",
        &[selector.into()],
    )
}

fn click(browser: &Browser, selector: &str) {
    browser.run::<()>(
        "const all = [...document.querySelectorAll(arguments[0])];
         all.find(it => it.getClientRects().length > 0).click()",
        &[selector.into()],
    );
}

#[test]
fn every_kind_of_page_comes_alive() {
    let (_server, browser) = open();
    for page in kinds(Published::shared()) {
        browser.visit(&page.path);
        assert!(!browser.heading().is_empty(), "{}", page.path);
        if page.kind != Kind::NotFound {
            browser.expect_empty_console(&page.path);
        }
    }
}

#[test]
fn a_picture_opens_and_closes() {
    let (_server, browser) = open();
    let words = &Lang::ZhHans.words().take;
    for width in [390, 1280] {
        browser.resize(width);
        browser.visit("/chain/");
        assert!(!is_seen(&browser, "#export-picture"), "at {width}");
        let ways: [&dyn Fn(&Browser); 3] = [
            &|browser| click(browser, "#export-picture button"),
            &|browser| browser.press(Key::Escape),
            &|browser| click(browser, "h1"),
        ];
        for close in ways {
            for button in [0, 4] {
                click(&browser, &format!("[data-export='{button}']"));
                browser.wait_until("the picture is there", |browser| {
                    is_seen(browser, "#export-picture img")
                });
                assert!(browser.sees(words.close), "{button} at {width}");
                close(&browser);
                browser.wait_until("the picture is gone", |browser| {
                    !is_seen(browser, "#export-picture")
                });
            }
        }
        browser.expect_empty_console("after pictures");
    }
}

#[test]
fn what_a_term_means_opens_and_closes() {
    let (_server, browser) = open();
    for width in [390, 1280] {
        browser.resize(width);
        browser.visit("/chain/");
        assert!(!is_seen(&browser, ".glossary__term"), "at {width}");
        click(&browser, "#stages summary");
        click(&browser, ".chain-stage .term");
        assert!(is_seen(&browser, ".glossary__term"));
        let open = "return document.querySelectorAll('.glossary__term[data-open]').length";
        assert_eq!(browser.run::<usize>(open, &[]), 1);
        assert!(
            browser.run::<bool>(
                "return document.activeElement.matches('.glossary__term')",
                &[]
            ),
            "the focus is with it"
        );
        click(&browser, ".glossary__term[data-open] .glossary__close");
        assert!(!is_seen(&browser, ".glossary__term"));
        assert!(
            browser.run::<bool>("return document.activeElement.matches('.term')", &[]),
            "the focus is back"
        );
    }
}

#[test]
fn a_term_that_is_found_opens_where_it_is_explained() {
    let (_server, browser) = open();
    browser.visit("/search/?q=%E5%86%B0%E6%99%B6%E7%9F%B3");
    browser.wait_until("it is found", |browser| {
        is_seen(browser, ".find__found h3 a[href*='#term-']")
    });
    click(&browser, ".find__found h3 a[href*='#term-']");
    browser.wait_until("what it means is open", |browser| {
        is_seen(browser, "#term-cryolite")
    });
}

#[test]
fn without_scripts_either_the_meanings_are_a_list() {
    let site = Published::shared().copy("older-browsers");
    forget_popovers(&site, "chain/index.html");
    for file in site.files(".css") {
        let style = site.read(&file).replace(":popover-open", ":unknown-to-it");
        site.write(&file, &style);
    }
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    browser.disable_scripts();
    browser.visit_plainly("/chain/");
    let (shown, all, closing): (usize, usize, usize) = browser.run(
        "const seen = it => it.checkVisibility();
         const terms = [...document.querySelectorAll('.glossary__term')];
         return [terms.filter(seen).length, terms.length,
             [...document.querySelectorAll('.glossary__close')].filter(seen).length]",
        &[],
    );
    assert!(all > 3);
    assert_eq!((shown, closing), (all, 0));
}

/// Without what lays out by the room that there is, or by what is inside: all of it
/// can be read, and nothing sticks out.
#[test]
fn a_style_without_the_newer_rules_still_fits() {
    let site = Published::shared().copy("plainer-style");
    for file in site.files(".css") {
        let style = (site.read(&file))
            .replace("@container", "@unknown")
            .replace(":has(", ":unknown(")
            .replace("text-wrap", "unknown-wrap")
            .replace("subgrid", "none")
            .replace("content-visibility", "unknown-visibility");
        assert!(style.contains("@unknown") && style.contains(":unknown("));
        site.write(&file, &style);
    }
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    for (number, page) in kinds(Published::shared()).iter().enumerate() {
        for width in in_turn(number, &[360, 1280]) {
            browser.resize(width);
            browser.visit(&page.path);
            let (over, what) = browser.overflow();
            assert_eq!(over, 0, "{} at {width}: {what:?}", page.path);
        }
    }
    browser.visit("/chain/");
    assert!(is_seen(&browser, ".diagram__drawing"), "a drawing is there");
}
