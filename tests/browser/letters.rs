//! Fonts and emphasis, for each script as it is written.

use crate::common::{Published, Server};
use crate::harness::Browser;

/// Puts what an editor might write into the page, and says how it is set.
const SET: &str = "
    const [text] = arguments;
    const main = document.querySelector('main');
    return ['em', 'i', 'cite', 'address', 'dfn'].map(name => {
        const element = document.createElement(name);
        element.textContent = text;
        main.append(element);
        const style = getComputedStyle(element);
        const dots = name === 'em' || name === 'i' ? style.textEmphasisStyle : '';
        return [name, style.fontStyle, dots, style.fontSynthesisStyle];
    });
";

fn open(path: &str) -> (Server, Browser) {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    browser.visit(path);
    (server, browser)
}

#[test]
fn traditional_characters_are_set_in_their_own_faces() {
    let (_server, browser) = open("/zh-hant/");
    let first = |browser: &Browser| -> String {
        let font: String = browser.run(
            "return getComputedStyle(document.querySelector('h1')).fontFamily",
            &[],
        );
        font.split(',').next().unwrap().trim_matches('"').to_owned()
    };
    assert_eq!(first(&browser), "PingFang TC");
    let fonts: String = browser.run("return getComputedStyle(document.body).fontFamily", &[]);
    assert!(!fonts.contains(" SC"), "{fonts}");
    browser.visit("/");
    assert_eq!(first(&browser), "PingFang SC");
    // And the face that is really used.
    for (path, face) in [("/zh-hant/", "TC"), ("/", "SC")] {
        browser.visit(path);
        let used = browser.fonts_of("h1");
        assert!(
            used.iter().any(|font| font.ends_with(face)),
            "{path}: {used:?}"
        );
    }
}

#[test]
fn chinese_is_emphasised_by_dots_and_never_slanted() {
    for path in ["/", "/zh-hant/"] {
        let (_server, browser) = open(path);
        let set: Vec<[String; 4]> = browser.run(SET, &["强调".into()]);
        for [name, style, dots, synthesis] in set {
            assert_eq!(style, "normal", "{name} in {path}");
            assert_eq!(synthesis, "none", "{name} in {path}");
            let expected = if ["em", "i"].contains(&name.as_str()) {
                "dot"
            } else {
                ""
            };
            assert_eq!(dots, expected, "{name} in {path}");
        }
    }
}

#[test]
fn english_keeps_its_italics_and_slants_no_chinese_in_it() {
    let (_server, browser) = open("/en/");
    let set: Vec<[String; 4]> = browser.run(SET, &["emphasis".into()]);
    for [name, style, dots, synthesis] in set {
        let upright = ["cite", "address"].contains(&name.as_str());
        assert_eq!(style, if upright { "normal" } else { "italic" }, "{name}");
        assert!(["", "none"].contains(&dots.as_str()), "{name}: {dots}");
        // Chinese faces have no italics: only a made-up slant is left, which is refused.
        assert_eq!(synthesis, "none", "{name}");
    }
}

/// A text as the page sets it, and the same with each letter by itself.
const TOGETHER_AND_APART: &str = "
    const [text] = arguments;
    for (const id of ['together', 'apart']) {
        const line = document.createElement('p');
        line.id = id;
        // No wider than the text: a bar for scrolling may lie over the page.
        const look = { color: '#000', background: '#fff', fontSize: '60px', width: 'fit-content' };
        Object.assign(line.style, look);
        const letters = [...text].map(letter => {
            const alone = document.createElement('span');
            alone.style.display = 'inline-block';
            alone.textContent = letter;
            return alone;
        });
        line.append(...(id === 'apart' ? letters : [text]));
        document.querySelector('main').prepend(line);
    }
";

/// Where one lies on another, there is less ink than the letters have by themselves.
#[test]
fn no_letter_is_drawn_on_another() {
    for path in ["/about/", "/zh-hant/about/"] {
        let (_server, browser) = open(path);
        browser.run::<()>(TOGETHER_AND_APART, &["7月17日100余人85.6亿元".into()]);
        let (together, apart) = (browser.ink("#together"), browser.ink("#apart"));
        assert!(apart > 0, "{path}: nothing is drawn");
        assert!(
            together * 1000 >= apart * 996,
            "{path}: {together} points of ink instead of {apart}"
        );
    }
}
