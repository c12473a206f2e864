//! Where everything in the drawing goes: pure, whole numbers, no browser.
//!
//! Lengths are tenths of a pixel. Positions count *along* the chain and
//! *across* it; the orientation says which of the two is x. Bands are as wide
//! as they carry kilograms, and what goes into a stage stands stacked at its
//! edge as high as what comes out, so the eye can check the balance.

mod bands;
mod labels;
mod measure;

use bands::Path;
use measure::Measures;

pub use crate::diagram::role::Role;
use crate::diagram::scene::{Scene, SceneFlow, SceneNode};
use model::Flow;
use model::StageId;

/// Which way the chain runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// From left to right, on wide screens.
    Horizontal,
    /// The same beside the controls: closer together.
    Compact,
    /// From top to bottom, on phones.
    Vertical,
    /// From left to right on a phone, low enough to stay on the screen.
    Strip,
    /// From left to right and small, with names only: a place on the chain.
    Small,
}

impl Orientation {
    /// Of a picture across a page: on a wide screen, on a phone.
    pub const ACROSS: [Self; 2] = [Self::Horizontal, Self::Vertical];
    /// Of one that stays on the screen with its controls.
    pub const BESIDE_CONTROLS: [Self; 2] = [Self::Compact, Self::Strip];
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Where it starts, ends or has its middle.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// The font size.
    pub size: i32,
    /// Which of its points `x` is.
    pub anchor: Anchor,
}

/// Which point of a line its `x` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Where it starts.
    Start,
    /// Its middle.
    Middle,
    /// Where it ends.
    End,
}

/// A stage, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeBox {
    /// Which.
    pub id: StageId,
    /// Its frame.
    pub rect: Rect,
    /// Its text.
    pub lines: Vec<Line>,
}

/// A flow, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Which.
    pub flow: Flow,
    /// How wide it is.
    pub width: i32,
    /// Whether that is wider than it carries, to be seen at all.
    pub widened: bool,
    /// How wide it would be at the low and at the high end of what is known; zeros
    /// where none are drawn.
    pub ends: (i32, i32),
    /// The corners of its middle line, from where it leaves to the foot of its head.
    pub points: Vec<(i32, i32)>,
    /// Its middle line as an SVG path.
    pub path: String,
    /// Its head as an SVG path.
    pub head: String,
    /// What it carries, and how much.
    pub label: Vec<Line>,
}

/// A flow of what the scene is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Which.
    pub flow: Flow,
    /// How wide it is.
    pub width: i32,
    /// Its two edges as an SVG path.
    pub edges: String,
}

/// What comes into the cell from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// Where it begins and ends.
    pub points: [(i32, i32); 2],
    /// How wide it is; zero for a thin dotted line.
    pub width: i32,
    /// Its label.
    pub label: Vec<Line>,
}

/// The whole drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The stages.
    pub nodes: Vec<NodeBox>,
    /// The flows. One that carries nothing is not drawn.
    pub bands: Vec<Band>,
    /// What comes into the cell from outside, if anything does; not in a small drawing.
    pub power: Option<Power>,
}

/// Where a stage stands on the grid: along, across.
pub const fn place(stage: StageId) -> (usize, usize) {
    match stage {
        StageId::Alumina => (0, 0),
        StageId::Anode => (0, 1),
        StageId::Electrolytic => (1, 0),
        StageId::Processing => (2, 0),
        StageId::Recycled => (2, 1),
    }
}

