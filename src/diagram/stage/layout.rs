//! Where everything in the picture of a stage goes: pure, tenths of a pixel.
//!
//! At the box each side is a stack without gaps, as high as the other: mass in
//! is mass out. Outward the bands part, to make room for what is said of them,
//! and open to the high end of what is known.

use super::{StageItem, StageScene};
use crate::diagram::layout::{Anchor, Line, Rect, Role, px};
use crate::diagram::text::{width, wrap};

/// Which picture: across a page, or beside and under others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageShape {
    /// Across a page.
    Wide,
    /// In a panel, and on a phone.
    Narrow,
}

/// What is chosen by eye.
struct Style {
    /// How wide the whole is.
    width: i32,
    /// How wide what is said at a side may be.
    label: i32,
    /// From there to the box.
    reach: i32,
    /// How high the stack at the box is.
    stack: i32,
    /// Font size and leading of names, amounts and bands.
    name: (i32, i32),
    amount: (i32, i32),
    band: (i32, i32),
    /// Font size and leading of the stage's name.
    title: (i32, i32),
}

const WIDE: Style = Style {
    width: 8000,
    label: 1560,
    reach: 1700,
    stack: 2600,
    name: (135, 185),
    amount: (160, 205),
    band: (125, 175),
    title: (200, 270),
};

const NARROW: Style = Style {
    width: 3400,
    label: 910,
    reach: 330,
    stack: 2000,
    name: (120, 150),
    amount: (126, 156),
    band: (120, 146),
    title: (140, 185),
};

/// Between what is said at a side and its band, and around the drawing.
const GAP: i32 = 80;
/// Between two slots of a side.
const APART: i32 = 130;
/// What would be drawn thinner is drawn so wide, and dashed.
const THINNEST: i32 = 15;

/// The drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageLayout {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The stage's own box.
    pub rect: Rect,
    /// What stands in it.
    pub title: Vec<Line>,
    /// Each mass, in the order of the scene: in, then out.
    pub lines: Vec<StageLine>,
    /// What comes in and is no mass, from below.
    pub energy: Vec<StageLine>,
    /// What is said of all that is emitted.
    pub emission: Vec<Line>,
    /// A bar for each part of it.
    pub emitted: Vec<Bar>,
}

/// A bar, and what it says.
pub type Bar = (Rect, Vec<Line>);

/// A band and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageLine {
    /// Its outline as an SVG path; of energy its middle line.
    pub path: String,
    /// The same to the high end of what is known; empty where that is the value.
    pub high: String,
    /// The edges of the low end, inside.
    pub low: String,
    /// How wide it is drawn.
    pub width: i32,
    /// Whether that is wider than it is, to be seen at all.
    pub widened: bool,
    /// What it is and how much.
    pub label: Vec<Line>,
}

/// Lays the picture of a stage out.
pub fn stage_layout(scene: &StageScene, shape: StageShape) -> StageLayout {
    let style = match shape {
        StageShape::Wide => &WIDE,
        StageShape::Narrow => &NARROW,
    };
    let sides = [&scene.into, &scene.out];
    let slots = sides.map(|items| slots(style, items));
    let tallest = slots.iter().map(|slots| slots.1).max().unwrap_or_default();
    let field = tallest.max(style.stack);
    let top = GAP + (field - style.stack) / 2;
    let left = GAP + style.label + GAP + style.reach;
    let rect = Rect {
        x: left,
        y: top,
        width: style.width - 2 * left,
        height: style.stack,
    };
    let mut lines = Vec::new();
    for (side, items) in sides.into_iter().enumerate() {
        let (outer, height) = &slots[side];
        let shift = GAP + (field - height) / 2;
        let mut inner = top;
        for (item, middle) in items.iter().zip(outer) {
            lines.push(mass(style, item, side == 0, rect, inner, middle + shift));
            inner += thickness(style, item.weight[0]);
        }
    }
    let bottom = GAP + field;
    let (energy, below) = energy(style, scene, rect, bottom + GAP);
    let (emission, emitted, end) = emissions(style, scene, bottom + GAP);
    StageLayout {
        width: style.width,
        height: below.max(end) + GAP,
        rect,
        title: title(style, scene, rect),
        lines,
        energy,
        emission,
        emitted,
    }
}

