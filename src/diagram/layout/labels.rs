//! Where the labels stand: beside their band, never on one.

use super::bands::Routes;
use super::measure::Measures;
use super::{Anchor, Line, Orientation, Role};
use crate::diagram::scene::{SceneFlow, ScenePower};
use crate::diagram::text::wrap;
use model::Flow;

/// From a band to its label.
const GAP: i32 = 80;

/// Where a label stands: its anchor, and which of its heights `y` is.
struct Spot {
    anchor: Anchor,
    x: i32,
    y: i32,
    hold: Hold,
    /// How wide it may be.
    room: i32,
}

/// Which height of a label is held.
enum Hold {
    Top,
    Middle,
    Bottom,
}

/// The label of a flow.
pub fn of_flow(measures: &Measures, routes: &Routes, flow: &SceneFlow) -> Vec<Line> {
    let route = routes.of(flow.flow);
    let half = measures.reach(flow.flow) / 2;
    let spot = match measures.orientation {
        Orientation::Strip => strip(measures, flow.flow, route, half),
        Orientation::Vertical => vertical(measures, routes, flow.flow, route, half),
        _ => horizontal(measures, flow.flow, route, half),
    };
    lines(measures, &spot, &flow.name, &flow.amount)
}

/// The label of the electricity.
pub fn of_power(measures: &Measures, routes: &Routes, power: &ScenePower) -> Vec<Line> {
    let [(along, start), (_, end)] = routes.power;
    let spot = match measures.orientation {
        Orientation::Vertical => Spot {
            anchor: Anchor::Middle,
            x: (start + end) / 2,
            y: along - GAP - measures.power_width() / 2,
            hold: Hold::Bottom,
            room: start - end,
        },
        _ => Spot {
            anchor: Anchor::Middle,
            x: along,
            y: start + GAP,
            hold: Hold::Top,
            room: measures.along[1].1 - measures.along[1].0,
        },
    };
    lines(measures, &spot, &power.name, &power.amount)
}

/// On a wide screen labels stand above the main line, inside the loop, and
/// below the scrap.
fn horizontal(measures: &Measures, flow: Flow, route: &[(i32, i32)], half: i32) -> Spot {
    let [first, second, third] = measures.along;
    let [upper, lower] = measures.across;
    let (_, across) = route[0];
    let (turn, _) = route[1];
    let end = measures.end_along();
    let above = |anchor: Anchor, x: i32, room: i32| Spot {
        anchor,
        x,
        y: across - half - GAP,
        hold: Hold::Bottom,
        room,
    };
    let in_loop = |anchor: Anchor, x: i32| Spot {
        anchor,
        x,
        y: (upper.1 + lower.0) / 2,
        hold: Hold::Middle,
        room: (route[0].0 - turn).abs() + (third.1 - third.0) / 2 - half - 2 * GAP,
    };
    match flow {
        Flow::Alumina => above(Anchor::Middle, (first.1 + second.0) / 2, second.0 - first.1),
        Flow::Anode => {
            let x = first.1 + GAP;
            above(Anchor::Start, x, turn - half - GAP - x)
        }
        Flow::Primary => above(Anchor::Middle, (second.1 + third.0) / 2, third.0 - second.1),
        Flow::Product => above(Anchor::Start, third.1 + 2 * GAP, end - third.1 - 2 * GAP),
        Flow::Recycled => in_loop(Anchor::Start, turn + half + GAP * 3 / 2),
        Flow::Offcuts => in_loop(Anchor::End, turn - half - GAP * 3 / 2),
        Flow::Scrap => Spot {
            anchor: Anchor::Start,
            x: third.1 + 2 * GAP,
            y: across + half + GAP,
            hold: Hold::Top,
            room: end - third.1 - 2 * GAP,
        },
    }
}

