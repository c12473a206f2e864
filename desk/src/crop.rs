//! Turning and cropping a picture: the geometry, without a browser.

mod aspect;
mod format;
mod frame;
mod turn;

pub use aspect::Aspect;
pub use format::Format;
pub use frame::{Corner, Frame, Side};
pub use turn::Turn;

/// The most pixels of what is exported: the least that phones' browsers give a canvas.
const MOST_PIXELS: f64 = 16_000_000.0;

/// A size in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// How a picture is turned, and which part of it is kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    original: Size,
    turn: Turn,
    aspect: Aspect,
    frame: Frame,
}

impl Crop {
    /// The whole picture as it is.
    pub fn new(original: Size) -> Self {
        Self {
            original,
            turn: Turn::None,
            aspect: Aspect::Free,
            frame: Frame::whole(original),
        }
    }

    /// The size of the picture as it is turned.
    pub fn turned_size(&self) -> Size {
        self.turn.size(self.original)
    }

    /// What is kept, in pixels of the turned picture.
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// The shape that the frame keeps.
    pub fn aspect(&self) -> Aspect {
        self.aspect
    }

    /// Whether what comes out is the picture that went in.
    pub fn is_original(&self) -> bool {
        self.turn == Turn::None && self.frame == Frame::whole(self.original)
    }

    /// The whole picture as it was.
    pub fn reset(&mut self) {
        *self = Self::new(self.original);
    }

    /// A quarter turn to the right; the frame stays on what it frames.
    pub fn turn_right(&mut self) {
        let before = self.turned_size();
        self.turn = self.turn.right();
        self.frame = self.frame.turned_right(before);
        self.keep_aspect();
    }

    /// A quarter turn to the left.
    pub fn turn_left(&mut self) {
        for _ in 0..3 {
            let before = self.turned_size();
            self.turn = self.turn.right();
            self.frame = self.frame.turned_right(before);
        }
        self.keep_aspect();
    }

    /// Gives the frame a shape: as large as the picture allows, around the same middle.
    pub fn choose_aspect(&mut self, aspect: Aspect) {
        self.aspect = aspect;
        self.keep_aspect();
    }

    /// Moves the frame from where it was when the pointer went down.
    pub fn move_from(&mut self, start: Frame, right: f64, down: f64) {
        self.frame = start.moved(right, down, self.turned_size());
    }

    /// Pulls a corner from where it was when the pointer went down.
    pub fn pull_from(&mut self, start: Frame, corner: Corner, right: f64, down: f64) {
        let size = self.turned_size();
        self.frame = start.pulled(corner, right, down, self.aspect, size);
    }

    /// Where a side is, in thousandths of the picture.
    pub fn permille(&self, side: Side) -> u32 {
        self.frame.permille(side, self.turned_size())
    }

    /// Puts a side where a slider says, in thousandths of the picture.
    pub fn set_permille(&mut self, side: Side, permille: f64) {
        let size = self.turned_size();
        self.frame = self.frame.with(side, permille, self.aspect, size);
    }

    /// The size of what is exported: the frame's, or smaller where that is more than a
    /// browser can draw.
    pub fn export_size(&self) -> Size {
        let Frame { width, height, .. } = self.frame;
        let area = f64::from(width) * f64::from(height);
        let scale = (MOST_PIXELS / area).sqrt().min(1.0);
        let scaled = |side: u32| ((f64::from(side) * scale).floor() as u32).max(1);
        Size {
            width: scaled(width),
            height: scaled(height),
        }
    }

    /// The matrix that draws what is exported, as a canvas takes it.
    pub fn export_matrix(&self) -> [f64; 6] {
        let export = self.export_size();
        let x = f64::from(export.width) / f64::from(self.frame.width);
        let y = f64::from(export.height) / f64::from(self.frame.height);
        let [a, b, c, d, e, f] = self.turn.matrix(self.original);
        let left = f64::from(self.frame.left);
        let top = f64::from(self.frame.top);
        [a * x, b * y, c * x, d * y, (e - left) * x, (f - top) * y]
    }

    /// The size at which the whole turned picture is shown, and the matrix that draws it.
    pub fn shown_within(&self, most: u32) -> (Size, [f64; 6]) {
        let size = self.turned_size();
        let scale = (f64::from(most) / f64::from(size.width.max(size.height))).min(1.0);
        let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
        let shown = Size {
            width: scaled(size.width),
            height: scaled(size.height),
        };
        let matrix = self.turn.matrix(self.original).map(|value| value * scale);
        (shown, matrix)
    }

