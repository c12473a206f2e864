//! What others do to a page: extensions, translators, carriers. The app takes
//! the page over all the same, and every link leads on.

use model::Lang;
use model::routes::{Door, lang_of};

use crate::common::{Kind, Page, Published, Server, kinds, part};
use crate::harness::Browser;

/// Wraps every text as translators do, but where it is marked to be left alone.
const TRANSLATE: &str = "
    window.translate = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts) {
            const parent = text.parentElement;
            if (!text.data.trim() || parent.closest('script, style, [translate=no]')) continue;
            const inner = document.createElement('font');
            inner.append('⟦' + text.data + '⟧');
            const outer = document.createElement('font');
            outer.append(inner);
            text.replaceWith(outer);
        }
        document.documentElement.lang = 'ja';
        document.documentElement.classList.add('translated-ltr');
    };
";

/// Does something to a page between its HTML and the start of the app.
fn open(before_the_start: &str) -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(&format!(
        "{TRANSLATE}
         addEventListener('DOMContentLoaded', () => {{
             const root = document.querySelector('body > [data-nodes]');
             {before_the_start}
             window.before = document.querySelector('main');
         }});"
    ));
    (server, browser)
}

fn words(page: &Page) -> &'static model::words::Words {
    lang_of(&page.path).words()
}

/// The app is there, and a link of the page is followed by it.
fn leads_on(browser: &Browser, page: &Page) {
    let words = words(page);
    browser.see_app_live();
    assert!(
        !browser.heading().is_empty(),
        "{} has no heading",
        page.path
    );
    if page.kind != Kind::Embed {
        let to = if page.kind == Kind::About {
            words.shell.figures
        } else {
            words.shell.about
        };
        browser.run::<()>("window.sameDocument = true", &[]);
        browser.follow_link(to);
        browser.wait_until("the link leads to its page", |browser| {
            browser.heading().contains(if page.kind == Kind::About {
                words.figures.title
            } else {
                words.about.title
            })
        });
        let app_s = browser.run::<bool>("return window.sameDocument === true", &[]);
        let chain_s = Door::of(&page.path) == Some(Door::Chain);
        assert_eq!(app_s, !chain_s, "the link from {}", page.path);
        browser.back();
        browser.see_path(&page.path);
        if chain_s {
            stays_at_its_door(browser, page);
        }
    }
    for line in browser.console() {
        let status = page.kind == Kind::NotFound && line.contains("404");
        assert!(status, "{}: the console says {line}", page.path);
    }
}

/// A link from a page of the chain to another of them is the app's as well.
fn stays_at_its_door(browser: &Browser, page: &Page) {
    browser.see_app_live();
    browser.run::<()>("window.sameDocument = true", &[]);
    // In the picture a press holds on to a stage; a table may be folded.
    let to: String = browser.run(
        "const links = [...document.querySelectorAll('main a[href^=\"/chain/\"]:not([class])')];
         const link = links.find(link => link.pathname !== location.pathname && !link.hash);
         link.click();
         return link.pathname",
        &[],
    );
    browser.see_path(&to);
    assert!(
        browser.run::<bool>("return window.sameDocument === true", &[]),
        "from {} the link to {to} was not the app's",
        page.path
    );
    browser.back();
    browser.see_path(&page.path);
}

/// The element that the app was to take over is still there.
fn was_taken_over(browser: &Browser) -> bool {
    browser.run("return window.before.isConnected", &[])
}

#[test]
fn a_page_that_nobody_has_touched_is_taken_over_as_it_is() {
    let (_server, browser) = open("");
    let anew: Vec<String> = kinds(Published::shared())
        .into_iter()
        .map(|page| page.path)
        .filter(|path| {
            browser.visit(path);
            !was_taken_over(&browser)
        })
        .collect();
    assert!(anew.is_empty(), "drawn anew: {anew:?}");
}

#[test]
fn what_stands_outside_the_app_s_element_is_in_nobody_s_way() {
    let (_server, browser) = open(
        "const put = (parent, where, name, id) => {
             const element = document.createElement(name);
             element.id = id;
             if (name === 'div') element.textContent = 'not ours';
             parent[where](element);
         };
         put(document.body, 'prepend', 'div', 'app');
         put(document.body, 'append', 'div', 'toolbar');
         put(document.body, 'append', 'script', 'injected');
         put(document.head, 'prepend', 'link', 'reader');
         put(document.head, 'append', 'meta', 'tool');
         document.documentElement.setAttribute('data-extension', '1');
         document.documentElement.setAttribute('class', 'theirs');
         document.documentElement.setAttribute('lang', 'x-theirs');
         document.body.setAttribute('class', 'theirs');",
    );
    for page in part(kinds(Published::shared()), (0, 3)) {
        browser.visit_plainly(&page.path);
        browser.see_app_live();
        assert!(was_taken_over(&browser), "{} was drawn anew", page.path);
        leads_on(&browser, &page);
        let theirs: bool = browser.run(
            "return ['app', 'toolbar', 'injected', 'reader', 'tool']
                 .every(id => document.getElementById(id)?.isConnected)",
            &[],
        );
        assert!(theirs, "{}: what others put there is gone", page.path);
    }
}

#[test]
fn a_page_that_was_translated_before_the_start_is_drawn_anew() {
    let (_server, browser) = open("translate(document.body);");
    for page in part(kinds(Published::shared()), (1, 3)) {
        browser.visit_plainly(&page.path);
        browser.see_app_live();
        assert!(!was_taken_over(&browser), "{} was taken over", page.path);
        assert!(!browser.sees("⟦"), "{} is half translated", page.path);
        leads_on(&browser, &page);
    }
}

