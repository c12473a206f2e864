//! What a reader's system asks for: its own few colours, no motion.

use std::collections::BTreeSet;

use crate::common::{Published, Server};
use crate::harness::Browser;

/// The parts of the picture that carry meaning, as the browser paints them:
/// each flow's name, stroke, dashes, and the same of its grain; then what is
/// painted in anything but a system colour, or in the colour of its ground.
const PAINTED: &str = r"
    const system = name => {
        const probe = document.createElement('span');
        probe.style.color = name;
        document.body.append(probe);
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;
    };
    const names = ['Canvas', 'CanvasText', 'LinkText', 'GrayText', 'Highlight', 'ButtonText', 'VisitedText'];
    const known = new Set(names.map(system));
    const canvas = system('Canvas');
    const drawing = [...document.querySelectorAll('.diagram__drawing')]
        .find(drawing => drawing.checkVisibility());
    const of = (element, what) => getComputedStyle(element)[what];
    const faults = [];
    const painted = (element, what) => {
        const colour = of(element, what);
        if (colour === 'none') return colour;
        if (!known.has(colour)) faults.push(`${element.getAttribute('class')}: ${what} ${colour}`);
        return colour;
    };
    const flows = [...drawing.querySelectorAll('.diagram__flow:not(.diagram__flow--none)')].map(flow => {
        const [band, grain] = ['band', 'grain'].map(part => {
            const line = flow.querySelector(`.diagram__${part}`);
            const stroke = painted(line, 'stroke');
            return stroke === 'none' ? 'none' : `${stroke} ${of(line, 'strokeDasharray')}`;
        });
        const seen = flow.querySelector('.diagram__band').getAttribute('stroke-width') === '0' ? grain : band;
        if (seen === 'none' || seen.startsWith(canvas + ' ')) faults.push(`${flow.getAttribute('class')} is not seen`);
        return [flow.getAttribute('class').match(/--(\w+)/)[1], `${seen} with ${grain}`];
    });
    for (const frame of drawing.querySelectorAll('.diagram__frame')) {
        if (painted(frame, 'stroke') === painted(frame, 'fill')) faults.push('a frame without an edge');
    }
    for (const text of drawing.querySelectorAll('text')) {
        if (painted(text, 'fill') === canvas) faults.push(`${text.textContent} is not seen`);
    }
    return [flows, faults];
";

#[test]
fn the_picture_can_be_told_apart_in_forced_colours() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for width in [390, 1280] {
        browser.resize(width);
        for path in ["/chain/", "/chain/?quantity=co2&pin=electrolytic", "/"] {
            browser.visit(path);
            // A theme of the page's own must not shine through.
            for theme in ["light", "dark"] {
                browser.force_colours(theme);
                for own in ["light", "dark"] {
                    browser.run::<()>(
                        "document.documentElement.dataset.theme = arguments[0]",
                        &[own.into()],
                    );
                    let (flows, faults): (Vec<(String, String)>, Vec<String>) =
                        browser.run(PAINTED, &[]);
                    let at = format!("{path} at {width}, {theme}, {own}");
                    assert!(faults.is_empty(), "{at}: {faults:#?}");
                    assert!(flows.len() > 5, "{at}: {flows:?}");
                    let looks: BTreeSet<&String> = flows.iter().map(|(_, look)| look).collect();
                    assert_eq!(looks.len(), flows.len(), "{at}: {flows:#?}");
                }
            }
        }
    }
}

/// Changes a lever and tells how many parts of the picture began to move there.
fn moving(browser: &Browser, share: &str) -> usize {
    browser.run::<()>(
        "window.moved ??= [];
         window.moved.length = 0;
         document.addEventListener('transitionrun', event => {
            if (event.target.closest('.diagram')) window.moved.push(event.propertyName);
         });
         const field = document.querySelector('#value-recycled-share');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[share.into()],
    );
    browser.wait_until("the address follows", |browser| {
        browser.path().contains(&format!("recycled-share={share}"))
    });
    // The picture has been painted, and with it begun to move or not.
    browser.run_async(
        "const done = arguments[0];
         requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.moved.length), 0)));",
        &[],
    )
}

#[test]
fn widths_ease_to_where_they_go_but_for_readers_who_want_no_motion() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    for width in [390, 1280] {
        browser.resize(width);
        for (reduced, share) in [(false, "55"), (true, "60")] {
            browser.reduce_motion(reduced);
            browser.visit("/chain/");
            let moved = moving(&browser, share);
            assert_eq!(moved == 0, reduced, "{moved} parts at {width}");
        }
    }
}
