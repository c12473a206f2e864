//! The grid: how large its cells are, and how wide a tonne is.

use super::{Orientation, Rect, Role, place};
use crate::chain::Flow;
use crate::diagram::text::wrap;
use crate::library::document::{Diagram, Node};

/// What is chosen by eye, one set for each orientation.
pub struct Style {
    /// Font size and leading of a link's name.
    name: (i32, i32),
    /// Font size and leading of its first small line.
    detail: (i32, i32),
    /// Font size and leading of its second small line.
    remark: (i32, i32),
    /// Font size and leading of what a band carries.
    label: (i32, i32),
    /// Font size and leading of how much of it.
    amount: (i32, i32),
    /// How wide a link is.
    node_width: i32,
    /// From a link's frame to its text: beside, above.
    pub padding: (i32, i32),
    /// From the edge of the drawing along the chain.
    margin_along: i32,
    /// From the edges of the drawing across the chain: before, after.
    margin_across: (i32, i32),
    /// From a link to the next along the chain.
    gap_along: [i32; 2],
    /// From a link to the next across the chain.
    gap_across: i32,
    /// From the last link to the edge of the drawing.
    tail: i32,
    /// How far from a link's edge a band turns: anode, recycled, offcuts.
    pub turn: [i32; 3],
    /// How wide a tonne is drawn if there is room.
    per_tonne: i32,
}

const HORIZONTAL: Style = Style {
    name: (185, 260),
    detail: (140, 210),
    remark: (125, 190),
    label: (130, 170),
    amount: (150, 200),
    node_width: 2160,
    padding: (150, 120),
    margin_along: 160,
    // Labels stand above the main line.
    margin_across: (500, 280),
    gap_along: [1520, 1680],
    gap_across: 1100,
    tail: 1440,
    turn: [560, 600, 520],
    per_tonne: 360,
};

const VERTICAL: Style = Style {
    name: (170, 230),
    detail: (130, 190),
    remark: (115, 170),
    label: (120, 150),
    amount: (140, 180),
    node_width: 1630,
    padding: (100, 100),
    margin_along: 80,
    margin_across: (80, 80),
    gap_along: [960, 1040],
    gap_across: 160,
    tail: 1000,
    turn: [570, 460, 380],
    per_tonne: 340,
};

/// From one band to the next in a stack.
pub const STACK_GAP: i32 = 40;
/// From the end of a link's edge to the first band at it.
const STACK_INSET: i32 = 140;

impl Style {
    /// Font size and leading of a line.
    pub fn type_of(&self, role: Role) -> (i32, i32) {
        match role {
            Role::Name => self.name,
            Role::Detail => self.detail,
            Role::Remark => self.remark,
            Role::Label => self.label,
            Role::Amount => self.amount,
        }
    }

    /// How wide a link's text may be.
    pub fn inner_width(&self) -> i32 {
        self.node_width - 2 * self.padding.0
    }

    /// How high a link must be for its text.
    fn height_of(&self, node: &Node) -> i32 {
        [
            (Role::Name, &node.name),
            (Role::Detail, &node.detail),
            (Role::Remark, &node.remark),
        ]
        .into_iter()
        .map(|(role, text)| {
            let (size, leading) = self.type_of(role);
            wrap(text, size, self.inner_width()).len() as i32 * leading
        })
        .sum::<i32>()
            + 2 * self.padding.1
    }
}

/// The measures of one drawing.
pub struct Measures {
    /// Which way it runs.
    pub orientation: Orientation,
    /// What is chosen by eye.
    pub style: &'static Style,
    /// From where to where the links go along the chain.
    pub along: [(i32, i32); 3],
    /// From where to where the links go across the chain.
    pub across: [(i32, i32); 2],
    kilograms: [i32; Flow::ALL.len()],
    per_tonne: i32,
}

