//! The size of a page by that of the window it is in, where nothing else gives it one.

use super::Browser;
use super::left_out::say;

impl Browser {
    /// Makes the window so large that the page has a size. A window that goes no
    /// narrower stays as narrow as it goes, and that is said.
    pub(super) fn resize_window(&self, width: u32, height: u32) {
        // Each engine has other things in its window besides the page.
        let (more, higher): (u32, u32) = self.run(
            "return [Math.max(0, outerWidth - innerWidth), Math.max(0, outerHeight - innerHeight)]",
            &[],
        );
        let (width, height) = (width + more, height + higher);
        let size = self.driver().set_window_rect(0, 0, width, height);
        self.wait("resize the window", size);
        let mut before = 0;
        self.wait_until("the page has its size", |browser| {
            let now = browser.run("return innerWidth", &[]);
            std::mem::replace(&mut before, now) == now
        });
        if before + more != width {
            say(&format!(
                "{:?}: the page is {before} px wide instead of {}",
                self.engine,
                width - more
            ));
        }
    }
}
