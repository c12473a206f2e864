//! What the reader has chosen on the chain's page: all of it, and nothing of
//! how it is drawn. It stands in the address.

pub use super::balance::Quantity;
use super::{Flow, Inputs};
use crate::content::LinkId;

/// What the reader holds on to in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pin {
    /// A link of the chain.
    Link(LinkId),
    /// What flows between two.
    Flow(Flow),
}

/// What the reader's scenario is compared with.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a page holds one, and copies it freely"
)]
pub enum Against {
    /// One of the presets: its place in the page's list.
    Preset(usize),
    /// What the reader has kept.
    Kept(Inputs),
}

/// What the reader has chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChainView {
    /// The preset that the inputs come from: its place in the page's list.
    pub preset: usize,
    /// The inputs: the preset's, and what the reader has changed of them.
    pub inputs: Inputs,
    /// What the picture is about.
    pub quantity: Quantity,
    /// What is held on to.
    pub pinned: Option<Pin>,
    /// What it is compared with.
    pub against: Option<Against>,
}

/// Something in an address that could not be followed; the reader is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The name in the address.
    pub name: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub why: Wrong,
}

/// What is wrong with something in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There is no such name.
    UnknownName,
    /// There is no such word.
    UnknownWord,
    /// Not a number.
    NotNumber,
    /// A number beyond the bounds.
    OutOfBounds,
    /// Together with the others there is no balance.
    Impossible,
}

impl Pin {
    /// The word for it in addresses: a link's, or a flow's after `flow-`.
    pub fn word(self) -> String {
        match self {
            Self::Link(link) => link.as_str().to_owned(),
            Self::Flow(flow) => {
                let mut word = String::from("flow-");
                word.push_str(flow.as_str());
                word
            }
        }
    }

    /// What has this word.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.strip_prefix("flow-") {
            Some(flow) => Flow::from_word(flow).map(Self::Flow),
            None => LinkId::from_word(word).map(Self::Link),
        }
    }
}
