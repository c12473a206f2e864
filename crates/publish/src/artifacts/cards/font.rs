//! The type of the cards. It comes along, so that a card looks the same
//! whoever publishes it; how it was made stands in `font/make.py`.
//!
//! A system's fonts are never asked: the same bundle would give other bytes on
//! another machine. What has a character that is not in here is not drawn.

use std::io::Read;
use std::sync::LazyLock;

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

static PACKED: &[u8] = include_bytes!("font/cards.otf.br");

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut bytes = Vec::new();
    // It is in the program: a test reads it, and an empty one draws nothing.
    let _ = brotli::Decompressor::new(PACKED, 1 << 16).read_to_end(&mut bytes);
    bytes
});

static FACE: LazyLock<Option<Face<'static>>> = LazyLock::new(|| Face::parse(&BYTES, 0).ok());

/// The first character of a text that the font does not have.
pub fn missing(text: &str) -> Option<char> {
    text.chars().find(|&character| {
        let glyph = FACE.as_ref().and_then(|face| glyph(face, character));
        glyph.is_none()
    })
}

/// The glyph of a character. The font has no small figures below the line:
/// they stand on it.
fn glyph(face: &Face, character: char) -> Option<GlyphId> {
    let on_the_line = match character {
        '₀'..='₉' => char::from_digit(u32::from(character) - u32::from('₀'), 10),
        other => Some(other),
    };
    face.glyph_index(on_the_line?)
}

/// How wide a text is, set in a size.
pub fn width(text: &str, size: f32) -> f32 {
    let mut wide = 0.0;
    if let Some(face) = FACE.as_ref() {
        set(face, text, size, |_, _, end| wide = end);
    }
    wide
}

/// The outline of a line of text that begins at `x` on the line `y`.
pub fn outline(text: &str, size: f32, x: f32, y: f32) -> Option<Path> {
    let face = FACE.as_ref()?;
    let mut pen = Pen {
        path: PathBuilder::new(),
        scale: scale(face, size),
        x,
        y,
    };
    set(face, text, size, |glyph, left, _| {
        pen.x = x + left;
        // A space has no outline.
        let _ = face.outline_glyph(glyph, &mut pen);
    });
    pen.path.finish()
}

/// Tells of every glyph of a line where it stands and where it ends.
///
/// Between Chinese and Latin there is a little room, and what the two write
/// alike is as wide as the rest of the line wants it.
fn set(face: &Face, text: &str, size: f32, mut place: impl FnMut(GlyphId, f32, f32)) {
    let scale = scale(face, size);
    let chinese = text.chars().any(is_chinese);
    let (mut at, mut before) = (0.0, ' ');
    for character in text.chars() {
        let Some(glyph) = glyph(face, character) else {
            continue;
        };
        let latin = |character: char| character.is_alphanumeric() && !is_chinese(character);
        if is_chinese(before) && latin(character) || latin(before) && is_chinese(character) {
            at += size * AIR;
        }
        before = character;
        let mut advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) * scale;
        let mut left = at;
        let bounds = face.glyph_bounding_box(glyph);
        if let Some(bounds) = bounds.filter(|_| !chinese && SHARED.contains(&character)) {
            advance = f32::from(bounds.width()) * scale + 2.0 * size * SIDE;
            left = at - f32::from(bounds.x_min) * scale + size * SIDE;
        }
        at += advance;
        place(glyph, left, at);
    }
}

/// Between Chinese and Latin, in parts of the size.
const AIR: f32 = 0.125;
/// Beside a mark that is set narrow, in parts of the size.
const SIDE: f32 = 0.05;
/// Marks that the font sets for Chinese, a square each.
const SHARED: [char; 7] = ['‘', '’', '“', '”', '…', '—', '·'];

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn scale(face: &Face, size: f32) -> f32 {
    size / f32::from(face.units_per_em())
}

/// Puts glyphs, drawn upwards in the font's units, where they belong.
struct Pen {
    path: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_the_site_is_written_in() {
        for text in [
            "广元市铝产业联盟，一条铝链：从氧化铝到再生铝（61.5 万吨/年）。",
            "廣元市鋁產業聯盟著力雛形嶠",
            "“Guangyuan Aluminium Industry Alliance” – 1.93 t ±3 % · ≥ 99.7 °C × CO₂ £ é",
            // Names of people and companies are rarely in the first thousands.
            "喆镕垚淼鑫堃",
        ] {
            assert_eq!(missing(text), None, "{text}");
        }
        assert_eq!(missing("铝𝄞"), Some('𝄞'));
    }

    #[test]
    fn sets_chinese_on_its_square() {
        assert!((width("铝产业", 50.0) - 150.0).abs() < 0.01);
        assert!(width("Al", 50.0) < 100.0);
    }

    #[test]
    fn sets_marks_as_wide_as_the_language_wants_them() {
        assert!((width("“铝”", 50.0) - 150.0).abs() < 0.01);
        assert!(width("’", 50.0) < 25.0);
        let apart = width("铝", 50.0) + width("300", 50.0);
        assert!((width("铝300", 50.0) - apart - 6.25).abs() < 0.01);
    }
}
