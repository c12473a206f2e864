//! The picture of a stage's own balance as a file of its own.

use super::Sheet;
use super::svg::{CARBON, EDGE, HEAT, INK, PAPER, WATER, attribute, framed, length, line, texts};
use crate::diagram::layout::Rect;
use crate::diagram::stage::{Material, StageLine, StageScene, StageShape, stage_layout};
use chain::amount::AmountUnit;
use model::words::TakeWords;

/// The picture with its title above and the data beneath.
pub fn stage_svg(
    scene: &StageScene,
    shape: StageShape,
    sheet: &Sheet,
    words: &TakeWords,
) -> String {
    let layout = stage_layout(scene, shape);
    let mut svg = String::new();
    for (item, drawn) in scene.energy.iter().zip(&layout.energy) {
        let (stroke, width, dashes, cap) = match item.output.unit() {
            AmountUnit::KilowattHours => (WATER, 40, "0 7", "round"),
            AmountUnit::Gigajoules => (HEAT, 30, "12 4", ""),
            _ => (EDGE, 20, "4 4", ""),
        };
        line(&mut svg, &drawn.path, stroke, width, dashes, cap);
        texts(&mut svg, &drawn.label);
    }
    let items = scene.into.iter().chain(&scene.out);
    for (item, drawn) in items.zip(&layout.lines) {
        mass(&mut svg, Material::of(item.output), drawn);
    }
    rect(&mut svg, layout.rect, PAPER, Some(INK));
    texts(&mut svg, &layout.title);
    texts(&mut svg, &layout.emission);
    for (bar, said) in &layout.emitted {
        rect(&mut svg, *bar, CARBON, None);
        texts(&mut svg, said);
    }
    framed(
        &sheet.title,
        (layout.width, layout.height),
        &svg,
        sheet,
        words,
    )
}

/// A mass: pale to its high end, the value, dashes at its low end. Gases and water are
/// an outline.
fn mass(svg: &mut String, material: Material, drawn: &StageLine) {
    let colour = match material {
        Material::Ore => "#9a6a4b",
        Material::Alumina => "#7f8c98",
        Material::Carbon => CARBON,
        Material::Metal => HEAT,
        Material::Product => "#6a7884",
        Material::Recycled => WATER,
        Material::Gas => EDGE,
    };
    if !drawn.high.is_empty() {
        area(svg, &drawn.high, colour, "0.3", Some("1 2"));
    }
    match (drawn.widened, material) {
        (true, _) => line(svg, &drawn.path, colour, 10, "4 3", ""),
        (false, Material::Gas) => area(svg, &drawn.path, colour, "0.25", Some("")),
        (false, _) => area(svg, &drawn.path, colour, "1", None),
    }
    if !drawn.low.is_empty() {
        line(svg, &drawn.low, PAPER, 10, "3 3", "");
    }
    texts(svg, &drawn.label);
}

/// An area, with an edge if it has one: its dashes, none for a solid one.
fn area(svg: &mut String, path: &str, colour: &str, opacity: &str, edge: Option<&str>) {
    svg.push_str("<path");
    attribute(svg, "d", path);
    attribute(svg, "fill", colour);
    attribute(svg, "fill-opacity", opacity);
    if let Some(dashes) = edge {
        attribute(svg, "stroke", colour);
        if !dashes.is_empty() {
            attribute(svg, "stroke-dasharray", dashes);
        }
    }
    svg.push_str("/>");
}

fn rect(svg: &mut String, rect: Rect, fill: &str, stroke: Option<&str>) {
    svg.push_str("<rect");
    for (name, size) in [
        ("x", rect.x),
        ("y", rect.y),
        ("width", rect.width),
        ("height", rect.height),
    ] {
        length(svg, name, size);
    }
    attribute(svg, "fill", fill);
    if let Some(stroke) = stroke {
        attribute(svg, "stroke", stroke);
        attribute(svg, "stroke-width", "2");
    }
    svg.push_str("/>");
}