/// What stands inside, what is gone, and what is in pieces.
#[test]
fn a_page_that_was_changed_before_the_start_is_drawn_anew() {
    for change in [
        "root.prepend(document.createElement('div'));",
        "root.querySelector('main').prepend(document.createElement('div'));",
        "root.querySelector('main').remove(); document.body.append(document.createElement('main'));",
        "const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
         const comments = [];
         while (walker.nextNode()) comments.push(walker.currentNode);
         comments.forEach(comment => comment.remove());",
        "const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
         const texts = [];
         while (walker.nextNode()) texts.push(walker.currentNode);
         texts.filter(text => text.length > 1).forEach(text => text.splitText(1));",
        "root.remove();",
    ] {
        let (_server, browser) = open(change);
        for kind in [Kind::Home, Kind::Article, Kind::Chain, Kind::Search] {
            let mut pages = kinds(Published::shared()).into_iter();
            let page = pages.find(|page| page.kind == kind).unwrap();
            browser.visit_plainly(&page.path);
            leads_on(&browser, &page);
        }
    }
}

/// Every text is wrapped while the app is there: pages come and go all the same.
#[test]
fn a_page_that_is_translated_while_on_screen_leads_on() {
    let (_server, browser) = open("");
    for page in part(kinds(Published::shared()), (2, 3)) {
        browser.visit(&page.path);
        browser.run::<()>("translate(document.body)", &[]);
        assert!(browser.sees("⟦"), "nothing was translated on {}", page.path);
        leads_on(&browser, &page);
    }
}

/// As translators do; as one does that minds no mark; and as an extension does that
/// puts something of its own into whatever changes.
const TRANSLATORS: [&str; 3] = [
    "translate(document.body)",
    "document.querySelectorAll('[translate]').forEach(it => it.removeAttribute('translate'));
     translate(document.body)",
    "document.querySelectorAll('[translate] *').forEach(it => it.prepend(document.createElement('i')))",
];

#[test]
fn numbers_still_move_after_a_translation() {
    let numbers = "return [...document.querySelectorAll(
            '.summary dd, .results td, .capacity strong, .diagram__amount, .diagram__title')]
            .map(it => it.textContent.replace(/[⟦⟧]/g, '').trim())";
    let set = "const field = document.querySelector('#value-product');
               field.value = '300000';
               field.dispatchEvent(new Event('input', { bubbles: true }));";
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.before_every_page(TRANSLATE);
    browser.visit("/chain/");
    browser.run::<()>(set, &[]);
    let rested = |browser: &Browser| {
        let mut seen: Vec<String> = Vec::new();
        browser.wait_until("the numbers rest", |browser| {
            let () = browser.run_async("setTimeout(arguments[arguments.length - 1], 250)", &[]);
            let now: Vec<String> = browser.run(numbers, &[]);
            std::mem::replace(&mut seen, now.clone()) == now
        });
        seen
    };
    let expected = rested(&browser);
    for translator in TRANSLATORS {
        browser.visit("/chain/");
        let before = rested(&browser);
        assert_ne!(before, expected);
        browser.run::<()>(translator, &[]);
        browser.run::<()>(set, &[]);
        assert_eq!(rested(&browser), expected, "after {translator}");
        // And back: what was drawn over a translation is drawn over again.
        browser.run::<()>(translator, &[]);
        browser.press_button(Lang::ZhHans.words().levers.reset);
        assert_eq!(rested(&browser), before, "after {translator}");
    }
    browser.expect_empty_console("after translations");
}

#[test]
fn what_is_said_still_changes_after_a_translation() {
    let words = Lang::ZhHans.words();
    let server = Server::start(&Published::shared().folder);
    for translator in TRANSLATORS {
        let browser = Browser::open(&server.origin);
        browser.before_every_page(TRANSLATE);
        browser.allow_clipboard();
        let article = kinds(Published::shared())
            .into_iter()
            .find(|page| page.kind == Kind::Article && lang_of(&page.path) == Lang::ZhHans)
            .unwrap();
        browser.visit(&article.path);
        browser.run::<()>(translator, &[]);
        // That the address was copied.
        browser.press_button(words.news.copy);
        browser.see(words.news.copied);
        // What is found.
        browser.visit("/search/");
        browser.type_into(&browser.find("#find", ""), "铝");
        let count = |browser: &Browser| -> String {
            browser.run(
                "return document.querySelector('.find__found [role=status]').textContent",
                &[],
            )
        };
        let first = |browser: &Browser| -> String {
            browser.run(
                "return document.querySelector('.find__found h3')?.textContent ?? ''",
                &[],
            )
        };
        browser.wait_until("something is found", |browser| !first(browser).is_empty());
        let (all, one) = (count(&browser), first(&browser));
        browser.run::<()>(translator, &[]);
        browser.type_into(&browser.find("#find", ""), "再生铝");
        browser.wait_until("something else is found", |browser| {
            first(browser) != one && count(browser) != all && !first(browser).contains('⟦')
        });
        // The title of a new page, to those who do not see it.
        browser.follow_link(words.shell.about);
        browser.wait_until("the title is said", |browser| {
            browser
                .announced()
                .iter()
                .any(|said| said.contains(words.about.title))
        });
        browser.expect_empty_console("after translations");
    }
}
