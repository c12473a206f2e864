//! What is on a card, and where.

use png::EncodingError;

use super::canvas::{Canvas, Colour};
use super::font::{outline, width};
use super::lines::{lines, whole};
use super::{Shows, Stage};
use model::StageId;

/// From edge to text.
const MARGIN: f32 = 80.0;
/// The title's sizes, the largest first that lets it fit, and how many lines
/// it then may have.
const TITLES: [(f32, usize); 4] = [(76.0, 2), (62.0, 3), (50.0, 4), (44.0, 4)];
/// Where the title's first line stands at least, and its last at most.
const TITLE: (f32, f32) = (188.0, 452.0);
const LEADING: f32 = 1.32;

/// The PNG of a card.
pub fn png(shows: &Shows) -> Result<Vec<u8>, EncodingError> {
    let (width, height) = shows.size();
    let mut canvas = Canvas::new(width, height);
    match shows {
        Shows::Wide {
            name,
            other_name,
            title,
            small,
            stages,
        } => {
            masthead(&mut canvas, name, other_name);
            let below = heading(&mut canvas, title);
            subtitle(&mut canvas, small, below);
            chain(&mut canvas, stages);
        }
        Shows::Square { name } => square(&mut canvas, name),
    }
    canvas.png()
}

pub(super) fn text(canvas: &mut Canvas, text: &str, size: f32, (x, y): (f32, f32), colour: Colour) {
    if let Some(path) = outline(text, size, x, y) {
        canvas.fill(&path, colour);
    }
}

/// The element's tile: number and symbol, square.
pub(super) fn tile(canvas: &mut Canvas, x: f32, y: f32, side: f32) {
    let border = (side / 18.0).round();
    canvas.rectangle(x, y, side, side, Colour::InkOnPaper);
    let inner = side - 2.0 * border;
    canvas.rectangle(x + border, y + border, inner, inner, Colour::SheetOnPaper);
    let number = (x + side * 0.13, y + side * 0.32);
    text(canvas, "13", side * 0.22, number, Colour::InkOnSheet);
    let symbol = side * 0.56;
    let left = x + (side - width("Al", symbol)) / 2.0;
    text(
        canvas,
        "Al",
        symbol,
        (left, y + side * 0.83),
        Colour::HeatOnSheet,
    );
}

fn masthead(canvas: &mut Canvas, name: &str, other_name: &str) {
    tile(canvas, MARGIN, 56.0, 72.0);
    let left = MARGIN + 94.0;
    text(canvas, name, 32.0, (left, 90.0), Colour::InkOnPaper);
    text(canvas, other_name, 20.0, (left, 122.0), Colour::Ink3OnPaper);
}

/// The title; below is where it ends.
fn heading(canvas: &mut Canvas, title: &str) -> f32 {
    let wide = canvas_width(canvas) - 2.0 * MARGIN;
    let fits = |&&(size, most): &&(f32, usize)| whole(title, size, wide).len() <= most;
    let smallest = TITLES.last().unwrap_or(&(44.0, 4));
    let &(size, most) = TITLES.iter().find(fits).unwrap_or(smallest);
    let mut y = TITLE.0 + size;
    for line in lines(title, size, wide, most) {
        text(canvas, &line, size, (MARGIN, y), Colour::InkOnPaper);
        y += size * LEADING;
    }
    y - size * LEADING
}

/// One or two lines of small type below the title.
fn subtitle(canvas: &mut Canvas, small: &str, below: f32) {
    let size = 28.0;
    let wide = canvas_width(canvas) - 2.0 * MARGIN;
    let room = ((TITLE.1 + 2.0 * size - below) / (size * 1.5)) as usize;
    let mut y = below + size * 2.1;
    for line in lines(small, size, wide, room.clamp(1, 3)) {
        text(canvas, &line, size, (MARGIN, y), Colour::Ink2OnPaper);
        y += size * 1.5;
    }
}

/// The five stages of the chain; what the page is about is lit.
fn chain(canvas: &mut Canvas, stages: &[Stage]) {
    let (gap, high) = (16.0, 64.0);
    let count = stages.len().max(1) as f32;
    let room = canvas_width(canvas) - 2.0 * MARGIN - gap * (count - 1.0);
    let names: f32 = stages.iter().map(|stage| width(&stage.name, 1.0)).sum();
    let size = ((room - 32.0 * count) / names).floor().clamp(12.0, 28.0);
    let beside = (room - names * size) / count;
    let top = 630.0 - 44.0 - high;
    let mut next = MARGIN;
    for stage in stages {
        let left = next.round();
        next += width(&stage.name, size) + beside;
        let wide = next.round() - left;
        next += gap;
        stage_box(canvas, stage, (left, top), (wide, high), size);
    }
}

/// A stage in its box, its name in the middle.
pub(super) fn stage_box(
    canvas: &mut Canvas,
    stage: &Stage,
    (left, top): (f32, f32),
    (wide, high): (f32, f32),
    size: f32,
) {
    let water = stage.id == StageId::Recycled;
    let (edge, ground, ink) = match (stage.lit, water) {
        (false, _) => (Colour::RuleOnPaper, None, Colour::Ink3OnPaper),
        (true, false) => (
            Colour::HeatOnPaper,
            Some(Colour::HeatWashOnPaper),
            Colour::HeatOnWash,
        ),
        (true, true) => (
            Colour::WaterOnPaper,
            Some(Colour::WaterWashOnPaper),
            Colour::WaterOnWash,
        ),
    };
    canvas.rectangle(left, top, wide, high, edge);
    let border = if stage.lit { 4.0 } else { 2.0 };
    let (x, y) = (left + border, top + border);
    let (inner_wide, inner_high) = (wide - 2.0 * border, high - 2.0 * border);
    match ground {
        Some(ground) => canvas.rectangle(x, y, inner_wide, inner_high, ground),
        None => canvas.clear(x, y, inner_wide, inner_high),
    }
    let x = left + (wide - width(&stage.name, size)) / 2.0;
    let y = top + high / 2.0 + size * 0.36;
    text(canvas, &stage.name, size, (x, y), ink);
}

/// The tile above the name: read in the size of a thumb.
fn square(canvas: &mut Canvas, name: &str) {
    let wide = canvas_width(canvas);
    let side = 280.0;
    tile(canvas, (wide - side) / 2.0, 64.0, side);
    let size = 54.0;
    let lines = lines(name, size, wide - 80.0, 3);
    let mut y = 490.0 - 34.0 * (lines.len() as f32 - 1.0);
    for line in lines {
        let left = (wide - width(&line, size)) / 2.0;
        text(canvas, &line, size, (left, y), Colour::InkOnPaper);
        y += size * 1.2;
    }
}

fn canvas_width(canvas: &Canvas) -> f32 {
    canvas.width() as f32
}
