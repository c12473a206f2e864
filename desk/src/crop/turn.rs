//! Quarter turns.

use super::Size;

/// How far a picture is turned, clockwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Not at all.
    #[default]
    None,
    /// A quarter.
    Quarter,
    /// Upside down.
    Half,
    /// Three quarters.
    ThreeQuarters,
}

impl Turn {
    /// A quarter further to the right.
    #[must_use]
    pub fn right(self) -> Self {
        match self {
            Self::None => Self::Quarter,
            Self::Quarter => Self::Half,
            Self::Half => Self::ThreeQuarters,
            Self::ThreeQuarters => Self::None,
        }
    }

    /// The size of a picture that is turned so.
    pub fn size(self, of: Size) -> Size {
        match self {
            Self::None | Self::Half => of,
            Self::Quarter | Self::ThreeQuarters => Size {
                width: of.height,
                height: of.width,
            },
        }
    }

    /// The matrix that draws a picture of a size turned so, its corner at nought.
    pub fn matrix(self, of: Size) -> [f64; 6] {
        let (width, height) = (f64::from(of.width), f64::from(of.height));
        match self {
            Self::None => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            Self::Quarter => [0.0, 1.0, -1.0, 0.0, height, 0.0],
            Self::Half => [-1.0, 0.0, 0.0, -1.0, width, height],
            Self::ThreeQuarters => [0.0, -1.0, 1.0, 0.0, 0.0, width],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_draws_the_picture_inside_its_size() {
        let of = Size {
            width: 400,
            height: 300,
        };
        let mut turn = Turn::None;
        for _ in 0..4 {
            let [a, b, c, d, e, f] = turn.matrix(of);
            let size = turn.size(of);
            let corner = |x: f64, y: f64| (a * x + c * y + e, b * x + d * y + f);
            let ends = [corner(0.0, 0.0), corner(400.0, 300.0)];
            let least = |pick: fn(&(f64, f64)) -> f64| ends.iter().map(pick).fold(9e9, f64::min);
            let most = |pick: fn(&(f64, f64)) -> f64| ends.iter().map(pick).fold(-9e9, f64::max);
            assert_eq!((least(|end| end.0), least(|end| end.1)), (0.0, 0.0));
            assert_eq!(most(|end| end.0), f64::from(size.width), "{turn:?}");
            assert_eq!(most(|end| end.1), f64::from(size.height), "{turn:?}");
            turn = turn.right();
        }
        assert_eq!(turn, Turn::None);
    }
}
