//! The drawing under the keyboard: one stop for Tab, arrows from stage to flow
//! to stage.
//!
//! Every stage is a stop of its own until the app is live; from then on the
//! drawing is one stop. Arrows go along the flows as the chain lies on screen,
//! and across between what lies side by side; Home and End go to the first and
//! the last stage; Enter and Space hold on, Escape lets go, then leaves.

use super::layout::Orientation;
use chain::view::Pin;
use model::Flow;
use model::StageId;
use model::flow::{into, out_of};

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To a stage or a flow.
    To(Pin),
    /// Nowhere: there is nothing on that side.
    Stay,
    /// Holds on to it, or lets go.
    Hold,
    /// Lets go, or leaves the drawing.
    Leave,
    /// To the list of keys.
    Keys,
    /// The key is none of the drawing's.
    Ignore,
}

/// What lies side by side across the chain, from one side to the other.
const ACROSS: [&[Pin]; 6] = {
    use Pin::{Flow as F, Stage as L};
    [
        &[L(StageId::Alumina), L(StageId::Anode)],
        &[F(Flow::Alumina), F(Flow::Anode)],
        &[L(StageId::Electrolytic)],
        &[F(Flow::Primary), F(Flow::Recycled)],
        &[L(StageId::Processing), L(StageId::Recycled)],
        &[F(Flow::Product), F(Flow::Offcuts), F(Flow::Scrap)],
    ]
};

/// Where a key leads from a stage or a flow, if these flows are drawn.
pub fn step(
    key: &str,
    from: Pin,
    orientation: Orientation,
    is_drawn: impl Fn(Flow) -> bool,
) -> Move {
    let standing = orientation == Orientation::Vertical;
    let (along, across) = match key {
        "ArrowRight" => (1, 0),
        "ArrowLeft" => (-1, 0),
        "ArrowDown" => (0, 1),
        "ArrowUp" => (0, -1),
        "Home" => return Move::To(Pin::Stage(StageId::Alumina)),
        "End" => return Move::To(Pin::Stage(StageId::Recycled)),
        "Enter" | " " => return Move::Hold,
        "Escape" => return Move::Leave,
        "?" => return Move::Keys,
        _ => return Move::Ignore,
    };
    let (along, across) = if standing {
        (across, along)
    } else {
        (along, across)
    };
    let to = match along {
        0 => beside(from, across, is_drawn),
        1 => after(from, is_drawn),
        _ => before(from, is_drawn),
    };
    to.map_or(Move::Stay, Move::To)
}

/// With the flow: out of a stage, or to where a flow goes.
fn after(from: Pin, is_drawn: impl Fn(Flow) -> bool) -> Option<Pin> {
    match from {
        Pin::Stage(stage) => out_of(stage).find(|flow| is_drawn(*flow)).map(Pin::Flow),
        Pin::Flow(flow) => flow.to().map(Pin::Stage),
    }
}

/// Against the flow.
fn before(from: Pin, is_drawn: impl Fn(Flow) -> bool) -> Option<Pin> {
    match from {
        Pin::Stage(stage) => into(stage).find(|flow| is_drawn(*flow)).map(Pin::Flow),
        Pin::Flow(flow) => flow.from().map(Pin::Stage),
    }
}

/// The next that is drawn on one side.
fn beside(from: Pin, across: i32, is_drawn: impl Fn(Flow) -> bool) -> Option<Pin> {
    let row = ACROSS.into_iter().find(|row| row.contains(&from))?;
    let place = row.iter().position(|pin| *pin == from)?;
    let drawn = |pin: &&Pin| match pin {
        Pin::Stage(_) => true,
        Pin::Flow(flow) => is_drawn(*flow),
    };
    let found = if across > 0 {
        row[place + 1..].iter().find(drawn)
    } else {
        row[..place].iter().rev().find(drawn)
    };
    found.copied()
}