/// How wide a weight is, to the tenth of a pixel.
fn thickness(style: &Style, weight: i32) -> i32 {
    (weight * style.stack + 5000) / 10_000
}

/// The middle of each slot of a side from its top, and how high the side is.
fn slots(style: &Style, items: &[StageItem]) -> (Vec<i32>, i32) {
    let mut middles = Vec::new();
    let mut y = 0;
    for item in items {
        let said = label_height(style, item);
        let drawn = thickness(style, item.weight[2].max(item.weight[0]));
        let height = said.max(drawn);
        if y > 0 {
            y += APART;
        }
        middles.push(y + height / 2);
        y += height;
    }
    (middles, y)
}

/// What is said of an item, in lines.
fn texts(style: &Style, item: &StageItem) -> Vec<(Role, String, i32, i32)> {
    let mut texts = Vec::new();
    for (role, text, (size, leading)) in [
        (Role::Label, &item.name, style.name),
        (Role::Amount, &item.amount, style.amount),
        (Role::Remark, &item.band, style.band),
    ] {
        // What is too long breaks between its two ends.
        let parts = match text.split_once('–') {
            Some((low, high)) if width(text, size) > style.label => {
                vec![[low, "–"].concat(), high.to_owned()]
            }
            _ => wrap(text, size, style.label),
        };
        for text in parts {
            texts.push((role, text, size, leading));
        }
    }
    texts
}

fn label_height(style: &Style, item: &StageItem) -> i32 {
    texts(style, item).iter().map(|text| text.3).sum()
}

/// What is said of an item, its middle or its top at `y`.
fn label(style: &Style, item: &StageItem, anchor: Anchor, x: i32, top: i32) -> Vec<Line> {
    let mut y = top;
    texts(style, item)
        .into_iter()
        .map(|(role, text, size, leading)| {
            y += leading;
            Line {
                text,
                role,
                x,
                // The baseline stands about a quarter of the leading up.
                y: y - leading * 3 / 10,
                size,
                anchor,
            }
        })
        .collect()
}

/// A mass that comes in or goes out: a band from its slot to the box.
fn mass(
    style: &Style,
    item: &StageItem,
    into: bool,
    rect: Rect,
    inner: i32,
    outer: i32,
) -> StageLine {
    let [true_width, low, high] = item.weight.map(|weight| thickness(style, weight));
    let width = true_width.max(THINNEST);
    let middle = inner + true_width / 2;
    let (far, near) = match into {
        true => (rect.x - style.reach, rect.x),
        false => (rect.x + rect.width + style.reach, rect.x + rect.width),
    };
    let band = |far_width: i32, near_width: i32| {
        let mut path = edge(
            'M',
            (far, outer - far_width / 2),
            (near, middle - near_width / 2),
        );
        path.push_str(&edge(
            'L',
            (near, middle - near_width / 2 + near_width),
            (far, outer - far_width / 2 + far_width),
        ));
        path.push('Z');
        path
    };
    let said = label_height(style, item);
    let (anchor, x) = match into {
        true => (Anchor::End, far - GAP),
        false => (Anchor::Start, far + GAP),
    };
    StageLine {
        path: band(width, width),
        high: match high > true_width {
            true => band(high, width),
            false => String::new(),
        },
        low: match 0 < low && low < true_width && true_width >= THINNEST {
            true => {
                let half = low / 2;
                let mut path = edge('M', (far, outer - half), (near, middle - true_width / 2));
                let end = middle - true_width / 2 + true_width;
                path.push_str(&edge('M', (far, outer + half), (near, end)));
                path
            }
            false => String::new(),
        },
        width,
        widened: true_width < THINNEST,
        label: label(style, item, anchor, x, outer - said / 2),
    }
}