impl Measures {
    /// Measures a drawing.
    pub fn new(diagram: &Diagram, orientation: Orientation) -> Self {
        let style = match orientation {
            Orientation::Horizontal => &HORIZONTAL,
            Orientation::Vertical => &VERTICAL,
        };
        // The text sets the height of a row of links; the width is chosen.
        let mut lengths = [style.node_width; 3];
        let mut breadths = [style.node_width; 2];
        match orientation {
            Orientation::Horizontal => breadths = [0; 2],
            Orientation::Vertical => lengths = [0; 3],
        }
        for node in &diagram.nodes {
            let (along, across) = place(node.id);
            let room = match orientation {
                Orientation::Horizontal => &mut breadths[across],
                Orientation::Vertical => &mut lengths[along],
            };
            *room = (*room).max(style.height_of(node));
        }
        let from = |start: i32, length: i32| (start, start + length);
        let first = from(style.margin_along, lengths[0]);
        let second = from(first.1 + style.gap_along[0], lengths[1]);
        let third = from(second.1 + style.gap_along[1], lengths[2]);
        let upper = from(style.margin_across.0, breadths[0]);
        let lower = from(upper.1 + style.gap_across, breadths[1]);

        let mut kilograms = [0; Flow::ALL.len()];
        for flow in &diagram.flows {
            // More than a thousand tonnes for one is no picture any more.
            kilograms[flow.kind as usize] = flow.kilograms.min(1_000_000) as i32;
        }
        let mut measures = Self {
            orientation,
            style,
            along: [first, second, third],
            across: [upper, lower],
            kilograms,
            per_tonne: style.per_tonne,
        };
        measures.per_tonne = style.per_tonne.min(measures.most_per_tonne());
        measures
    }

    /// How wide a tonne may be so that every stack finds room at its edge.
    fn most_per_tonne(&self) -> i32 {
        let room = match self.orientation {
            Orientation::Horizontal => {
                let breadth = |(start, end): (i32, i32)| end - start;
                breadth(self.across[0]).min(breadth(self.across[1])) - 2 * STACK_INSET
            }
            // Half of it: the labels stand beside the bands.
            Orientation::Vertical => self.style.node_width / 2 - STACK_INSET,
        } - STACK_GAP;
        let heaviest = [
            [Flow::Alumina, Flow::Anode],
            [Flow::Primary, Flow::Recycled],
            [Flow::Product, Flow::Offcuts],
            [Flow::Offcuts, Flow::Scrap],
        ]
        .into_iter()
        .map(|stack| {
            stack
                .into_iter()
                .map(|flow| self.kilograms[flow as usize])
                .sum::<i32>()
        })
        .max()
        .unwrap_or_default()
        .max(1);
        room * 1000 / heaviest
    }

    /// How wide a flow is drawn: never so thin that it is not seen.
    pub fn width(&self, flow: Flow) -> i32 {
        (self.kilograms[flow as usize] * self.per_tonne / 1000).max(15)
    }

    /// Where the middle lines of two flows stand at an edge of the main line's
    /// links, across the chain.
    pub fn stack(&self, flows: [Flow; 2]) -> [i32; 2] {
        let [first, second] = flows.map(|flow| self.width(flow));
        let total = first + STACK_GAP + second;
        let (start, end) = self.across[0];
        let start = match self.orientation {
            Orientation::Horizontal => (start + end - total) / 2,
            // Towards the loop, so that the labels have room on the other side.
            Orientation::Vertical => end - STACK_INSET - total,
        };
        [start + first / 2, start + total - second / 2]
    }

    /// The same at the far edge of the recycling link.
    pub fn stack_recycled(&self) -> [i32; 2] {
        let [first, second] = [Flow::Offcuts, Flow::Scrap].map(|flow| self.width(flow));
        let total = first + STACK_GAP + second;
        let start = self.loop_across() - total / 2;
        [start + first / 2, start + total - second / 2]
    }

    /// Where the loop meets the recycling link, across the chain.
    pub fn loop_across(&self) -> i32 {
        let (start, end) = self.across[1];
        match self.orientation {
            Orientation::Horizontal => (start + end) / 2,
            Orientation::Vertical => start + (end - start) / 3,
        }
    }

    /// How far the drawing goes along the chain.
    pub fn end_along(&self) -> i32 {
        self.along[2].1 + self.style.tail
    }

    /// Width and height.
    pub fn size(&self) -> (i32, i32) {
        let end = (
            self.end_along() + self.style.margin_along,
            self.across[1].1 + self.style.margin_across.1,
        );
        self.turn(end)
    }

    /// A point along and across the chain, as x and y.
    pub fn turn(&self, (along, across): (i32, i32)) -> (i32, i32) {
        match self.orientation {
            Orientation::Horizontal => (along, across),
            Orientation::Vertical => (across, along),
        }
    }

    /// The frame of a cell of the grid.
    pub fn cell(&self, along: usize, across: usize) -> Rect {
        let (along, across) = (self.along[along], self.across[across]);
        let (x, y) = self.turn((along.0, across.0));
        let (right, bottom) = self.turn((along.1, across.1));
        Rect {
            x,
            y,
            width: right - x,
            height: bottom - y,
        }
    }
}
