//! A picture of few colours: one byte a pixel, and a PNG with a palette.

use std::sync::LazyLock;

use super::photograph::Photograph;
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Rect, Transform};

/// How finely an edge goes from one colour to another.
const STEPS: u8 = 16;

/// A colour on another: light theme, as in `style/tokens.css`.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub enum Colour {
    InkOnPaper,
    Ink2OnPaper,
    Ink3OnPaper,
    RuleOnPaper,
    SheetOnPaper,
    HeatOnPaper,
    InkOnSheet,
    HeatOnSheet,
    // A photograph takes the room of those from here on: see `photograph`.
    HeatWashOnPaper,
    WaterWashOnPaper,
    HeatOnWash,
    WaterOnWash,
    WaterOnPaper,
}

const PAPER: u32 = 0x00f6_f7f8;
const SHEET: u32 = 0x00ff_ffff;
const INK: u32 = 0x0014_181c;
const INK_2: u32 = 0x0047_515b;
const INK_3: u32 = 0x005c_6770;
const RULE: u32 = 0x00d5_dade;
const HEAT: u32 = 0x00b4_430f;
const HEAT_WASH: u32 = 0x00fb_eee6;
const WATER: u32 = 0x000c_6b62;
const WATER_WASH: u32 = 0x00e3_f1ef;

/// The colours of every [`Colour`], in order: behind and before.
const RAMPS: [(u32, u32); 13] = [
    (PAPER, INK),
    (PAPER, INK_2),
    (PAPER, INK_3),
    (PAPER, RULE),
    (PAPER, SHEET),
    (PAPER, HEAT),
    (SHEET, INK),
    (SHEET, HEAT),
    (PAPER, HEAT_WASH),
    (PAPER, WATER_WASH),
    (HEAT_WASH, HEAT),
    (WATER_WASH, WATER),
    (PAPER, WATER),
];

static PALETTE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let channel = |colour: u32, shift: u32| (colour >> shift & 0xff) as i32;
    let mut palette = Vec::new();
    for (behind, before) in RAMPS {
        for step in 0..i32::from(STEPS) {
            for shift in [16, 8, 0] {
                let (from, to) = (channel(behind, shift), channel(before, shift));
                let most = i32::from(STEPS) - 1;
                palette.push(((from * (most - step) + to * step + most / 2) / most) as u8);
            }
        }
    }
    palette
});

/// A picture that is being drawn.
#[derive(Clone, Debug)]
pub struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
    palette: Vec<u8>,
}

/// Where the colours of a photograph begin in the palette.
const OF_PHOTOGRAPH: u8 = Colour::HeatWashOnPaper as u8 * STEPS;

impl Canvas {
    /// An empty buffers of paper.
    pub fn new(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            pixels: vec![0; width as usize * height as usize],
            palette: PALETTE.clone(),
        }
    }

    /// How wide it is.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Fills a path. What lies behind it is of the colour's own ground.
    pub fn fill(&mut self, path: &Path, colour: Colour) {
        let bounds = path.bounds();
        let left = (bounds.left().floor().max(0.0) as u32).min(self.width);
        let top = (bounds.top().floor().max(0.0) as u32).min(self.height);
        let right = (bounds.right().ceil().max(0.0) as u32).min(self.width);
        let bottom = (bounds.bottom().ceil().max(0.0) as u32).min(self.height);
        let (wide, high) = (right.saturating_sub(left), bottom.saturating_sub(top));
        let Some(mut mask) = Mask::new(wide, high) else {
            return;
        };
        let place = Transform::from_translate(-(left as f32), -(top as f32));
        mask.fill_path(path, FillRule::Winding, true, place);
        let ground = colour as u8 * STEPS;
        for (row, covered) in mask.data().chunks_exact(wide as usize).enumerate() {
            let from = (top as usize + row) * self.width as usize + left as usize;
            let pixels = self.pixels.iter_mut().skip(from);
            for (pixel, &covered) in pixels.zip(covered) {
                let step = (u16::from(covered) * u16::from(STEPS - 1) + 127) / 255;
                if step > 0 {
                    *pixel = ground + step as u8;
                }
            }
        }
    }

    /// Fills a rectangle.
    pub fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        if let Some(rectangle) = Rect::from_xywh(x, y, width, height) {
            self.fill(&PathBuilder::from_rect(rectangle), colour);
        }
    }

    /// Makes a rectangle paper again.
    pub fn clear(&mut self, x: f32, y: f32, width: f32, height: f32) {
        self.paint((x, y), (width, height), Colour::InkOnPaper as u8 * STEPS);
    }

    /// Fills a rectangle whose edges lie between pixels.
    pub fn solid(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), colour: Colour) {
        let full = colour as u8 * STEPS + STEPS - 1;
        self.paint((x, y), (width, height), full);
    }

    fn paint(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), place: u8) {
        let (left, right) = (x as usize, (x + width) as usize);
        let rows = self.pixels.chunks_exact_mut(self.width as usize);
        for row in rows.skip(y as usize).take(height as usize) {
            for pixel in row.iter_mut().take(right).skip(left) {
                *pixel = place;
            }
        }
    }

    /// Lays a photograph over the whole width, so far below the top. The colours of what
    /// a page is about are lost to it: they stand on pictures without one.
    pub fn photograph(&mut self, photograph: &Photograph, top: u32) {
        self.palette.truncate(usize::from(OF_PHOTOGRAPH) * 3);
        self.palette.extend(&photograph.palette);
        let rows = self.pixels.chunks_exact_mut(self.width as usize);
        let lines = photograph.places.chunks_exact(photograph.width as usize);
        for (row, line) in rows.skip(top as usize).zip(lines) {
            for (pixel, place) in row.iter_mut().zip(line) {
                *pixel = OF_PHOTOGRAPH + place;
            }
        }
    }

    /// The PNG.
    pub fn png(&self) -> Result<Vec<u8>, EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(self.palette.as_slice());
        // Neighbours in a palette are no neighbours: nothing to predict.
        encoder.set_filter(Filter::NoFilter);
        encoder.set_compression(Compression::Balanced);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_a_place_in_the_palette_for_every_colour() {
        assert_eq!(RAMPS.len(), Colour::WaterOnPaper as usize + 1);
        assert!(PALETTE.len() / 3 <= 256);
        let last = |colour: Colour| {
            let at = (colour as usize * usize::from(STEPS) + usize::from(STEPS) - 1) * 3;
            PALETTE.get(at..at + 3).map(<[u8]>::to_vec)
        };
        assert_eq!(last(Colour::HeatOnSheet), Some(vec![0xb4, 0x43, 0x0f]));
        assert_eq!(last(Colour::WaterOnWash), Some(vec![0x0c, 0x6b, 0x62]));
        assert_eq!(PALETTE.get(..3), Some([0xf6, 0xf7, 0xf8].as_slice()));
    }

    #[test]
    fn takes_its_colours_from_the_tokens() {
        let tokens = include_str!("../../../../../style/tokens.css");
        for (name, colour) in [
            ("paper", PAPER),
            ("ink", INK),
            ("ink-2", INK_2),
            ("ink-3", INK_3),
            ("rule", RULE),
            ("heat", HEAT),
            ("heat-wash", HEAT_WASH),
            ("water", WATER),
            ("water-wash", WATER_WASH),
        ] {
            let token = format!("--{name}: #{colour:06x};");
            assert!(tokens.contains(&token), "{token}");
        }
    }
}
