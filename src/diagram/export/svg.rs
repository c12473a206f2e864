//! The picture as a file of its own: colours as attributes, no style sheet but for
//! the motion of the loop, no font but the reader's; with what it shows, when, from what and from where.

use super::Sheet;
use crate::diagram::layout::{
    Anchor, Band, Line, NodeBox, Orientation, Outline, Power, Role, layout, outlines, px,
};
use crate::diagram::scene::{Scene, connected};
use crate::diagram::text::wrap;
use chain::{Pin, Quantity};
use model::Flow;
use model::StageId;
use model::words::TakeWords;

/// The light theme of `style/tokens.css`: paper is light.
pub(super) const PAPER: &str = "#fff";
pub(super) const INK: &str = "#14181c";
pub(super) const INK_2: &str = "#47515b";
const INK_3: &str = "#5c6770";
pub(super) const EDGE: &str = "#7d8892";
pub(super) const HEAT: &str = "#b4430f";
pub(super) const WATER: &str = "#0c6b62";
pub(super) const CARBON: &str = "#3b434b";

/// The grain of offcuts and recycled metal, known by its dashes, runs round the loop
/// by a whole number of them; for whoever wants no motion it stands still.
const MOTION: &str = "<style>@media (prefers-reduced-motion:no-preference)\
    {[stroke-dasharray=\"3 5\"],[stroke-dasharray=\"16 6\"]{animation:loop 4s linear infinite}}\
    @keyframes loop{to{stroke-dashoffset:-88}}</style>";

/// From the edge to the text, in tenths of a pixel as everywhere in the drawing.
const MARGIN: i32 = 160;
const SMALL: i32 = 120;

/// The picture on screen with its title above and the data beneath. What is not
/// connected with what is held on to steps back; what it is compared with is an
/// outline.
pub fn svg(
    scene: &Scene,
    orientation: Orientation,
    pinned: Option<Pin>,
    sheet: &Sheet,
    words: &TakeWords,
) -> String {
    let mut picture = String::new();
    // Begins a part of a picture, which may step back.
    let part = |svg: &mut String, other| {
        let steps_back = pinned.is_some_and(|pin| !connected(pin, other));
        svg.push_str(match steps_back {
            true => "<g opacity=\".3\">",
            false => "<g>",
        });
    };
    let layout = layout(scene, orientation);
    if let Some(drawn) = &layout.power {
        part(&mut picture, Pin::Stage(StageId::Electrolytic));
        power(&mut picture, drawn, scene);
        picture.push_str("</g>");
    }
    for drawn in &layout.bands {
        let (_, high) = drawn.ends;
        if high > drawn.width {
            part(&mut picture, Pin::Flow(drawn.flow));
            pale(&mut picture, drawn, high, "0.4");
            picture.push_str("</g>");
        }
    }
    for drawn in &layout.bands {
        part(&mut picture, Pin::Flow(drawn.flow));
        band(&mut picture, drawn);
        picture.push_str("</g>");
    }
    for Outline { edges, .. } in outlines(scene, orientation) {
        line(&mut picture, &edges, PAPER, 30, "", "");
        line(&mut picture, &edges, INK, 15, "5 3", "");
    }
    for drawn in &layout.nodes {
        let open = (scene.nodes.iter()).any(|node| node.id == drawn.id && node.open);
        part(&mut picture, Pin::Stage(drawn.id));
        node(&mut picture, drawn, open);
        picture.push_str("</g>");
    }
    framed(
        &scene.title,
        (layout.width, layout.height),
        &picture,
        sheet,
        words,
    )
}

