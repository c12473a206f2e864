//! Where everything in the drawing goes: pure, whole numbers, no browser.
//!
//! Lengths are tenths of a pixel. Positions are reckoned *along* the chain and
//! *across* it; the orientation says which of the two is x. Bands are as wide
//! as they carry kilograms, and what goes into a link stands stacked at its
//! edge as high as what comes out, so the eye can check the balance.

mod bands;
mod labels;
mod measure;

use bands::Path;
use measure::Measures;

use super::text::wrap;
use crate::chain::Flow;
use crate::content::LinkId;
use crate::library::document::Diagram;

/// Which way the chain runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// From left to right, on wide screens.
    Horizontal,
    /// From top to bottom, on phones.
    Vertical,
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

/// What a line of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of a link.
    Name,
    /// The first small line of a link.
    Detail,
    /// The second small line of a link.
    Remark,
    /// What a band carries.
    Label,
    /// How much of it.
    Amount,
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

/// A link, drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeBox {
    /// Which.
    pub id: LinkId,
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
    /// The corners of its middle line, from where it leaves to the foot of its head.
    pub points: Vec<(i32, i32)>,
    /// Its middle line as an SVG path.
    pub path: String,
    /// Its head as an SVG path.
    pub head: String,
    /// What it carries, and how much.
    pub label: Vec<Line>,
}

/// The line of electricity into the cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Power {
    /// Where it begins and ends.
    pub points: [(i32, i32); 2],
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
    /// The links.
    pub nodes: Vec<NodeBox>,
    /// The flows. One that carries nothing is not drawn.
    pub bands: Vec<Band>,
    /// The electricity.
    pub power: Power,
}

/// Where a link stands on the grid: along, across.
pub const fn place(link: LinkId) -> (usize, usize) {
    match link {
        LinkId::Alumina => (0, 0),
        LinkId::Anode => (0, 1),
        LinkId::Electrolytic => (1, 0),
        LinkId::Processing => (2, 0),
        LinkId::Recycled => (2, 1),
    }
}

/// Lays the drawing out.
pub fn layout(diagram: &Diagram, orientation: Orientation, power_name: &str) -> Layout {
    let measures = Measures::new(diagram, orientation);
    let nodes = diagram
        .nodes
        .iter()
        .map(|node| {
            let (along, across) = place(node.id);
            let rect = measures.cell(along, across);
            let mut lines = Vec::new();
            let mut y = rect.y + measures.style.padding.1;
            for (role, text) in [
                (Role::Name, &node.name),
                (Role::Detail, &node.detail),
                (Role::Remark, &node.remark),
            ] {
                let (size, leading) = measures.style.type_of(role);
                for text in wrap(text, size, measures.style.inner_width()) {
                    y += leading;
                    lines.push(Line {
                        text,
                        role,
                        x: rect.x + measures.style.padding.0,
                        // The baseline stands about a quarter of the leading up.
                        y: y - leading * 3 / 10,
                        size,
                        anchor: Anchor::Start,
                    });
                }
            }
            NodeBox {
                id: node.id,
                rect,
                lines,
            }
        })
        .collect();

    let routes = bands::routes(&measures);
    let bands = diagram
        .flows
        .iter()
        .filter(|flow| flow.kilograms > 0)
        .map(|flow| {
            let width = measures.width(flow.kind);
            let points = routes.of(flow.kind);
            let path = Path::new(points, width, orientation);
            Band {
                flow: flow.kind,
                width,
                label: labels::of_flow(&measures, &routes, flow),
                points: path.points,
                path: path.line,
                head: path.head,
            }
        })
        .collect();

    let (width, height) = measures.size();
    Layout {
        width,
        height,
        nodes,
        bands,
        power: Power {
            points: routes.power.map(|point| measures.turn(point)),
            label: labels::of_power(&measures, &routes, power_name, &diagram.electricity),
        },
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
