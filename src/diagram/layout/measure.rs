//! The grid: how large its cells are, and how wide a tonne is.

use super::{Orientation, Rect, Role, place};
use crate::diagram::scene::{Scene, SceneFlow, SceneNode};
use crate::diagram::text::wrap;
use model::Flow;

/// What is chosen by eye, one set for each orientation.
pub struct Style {
    /// Font size and leading of a stage's name.
    name: (i32, i32),
    /// Font size and leading of its first small line.
    detail: (i32, i32),
    /// Font size and leading of its second small line.
    remark: (i32, i32),
    /// Font size and leading of what a band carries.
    label: (i32, i32),
    /// Font size and leading of how much of it.
    amount: (i32, i32),
    /// How wide a stage is.
    node_width: i32,
    /// How high a stage is at least.
    node_height: i32,
    /// From a stage's frame to its text: beside, above.
    pub padding: (i32, i32),
    /// From the edge of the drawing along the chain.
    margin_along: i32,
    /// From the edges of the drawing across the chain: before, after.
    margin_across: (i32, i32),
    /// From a stage to the next along the chain.
    gap_along: [i32; 2],
    /// From a stage to the next across the chain.
    gap_across: i32,
    /// From the last stage to the edge of the drawing.
    tail: i32,
    /// How far from a stage's edge a band turns: anode, recycled, offcuts.
    pub turn: [i32; 3],
    /// How wide what the product carries is drawn, if there is room.
    per_unit: i32,
    /// From the end of a stage's edge to the first band at it.
    inset: i32,
    /// How round a band turns, where there is room.
    pub radius: i32,
}

const HORIZONTAL: Style = Style {
    name: (185, 260),
    detail: (140, 210),
    remark: (125, 190),
    label: (130, 170),
    amount: (150, 200),
    node_width: 2160,
    node_height: 1000,
    padding: (150, 120),
    margin_along: 160,
    // Labels stand above the main line.
    margin_across: (500, 280),
    gap_along: [1520, 1680],
    gap_across: 1100,
    tail: 1440,
    turn: [560, 600, 520],
    per_unit: 360,
    inset: 140,
    radius: 300,
};

/// The same beside the controls, where there is less room.
const COMPACT: Style = Style {
    name: (170, 235),
    detail: (140, 195),
    remark: (130, 178),
    label: (130, 165),
    amount: (150, 195),
    node_width: 1340,
    node_height: 880,
    padding: (110, 95),
    margin_along: 140,
    margin_across: (460, 430),
    gap_along: [1240, 1290],
    gap_across: 780,
    tail: 1130,
    turn: [300, 470, 400],
    per_unit: 330,
    inset: 120,
    radius: 260,
};

const VERTICAL: Style = Style {
    name: (175, 235),
    detail: (135, 190),
    remark: (125, 175),
    label: (125, 160),
    amount: (140, 180),
    node_width: 1630,
    node_height: 900,
    padding: (100, 100),
    margin_along: 80,
    margin_across: (80, 80),
    gap_along: [960, 1060],
    gap_across: 160,
    tail: 1060,
    turn: [570, 460, 380],
    per_unit: 340,
    inset: 140,
    radius: 300,
};

const SMALL: Style = Style {
    name: (140, 170),
    detail: (0, 0),
    remark: (0, 0),
    label: (0, 0),
    amount: (0, 0),
    node_width: 900,
    node_height: 0,
    padding: (70, 80),
    margin_along: 20,
    margin_across: (20, 20),
    gap_along: [300, 340],
    gap_across: 240,
    tail: 220,
    turn: [150, 170, 110],
    per_unit: 110,
    inset: 40,
    radius: 100,
};

