//! A photograph in the colours that a picture of few colours has left.

use color_quant::NeuQuant;
use image::RgbImage;

/// How many colours it may have: those that cards with a photograph do not use.
pub const COLOURS: usize = 128;
/// Of so many pixels one is looked at to find the colours.
const SAMPLE: i32 = 10;

/// A photograph as places in a palette.
#[derive(Clone, Debug)]
pub struct Photograph {
    /// How wide.
    pub width: u32,
    /// Three bytes a colour.
    pub palette: Vec<u8>,
    /// One byte a pixel.
    pub places: Vec<u8>,
}

impl Photograph {
    /// Finds the colours, and spreads what is left over to the pixels around (Floyd and
    /// Steinberg, 1976).
    pub fn new(picture: &RgbImage) -> Self {
        let width = picture.width();
        let pixels: Vec<u8> = (picture.pixels())
            .flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255])
            .collect();
        let quant = NeuQuant::new(SAMPLE, COLOURS, &pixels);
        let palette = quant.color_map_rgb();
        let row = width as usize;
        // What the pixels of this row and the next are given, with one to each side.
        let mut owed = [vec![[0_i32; 3]; row + 2], vec![[0_i32; 3]; row + 2]];
        let mut places = Vec::with_capacity(row * picture.height() as usize);
        for line in pixels.chunks_exact(row * 4) {
            for (x, pixel) in line.chunks_exact(4).enumerate() {
                let wanted: [i32; 3] = std::array::from_fn(|channel| {
                    i32::from(pixel[channel]) + owed[0][x + 1][channel] / 16
                });
                let [r, g, b] = wanted.map(|value| value.clamp(0, 255) as u8);
                let place = quant.index_of(&[r, g, b, 255]);
                places.push(place as u8);
                for (channel, wanted) in wanted.into_iter().enumerate() {
                    let found = palette
                        .get(place * 3 + channel)
                        .copied()
                        .unwrap_or_default();
                    let left = wanted.clamp(0, 255) - i32::from(found);
                    owed[0][x + 2][channel] += left * 7;
                    owed[1][x][channel] += left * 3;
                    owed[1][x + 1][channel] += left * 5;
                    owed[1][x + 2][channel] += left;
                }
            }
            owed.swap(0, 1);
            owed[1].fill([0; 3]);
        }
        Self {
            width,
            palette,
            places,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn looks_like_what_it_was_made_from() {
        let picture = RgbImage::from_fn(120, 80, |x, y| {
            Rgb([(x * 2) as u8, (y * 3) as u8, if x < 60 { 30 } else { 220 }])
        });
        let made = Photograph::new(&picture);
        assert_eq!(made.places.len(), 120 * 80);
        assert!(made.palette.len() <= COLOURS * 3);
        let mean = |of: &dyn Fn(usize) -> u8| {
            let sum: u64 = (0..9600).map(|index| u64::from(of(index))).sum();
            sum as f64 / 9600.0
        };
        for channel in 0..3 {
            let before = mean(&|index| picture.as_raw()[index * 3 + channel]);
            let after = mean(&|index| made.palette[usize::from(made.places[index]) * 3 + channel]);
            assert!((before - after).abs() < 4.0, "{channel}: {before} {after}");
        }
    }
}