/// A picture with its title above and the data beneath.
pub fn framed(
    title: &str,
    (width, height): (i32, i32),
    picture: &str,
    sheet: &Sheet,
    words: &TakeWords,
) -> String {
    let mut inside = String::new();
    let mut y = 320;
    let most = width - 2 * MARGIN;
    let about = [&sheet.scenario, " · ", &sheet.publisher, " · ", &sheet.date].concat();
    paragraph(&mut inside, title, &mut y, (200, 270), INK, most);
    paragraph(&mut inside, &about, &mut y, (130, 190), INK_2, most);
    if !sheet.compared.is_empty() {
        let other = [words.compared, words.colon, &sheet.compared].concat();
        paragraph(&mut inside, &other, &mut y, (130, 190), INK_2, most);
    }
    inside.push_str("<g");
    attribute(
        &mut inside,
        "transform",
        &["translate(0 ", &px(y), ")"].concat(),
    );
    inside.push('>');
    inside.push_str(picture);
    inside.push_str("</g>");
    y += height + 160;

    let mut inputs = String::new();
    for row in sheet.inputs.iter().filter(|row| !row.value.is_empty()) {
        let mut input = [&row.name, " ", &row.value, " ", &row.unit].concat();
        if !row.other.is_empty() && row.other != row.value {
            for part in [" / ", &row.other, " ", &row.unit] {
                input.push_str(part);
            }
        }
        list(&mut inputs, input.trim_end(), words.between);
    }
    let mut sources = String::new();
    for source in sheet.sources() {
        list(&mut sources, source, words.between);
    }
    for (label, value) in [
        ("", &sheet.caption),
        (words.input, &inputs),
        (words.source, &sources),
        (words.address, &sheet.address),
    ] {
        if value.is_empty() {
            continue;
        }
        let mut whole = label.to_owned();
        if !label.is_empty() {
            whole.push_str(words.colon);
        }
        whole.push_str(value);
        paragraph(&mut inside, &whole, &mut y, (SMALL, 180), INK_3, most);
        y += 60;
    }
    // Whole pixels: a picture of it has no others.
    let height = (y + 69) / 10 * 10;

    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let (wide, high) = (px(width), px(height));
    attribute(&mut svg, "viewBox", &["0 0 ", &wide, " ", &high].concat());
    length(&mut svg, "width", width);
    length(&mut svg, "height", height);
    attribute(&mut svg, "font-family", "sans-serif");
    svg.push_str("><title>");
    escape(&mut svg, &sheet.title);
    svg.push_str("</title>");
    svg.push_str(MOTION);
    svg.push_str("<rect");
    length(&mut svg, "width", width);
    length(&mut svg, "height", height);
    attribute(&mut svg, "fill", PAPER);
    svg.push_str("/>");
    svg.push_str(&inside);
    svg.push_str("</svg>");
    svg
}

/// A text in lines as long as fit, the first at `y`, which moves on.
fn paragraph(
    svg: &mut String,
    whole: &str,
    y: &mut i32,
    (size, leading): (i32, i32),
    fill: &str,
    most: i32,
) {
    for line in wrap(whole, size, most) {
        for line in cut(&line, size, most) {
            text(
                svg,
                line,
                (MARGIN, *y),
                size,
                fill,
                size == 200,
                Anchor::Start,
            );
            *y += leading;
        }
    }
}

fn list(all: &mut String, item: &str, between: &str) {
    if !all.is_empty() {
        all.push_str(between);
    }
    all.push_str(item);
}

/// A line in pieces that fit: an address has no place to break.
fn cut(line: &str, size: i32, most: i32) -> Vec<&str> {
    let (mut pieces, mut start, mut filled) = (Vec::new(), 0, 0);
    for (at, letter) in line.char_indices() {
        let wide = if letter.is_ascii() {
            11 * size / 20
        } else {
            size
        };
        if filled + wide > most && at > start {
            pieces.push(&line[start..at]);
            (start, filled) = (at, 0);
        }
        filled += wide;
    }
    pieces.push(&line[start..]);
    pieces
}

fn colour(flow: Flow) -> &'static str {
    match flow {
        Flow::Alumina => "#7f8c98",
        Flow::Anode => CARBON,
        Flow::Primary => HEAT,
        Flow::Product => "#6a7884",
        _ => WATER,
    }
}

/// A flow, recognised without colour too.
fn band(svg: &mut String, band: &Band) {
    let stroke = colour(band.flow);
    let dashes = match band.flow {
        _ if band.widened => "3 3",
        Flow::Scrap => "11 3",
        _ => "",
    };
    let (low, high) = band.ends;
    if high > 0 {
        pale(svg, band, band.width, "0.7");
        line(svg, &band.path, stroke, low, dashes, "");
    } else {
        line(svg, &band.path, stroke, band.width, dashes, "");
    }
    let (grain, dashes, cap) = match band.flow {
        _ if band.widened => (0, "", ""),
        Flow::Alumina => (30, "0 9", "round"),
        Flow::Product => (20, "", ""),
        Flow::Offcuts => (20, "3 5", ""),
        Flow::Recycled => (20, "16 6", ""),
        _ => (0, "", ""),
    };
    if grain > 0 {
        line(svg, &band.path, PAPER, grain, dashes, cap);
    }
    svg.push_str("<path");
    attribute(svg, "d", &band.head);
    attribute(svg, "fill", stroke);
    svg.push_str("/>");
    texts(svg, &band.label);
}

