//! The picture as a file of its own: colours as attributes, no style sheet, no
//! font but the reader's; with what it shows, when, from what and from where.

use super::Sheet;
use crate::chain::Flow;
use crate::content::LinkId;
use crate::content::words::TakeWords;
use crate::diagram::layout::{Anchor, Band, Layout, Line, NodeBox, Power, Role, px};
use crate::diagram::scene::Scene;
use crate::diagram::text::wrap;

/// The light theme of `style/tokens.css`: paper is light.
const PAPER: &str = "#fff";
const INK: &str = "#14181c";
const INK_2: &str = "#47515b";
const INK_3: &str = "#5c6770";
const EDGE: &str = "#7d8892";
const HEAT: &str = "#b4430f";
const WATER: &str = "#0c6b62";

/// From the edge to the text, in tenths of a pixel as everywhere in the drawing.
const MARGIN: i32 = 160;
const SMALL: i32 = 120;

/// The picture with its title above and its data beneath.
pub fn svg(layout: &Layout, scene: &Scene, sheet: &Sheet, words: &TakeWords) -> String {
    let most = layout.width - 2 * MARGIN;
    let mut head = String::new();
    let mut y = 320;
    for line in wrap(&sheet.title, 200, most) {
        text(&mut head, &line, (MARGIN, y), 200, INK, true, Anchor::Start);
        y += 270;
    }
    let about = [
        sheet.scenario.as_str(),
        " · ",
        &sheet.publisher,
        " · ",
        &sheet.date,
    ]
    .concat();
    for line in wrap(&about, 130, most) {
        text(
            &mut head,
            &line,
            (MARGIN, y),
            130,
            INK_2,
            false,
            Anchor::Start,
        );
        y += 190;
    }
    let top = y;

    let mut foot = String::new();
    let mut y = top + layout.height + 160;
    let mut inputs = String::new();
    for row in &sheet.inputs {
        let parts = [&row.name, " ", &row.value, " ", &row.unit];
        list(&mut inputs, parts.concat().trim_end(), words.between);
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
        for line in wrap(&whole, SMALL, most) {
            for line in cut(&line, most) {
                text(
                    &mut foot,
                    line,
                    (MARGIN, y),
                    SMALL,
                    INK_3,
                    false,
                    Anchor::Start,
                );
                y += 180;
            }
        }
        y += 60;
    }
    let height = y + 60;

    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let (wide, high) = (px(layout.width), px(height));
    attribute(&mut svg, "viewBox", &["0 0 ", &wide, " ", &high].concat());
    attribute(&mut svg, "width", &wide);
    attribute(&mut svg, "height", &high);
    attribute(&mut svg, "font-family", "sans-serif");
    svg.push_str("><title>");
    escape(&mut svg, &sheet.title);
    svg.push_str("</title><rect");
    attribute(&mut svg, "width", &wide);
    attribute(&mut svg, "height", &high);
    attribute(&mut svg, "fill", PAPER);
    svg.push_str("/>");
    svg.push_str(&head);
    svg.push_str("<g");
    attribute(
        &mut svg,
        "transform",
        &["translate(0 ", &px(top), ")"].concat(),
    );
    svg.push('>');
    if let Some(drawn) = &layout.power {
        power(&mut svg, drawn);
    }
    for drawn in &layout.bands {
        band(&mut svg, drawn);
    }
    for drawn in &layout.nodes {
        let open = (scene.nodes.iter()).any(|node| node.id == drawn.id && node.open);
        node(&mut svg, drawn, open);
    }
    svg.push_str("</g>");
    svg.push_str(&foot);
    svg.push_str("</svg>");
    svg
}

fn list(all: &mut String, item: &str, between: &str) {
    if !all.is_empty() {
        all.push_str(between);
    }
    all.push_str(item);
}

/// A line in pieces that fit: an address has no place to break.
fn cut(line: &str, most: i32) -> Vec<&str> {
    let (mut pieces, mut start, mut filled) = (Vec::new(), 0, 0);
    for (at, letter) in line.char_indices() {
        let wide = if letter.is_ascii() {
            11 * SMALL / 20
        } else {
            SMALL
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
        Flow::Alumina => EDGE,
        Flow::Anode => "#3b434b",
        Flow::Primary => HEAT,
        Flow::Product => "#6a7884",
        _ => WATER,
    }
}

/// A flow, told apart without colour too.
fn band(svg: &mut String, band: &Band) {
    let stroke = colour(band.flow);
    let width = px(band.width);
    let dashes = if band.flow == Flow::Scrap { "11 3" } else { "" };
    line(svg, &band.path, stroke, &width, dashes, "");
    match band.flow {
        Flow::Alumina => line(svg, &band.path, PAPER, "3", "0 9", "round"),
        Flow::Product => line(svg, &band.path, PAPER, "2", "", ""),
        Flow::Offcuts => line(svg, &band.path, PAPER, "2", "3 5", ""),
        Flow::Recycled => line(svg, &band.path, PAPER, "2", "16 6", ""),
        _ => {}
    }
    svg.push_str("<path");
    attribute(svg, "d", &band.head);
    attribute(svg, "fill", stroke);
    svg.push_str("/>");
    texts(svg, &band.label);
}

fn power(svg: &mut String, power: &Power) {
    let [(x, y), (to_x, to_y)] = power.points;
    let path = ["M", &px(x), " ", &px(y), "L", &px(to_x), " ", &px(to_y)].concat();
    if power.width > 0 {
        line(svg, &path, WATER, &px(power.width), "", "");
    }
    line(svg, &path, WATER, "2.5", "1 6", "round");
    svg.push_str("<circle");
    attribute(svg, "cx", &px(x));
    attribute(svg, "cy", &px(y));
    attribute(svg, "r", "4");
    attribute(svg, "fill", PAPER);
    attribute(svg, "stroke", WATER);
    attribute(svg, "stroke-width", "2");
    svg.push_str("/>");
    texts(svg, &power.label);
}

fn line(svg: &mut String, path: &str, stroke: &str, width: &str, dashes: &str, cap: &str) {
    svg.push_str("<path");
    attribute(svg, "d", path);
    attribute(svg, "fill", "none");
    attribute(svg, "stroke", stroke);
    attribute(svg, "stroke-width", width);
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
        LinkId::Electrolytic => (HEAT, "2.5"),
        _ if open => (EDGE, "1.5"),
        _ => (INK, "1.5"),
    };
    svg.push_str("<rect");
    for (name, length) in [
        ("x", node.rect.x),
        ("y", node.rect.y),
        ("width", node.rect.width),
        ("height", node.rect.height),
    ] {
        attribute(svg, name, &px(length));
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

fn texts(svg: &mut String, lines: &[Line]) {
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
    attribute(svg, "x", &px(x));
    attribute(svg, "y", &px(y));
    attribute(svg, "font-size", &px(size));
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
