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

use serde::{Deserialize, Serialize};

use crate::LinkId;

/// A flow of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// Every flow, in the order of the chain.
    pub const ALL: [Flow; 7] = [
        Flow::Alumina,
        Flow::Anode,
        Flow::Primary,
        Flow::Product,
        Flow::Offcuts,
        Flow::Scrap,
        Flow::Recycled,
    ];

    /// The word for it in the bundle and in class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Flow::Alumina => "alumina",
            Flow::Anode => "anode",
            Flow::Primary => "primary",
            Flow::Product => "product",
            Flow::Offcuts => "offcuts",
            Flow::Scrap => "scrap",
            Flow::Recycled => "recycled",
        }
    }

    /// The flow with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flow| flow.as_str() == word)
    }

    /// The link it comes from; `None` is outside.
    pub const fn from(self) -> Option<LinkId> {
        match self {
            Flow::Alumina => Some(LinkId::Alumina),
            Flow::Anode => Some(LinkId::Anode),
            Flow::Primary => Some(LinkId::Electrolytic),
            Flow::Product | Flow::Offcuts => Some(LinkId::Processing),
            Flow::Scrap => None,
            Flow::Recycled => Some(LinkId::Recycled),
        }
    }

    /// The link it goes to; `None` is outside.
    pub const fn to(self) -> Option<LinkId> {
        match self {
            Flow::Alumina | Flow::Anode => Some(LinkId::Electrolytic),
            Flow::Primary | Flow::Recycled => Some(LinkId::Processing),
            Flow::Product => None,
            Flow::Offcuts | Flow::Scrap => Some(LinkId::Recycled),
        }
    }
}

/// The flows that go into a link.
pub fn into(link: LinkId) -> impl Iterator<Item = Flow> {
    Flow::ALL
        .into_iter()
        .filter(move |flow| flow.to() == Some(link))
}

/// The flows that come out of a link.
pub fn out_of(link: LinkId) -> impl Iterator<Item = Flow> {
    Flow::ALL
        .into_iter()
        .filter(move |flow| flow.from() == Some(link))
}

/// The links that a link exchanges something with, in the order of the chain.
pub fn neighbours(link: LinkId) -> impl Iterator<Item = LinkId> {
    LinkId::ALL.into_iter().filter(move |other| {
        Flow::ALL.into_iter().any(|flow| {
            let ends = (flow.from(), flow.to());
            ends == (Some(link), Some(*other)) || ends == (Some(*other), Some(link))
        })
    })
}
