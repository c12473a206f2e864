//! `projects.json`: what is planned and built.

use deserr::Deserr;
use model::StageId;
use model::date::Date;
use model::quantity::{Number, Unit};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `projects.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Projects {
    /// The projects.
    pub projects: Vec<Project>,
}

/// A project.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Project {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Where it is on the chain.
    pub stages: Vec<StageId>,
    /// Whose it is: ids in `companies.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub companies: Vec<String>,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// How much is invested.
    #[deserr(default)]
    pub investment: Option<Amount>,
    /// How far it is.
    pub status: ProjectStatus,
    /// As of when.
    pub as_of: Date,
    /// An id in `sources.json`.
    pub source: String,
    /// Pictures of it: ids in `media.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub pictures: Vec<String>,
}

/// A value with its unit.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Amount {
    /// How much.
    pub value: Number,
    /// Of which unit.
    pub unit: Unit,
}

/// How far a project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase)]
#[schemars(rename_all = "camelCase")]
pub enum ProjectStatus {
    /// Agreed.
    Signed,
    /// Planned.
    Planned,
    /// Being built.
    UnderConstruction,
    /// Partly in operation.
    PartlyOperating,
    /// In operation.
    Operating,
    /// The source does not say.
    Unstated,
}
