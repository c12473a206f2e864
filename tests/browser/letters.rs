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
