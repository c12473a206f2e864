//! A picture, ready to show: publishing has made its files in several widths.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use crate::phrase::Phrase;

/// The widths in which a picture is published, in pixels.
pub const WIDTHS: [u32; 4] = [240, 480, 800, 1280];

/// How many kilobytes a file of each of these widths has at most, as WebP. One of noise may
/// have more.
pub const KILOBYTES: [u32; 4] = [8, 25, 60, 120];

/// A picture with all that is said with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Picture {
    /// All of it.
    pub whole: Image,
    /// What is left of it at 3:2; absent where that is all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Image>,
    /// What it shows, for those who cannot see it.
    pub alt: Phrase,
    /// What stands beneath it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Phrase>,
    /// Who took it, and when.
    pub credit: Phrase,
}

/// The files of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Image {
    /// What they are called: changes with what is in them.
    #[served(verbatim)]
    pub name: String,
    /// The width of the largest.
    pub width: u32,
    /// The height of the largest.
    pub height: u32,
}

impl Image {
    /// The widths that there are files of, the largest last. One that is hardly smaller
    /// than the largest is left out.
    pub fn widths(&self) -> impl Iterator<Item = u32> + use<> {
        let largest = self.width;
        let smaller = move |width: &u32| width + width / 8 < largest;
        WIDTHS.into_iter().filter(smaller).chain([largest])
    }

    /// The file that is at least as wide as wanted, or else the largest, and how many
    /// kilobytes it has at most.
    pub fn at_least(&self, wanted: u32) -> (u32, u32) {
        let width = self.widths().find(|width| *width >= wanted);
        let width = width.unwrap_or(self.width);
        let of = WIDTHS.iter().position(|most| width <= *most);
        (width, KILOBYTES[of.unwrap_or(KILOBYTES.len() - 1)])
    }

    /// The height at a width.
    pub fn height_at(&self, width: u32) -> u32 {
        let exact = u64::from(self.height) * u64::from(width);
        let rounded = (exact + u64::from(self.width) / 2) / u64::from(self.width.max(1));
        u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_a_file_may_weigh() {
        let image = |width| Image {
            name: String::new(),
            width,
            height: 100,
        };
        assert_eq!(image(1280).at_least(800), (800, 60));
        assert_eq!(image(1280).at_least(480), (480, 25));
        // Eight hundred is hardly smaller, so that there is no such file.
        assert_eq!(image(900).at_least(800), (900, 120));
        assert_eq!(image(300).at_least(800), (300, 25));
    }
}
