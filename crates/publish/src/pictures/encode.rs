//! Pixels as a file: as good as fits into the bytes that its width may have.

use jpeg_encoder::{ColorType, Encoder};
use model::document::{KILOBYTES, WIDTHS};

/// How a file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// For every browser of the last years.
    WebP,
    /// For all others, and for those who save a picture.
    Jpeg,
}

/// From good to what still is; the first is the one of most photographs.
const QUALITIES: [u8; 5] = [74, 66, 56, 46, 36];

impl Encoding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::WebP, Self::Jpeg];

    /// What the names of its files end with.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// How many bytes a file of a width may have: a JPEG two thirds more than a WebP.
    fn most(self, width: u32) -> usize {
        let of = WIDTHS.iter().position(|of| width <= *of);
        let most = KILOBYTES[of.unwrap_or(KILOBYTES.len() - 1)] as usize * 1000;
        match self {
            Self::WebP => most,
            Self::Jpeg => most * 5 / 3,
        }
    }

    fn at(self, picture: &image::RgbImage, quality: u8) -> Result<Vec<u8>, String> {
        let (width, height) = picture.dimensions();
        match self {
            Self::WebP => {
                let encoder = webp::Encoder::from_rgb(picture.as_raw(), width, height);
                let encoded = encoder.encode_simple(false, f32::from(quality));
                Ok(encoded.map_err(|error| format!("{error:?}"))?.to_vec())
            }
            Self::Jpeg => {
                let mut encoded = Vec::new();
                let [width, height] = [width, height].map(|side| side.min(65_535) as u16);
                // In one scan: with tables of its own each colour would have one, of which
                // some programs read the first alone.
                let encoder = Encoder::new(&mut encoded, quality);
                (encoder.encode(picture.as_raw(), width, height, ColorType::Rgb))
                    .map_err(|error| error.to_string())?;
                Ok(encoded)
            }
        }
    }
}

/// The best file that fits; where none does, the smallest.
pub(super) fn encode(picture: &image::RgbImage, encoding: Encoding) -> Result<Vec<u8>, String> {
    let most = encoding.most(picture.width());
    let mut encoded = Vec::new();
    for quality in QUALITIES {
        encoded = encoding.at(picture, quality)?;
        if encoded.len() <= most {
            break;
        }
    }
    Ok(encoded)
}
