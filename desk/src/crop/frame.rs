//! The frame around what is kept of a picture: moved, pulled, held to a shape.

use super::{Aspect, Size};

/// The shortest side that a frame may have; shorter only where the picture is.
const LEAST: f64 = 48.0;

/// What is kept, in pixels of the turned picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// From the left of the picture.
    pub left: u32,
    /// From its top.
    pub top: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// A corner that is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corner {
    /// Top left.
    TopLeft,
    /// Top right.
    TopRight,
    /// Bottom left.
    BottomLeft,
    /// Bottom right.
    BottomRight,
}

impl Corner {
    /// Each.
    pub const ALL: [Self; 4] = [
        Self::TopLeft,
        Self::TopRight,
        Self::BottomLeft,
        Self::BottomRight,
    ];

    fn is_left(self) -> bool {
        matches!(self, Self::TopLeft | Self::BottomLeft)
    }

    fn is_top(self) -> bool {
        matches!(self, Self::TopLeft | Self::TopRight)
    }
}

/// What a slider sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// How far from the left.
    Left,
    /// How far from the top.
    Top,
    /// How wide.
    Width,
    /// How high.
    Height,
}

impl Side {
    /// Each, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Left, Self::Top, Self::Width, Self::Height];

    fn is_across(self) -> bool {
        matches!(self, Self::Left | Self::Width)
    }
}

impl Frame {
    /// All of a picture.
    pub fn whole(of: Size) -> Self {
        Self {
            left: 0,
            top: 0,
            width: of.width,
            height: of.height,
        }
    }

    /// The frame on the same part of the picture once that is turned to the right.
    #[must_use]
    pub fn turned_right(self, of: Size) -> Self {
        Self {
            left: of.height.saturating_sub(self.top + self.height),
            top: self.left,
            width: self.height,
            height: self.width,
        }
    }

    /// Moved, and no further than the picture's edges.
    #[must_use]
    pub fn moved(self, right: f64, down: f64, of: Size) -> Self {
        Self {
            left: clamped(f64::from(self.left) + right, 0.0, of.width - self.width),
            top: clamped(f64::from(self.top) + down, 0.0, of.height - self.height),
            ..self
        }
    }

    /// With a corner elsewhere; the opposite one stays.
    #[must_use]
    pub fn pulled(self, corner: Corner, right: f64, down: f64, aspect: Aspect, of: Size) -> Self {
        // How far the picture goes from the corner that stays.
        let room_x = match corner.is_left() {
            true => self.left + self.width,
            false => of.width - self.left,
        };
        let room_y = match corner.is_top() {
            true => self.top + self.height,
            false => of.height - self.top,
        };
        let out_x = if corner.is_left() { -right } else { right };
        let out_y = if corner.is_top() { -down } else { down };
        let (width, height) = sides(
            f64::from(self.width) + out_x,
            f64::from(self.height) + out_y,
            aspect,
            (room_x, room_y),
        );
        Self {
            left: match corner.is_left() {
                true => self.left + self.width - width,
                false => self.left,
            },
            top: match corner.is_top() {
                true => self.top + self.height - height,
                false => self.top,
            },
            width,
            height,
        }
    }

    /// In a shape: as large as the picture allows, around the same middle. A free frame
    /// stays as it is.
    #[must_use]
    pub fn shaped(self, aspect: Aspect, of: Size) -> Self {
        let Some(ratio) = aspect.ratio() else {
            return self;
        };
        let width = f64::from(of.width).min(f64::from(of.height) * ratio);
        let height = width / ratio;
        let (width, height) = (
            clamped(width, 1.0, of.width),
            clamped(height, 1.0, of.height),
        );
        let middle = |from: u32, length: u32| f64::from(from) + f64::from(length) / 2.0;
        let left = middle(self.left, self.width) - f64::from(width) / 2.0;
        let top = middle(self.top, self.height) - f64::from(height) / 2.0;
        Self {
            left: clamped(left, 0.0, of.width - width),
            top: clamped(top, 0.0, of.height - height),
            width,
            height,
        }
    }

    /// Where a side is, in thousandths of the picture.
    pub fn permille(self, side: Side, of: Size) -> u32 {
        let (at, whole) = match side {
            Side::Left => (self.left, of.width),
            Side::Top => (self.top, of.height),
            Side::Width => (self.width, of.width),
            Side::Height => (self.height, of.height),
        };
        (f64::from(at) / f64::from(whole.max(1)) * 1000.0).round() as u32
    }

    /// With a side at so many thousandths of the picture. Place moves the frame; width and
    /// height change it from its top left corner, together where it has a shape.
    #[must_use]
    pub fn with(self, side: Side, permille: f64, aspect: Aspect, of: Size) -> Self {
        let whole = if side.is_across() {
            of.width
        } else {
            of.height
        };
        let at = f64::from(whole) * permille / 1000.0;
        match side {
            Side::Left => self.moved(at - f64::from(self.left), 0.0, of),
            Side::Top => self.moved(0.0, at - f64::from(self.top), of),
            Side::Width => {
                let height = aspect.ratio().map(|ratio| at / ratio);
                self.sized(at, height.unwrap_or(f64::from(self.height)), aspect, of)
            }
            Side::Height => {
                let width = aspect.ratio().map(|ratio| at * ratio);
                self.sized(width.unwrap_or(f64::from(self.width)), at, aspect, of)
            }
        }
    }

