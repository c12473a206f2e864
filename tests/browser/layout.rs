//! Nothing moves under the reader's thumb, nothing sticks out of the screen.

use crate::common::{Published, Server, kinds};
use crate::harness::Browser;

const MOST_SHIFT: f64 = 0.01;

#[test]
fn every_kind_of_page_fits_and_stays_where_it_is() {
    let server = Server::start(&Published::shared().folder);
    let browser = Browser::open(&server.origin);
    let mut faults = Vec::new();
    for page in kinds(Published::shared()) {
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