/// A flow as wide as it may be, paler.
fn pale(svg: &mut String, band: &Band, width: i32, opacity: &str) {
    svg.push_str("<path");
    attribute(svg, "d", &band.path);
    attribute(svg, "fill", "none");
    attribute(svg, "stroke", colour(band.flow));
    length(svg, "stroke-width", width);
    attribute(svg, "stroke-opacity", opacity);
    svg.push_str("/>");
}

fn power(svg: &mut String, power: &Power, scene: &Scene) {
    let [(x, y), _] = power.points;
    let path = power.path();
    if power.width > 0 {
        let (stroke, grain) = match scene.quantity {
            Quantity::Co2 => (CARBON, PAPER),
            _ => (WATER, WATER),
        };
        line(svg, &path, stroke, power.width, "", "");
        line(svg, &path, grain, 20, "1 6", "");
    } else {
        line(svg, &path, WATER, 25, "1 6", "round");
        svg.push_str("<circle");
        length(svg, "cx", x);
        length(svg, "cy", y);
        attribute(svg, "r", "4");
        attribute(svg, "fill", PAPER);
        attribute(svg, "stroke", WATER);
        attribute(svg, "stroke-width", "2");
        svg.push_str("/>");
    }
    texts(svg, &power.label);
}

pub(super) fn line(
    svg: &mut String,
    path: &str,
    stroke: &str,
    width: i32,
    dashes: &str,
    cap: &str,
) {
    svg.push_str("<path");
    attribute(svg, "d", path);
    attribute(svg, "fill", "none");
    attribute(svg, "stroke", stroke);
    length(svg, "stroke-width", width);
    if !dashes.is_empty() {
        attribute(svg, "stroke-dasharray", dashes);
    }
    if !cap.is_empty() {
        attribute(svg, "stroke-linecap", cap);
    }
    svg.push_str("/>");
}

fn node(svg: &mut String, node: &NodeBox, open: bool) {
    let (stroke, width) = match node.id {
        StageId::Electrolytic => (HEAT, "2.5"),
        _ if open => (EDGE, "1.5"),
        _ => (INK, "1.5"),
    };
    svg.push_str("<rect");
    for (name, size) in [
        ("x", node.rect.x),
        ("y", node.rect.y),
        ("width", node.rect.width),
        ("height", node.rect.height),
    ] {
        length(svg, name, size);
    }
    attribute(svg, "fill", PAPER);
    attribute(svg, "rx", "3");
    attribute(svg, "stroke", stroke);
    attribute(svg, "stroke-width", width);
    if open {
        attribute(svg, "stroke-dasharray", "5 4");
    }
    svg.push_str("/>");
    texts(svg, &node.lines);
}

pub(super) fn texts(svg: &mut String, lines: &[Line]) {
    for line in lines {
        let (fill, bold) = match line.role {
            Role::Name => (INK, true),
            Role::Amount => (INK_2, true),
            Role::Detail | Role::Label => (INK_2, false),
            Role::Remark => (INK_3, false),
        };
        let at = (line.x, line.y);
        text(svg, &line.text, at, line.size, fill, bold, line.anchor);
    }
}

fn text(
    svg: &mut String,
    line: &str,
    (x, y): (i32, i32),
    size: i32,
    fill: &str,
    bold: bool,
    anchor: Anchor,
) {
    svg.push_str("<text");
    length(svg, "x", x);
    length(svg, "y", y);
    length(svg, "font-size", size);
    attribute(svg, "fill", fill);
    if bold {
        attribute(svg, "font-weight", "700");
    }
    match anchor {
        Anchor::Start => {}
        Anchor::Middle => attribute(svg, "text-anchor", "middle"),
        Anchor::End => attribute(svg, "text-anchor", "end"),
    }
    svg.push('>');
    escape(svg, line);
    svg.push_str("</text>");
}

/// Adds a length to a tag.
pub(super) fn length(svg: &mut String, name: &str, tenths: i32) {
    attribute(svg, name, &px(tenths));
}

/// Adds an attribute to a tag.
pub fn attribute(svg: &mut String, name: &str, value: &str) {
    svg.push(' ');
    svg.push_str(name);
    svg.push_str("=\"");
    escape(svg, value);
    svg.push('"');
}

fn escape(svg: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '"' => svg.push_str("&quot;"),
            letter => svg.push(letter),
        }
    }
}
