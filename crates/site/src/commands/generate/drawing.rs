//! Photographs that nobody has taken: noise, edges, a slow change of light, faces of
//! nobody, and two bars across them that say so.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use jpeg_encoder::{ColorType, Encoder, EncodingError};
use thiserror::Error;

/// Sizes in pixels, in turn: of chats, of screens, upright, of a phone's camera.
const SIZES: [(u16, u16); 4] = [(1600, 1200), (1920, 1080), (1080, 1440), (4000, 3000)];
/// As a phone compresses.
const QUALITY: u8 = 88;

/// Why a photograph is not there.
#[derive(Debug, Error)]
pub enum DrawingError {
    /// It cannot be written.
    #[error("`{path}`: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: EncodingError,
    },
}

/// Draws the files, each from its number.
pub fn draw(files: &[PathBuf]) -> Result<(), DrawingError> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let share = files.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let working: Vec<_> = (files.chunks(share).enumerate())
            .map(|(part, files)| {
                scope.spawn(move || {
                    let numbered = (part * share..).zip(files);
                    for (number, path) in numbered {
                        one(path, number)?;
                    }
                    Ok(())
                })
            })
            .collect();
        working.into_iter().try_for_each(|work| {
            work.join().unwrap_or_else(|_| {
                Err(DrawingError::File {
                    path: PathBuf::new(),
                    error: io::Error::other("a drawing was given up").into(),
                })
            })
        })
    })
}

fn one(path: &Path, number: usize) -> Result<(), DrawingError> {
    let (width, height) = SIZES[number % SIZES.len()];
    let pixels = photograph(u32::from(width), u32::from(height), number as u32);
    let file = |error| DrawingError::File {
        path: path.to_owned(),
        error,
    };
    let encoder = Encoder::new_file(path, QUALITY).map_err(file)?;
    let encoded = encoder.encode(&pixels, width, height, ColorType::Rgb);
    encoded.map_err(file)
}

/// The pixels, three bytes each.
fn photograph(width: u32, height: u32, number: u32) -> Vec<u8> {
    let mut seed = number.wrapping_mul(2_654_435_761).wrapping_add(7);
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    let tint = [number * 37 % 60, number * 53 % 60, number * 71 % 60];
    for y in 0..height {
        for x in 0..width {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = seed >> 28;
            let light = 40 + x * 90 / width + y * 50 / height;
            let edge = if (x / 97 + y / 71) % 2 == 0 { 0 } else { 24 };
            let grey = match face(x * 1000 / width, y * 1000 / height) {
                Some(tone) => tone,
                None => light + edge,
            };
            let marked = is_mark(x, y, width, height);
            for tint in tint {
                let value = if marked { 240 } else { grey + noise + tint / 2 };
                pixels.push(value.min(255) as u8);
            }
        }
    }
    pixels
}

/// The tone of a face, in thousandths of the width and the height.
fn face(x: u32, y: u32) -> Option<u32> {
    let distance = |(cx, cy): (u32, u32)| x.abs_diff(cx).pow(2) + y.abs_diff(cy).pow(2);
    [(250, 420), (520, 380), (770, 450)]
        .into_iter()
        .find_map(|(cx, cy)| {
            let inside = distance((cx, cy)) < 110 * 110;
            let eye = [cx - 40, cx + 40].into_iter();
            let dark = eye.map(|cx| (cx, cy - 25)).any(|eye| distance(eye) < 144)
                || (y.abs_diff(cy + 50) < 8 && x.abs_diff(cx) < 45);
            inside.then_some(if dark { 30 } else { 170 })
        })
}

/// Two bars from corner to corner: whoever sees it sees that it was drawn.
fn is_mark(x: u32, y: u32, width: u32, height: u32) -> bool {
    let (across, down) = (
        u64::from(x) * u64::from(height),
        u64::from(y) * u64::from(width),
    );
    let all = u64::from(width) * u64::from(height);
    let near = |one: u64, other: u64| one.abs_diff(other) * 80 < all;
    near(across, down) || near(across + down, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_what_they_say_they_are() {
        let one = photograph(120, 80, 3);
        assert_eq!(one.len(), 120 * 80 * 3);
        assert_ne!(one, photograph(120, 80, 4));
        assert_eq!(one, photograph(120, 80, 3));
        // The bars cross in the middle.
        let middle = (40 * 120 + 60) * 3;
        assert_eq!(
            one.get(middle..middle + 3),
            Some([240, 240, 240].as_slice())
        );
    }
}
