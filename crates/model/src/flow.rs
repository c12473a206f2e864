//! Which flow goes from where to where.
//!
//! ```text
//! alumina ──┐
//!           ├─► electrolytic ──primary──► processing ──product──►
//! anode  ───┘                              ▲      │
//!                                   recycled      offcuts
//!                                          │      ▼
//!                                         recycled ◄──scrap──
//! ```

use model_derive::{Served, Words};
use serde::{Deserialize, Serialize};

use crate::StageId;

/// A flow of the chain.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Served, Words,
)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "native", derive(deserr::Deserr, schemars::JsonSchema), deserr(rename_all = lowercase), schemars(rename = "FlowKind"))]
pub enum Flow {
    /// Alumina into the cell.
    Alumina,
    /// Anodes into the cell.
    Anode,
    /// Primary metal into processing.
    Primary,
    /// Finished products to users.
    Product,
    /// Offcuts 边角料 back to remelting.
    Offcuts,
    /// End-of-life scrap 社会废铝 collected.
    Scrap,
    /// Recycled metal into processing: the loop closed.
    Recycled,
}

impl Flow {
    /// The stage it comes from; `None` is outside.
    pub const fn from(self) -> Option<StageId> {
        match self {
            Flow::Alumina => Some(StageId::Alumina),
            Flow::Anode => Some(StageId::Anode),
            Flow::Primary => Some(StageId::Electrolytic),
            Flow::Product | Flow::Offcuts => Some(StageId::Processing),
            Flow::Scrap => None,
            Flow::Recycled => Some(StageId::Recycled),
        }
    }

    /// The stage it goes to; `None` is outside.
    pub const fn to(self) -> Option<StageId> {
        match self {
            Flow::Alumina | Flow::Anode => Some(StageId::Electrolytic),
            Flow::Primary | Flow::Recycled => Some(StageId::Processing),
            Flow::Product => None,
            Flow::Offcuts | Flow::Scrap => Some(StageId::Recycled),
        }
    }
}

/// The flows that go into a stage.
pub fn into(stage: StageId) -> impl Iterator<Item = Flow> {
    Flow::ALL
        .into_iter()
        .filter(move |flow| flow.to() == Some(stage))
}

/// The flows that come out of a stage.
pub fn out_of(stage: StageId) -> impl Iterator<Item = Flow> {
    Flow::ALL
        .into_iter()
        .filter(move |flow| flow.from() == Some(stage))
}

/// The stages that a stage exchanges something with, in the order of the chain.
pub fn neighbours(stage: StageId) -> impl Iterator<Item = StageId> {
    StageId::ALL.into_iter().filter(move |other| {
        Flow::ALL.into_iter().any(|flow| {
            let ends = (flow.from(), flow.to());
            ends == (Some(stage), Some(*other)) || ends == (Some(*other), Some(stage))
        })
    })
}
