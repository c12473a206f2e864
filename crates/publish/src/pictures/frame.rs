//! What of a picture is shown: all of it, or what is left at 3:2.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use sha2::{Digest, Sha256};

use content::bundle::Focus;
use model::document::Image;
use model::quantity::Number;

use super::{NAME, SETTINGS};
use crate::hex;

/// The width of the largest file.
pub(super) const WIDEST: u32 = 1280;

/// A part of an upright picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

impl Frame {
    /// All of a picture.
    pub fn all(width: u32, height: u32) -> Self {
        Self {
            left: 0,
            top: 0,
            width,
            height,
        }
    }

    /// What is left at 3:2, as near to the focus as can be; none where that is all but a
    /// hundredth.
    pub fn at_three_to_two(width: u32, height: u32, focus: Option<&Focus>) -> Option<Self> {
        if (width * 2).abs_diff(height * 3) * 100 <= height * 3 {
            return None;
        }
        let [x, y] = [focus.map(|focus| focus.x), focus.map(|focus| focus.y)].map(hundredths);
        let frame = match width * 2 > height * 3 {
            true => Self::all((height * 3 / 2).max(1), height),
            false => Self::all(width, (width * 2 / 3).max(1)),
        };
        Some(Self {
            left: beginning(width, frame.width, x),
            top: beginning(height, frame.height, y),
            ..frame
        })
    }

    /// What the files of it are called, by the digest of the original.
    pub fn image(&self, original: &[u8; 32]) -> Image {
        let Self {
            left,
            top,
            width,
            height,
        } = self;
        let digest = Sha256::new_with_prefix(original)
            .chain_update(format!("{SETTINGS} {left} {top} {width} {height}"));
        let widest = (*width).min(WIDEST);
        let high = u64::from(*height) * u64::from(widest) / u64::from(*width).max(1);
        Image {
            name: hex(&digest.finalize(), NAME),
            width: widest,
            height: u32::try_from(high).unwrap_or(u32::MAX).max(1),
        }
    }
}

/// In hundredths of a per cent; the middle where nothing is said.
fn hundredths(place: Option<Number>) -> u64 {
    let written = place.and_then(|place| (place.0 * Decimal::ONE_HUNDRED).round().to_u64());
    written.unwrap_or(5_000).min(10_000)
}

/// Where a part begins so that a place is in its middle, as far as it can be.
fn beginning(all: u32, part: u32, place: u64) -> u32 {
    let middle = u64::from(all) * place / 10_000;
    let most = u64::from(all - part.min(all));
    u32::try_from(middle.saturating_sub(u64::from(part) / 2).min(most)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(size: (u32, u32), focus: Option<(i64, i64)>) -> Option<Frame> {
        let number = |value: i64| Number(value.into());
        let focus = focus.map(|(x, y)| Focus {
            x: number(x),
            y: number(y),
        });
        Frame::at_three_to_two(size.0, size.1, focus.as_ref())
    }

    #[test]
    fn keeps_what_matters() {
        let rows = |focus| frame((900, 900), focus).map(|frame| (frame.top, frame.height));
        assert_eq!(rows(None), Some((150, 600)));
        assert_eq!(rows(Some((50, 0))), Some((0, 600)));
        assert_eq!(rows(Some((0, 100))), Some((300, 600)));
        let columns = |focus| frame((1200, 400), focus).map(|frame| (frame.left, frame.width));
        assert_eq!(columns(None), Some((300, 600)));
        assert_eq!(columns(Some((100, 50))), Some((600, 600)));
    }

    #[test]
    fn cuts_nothing_off_what_is_so_already() {
        assert_eq!(frame((6000, 4000), None), None);
        assert_eq!(frame((1200, 803), None), None);
        assert!(frame((1600, 1200), None).is_some());
    }

    #[test]
    fn names_by_original_and_by_what_is_shown() {
        let name = |frame: Frame, original: u8| frame.image(&[original; 32]).name;
        let all = Frame::all(900, 900);
        let cut = frame((900, 900), None).expect("a square is cut");
        assert_eq!(name(all, 1), name(all, 1));
        assert_ne!(name(all, 1), name(all, 2));
        assert_ne!(name(all, 1), name(cut, 1));
    }

    #[test]
    fn is_never_larger_than_its_original() {
        let size = |width, height| {
            let image = Frame::all(width, height).image(&[0; 32]);
            (image.width, image.height)
        };
        assert_eq!(size(4000, 3000), (1280, 960));
        assert_eq!(size(500, 20), (500, 20));
        assert_eq!(size(20_000, 3), (1280, 1));
    }
}