/// In the strip there is no room between two stages: labels stand above the upper
/// and below the lower ones, and one above the other inside the loop.
fn strip(measures: &Measures, flow: Flow, route: &[(i32, i32)], half: i32) -> Spot {
    const NEAR: i32 = 50;
    let [first, second, third] = measures.along;
    let [upper, lower] = measures.across;
    let (turn, _) = route[1];
    let end = measures.end_along();
    let row = |anchor: Anchor, x: i32| Spot {
        anchor,
        x,
        y: upper.0 - NEAR,
        hold: Hold::Bottom,
        room: 900,
    };
    let below = |anchor: Anchor, x: i32| Spot {
        anchor,
        x,
        y: lower.1 + NEAR,
        hold: Hold::Top,
        room: 1150,
    };
    let middle = (upper.1 + lower.0) / 2;
    match flow {
        Flow::Alumina => row(Anchor::Middle, (first.1 + second.0) / 2),
        // A little to the left: the product's needs the room.
        Flow::Primary => row(Anchor::Middle, (second.1 + third.0) / 2 - NEAR),
        Flow::Product => row(Anchor::End, end),
        Flow::Anode => below(Anchor::Start, first.0),
        Flow::Scrap => below(Anchor::End, end),
        Flow::Recycled => Spot {
            anchor: Anchor::Start,
            x: turn + half + NEAR,
            y: middle,
            hold: Hold::Bottom,
            room: third.1 - turn - half - NEAR,
        },
        Flow::Offcuts => Spot {
            anchor: Anchor::End,
            x: turn - half - NEAR,
            y: middle + NEAR / 5,
            hold: Hold::Top,
            room: turn - half - NEAR - third.0,
        },
    }
}

/// On a phone labels stand left of the main line, above and below the loop's
/// turns, and right of the scrap.
fn vertical(
    measures: &Measures,
    routes: &Routes,
    flow: Flow,
    route: &[(i32, i32)],
    half: i32,
) -> Spot {
    let [first, second, third] = measures.along;
    let [upper, lower] = measures.across;
    let (_, across) = route[0];
    let (turn, _) = route[1];
    let left = |from: i32, to: i32| Spot {
        anchor: Anchor::End,
        x: across - half - GAP,
        y: (from + to) / 2,
        hold: Hold::Middle,
        room: across - half - GAP - upper.0,
    };
    let edge = |flow: Flow, side: i32| {
        let (_, across) = routes.of(flow)[0];
        across + side * measures.reach(flow) / 2
    };
    match flow {
        Flow::Alumina => left(first.1, second.0),
        Flow::Primary => left(second.1, third.0),
        Flow::Product => left(third.1, measures.end_along()),
        Flow::Anode => {
            let (_, entry) = route[3];
            let x = entry + half + GAP * 3 / 2;
            Spot {
                anchor: Anchor::Start,
                x,
                y: turn + half + GAP / 2,
                hold: Hold::Top,
                room: lower.1 - x,
            }
        }
        Flow::Recycled => {
            let (_, entry) = route[3];
            Spot {
                anchor: Anchor::Start,
                x: entry,
                y: turn - half - GAP / 2,
                hold: Hold::Bottom,
                room: lower.1 - entry,
            }
        }
        Flow::Offcuts => {
            let x = edge(Flow::Product, 1) + GAP;
            Spot {
                anchor: Anchor::Start,
                x,
                y: turn + half + GAP / 2,
                hold: Hold::Top,
                room: edge(Flow::Scrap, -1) - GAP - x,
            }
        }
        Flow::Scrap => {
            let x = across + half + GAP;
            Spot {
                anchor: Anchor::Start,
                x,
                y: (third.1 + measures.end_along()) / 2,
                hold: Hold::Middle,
                room: lower.1 - x,
            }
        }
    }
}

/// Sets the lines of a label: what it is, and how much under it.
fn lines(measures: &Measures, spot: &Spot, name: &str, amount: &str) -> Vec<Line> {
    let mut texts = Vec::new();
    let mut height = 0;
    for (role, text) in [(Role::Label, name), (Role::Amount, amount)] {
        let (size, leading) = measures.style.type_of(role);
        for text in wrap(text, size, spot.room) {
            height += leading;
            texts.push((role, text, size, height - leading * 3 / 10));
        }
    }
    let top = match spot.hold {
        Hold::Top => spot.y,
        Hold::Middle => spot.y - height / 2,
        Hold::Bottom => spot.y - height,
    };
    texts
        .into_iter()
        .map(|(role, text, size, baseline)| Line {
            text,
            role,
            x: spot.x,
            y: top + baseline,
            size,
            anchor: spot.anchor,
        })
        .collect()
}
