//! The ways of the flows, and how a band is drawn along one.

use super::measure::Measures;
use super::{Orientation, px};
use model::Flow;

/// The way of every flow along and across the chain.
pub struct Routes {
    flows: [Vec<(i32, i32)>; Flow::ALL.len()],
    /// The way of the electricity.
    pub power: [(i32, i32); 2],
}

impl Routes {
    /// The corners of a flow's way, its ends included.
    pub fn of(&self, flow: Flow) -> &[(i32, i32)] {
        &self.flows[flow as usize]
    }
}

/// Finds the way of every flow.
pub fn routes(measures: &Measures) -> Routes {
    let [first, second, third] = measures.along;
    let [upper, lower] = measures.across;
    let [turn_anode, turn_recycled, turn_offcuts] = measures.style.turn;
    let [alumina, anode] = measures.stack([Flow::Alumina, Flow::Anode]);
    let [primary, recycled] = measures.stack([Flow::Primary, Flow::Recycled]);
    let [product, offcuts] = measures.stack([Flow::Product, Flow::Offcuts]);
    let [offcuts_back, scrap] = measures.stack_recycled();
    let anode_out = (lower.0 + lower.1) / 2;
    let loop_out = measures.loop_across();
    let end = measures.end_along();

    let straight = |from: i32, to: i32, across: i32| vec![(from, across), (to, across)];
    let by = |turn: i32, (from, from_across): (i32, i32), (to, to_across): (i32, i32)| {
        vec![
            (from, from_across),
            (turn, from_across),
            (turn, to_across),
            (to, to_across),
        ]
    };
    // In the order of `Flow::ALL`.
    let flows = [
        straight(first.1, second.0, alumina),
        by(
            second.0 - turn_anode,
            (first.1, anode_out),
            (second.0, anode),
        ),
        straight(second.1, third.0, primary),
        straight(third.1, end, product),
        by(
            third.1 + turn_offcuts,
            (third.1, offcuts),
            (third.1, offcuts_back),
        ),
        straight(end, third.1, scrap),
        by(
            third.0 - turn_recycled,
            (third.0, loop_out),
            (third.0, recycled),
        ),
    ];
    let middle = (second.0 + second.1) / 2;
    let power = match measures.orientation {
        // Low enough for its label to stand above it.
        Orientation::Vertical => {
            let low = second.1 - (measures.power_width() / 2 + 60).max(140);
            [(low, lower.1), (low, upper.1)]
        }
        _ => [(middle, lower.0 - 20), (middle, upper.1)],
    };
    Routes { flows, power }
}

/// A band: a middle line with rounded corners, and a head.
pub struct Path {
    /// The corners as x and y; the last is the foot of the head.
    pub points: Vec<(i32, i32)>,
    /// The middle line.
    pub line: String,
    /// The head.
    pub head: String,
}

impl Path {
    /// Draws a band along a way.
    pub fn new(route: &[(i32, i32)], width: i32, orientation: Orientation, radius: i32) -> Self {
        let mut points: Vec<(i32, i32)> = match orientation {
            Orientation::Vertical => route
                .iter()
                .map(|&(along, across)| (across, along))
                .collect(),
            _ => route.to_vec(),
        };
        let head = head(&mut points, width);
        Self {
            line: line(&points, radius),
            points,
            head,
        }
    }
}

/// The two edges of a band along a way, for an outline without a head.
pub fn edges(route: &[(i32, i32)], width: i32, orientation: Orientation, radius: i32) -> String {
    let points: Vec<(i32, i32)> = match orientation {
        Orientation::Vertical => route
            .iter()
            .map(|&(along, across)| (across, along))
            .collect(),
        _ => route.to_vec(),
    };
    let mut path = String::new();
    for side in [-1, 1] {
        let off = side * width / 2;
        let count = points.len();
        // To the right of the way it takes, at a corner of both of its ways.
        let moved: Vec<(i32, i32)> = (0..count)
            .map(|index| {
                let (mut x, mut y) = points[index];
                let into = index.checked_sub(1).map(|before| (before, index));
                let out = (index + 1 < count).then_some((index, index + 1));
                for (from, to) in [into, out].into_iter().flatten() {
                    let (dx, dy) = direction(points[from], points[to]);
                    // The two ends have one way only.
                    (x, y) = (x - dy * off, y + dx * off);
                }
                (x, y)
            })
            .collect();
        path.push_str(&line(&moved, radius));
    }
    path
}

/// How long the head of a band is.
pub fn head_length(width: i32) -> i32 {
    (width * 6 / 10).clamp(80, 150)
}

/// Takes the head off the end of the way and draws it: the band runs out into
/// a point that touches the stage.
fn head(points: &mut [(i32, i32)], width: i32) -> String {
    let [.., before, end] = points else {
        return String::new();
    };
    let (dx, dy) = direction(*before, *end);
    let (tip, length) = (*end, head_length(width));
    let foot = (tip.0 - dx * length, tip.1 - dy * length);
    *end = foot;
    // A thin band gets a head broader than itself.
    let half = (width / 2).max(45);
    // A hair under the band, so that no seam shows between the two.
    let foot = (foot.0 - dx * 5, foot.1 - dy * 5);
    let mut path = String::from("M");
    point(&mut path, (foot.0 - dy * half, foot.1 + dx * half));
    path.push('L');
    point(&mut path, tip);
    path.push('L');
    point(&mut path, (foot.0 + dy * half, foot.1 - dx * half));
    path.push('Z');
    path
}

/// A line through points, its corners rounded.
fn line(points: &[(i32, i32)], most: i32) -> String {
    let mut path = String::from("M");
    let Some((&last, rest)) = points.split_last() else {
        return String::new();
    };
    for (index, &corner) in rest.iter().enumerate() {
        let Some(before) = index.checked_sub(1).map(|index| points[index]) else {
            point(&mut path, corner);
            continue;
        };
        let after = points[index + 1];
        let radius = most
            .min(distance(before, corner) / 2)
            .min(distance(corner, after) / 2);
        let (into, out) = (direction(before, corner), direction(corner, after));
        path.push('L');
        point(
            &mut path,
            (corner.0 - into.0 * radius, corner.1 - into.1 * radius),
        );
        path.push('A');
        point(&mut path, (radius, radius));
        // Turning to the right is clockwise, as y points down.
        let clockwise = into.0 * out.1 - into.1 * out.0 > 0;
        path.push_str(if clockwise { " 0 0 1 " } else { " 0 0 0 " });
        point(
            &mut path,
            (corner.0 + out.0 * radius, corner.1 + out.1 * radius),
        );
    }
    path.push('L');
    point(&mut path, last);
    path
}

fn point(path: &mut String, (x, y): (i32, i32)) {
    path.push_str(&px(x));
    path.push(' ');
    path.push_str(&px(y));
}

/// One step towards a point on the same row or column.
fn direction(from: (i32, i32), to: (i32, i32)) -> (i32, i32) {
    ((to.0 - from.0).signum(), (to.1 - from.1).signum())
}

/// How far a point on the same row or column is.
fn distance(from: (i32, i32), to: (i32, i32)) -> i32 {
    (to.0 - from.0).abs() + (to.1 - from.1).abs()
}
