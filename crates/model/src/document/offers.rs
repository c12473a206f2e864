//! Offers and needs. What readers only read is written out by publishing.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use super::{Cite, ContactLine, Phrase, When};

/// What stands on the site on the day of publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct OffersPage {
    /// The heading.
    pub title: String,
    /// What is on the page.
    pub summary: String,
    /// While nothing stands.
    pub nothing: String,
    /// The kinds of which there are some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<OfferSection>,
    /// The heading over whom to ask.
    pub contact: String,
    /// How one answers, or that nobody has said how.
    pub through: String,
    /// The ways to reach the alliance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<ContactLine>,
}

/// All that is offered, or all that is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct OfferSection {
    /// The heading.
    pub name: String,
    /// Whether it is what is needed.
    pub need: bool,
    /// The newest first.
    pub offers: Vec<OfferItem>,
}

/// An offer or a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct OfferItem {
    /// The id of its element.
    pub anchor: String,
    /// Whether it is offered or needed, and the stages that it belongs to.
    pub tags: Vec<String>,
    /// What.
    pub title: Phrase,
    /// Its last day in a small frame, in three lines: `4月`, `30`, `截止`.
    pub tile: Vec<String>,
    /// Its last day, for machines.
    pub until: When,
    /// When it is over, in seconds since 1970.
    pub over: u32,
    /// Grade, quantity, place, company, days, number: each with what it is.
    pub facts: Vec<ContactLine>,
    /// What else one must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase>,
    /// From where.
    pub source: Cite,
}
