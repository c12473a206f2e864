//! `companies.json`: companies, what they can make, and whether they are members.

use deserr::Deserr;
use model::date::Date;
use model::quantity::{Number, Unit};
use model::{MembershipStatus, StageId};
use schemars::JsonSchema;

use crate::decode::Decoding;
use crate::localized::Text;

/// `companies.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Companies {
    /// What companies make, for the filter.
    pub products: Vec<Named>,
    /// Where they are, for the filter.
    pub districts: Vec<Named>,
    /// The companies.
    pub companies: Vec<Company>,
}

/// An id and what it is called.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Named {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub name: Text,
}

/// A company on the chain.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Company {
    /// A slug.
    pub id: String,
    /// The registered name, as the source writes it.
    pub name: Text,
    /// Short names, for finding it: results of the search show them.
    #[deserr(default)]
    #[schemars(default)]
    pub aliases: Vec<String>,
    /// Where it is on the chain.
    pub stages: Vec<StageId>,
    /// Ids in `products`.
    #[deserr(default)]
    #[schemars(default)]
    pub products: Vec<String>,
    /// An id in `districts`; absent while unknown.
    #[deserr(default)]
    pub district: Option<String>,
    /// What it does, in a sentence or two.
    pub summary: Text,
    /// Its capacities.
    #[deserr(default)]
    #[schemars(default)]
    pub capacities: Vec<Capacity>,
    /// How to reach it, as published by itself; each with its source.
    #[deserr(default)]
    #[schemars(default)]
    pub contacts: Vec<CompanyContact>,
    /// Whether it is a member.
    pub membership: Membership,
    /// Where the rest is from: ids in `sources.json`.
    pub sources: Vec<String>,
    /// When an editor last compared the entry with its sources.
    pub last_verified: Date,
    /// Its mark: an id in `media.json`.
    #[deserr(default)]
    pub logo: Option<String>,
    /// The character that stands for it where it has no mark.
    #[deserr(default)]
    pub tile: Option<String>,
    /// Pictures of it: ids in `media.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub photos: Vec<String>,
    /// Papers of it: ids in `documents.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub papers: Vec<String>,
    /// What a reader must know: what is inferred or not known.
    #[deserr(default)]
    pub note: Option<Text>,
}

/// How to reach a company, as it has published it in one place.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompanyContact {
    /// Its own site.
    #[deserr(default)]
    pub website: Option<String>,
    /// A postal address.
    #[deserr(default)]
    pub address: Option<Text>,
    /// A telephone number.
    #[deserr(default)]
    pub phone: Option<String>,
    /// As of when.
    pub as_of: Date,
    /// An id in `sources.json`.
    pub source: String,
}

/// A capacity with date and source.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Capacity {
    /// How much.
    pub value: Number,
    /// Of which unit.
    pub unit: Unit,
    /// Of what.
    pub material: Text,
    /// Whether it stands.
    pub status: CapacityStatus,
    /// As of when.
    pub as_of: Date,
    /// When an editor last looked for a newer figure and found none.
    #[deserr(default)]
    pub newest_known: Option<Date>,
    /// An id in `sources.json`.
    pub source: String,
    /// What a reader must know.
    #[deserr(default)]
    pub note: Option<Text>,
}

/// Whether a capacity stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase)]
#[schemars(rename_all = "camelCase")]
pub enum CapacityStatus {
    /// In operation.
    Operating,
    /// Being built.
    UnderConstruction,
    /// Announced.
    Planned,
    /// The source does not say.
    Unstated,
}

/// Whether a company is a member of the alliance.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Membership {
    /// Confirmed or not.
    pub status: MembershipStatus,
    /// The role in the alliance, once confirmed.
    #[deserr(default)]
    pub role: Option<Text>,
    /// An id in `sources.json`; needed once confirmed.
    #[deserr(default)]
    pub source: Option<String>,
}