/// Lays the drawing out.
pub fn layout(scene: &Scene, orientation: Orientation) -> Layout {
    let small = orientation == Orientation::Small;
    let measures = Measures::new(scene, orientation);
    let routes = bands::routes(&measures);
    let bands = scene
        .flows
        .iter()
        .filter(|flow| flow.weight > 0)
        .map(|flow| {
            let width = measures.width(flow.flow);
            let path = Path::new(
                routes.of(flow.flow),
                width,
                orientation,
                measures.style.radius,
            );
            Band {
                flow: flow.flow,
                width,
                widened: measures.is_widened(flow.flow),
                ends: ends(&measures, flow),
                label: match small {
                    true => Vec::new(),
                    false => labels::of_flow(&measures, &routes, flow),
                },
                points: path.points,
                path: path.line,
                head: path.head,
            }
        })
        .collect();
    let power = (!small && !scene.power.amount.is_empty()).then(|| Power {
        points: routes.power.map(|point| measures.turn(point)),
        width: measures.power_width(),
        label: labels::of_power(&measures, &routes, &scene.power),
    });
    let (width, height) = measures.size();
    Layout {
        width,
        height,
        nodes: scene
            .nodes
            .iter()
            .map(|node| node_box(&measures, node))
            .collect(),
        bands,
        power,
    }
}

/// How wide a flow is at its low and at its high end; zeros where that is not to be
/// seen.
fn ends(measures: &Measures, flow: &SceneFlow) -> (i32, i32) {
    let [low, high] = [flow.band.0, flow.band.1].map(|weight| measures.width_of(weight));
    let is_seen = high - low >= SEEN && !measures.is_widened(flow.flow);
    if is_seen { (low, high) } else { (0, 0) }
}

/// What is narrower no reader sees.
const SEEN: i32 = 15;

/// The edges of the flows that the scene is compared with, on its stages and in
/// its scale; none where it is compared with nothing.
pub fn outlines(scene: &Scene, orientation: Orientation) -> Vec<Outline> {
    let Some(beside) = &scene.beside else {
        return Vec::new();
    };
    let measures = Measures::new(scene, orientation).of(beside);
    let routes = bands::routes(&measures);
    let radius = measures.style.radius;
    (beside.flows.iter())
        .filter(|flow| flow.weight > 0)
        .map(|flow| {
            let width = measures.width(flow.flow);
            Outline {
                flow: flow.flow,
                width,
                edges: bands::edges(routes.of(flow.flow), width, orientation, radius),
            }
        })
        .collect()
}

fn node_box(measures: &Measures, node: &SceneNode) -> NodeBox {
    let style = measures.style;
    let (along, across) = place(node.id);
    let rect = measures.cell(along, across);
    let mut y = rect.y + style.padding.1;
    let lines = style
        .lines_of(node)
        .into_iter()
        .map(|(role, text)| {
            let (size, leading) = style.type_of(role);
            y += leading;
            Line {
                text,
                role,
                x: rect.x + style.padding.0,
                // The baseline stands about a quarter of the leading up.
                y: y - leading * 3 / 10,
                size,
                anchor: Anchor::Start,
            }
        })
        .collect();
    NodeBox {
        id: node.id,
        rect,
        lines,
    }
}

impl Power {
    /// Its line as an SVG path.
    pub fn path(&self) -> String {
        let [(x, y), (to_x, to_y)] = self.points;
        let mut path = String::new();
        for (before, length) in [("M", x), (" ", y), ("L", to_x), (" ", to_y)] {
            path.push_str(before);
            path.push_str(&px(length));
        }
        path
    }
}

impl Line {
    /// The room it takes, by the estimate of [`text::width`](super::text::width).
    pub fn rect(&self) -> Rect {
        let width = super::text::width(&self.text, self.size);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2,
            Anchor::End => self.x - width,
        };
        Rect {
            x,
            y: self.y - self.size * 9 / 10,
            width,
            height: self.size * 23 / 20,
        }
    }
}

/// A length in pixels, as SVG writes it: `24`, `24.3`.
pub fn px(tenths: i32) -> String {
    let size = tenths.unsigned_abs();
    let mut text = String::from(if tenths < 0 { "-" } else { "" });
    text.push_str(&(size / 10).to_string());
    if !size.is_multiple_of(10) {
        text.push('.');
        text.push_str(&(size % 10).to_string());
    }
    text
}
