//! `chain.json`: stages, materials, flows, factors and presets.

use deserr::Deserr;
use model::StageId;
use model::date::Period;
use model::quantity::{Number, Unit};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `chain.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chain {
    /// The five stages, in order.
    pub stages: Vec<Stage>,
    /// What flows between them.
    pub materials: Vec<Material>,
    /// The flows, the recycling loop and the offcuts among them.
    pub flows: Vec<Flow>,
    /// What it takes to make a tonne.
    pub factors: Vec<Factor>,
    /// Scenarios to begin from; the first is the one the page opens with.
    #[deserr(default)]
    #[schemars(default)]
    pub presets: Vec<Preset>,
}

/// A scenario of the chain: how much of what, and which factors differ.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Preset {
    /// A slug; it stands in addresses.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What it stands for: what the source says, and what is assumed.
    pub summary: Text,
    /// The flow whose size is given.
    pub flow: FlowKind,
    /// How much.
    pub value: Number,
    /// Of which unit: a mass.
    pub unit: Unit,
    /// Factors that differ from their defaults.
    #[deserr(default)]
    #[schemars(default)]
    pub values: Vec<PresetValue>,
    /// As of when, or by when.
    #[deserr(default)]
    pub period: Option<Period>,
    /// An id in `sources.json`; absent for an assumption, and for what needs none.
    #[deserr(default)]
    pub source: Option<String>,
    /// Whether it is an assumption 假设.
    #[deserr(default)]
    #[schemars(default)]
    pub assumption: bool,
    /// Whether a later statement has replaced it.
    #[deserr(default)]
    #[schemars(default)]
    pub superseded: bool,
}

/// A factor with another value than its default.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct PresetValue {
    /// An id in `factors`.
    pub factor: String,
    /// How much, in the factor's unit.
    pub value: Number,
}

/// A stage of the chain.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stage {
    /// Which.
    pub id: StageId,
    /// What it is called.
    pub name: Text,
    /// What it is, in one or two sentences.
    pub summary: Text,
    /// Whether Guangyuan has it.
    pub local: LocalState,
    /// What is known of it locally, in a sentence; say what is not known.
    pub local_note: Text,
    /// The sources of the note: ids in `sources.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub sources: Vec<String>,
    /// The capacity of the place: an id in `indicators.json`.
    #[deserr(default)]
    pub capacity: Option<String>,
    /// The factors that describe it: ids in `factors`.
    #[deserr(default)]
    #[schemars(default)]
    pub factors: Vec<String>,
}

/// Whether Guangyuan has a stage of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase)]
#[schemars(rename_all = "camelCase")]
pub enum LocalState {
    /// There are plants.
    Local,
    /// There are none: the material is bought in.
    BoughtIn,
}

/// A material of the chain.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Material {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// What it is: stands beside the amount where it is made.
    pub summary: Text,
}

/// A flow of a material between two stages, or from and to the outside.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Flow {
    /// Where it comes from; absent: from outside.
    #[deserr(default)]
    pub from: Option<StageId>,
    /// Where it goes; absent: to the outside.
    #[deserr(default)]
    pub to: Option<StageId>,
    /// An id in `materials`.
    pub material: String,
    /// What makes it flow.
    pub kind: FlowKind,
}

/// The role of a flow in the balance.
pub use model::Flow as FlowKind;

/// A process factor: what a tonne takes.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Factor {
    /// A slug.
    pub id: String,
    /// What it is.
    pub name: Text,
    /// Its unit.
    pub unit: Unit,
    /// The low end of what is published.
    pub low: Number,
    /// What the site calculates with.
    pub default: Number,
    /// The high end.
    pub high: Number,
    /// An id in `sources.json`; absent only for an assumption.
    #[deserr(default)]
    pub source: Option<String>,
    /// Whether it is an assumption 假设 rather than a published fact.
    #[deserr(default)]
    #[schemars(default)]
    pub assumption: bool,
    /// What the site calculated with before, newest first.
    #[deserr(default)]
    #[schemars(default)]
    pub former: Vec<FormerValue>,
    /// Anything a reader must know.
    #[deserr(default)]
    pub note: Option<Text>,
}

/// A published value of a factor that a later one has replaced.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct FormerValue {
    /// What it was for: `2022`.
    pub period: Period,
    /// How much, in the factor's unit.
    pub value: Number,
    /// An id in `sources.json`.
    pub source: String,
}
