//! From an original to its files.

use std::fs;
use std::io::Cursor;
use std::sync::{Condvar, Mutex, PoisonError};

use fast_image_resize::images::Image as Pixels;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};

use content::pictures::Format;

use super::frame::{Frame, WIDEST};
use super::{PictureError, Source, Target, colour, encode};

/// How many million pixels are worked on at once: a photograph takes four bytes for each
/// while it is made smaller.
const AT_ONCE: u64 = 64;
/// What a decoder may ask for.
const MEMORY: u64 = 1 << 30;

/// Keeps those who make pictures side by side within the memory that there is.
#[derive(Debug)]
pub struct Budget {
    free: Mutex<u64>,
    freed: Condvar,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            free: Mutex::new(AT_ONCE),
            freed: Condvar::new(),
        }
    }
}

impl Budget {
    /// Does something that takes so many million pixels, once they are free.
    fn spend<T>(&self, megapixels: u64, work: impl FnOnce() -> T) -> T {
        // The largest may have all there is.
        let share = megapixels.clamp(1, AT_ONCE);
        // What the lock guards is a number.
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < share {
            free = (self.freed.wait(free)).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= share;
        drop(free);
        let done = work();
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += share;
        self.freed.notify_all();
        done
    }
}

/// Makes files of a picture, in the order of the targets.
///
/// # Errors
/// When the original is damaged behind its header.
pub fn make(
    source: &Source,
    targets: &[Target],
    budget: &Budget,
) -> Result<Vec<Vec<u8>>, PictureError> {
    budget.spend(source.megapixels(), || {
        let upright = upright(source)?;
        let mut files: Vec<Vec<u8>> = vec![Vec::new(); targets.len()];
        for is_cut in [false, true] {
            let mut own: Vec<(usize, &Target)> = (targets.iter().enumerate())
                .filter(|(_, target)| target.is_cut == is_cut)
                .collect();
            // The largest first: each is made from the one before it.
            own.sort_by_key(|(_, target)| std::cmp::Reverse(target.width));
            let mut last = match (own.is_empty(), is_cut, source.frame) {
                (true, ..) => continue,
                (_, true, Some(frame)) => part(source, &upright, frame),
                _ => upright.clone(),
            };
            for (index, target) in own {
                last = resized(source, last, target.width, target.height)?;
                let encoded = encode::encode(&last, target.encoding);
                files[index] = encoded.map_err(|why| failed(source, why))?;
            }
        }
        Ok(files)
    })
}

/// The original, upright and in sRGB, no larger than its largest files need.
fn upright(source: &Source) -> Result<RgbImage, PictureError> {
    let path = &source.file.path;
    let header = source.file.header;
    let bytes = fs::read(path).map_err(|error| PictureError::Read {
        path: path.clone(),
        error,
    })?;
    let broken = |error| PictureError::Broken {
        path: path.clone(),
        error,
    };
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(header.format));
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    // A profile that cannot be read is as good as none.
    let profile = decoder.icc_profile().ok().flatten();
    let decoded = DynamicImage::from_decoder(decoder).map_err(broken)?;
    let decoded = colour::opaque(decoded);
    let (width, height) = decoded.dimensions();
    // What is left at 3:2 of a wide one needs more of it than the whole does.
    let narrowest = source.frame.map_or(header.width, |frame| frame.width);
    let scale = (f64::from(WIDEST) / f64::from(narrowest.min(header.width))).min(1.0);
    let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    let mut small = resized(source, decoded, side(width), side(height))?;
    if let Some(profile) = profile {
        colour::to_srgb(&mut small, &profile);
    }
    let mut small = DynamicImage::from(small);
    let turn = Orientation::from_exif(header.orientation);
    small.apply_orientation(turn.unwrap_or(Orientation::NoTransforms));
    Ok(small.into_rgb8())
}

const fn format(format: Format) -> ImageFormat {
    match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
    }
}

/// A part of the original, from the smaller picture of it.
fn part(source: &Source, upright: &RgbImage, frame: Frame) -> RgbImage {
    let scale = f64::from(upright.width()) / f64::from(source.file.header.width);
    let side = |side: u32| (f64::from(side) * scale).round() as u32;
    let (left, top) = (side(frame.left), side(frame.top));
    let width = side(frame.width).clamp(1, upright.width() - left);
    let height = side(frame.height).clamp(1, upright.height() - top);
    image::imageops::crop_imm(upright, left, top, width, height).to_image()
}

/// The picture in another size.
fn resized(
    source: &Source,
    picture: RgbImage,
    width: u32,
    height: u32,
) -> Result<RgbImage, PictureError> {
    if picture.dimensions() == (width, height) {
        return Ok(picture);
    }
    let (from_width, from_height) = picture.dimensions();
    let from = Pixels::from_vec_u8(from_width, from_height, picture.into_raw(), PixelType::U8x3);
    let from = from.map_err(|error| failed(source, error.to_string()))?;
    let mut to = Pixels::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    (Resizer::new().resize(&from, &mut to, &options))
        .map_err(|error| failed(source, error.to_string()))?;
    RgbImage::from_raw(width, height, to.into_vec())
        .ok_or_else(|| failed(source, format!("{width}x{height}")))
}

fn failed(source: &Source, why: String) -> PictureError {
    PictureError::Resize {
        path: source.file.path.clone(),
        why,
    }
}
