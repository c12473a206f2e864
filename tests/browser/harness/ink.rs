//! How much of a part of the page is drawn on.

use super::Browser;

impl Browser {
    /// The ink of an element that is black on white: every point by how dark it is.
    pub fn ink(&self, selector: &str) -> u64 {
        let element = self.find(selector, "");
        let picture = self.wait("draw an element", element.screenshot_as_png());
        let picture = image::load_from_memory(&picture).expect("it is a PNG");
        let points = picture.into_luma8();
        points
            .pixels()
            .map(|point| u64::from(255 - point.0[0]))
            .sum()
    }
}