/// A curve between two points that leaves and arrives level.
fn edge(start: char, (x, y): (i32, i32), (to_x, to_y): (i32, i32)) -> String {
    let middle = (x + to_x) / 2;
    let mut path = String::new();
    path.push(start);
    for (between, length) in [
        ("", x),
        (" ", y),
        ("C", middle),
        (" ", y),
        (" ", middle),
        (" ", to_y),
        (" ", to_x),
        (" ", to_y),
    ] {
        path.push_str(between);
        path.push_str(&px(length));
    }
    path
}

/// What comes in from below: each a line to the box, its label at the left.
fn energy(style: &Style, scene: &StageScene, rect: Rect, top: i32) -> (Vec<StageLine>, i32) {
    let mut y = top;
    let count = scene.energy.len() as i32;
    let lines = (scene.energy.iter().zip(1..))
        .map(|(item, place)| {
            let height = label_height(style, item);
            let middle = y + height / 2;
            let x = rect.x + rect.width * place / (count + 1);
            let start = GAP + style.label + GAP;
            let mut path = String::from("M");
            for (between, length) in [
                ("", start),
                (" ", middle),
                ("H", x),
                ("V", rect.y + rect.height + 20),
            ] {
                path.push_str(between);
                path.push_str(&px(length));
            }
            let line = StageLine {
                path,
                high: String::new(),
                low: String::new(),
                width: 25,
                widened: false,
                label: label(style, item, Anchor::End, GAP + style.label, y),
            };
            y += height + APART;
            line
        })
        .collect();
    (lines, y)
}

/// What is emitted: a bar for each part, beside it what it is and how much.
fn emissions(style: &Style, scene: &StageScene, top: i32) -> (Vec<Line>, Vec<Bar>, i32) {
    if scene.emission.is_empty() {
        return (Vec::new(), Vec::new(), top);
    }
    let x = style.width / 2 + 3 * GAP;
    let room = style.width - GAP - x;
    let (size, leading) = style.amount;
    let mut y = top;
    let mut heading = Vec::new();
    for text in wrap(&scene.emission, size, room) {
        y += leading;
        heading.push(line(Role::Amount, text, (x, y - leading * 3 / 10), size));
    }
    let bars = (scene.emitted.iter())
        .map(|item| {
            let (size, leading) = style.name;
            let mut texts = Vec::new();
            let mut said = item.name.clone();
            said.push(' ');
            said.push_str(&item.amount);
            y += APART / 2;
            for text in wrap(&said, size, room) {
                y += leading;
                texts.push(line(Role::Label, text, (x, y - leading * 3 / 10), size));
            }
            let bar = Rect {
                x,
                y,
                width: (room / 10 * item.weight[0] / 1000).max(THINNEST),
                height: 80,
            };
            y += 80;
            (bar, texts)
        })
        .collect();
    (heading, bars, y)
}

fn line(role: Role, text: String, (x, y): (i32, i32), size: i32) -> Line {
    Line {
        text,
        role,
        x,
        y,
        size,
        anchor: Anchor::Start,
    }
}

/// The stage's name in its box, and that as much goes out as comes in.
fn title(style: &Style, scene: &StageScene, rect: Rect) -> Vec<Line> {
    let most = rect.width - GAP;
    let mut texts = Vec::new();
    for (role, text, (size, leading)) in [
        (Role::Name, &scene.name, style.title),
        (Role::Amount, &scene.sums[0], style.name),
        (Role::Amount, &scene.sums[1], style.name),
    ] {
        for text in wrap(text, size, most) {
            texts.push((role, text, size, leading));
        }
    }
    let height: i32 = texts.iter().map(|text| text.3).sum();
    let mut y = rect.y + (rect.height - height) / 2;
    texts
        .into_iter()
        .map(|(role, text, size, leading)| {
            y += leading;
            Line {
                anchor: Anchor::Middle,
                ..line(
                    role,
                    text,
                    (rect.x + rect.width / 2, y - leading * 3 / 10),
                    size,
                )
            }
        })
        .collect()
}