/// What stays on a phone's screen while the reader changes something below.
const STRIP: Style = Style {
    name: (125, 150),
    detail: (0, 0),
    remark: (0, 0),
    label: (124, 143),
    amount: (126, 146),
    node_width: 760,
    node_height: 480,
    padding: (50, 65),
    margin_along: 20,
    margin_across: (510, 510),
    gap_along: [480, 500],
    gap_across: 900,
    tail: 300,
    turn: [200, 200, 160],
    per_unit: 210,
    inset: 40,
    radius: 140,
};

/// From one band to the next in a stack.
pub const STACK_GAP: i32 = 40;
/// What would be drawn thinner is drawn so wide: it must be seen.
const THINNEST: i32 = 15;

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

    /// How wide a stage's text may be.
    pub fn inner_width(&self) -> i32 {
        self.node_width - 2 * self.padding.0
    }

    /// A stage's text in lines.
    pub fn lines_of(&self, node: &SceneNode) -> Vec<(Role, String)> {
        let mut lines = Vec::new();
        let mut set = |role: Role, text: &str| {
            let (size, _) = self.type_of(role);
            // In a small drawing there is a name only.
            if size > 0 {
                let wrapped = wrap(text, size, self.inner_width());
                lines.extend(wrapped.into_iter().map(|text| (role, text)));
            }
        };
        set(Role::Name, &node.name);
        for (role, text) in &node.lines {
            set(*role, text);
        }
        lines
    }

    /// How high a stage must be for its text.
    fn height_of(&self, node: &SceneNode) -> i32 {
        let lines = self.lines_of(node).into_iter();
        let height = lines.map(|(role, _)| self.type_of(role).1).sum::<i32>();
        (height + 2 * self.padding.1).max(self.node_height)
    }
}

/// What each flow weighs.
fn weights(flows: &[SceneFlow]) -> [i32; Flow::ALL.len()] {
    let mut weights = [0; Flow::ALL.len()];
    for flow in flows {
        weights[flow.flow as usize] = flow.weight;
    }
    weights
}

/// The measures of one drawing.
pub struct Measures {
    /// Which way it runs.
    pub orientation: Orientation,
    /// What is chosen by eye.
    pub style: &'static Style,
    /// From where to where the stages go along the chain.
    pub along: [(i32, i32); 3],
    /// From where to where the stages go across the chain.
    pub across: [(i32, i32); 2],
    weights: [i32; Flow::ALL.len()],
    /// Those of what the scene is compared with, which is drawn as an outline.
    outlined: [i32; Flow::ALL.len()],
    power: i32,
    per_unit: i32,
}

impl Measures {
    /// Measures a drawing.
    pub fn new(scene: &Scene, orientation: Orientation) -> Self {
        let style = match orientation {
            Orientation::Horizontal => &HORIZONTAL,
            Orientation::Compact => &COMPACT,
            Orientation::Vertical => &VERTICAL,
            Orientation::Strip => &STRIP,
            Orientation::Small => &SMALL,
        };
        // The text sets the height of a row of stages; the width is chosen.
        let mut lengths = [style.node_width; 3];
        let mut breadths = [style.node_width; 2];
        match orientation {
            Orientation::Vertical => lengths = [0; 3],
            _ => breadths = [0; 2],
        }
        for node in &scene.nodes {
            let (along, across) = place(node.id);
            let room = match orientation {
                Orientation::Vertical => &mut lengths[along],
                _ => &mut breadths[across],
            };
            *room = (*room).max(style.height_of(node));
        }
        let from = |start: i32, length: i32| (start, start + length);
        let first = from(style.margin_along, lengths[0]);
        let second = from(first.1 + style.gap_along[0], lengths[1]);
        let third = from(second.1 + style.gap_along[1], lengths[2]);
        let upper = from(style.margin_across.0, breadths[0]);
        let lower = from(upper.1 + style.gap_across, breadths[1]);

        let weights = weights(&scene.flows);
        let mut measures = Self {
            orientation,
            style,
            along: [first, second, third],
            across: [upper, lower],
            weights,
            outlined: (scene.beside.as_ref())
                .map_or([0; Flow::ALL.len()], |beside| self::weights(&beside.flows)),
            power: scene.power.weight,
            per_unit: style.per_unit,
        };
        measures.per_unit = style.per_unit.min(measures.most_per_unit());
        if let Some(beside) = &scene.beside {
            let other = Self::new(beside, orientation).per_unit;
            measures.per_unit = measures.per_unit.min(other);
        }
        measures
    }

