//! What the reader can change on the chain's page, and from where it starts.

use model_derive::Served;
use serde::{Deserialize, Serialize};

use super::{Cite, Span};
use crate::Input;
use crate::StageId;

/// What the reader can change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct Levers {
    /// Every input, in groups.
    pub groups: Vec<LeverGroup>,
    /// The scenarios to begin from; the first is the page's own.
    pub presets: Vec<PresetText>,
    /// What the place can make in a year, where a figure has been published.
    pub capacities: Vec<LocalCapacity>,
    /// What each result is called, in the order of
    /// [`Output::ALL`](chain::Output::ALL).
    pub outputs: Vec<String>,
    /// The mailbox of those who answer for the numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub mailbox: Option<String>,
}

/// Levers that belong together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct LeverGroup {
    /// What they are about.
    pub name: String,
    /// What a reader must know of all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether few readers need them: folded away.
    pub rare: bool,
    /// The levers.
    pub levers: Vec<Lever>,
}

/// An input and how it can be set. Values are in the input's unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct Lever {
    /// Which.
    pub input: Input,
    /// What it is.
    pub name: String,
    /// A short explanation, and what the terms in its name mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<Span>,
    /// Its unit, written out.
    pub unit: String,
    /// What the site calculates with.
    pub default: f64,
    /// The low end of what is published.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The two ends and the default, written out; absent for what is a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<String>,
    /// How it slides; absent where only the field makes sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slider: Option<SliderRange>,
    /// Whether it is an assumption.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumption: bool,
    /// From where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
    /// Values with a name of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<LeverChoice>,
}

/// How a lever slides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct SliderRange {
    /// The left end.
    pub from: f64,
    /// The right end.
    pub to: f64,
    /// One step.
    pub step: f64,
    /// Whether a step is a part of the decade that it is in, the ends being
    /// powers of ten: for what may be grams or megatonnes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decades: bool,
}

/// A value with a name of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct LeverChoice {
    /// Its name.
    pub name: String,
    /// Which.
    pub value: f64,
}

/// A scenario to begin from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct PresetText {
    /// Its id, as it stands in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub summary: String,
    /// As of when, or by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// From where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
    /// Whether it is an assumption.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumption: bool,
    /// Whether a later statement has replaced it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub superseded: bool,
    /// The inputs that differ from their defaults.
    pub values: Vec<InputValue>,
}

/// A value of an input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct InputValue {
    /// Which input.
    pub input: Input,
    /// How much, in its unit.
    pub value: f64,
}

/// What the place can make of a stage's product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct LocalCapacity {
    /// Which stage.
    pub stage: StageId,
    /// Tonnes a year.
    pub tonnes: f64,
}