    /// Where a point of the original is in what is exported, both in per cent from the left
    /// and the top; the nearest place, if it was cut off.
    pub fn point(&self, (left, top): (f64, f64)) -> (f64, f64) {
        let x = left / 100.0 * f64::from(self.original.width);
        let y = top / 100.0 * f64::from(self.original.height);
        let [a, b, c, d, e, f] = self.export_matrix();
        let export = self.export_size();
        let percent = |at: f64, of: u32| (at / f64::from(of) * 100.0).round().clamp(0.0, 100.0);
        (
            percent(a * x + c * y + e, export.width),
            percent(b * x + d * y + f, export.height),
        )
    }

    fn keep_aspect(&mut self) {
        let size = self.turned_size();
        self.frame = self.frame.shaped(self.aspect, size);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTO: Size = Size {
        width: 4000,
        height: 3000,
    };

    fn drawn([a, b, c, d, e, f]: [f64; 6], x: f64, y: f64) -> (f64, f64) {
        (a * x + c * y + e, b * x + d * y + f)
    }

    #[test]
    fn four_turns_are_none() {
        let mut crop = Crop::new(PHOTO);
        crop.move_from(crop.frame(), 0.0, 0.0);
        crop.pull_from(crop.frame(), Corner::BottomRight, -1000.0, -500.0);
        let before = crop;
        for _ in 0..4 {
            crop.turn_right();
        }
        assert_eq!(crop, before);
        crop.turn_right();
        crop.turn_left();
        assert_eq!(crop, before);
    }

    #[test]
    fn a_turned_picture_is_not_the_original_and_a_reset_one_is() {
        let mut crop = Crop::new(PHOTO);
        assert!(crop.is_original());
        crop.turn_left();
        assert!(!crop.is_original());
        assert_eq!(crop.turned_size().width, 3000);
        crop.choose_aspect(Aspect::Square);
        crop.reset();
        assert!(crop.is_original());
        assert_eq!(crop.aspect(), Aspect::Free);
    }

    #[test]
    fn a_turn_keeps_the_chosen_shape() {
        let mut crop = Crop::new(PHOTO);
        crop.choose_aspect(Aspect::Wide);
        assert_eq!((crop.frame().width, crop.frame().height), (4000, 2250));
        crop.turn_right();
        assert_eq!((crop.frame().width, crop.frame().height), (3000, 1688));
    }

    #[test]
    fn the_frame_is_what_the_export_shows() {
        let mut crop = Crop::new(PHOTO);
        crop.turn_right();
        crop.pull_from(crop.frame(), Corner::TopLeft, 600.0, 1000.0);
        assert_eq!(
            crop.export_size(),
            Size {
                width: 2400,
                height: 3000
            }
        );
        // Upright, the bottom left corner of the original is the top left one.
        let matrix = crop.export_matrix();
        assert_eq!(drawn(matrix, 0.0, 3000.0), (-600.0, -1000.0));
        assert_eq!(drawn(matrix, 4000.0, 0.0), (2400.0, 3000.0));
    }

    #[test]
    fn too_large_a_picture_is_exported_smaller_and_whole() {
        let crop = Crop::new(Size {
            width: 9000,
            height: 6000,
        });
        let export = crop.export_size();
        assert!(f64::from(export.width) * f64::from(export.height) <= MOST_PIXELS);
        let (x, y) = drawn(crop.export_matrix(), 9000.0, 6000.0);
        assert!((x - f64::from(export.width)).abs() < 0.01, "{x}");
        assert!((y - f64::from(export.height)).abs() < 0.01, "{y}");
    }

    #[test]
    fn what_is_shown_fits() {
        let mut crop = Crop::new(PHOTO);
        crop.turn_right();
        let (size, matrix) = crop.shown_within(1200);
        assert_eq!(
            size,
            Size {
                width: 900,
                height: 1200
            }
        );
        assert_eq!(drawn(matrix, 0.0, 0.0), (900.0, 0.0));
    }

    #[test]
    fn the_point_that_matters_moves_with_the_picture() {
        let mut crop = Crop::new(PHOTO);
        crop.turn_right();
        assert_eq!(crop.point((25.0, 10.0)), (90.0, 25.0));
        crop.reset();
        crop.pull_from(crop.frame(), Corner::TopLeft, 2000.0, 0.0);
        assert_eq!(crop.point((75.0, 40.0)), (50.0, 40.0));
        assert_eq!(crop.point((10.0, 40.0)), (0.0, 40.0));
    }
}