    /// The same stages and scale with the flows of another scene.
    #[must_use]
    pub fn of(mut self, scene: &Scene) -> Self {
        self.weights = weights(&scene.flows);
        self
    }

    /// How wide what the product carries may be drawn so that every stack finds
    /// room at its edge.
    fn most_per_unit(&self) -> i32 {
        let room = match self.orientation {
            // Half of it: the labels stand beside the bands.
            Orientation::Vertical => self.style.node_width / 2 - self.style.inset,
            _ => {
                let breadth = |(start, end): (i32, i32)| end - start;
                breadth(self.across[0]).min(breadth(self.across[1])) - 2 * self.style.inset
            }
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
                .map(|flow| self.weights[flow as usize])
                .sum::<i32>()
        })
        // The labels of these two stand beside them in the same gap.
        .chain([self.power, self.weights[Flow::Recycled as usize]].map(|weight| weight * 3 / 2))
        .max()
        .unwrap_or_default()
        .max(1);
        room * 1000 / heaviest
    }

    /// How wide a flow is drawn: never so thin that it is not seen.
    pub fn width(&self, flow: Flow) -> i32 {
        self.length(self.weights[flow as usize])
    }

    /// How wide a flow is with its outline: what labels keep clear of.
    pub fn reach(&self, flow: Flow) -> i32 {
        (self.width(flow)).max(self.to_scale(self.outlined[flow as usize]))
    }

    /// How wide what comes into the cell from outside is drawn; zero where the
    /// widths show something else.
    pub fn power_width(&self) -> i32 {
        match self.power {
            0 => 0,
            weight => self.length(weight),
        }
    }

    /// Whether a flow is drawn wider than it carries, to be seen at all.
    pub fn is_widened(&self, flow: Flow) -> bool {
        self.to_scale(self.weights[flow as usize]) < THINNEST
    }

    /// How wide so much is drawn.
    pub fn length(&self, weight: i32) -> i32 {
        self.to_scale(weight).max(THINNEST)
    }

    /// How wide so much would be, however thin that is.
    pub fn width_of(&self, weight: i32) -> i32 {
        self.to_scale(weight)
    }

    fn to_scale(&self, weight: i32) -> i32 {
        weight * self.per_unit / 1000
    }

    /// Where the middle lines of two flows stand at an edge of the main line's
    /// stages, across the chain.
    pub fn stack(&self, flows: [Flow; 2]) -> [i32; 2] {
        let [first, second] = flows.map(|flow| self.width(flow));
        let total = first + STACK_GAP + second;
        let (start, end) = self.across[0];
        let start = match self.orientation {
            // Towards the loop, so that the labels have room on the other side.
            Orientation::Vertical => end - self.style.inset - total,
            _ => (start + end - total) / 2,
        };
        [start + first / 2, start + total - second / 2]
    }

    /// The same at the far edge of the recycling stage.
    pub fn stack_recycled(&self) -> [i32; 2] {
        let [first, second] = [Flow::Offcuts, Flow::Scrap].map(|flow| self.width(flow));
        let total = first + STACK_GAP + second;
        let start = self.loop_across() - total / 2;
        [start + first / 2, start + total - second / 2]
    }

    /// Where the loop meets the recycling stage, across the chain.
    pub fn loop_across(&self) -> i32 {
        let (start, end) = self.across[1];
        match self.orientation {
            Orientation::Vertical => start + (end - start) / 3,
            _ => (start + end) / 2,
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
            Orientation::Vertical => (across, along),
            _ => (along, across),
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
