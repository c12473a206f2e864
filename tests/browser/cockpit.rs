//! The chain's page is worked with on every screen, by pointer, by touch and by keyboard: a
//! lever is moved, the numbers beside the picture say by how much, and it is put back.

use crate::common::{Published, Server};
use crate::harness::{Browser, Key};

/// What the reader uses.
#[derive(Clone, Copy, Debug)]
enum Hand {
    Pointer,
    Touch,
    Keyboard,
}

const HANDS: [Hand; 3] = [Hand::Pointer, Hand::Touch, Hand::Keyboard];
const SCREENS: [(u32, u32); 4] = [(1280, 720), (768, 1024), (390, 844), (360, 740)];
const SLIDER: &str = "#slider-recycled-share";
const BACK: &str = ".lever__back";

impl Hand {
    /// Presses what stands there; a slider moves to its middle, or by a step.
    fn press(self, browser: &Browser, selector: &str, name: &str, key: Key) {
        match self {
            Hand::Pointer => {
                browser.point_at(&browser.find(selector, name));
                browser.press_pointer();
            }
            Hand::Touch => browser.tap(selector),
            Hand::Keyboard => {
                browser.reach(name);
                browser.press(key);
            }
        }
    }
}

/// What a selector finds that can be seen in the window, whole.
fn in_sight(browser: &Browser, selector: &str) -> bool {
    browser.run(
        "const found = [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility());
         return found.length > 0 && found.every(one => {
            const box = one.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
         })",
        &[selector.into()],
    )
}

fn share(browser: &Browser) -> String {
    browser.value("#value-recycled-share")
}

fn name_of(browser: &Browser, selector: &str) -> String {
    browser.run(
        "return document.querySelector(arguments[0]).ariaLabel.replace(/\\s+/g, ' ')",
        &[selector.into()],
    )
}

#[test]
fn a_lever_is_moved_seen_to_act_and_put_back_on_every_screen_by_every_hand() {
    let site = Published::shared();
    let server = Server::start(&site.folder);
    let browser = Browser::open(&server.origin);
    for (width, height) in SCREENS {
        browser.resize_to(width, height);
        for hand in HANDS {
            let what = format!("by {hand:?} at {width}");
            browser.visit("/chain/");
            browser.see_app_live();
            let before = share(&browser);
            let slider = name_of(&browser, SLIDER);
            hand.press(&browser, SLIDER, &slider, Key::Right);
            browser.wait_until(&format!("the lever has moved {what}"), |browser| {
                share(browser) != before
            });
            browser.wait_until(&format!("the numbers say by how much {what}"), |browser| {
                in_sight(browser, ".summary__change")
            });
            browser.wait_until(&format!("the picture is in sight {what}"), |browser| {
                in_sight(browser, ".scenario__view svg.diagram__drawing")
            });
            let back = name_of(&browser, BACK);
            hand.press(&browser, BACK, &back, Key::Enter);
            browser.wait_until(&format!("it is put back {what}"), |browser| {
                share(browser) == before
            });
            browser.wait_until(
                &format!("no number is other than before {what}"),
                |browser| browser.run("return !document.querySelector('.summary__change')", &[]),
            );
        }
    }
    browser.expect_empty_console("by every hand");
}
