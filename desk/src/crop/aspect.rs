//! The shapes that a frame can be held to.

/// A shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aspect {
    /// Any.
    #[default]
    Free,
    /// 3:2, as lists and covers show pictures.
    Cover,
    /// 1:1.
    Square,
    /// 16:9.
    Wide,
}

impl Aspect {
    /// Each, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Free, Self::Cover, Self::Square, Self::Wide];

    /// Width by height; none if it may be any.
    pub fn ratio(self) -> Option<f64> {
        match self {
            Self::Free => None,
            Self::Cover => Some(3.0 / 2.0),
            Self::Square => Some(1.0),
            Self::Wide => Some(16.0 / 9.0),
        }
    }

    /// As it is written; nothing for any.
    pub fn label(self) -> Option<&'static str> {
        match self {
            Self::Free => None,
            Self::Cover => Some("3:2"),
            Self::Square => Some("1:1"),
            Self::Wide => Some("16:9"),
        }
    }
}