    fn sized(self, width: f64, height: f64, aspect: Aspect, of: Size) -> Self {
        let room = (of.width - self.left, of.height - self.top);
        let (width, height) = sides(width, height, aspect, room);
        Self {
            width,
            height,
            ..self
        }
    }
}

/// Sides within what room there is, in a shape if there is one: then halfway between what
/// width and height ask for, so that a pull in either direction counts.
fn sides(width: f64, height: f64, aspect: Aspect, room: (u32, u32)) -> (u32, u32) {
    let (room_x, room_y) = (f64::from(room.0), f64::from(room.1));
    let Some(ratio) = aspect.ratio() else {
        return (
            clamped(width, LEAST.min(room_x), room.0),
            clamped(height, LEAST.min(room_y), room.1),
        );
    };
    let most = room_x.min(room_y * ratio);
    let least = (LEAST * ratio.max(1.0)).min(most);
    let wide = f64::midpoint(width, height * ratio).clamp(least, most);
    (
        clamped(wide, 1.0, room.0),
        clamped(wide / ratio, 1.0, room.1),
    )
}

/// In whole pixels, between two ends.
fn clamped(value: f64, least: f64, most: u32) -> u32 {
    value.round().max(least).min(f64::from(most)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: Size = Size {
        width: 1200,
        height: 800,
    };

    fn frame(left: u32, top: u32, width: u32, height: u32) -> Frame {
        Frame {
            left,
            top,
            width,
            height,
        }
    }

    #[test]
    fn moves_to_the_edges_and_no_further() {
        let start = frame(100, 100, 600, 400);
        assert_eq!(start.moved(50.4, -20.0, OF), frame(150, 80, 600, 400));
        assert_eq!(start.moved(-900.0, 900.0, OF), frame(0, 400, 600, 400));
        assert_eq!(start.moved(900.0, -900.0, OF), frame(600, 0, 600, 400));
    }

    #[test]
    fn a_corner_leaves_the_opposite_one_where_it_is() {
        let start = frame(200, 200, 600, 400);
        let free = Aspect::Free;
        assert_eq!(
            start.pulled(Corner::TopLeft, -50.0, 30.0, free, OF),
            frame(150, 230, 650, 370)
        );
        assert_eq!(
            start.pulled(Corner::BottomRight, 9000.0, 9000.0, free, OF),
            frame(200, 200, 1000, 600)
        );
        // It never turns inside out.
        assert_eq!(
            start.pulled(Corner::TopRight, -9000.0, 9000.0, free, OF),
            frame(200, 552, 48, 48)
        );
    }

    #[test]
    fn a_shape_holds_while_a_corner_is_pulled() {
        let start = frame(0, 0, 1200, 800);
        for corner in Corner::ALL {
            let pull = |x: f64| if corner.is_left() { -x } else { x };
            let pulled = start.pulled(corner, pull(-300.0), 0.0, Aspect::Cover, OF);
            assert_eq!((pulled.width, pulled.height), (1050, 700), "{corner:?}");
        }
        let small = start.pulled(Corner::BottomRight, -600.0, -400.0, Aspect::Cover, OF);
        assert_eq!(small, frame(0, 0, 600, 400));
        let least = start.pulled(Corner::BottomRight, -9e6, -9e6, Aspect::Wide, OF);
        assert_eq!(least, frame(0, 0, 85, 48));
    }

    #[test]
    fn a_shape_is_as_large_as_it_can_be_around_the_same_middle() {
        let start = frame(700, 0, 500, 800);
        assert_eq!(start.shaped(Aspect::Square, OF), frame(400, 0, 800, 800));
        assert_eq!(start.shaped(Aspect::Wide, OF), frame(0, 63, 1200, 675));
        assert_eq!(start.shaped(Aspect::Free, OF), start);
    }

    #[test]
    fn turns_with_the_picture() {
        let start = frame(100, 50, 600, 400);
        assert_eq!(start.turned_right(OF), frame(350, 100, 400, 600));
    }

    #[test]
    fn sliders_move_and_size_it() {
        let start = frame(120, 80, 600, 400);
        assert_eq!(start.permille(Side::Left, OF), 100);
        assert_eq!(start.permille(Side::Height, OF), 500);
        let free = Aspect::Free;
        assert_eq!(
            start.with(Side::Left, 1000.0, free, OF),
            frame(600, 80, 600, 400)
        );
        assert_eq!(
            start.with(Side::Width, 1000.0, free, OF),
            frame(120, 80, 1080, 400)
        );
        assert_eq!(
            start.with(Side::Height, 0.0, free, OF),
            frame(120, 80, 600, 48)
        );
        assert_eq!(
            start.with(Side::Height, 250.0, Aspect::Cover, OF),
            frame(120, 80, 300, 200)
        );
    }

    #[test]
    fn a_picture_smaller_than_the_least_frame_is_framed_whole() {
        let tiny = Size {
            width: 20,
            height: 10,
        };
        let whole = Frame::whole(tiny);
        let pulled = whole.pulled(Corner::TopLeft, 15.0, 8.0, Aspect::Free, tiny);
        assert_eq!(pulled, whole);
        assert_eq!(
            whole.shaped(Aspect::Square, tiny),
            Frame {
                left: 5,
                top: 0,
                width: 10,
                height: 10
            }
        );
    }
}
