//! The published style has no layers, so that browsers that know none have a style at
//! all, and that of a door lacks what only another door's pages have. It is the same as
//! with them, and with all of it.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use model::routes::Door;

use crate::common::{Published, Server, in_turn, kinds};
use crate::harness::Browser;

/// How often a page is looked at before a difference counts.
const LOOKS: usize = 50;

/// How everything on the page is set: what it is, and a number for how.
const SET: &str = "
    return [...document.querySelectorAll('body, body *')].flatMap(element =>
        [null, '::before', '::after'].map(pseudo => {
            // The drawing that is turned away is not kept up.
            if (!element.checkVisibility()) return ['', 0];
            const style = getComputedStyle(element, pseudo);
            if (pseudo && style.content === 'none') return ['', 0];
            let number = 7;
            for (const name of style) {
                // A variable shows in what uses it; how it is written is nobody's matter.
                if (name.startsWith('--')) continue;
                // How a tap is lit is the browser's own: it says so of a phone it was before.
                if (name === '-webkit-tap-highlight-color') continue;
                for (const letter of name + style.getPropertyValue(name)) {
                    number = (Math.imul(number, 31) + letter.charCodeAt(0)) | 0;
                }
            }
            return [`${element.tagName}.${element.getAttribute('class')}${pseudo ?? ''}`, number];
        }));
";

/// How one of these is set, in words.
const DETAIL: &str = "
    const [index] = arguments;
    const element = [...document.querySelectorAll('body, body *')][Math.floor(index / 3)];
    const style = getComputedStyle(element, [null, '::before', '::after'][index % 3]);
    const names = [...style].filter(name => !name.startsWith('--') && name !== '-webkit-tap-highlight-color');
    return names.map(name => `${name}: ${style.getPropertyValue(name)}`);
";

/// The style as it is written, in layers.
fn layered() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = fs::read_to_string(root.join("index.html")).unwrap();
    let files = page.split("rel=\"css\" href=\"").skip(1);
    let files = files.map(|rest| rest.split('"').next().unwrap());
    files
        .map(|file| fs::read_to_string(root.join(file)).unwrap())
        .collect()
}

#[test]
fn the_style_is_the_same_without_its_layers() {
    let plain = Published::shared();
    let site = plain.copy("layered");
    let styles = site.files(".css");
    assert_eq!(styles.len(), Door::ALL.len());
    for style in &styles {
        assert!(!site.read(style).contains("@layer"));
        site.write(style, &layered());
    }
    let servers = [Server::start(&site.folder), Server::start(&plain.folder)];
    let browsers = servers
        .each_ref()
        .map(|server| Browser::open(&server.origin));
    let mut faults = Vec::new();
    for (number, page) in kinds(plain).iter().enumerate() {
        for (width, paper) in in_turn(number, &[(390, false), (1280, false), (672, true)]) {
            for browser in &browsers {
                browser.emulate_paper(paper);
                browser.resize(width);
                browser.visit(&page.path);
            }
            let mut looks = 0;
            let [with, without] = loop {
                let set = browsers
                    .each_ref()
                    .map(|browser| -> Vec<(String, i32)> { browser.run(SET, &[]) });
                looks += 1;
                // The picture follows the pointer a moment after the app is there.
                if set[0] == set[1] || looks == LOOKS {
                    break set;
                }
                // Of the picture's two drawings the one that is seen is drawn with all that
                // the app adds; when which is seen is known, is chance. And a drawing that was
                // laid out before may go on naming the margins of then, where its box is the same.
                if looks % 5 == 0 {
                    browsers
                        .iter()
                        .for_each(|browser| browser.visit(&page.path));
                }
                thread::sleep(Duration::from_millis(200));
            };
            assert_eq!(with.len(), without.len(), "{}", page.path);
            for (index, (with, without)) in with.iter().zip(&without).enumerate() {
                if with == without || faults.iter().any(|(about, _)| *about == with.0) {
                    continue;
                }
                let [with_it, without_it] = browsers
                    .each_ref()
                    .map(|browser| -> Vec<String> { browser.run(DETAIL, &[index.into()]) });
                let other = with_it
                    .iter()
                    .zip(&without_it)
                    .filter(|(one, two)| one != two);
                let other: Vec<_> = other.take(3).collect();
                faults.push((
                    with.0.clone(),
                    format!("{} at {width}: {other:?}", page.path),
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
