//! The bundle as editors write it: one type per file under `public/content/`.
//!
//! Field names are camelCase in JSON. An unknown field is a fault, so that a
//! slip of the pen is never lost in silence. Ids are slugs
//! ([`is_slug`](model::routes::is_slug)) and unique within their file.

use std::collections::BTreeMap;

use deserr::Deserr;
use rust_decimal::Decimal;
use schemars::JsonSchema;

use super::decode::Decoding;
pub use super::localized::{Localized, Markdown, Text};
use super::papers::PaperFile;
use super::pictures::PictureFile;
pub use super::root_name::RootFile;
use model::date::{Clock, Date, Day, Moment, Period, Span};
use model::quantity::{Number, Unit};
use model::routes;
use model::traditional::Traditional;
use model::{
    Category, EventKind, Lang, MembershipStatus, OfferKind, PaperKind, PointKind, StageId,
};

/// The schema that this program reads: [`Alliance::schema_version`].
pub const SCHEMA: u32 = 3;

/// Everything the site says, checked.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// `alliance.json`
    pub alliance: Alliance,
    /// `chain.json`
    pub chain: Chain,
    /// `companies.json`
    pub companies: Companies,
    /// `projects.json`
    pub projects: Projects,
    /// `indicators.json`
    pub indicators: Indicators,
    /// `sources.json`
    pub sources: Sources,
    /// `glossary.json`
    pub glossary: Glossary,
    /// `terms.json`; empty where there is none.
    pub terms: Terms,
    /// `media.json`; empty where there is none.
    pub media: Media,
    /// `events.json`, in any order; empty where there is none.
    pub events: Events,
    /// The day that it was read for: what is past and what is to come. None where nobody
    /// has named one: then nothing is to come.
    pub today: Option<Day>,
    /// The files of its pictures, by the pictures' ids.
    pub picture_files: BTreeMap<String, PictureFile>,
    /// `documents.json`; empty where there is none.
    pub documents: Documents,
    /// The files of its papers, by the papers' ids.
    pub paper_files: BTreeMap<String, PaperFile>,
    /// `offers.json`, in any order; empty where there is none.
    pub offers: Offers,
    /// `news/*.json`, newest first.
    pub news: Vec<Article>,
    /// `root/`: served from the top of the site as they are.
    pub root: Vec<RootFile>,
}

/// `alliance.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Alliance {
    /// The schema version of the bundle. Now 3.
    pub schema_version: u32,
    /// The alliance's name.
    pub name: Text,
    /// The home page's heading: the chain in one sentence.
    pub headline: Text,
    /// Who they are, in one sentence.
    pub introduction: Text,
    /// How it was founded.
    pub founding: Founding,
    /// Who chairs it.
    pub chair: Chair,
    /// The four roles 四个作用.
    pub roles: Vec<Role>,
    /// The duties 职责.
    pub duties: Vec<Text>,
    /// The resources it brings together: talent, market, technology, capital.
    pub resources: Vec<Text>,
    /// The aims named at the founding.
    pub aims: Vec<Text>,
    /// How to reach it; absent while unknown.
    #[deserr(default)]
    pub contact: Option<Contact>,
    /// Who may join and how; absent while nobody has published it.
    #[deserr(default)]
    pub joining: Option<Joining>,
    /// The ICP filing number ICP备案号; absent while there is none.
    #[deserr(default)]
    pub icp: Option<String>,
    /// The filing number with the public security authority 公安联网备案号; absent
    /// while there is none.
    #[deserr(default)]
    pub public_security: Option<String>,
}

/// The founding meeting.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Founding {
    /// When.
    pub date: Date,
    /// Where.
    pub place: Text,
    /// What happened, in a sentence or two.
    pub summary: Text,
    /// The article about it: an id in `news/`.
    pub article: String,
    /// An id in `sources.json`.
    pub source: String,
}

/// A person and the office held.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Chair {
    /// The person.
    pub name: Text,
    /// The office.
    pub title: Text,
    /// As of when: what the source says.
    pub as_of: Date,
    /// An id in `sources.json`.
    pub source: String,
}

/// One of the four roles.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    /// A slug.
    pub id: String,
    /// One word.
    pub name: Text,
    /// One sentence.
    pub summary: Text,
    /// What belongs to it.
    pub points: Vec<Text>,
}

/// How to become a member.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Joining {
    /// Who may join.
    pub who: Text,
    /// What to do, step by step.
    pub steps: Vec<Text>,
    /// An id in `sources.json`.
    pub source: String,
}

/// How to reach the alliance.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Contact {
    /// A postal address.
    #[deserr(default)]
    pub address: Option<Text>,
    /// A telephone number.
    #[deserr(default)]
    pub phone: Option<String>,
    /// A mail address.
    #[deserr(default)]
    pub email: Option<String>,
    /// An id in `sources.json`.
    pub source: String,
}

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

/// `indicators.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicators {
    /// The three that the home page shows: ids.
    pub featured: Vec<String>,
    /// What a reader must know of all of them: up to when there are sources.
    #[deserr(default)]
    pub note: Option<Text>,
    /// The indicators.
    pub indicators: Vec<Indicator>,
}

/// A series of figures of one scope.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Indicator {
    /// A slug.
    pub id: String,
    /// What is counted.
    pub name: Text,
    /// The unit of every point.
    pub unit: Unit,
    /// What is and is not counted: never draw two scopes on one line.
    pub scope: Text,
    /// The stage of the chain it is about.
    #[deserr(default)]
    pub stage: Option<StageId>,
    /// When an editor last looked for a newer point and found none.
    #[deserr(default)]
    pub newest_known: Option<Date>,
    /// What a reader must know.
    #[deserr(default)]
    pub note: Option<Text>,
    /// The points, oldest first.
    pub points: Vec<Point>,
    /// What this site once published in place of a point and has put right, oldest first.
    #[deserr(default)]
    #[schemars(default)]
    pub corrected: Vec<CorrectedValue>,
}

impl Indicator {
    /// The point at an [address](routes::point): the one that stands, or else the last of
    /// those that later ones have replaced.
    pub fn at(&self, name: &str) -> Option<&Point> {
        let here = || {
            let points = self.points.iter();
            points.filter(|point| routes::point(point.period, point.kind) == name)
        };
        (here().find(|point| !point.superseded)).or_else(|| here().next_back())
    }

    /// What was published in place of a point and put right, oldest first.
    pub fn corrected<'a>(&'a self, point: &'a Point) -> impl Iterator<Item = &'a CorrectedValue> {
        let corrected = self.corrected.iter();
        corrected.filter(|one| (one.period, one.kind) == (point.period, point.kind))
    }

    /// The point that stands: the newest that was reached, or else the newest that
    /// is aimed at or expected. `None` where all have been replaced.
    pub fn standing(&self) -> Option<&Point> {
        let standing = || self.points.iter().filter(|point| !point.superseded);
        let until = |point: &&Point| point.period.end.unwrap_or(point.period.start);
        let reached = standing().filter(|point| point.kind == PointKind::Actual);
        (reached.max_by_key(until)).or_else(|| standing().max_by_key(until))
    }
}

/// A figure.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Point {
    /// When, or by when: `2024`, `2025-10`, `2025-01/2025-09`.
    pub period: Period,
    /// How much.
    pub value: Number,
    /// Actual, target or forecast.
    pub kind: PointKind,
    /// Whether the value is a lower bound: 1000 亿元以上.
    #[deserr(default)]
    #[schemars(default)]
    pub at_least: bool,
    /// The change on the year before, in per cent.
    #[deserr(default)]
    pub change: Option<Number>,
    /// Whether it was calculated from published figures by us: say how in the note.
    #[deserr(default)]
    #[schemars(default)]
    pub calculated: bool,
    /// Whether a later statement has replaced it.
    #[deserr(default)]
    #[schemars(default)]
    pub superseded: bool,
    /// An id in `sources.json`.
    pub source: String,
    /// What a reader must know.
    #[deserr(default)]
    pub note: Option<Text>,
}

/// A value that this site once published and has put right. What a source itself has
/// replaced is a point that is superseded.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct CorrectedValue {
    /// The period of the point in whose place it stood.
    pub period: Period,
    /// The kind of that point.
    pub kind: PointKind,
    /// What was published, in the indicator's unit.
    pub value: Number,
    /// The day on which it was published.
    pub published: Date,
    /// The day on which it was put right.
    pub date: Date,
    /// What was wrong.
    #[deserr(default)]
    pub note: Option<Text>,
}

/// `sources.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sources {
    /// The sources.
    pub sources: Vec<Source>,
}

/// Where a statement is from.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// A slug.
    pub id: String,
    /// Who published it.
    pub publisher: Text,
    /// Its title, or what it is.
    pub title: Text,
    /// When; absent when undated.
    #[deserr(default)]
    pub date: Option<Date>,
    /// Where; absent when no page of grade A or B has it.
    #[deserr(default)]
    pub url: Option<String>,
    /// When an editor last tried the address with https and it did not open.
    #[deserr(default)]
    pub http_only: Option<Date>,
    /// How far the host can be trusted.
    pub grade: Grade,
}

/// How far a host can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserr, JsonSchema)]
pub enum Grade {
    /// An official body or established media on its own domain.
    A,
    /// Trade press or an industry site.
    B,
    /// A re-post or mirror: evidence, never a link.
    C,
}

/// `terms.json`: names and words of the trade that the dictionaries of 繁體中文
/// write otherwise. A bundle need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
    /// The words.
    pub terms: Vec<WrittenTerm>,
}

/// A word in both scripts.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, deny_unknown_fields)]
#[schemars(deny_unknown_fields)]
pub struct WrittenTerm {
    /// In simplified characters.
    #[deserr(rename = "zh-Hans")]
    #[schemars(rename = "zh-Hans")]
    pub simplified: String,
    /// In traditional ones.
    #[deserr(rename = "zh-Hant")]
    #[schemars(rename = "zh-Hant")]
    pub traditional: String,
    /// Why, for other editors; nobody else sees it.
    #[deserr(default)]
    pub note: Option<String>,
}

/// `media.json`: the pictures in `media/`. A bundle need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Media {
    /// The pictures.
    pub pictures: Vec<Picture>,
}

/// A picture and all that must be said with it.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picture {
    /// A slug.
    pub id: String,
    /// The name of its file in `media/`.
    pub file: String,
    /// What it shows, for those who cannot see it.
    pub alt: Text,
    /// Who took it.
    pub credit: Text,
    /// Why we may show it; only editors see it.
    #[deserr(default)]
    pub rights: Option<String>,
    /// What stands beneath it.
    #[deserr(default)]
    pub caption: Option<Text>,
    /// When it was taken.
    #[deserr(default)]
    pub date: Option<Date>,
    /// What must stay in it when it is cut to 3:2; its middle where nothing is said.
    #[deserr(default)]
    pub focus: Option<Focus>,
}

/// A place in a picture.
#[derive(Clone, Debug, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Focus {
    /// From the left, in per cent of the width.
    pub x: Number,
    /// From the top, in per cent of the height.
    pub y: Number,
}

/// `events.json`: conferences, fairs, courses. A bundle need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Events {
    /// The events.
    pub events: Vec<Event>,
}

/// Something that people come together for. Times are China's.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What kind of event it is.
    pub kind: EventKind,
    /// When it begins.
    pub start: Moment,
    /// When it ends, in the same form as its start; absent when nobody says, and when it
    /// ends on the day on which it begins.
    #[deserr(default)]
    pub end: Option<Moment>,
    /// Where; absent while nobody says.
    #[deserr(default)]
    pub place: Option<Text>,
    /// What it is about, or what came of it, in a sentence or two.
    pub summary: Text,
    /// Who holds it; absent while nobody says.
    #[deserr(default)]
    pub organiser: Option<Text>,
    /// For whom it is.
    #[deserr(default)]
    pub audience: Option<Text>,
    /// How to register, and until when.
    #[deserr(default)]
    pub registration: Option<Text>,
    /// The page on which one registers.
    #[deserr(default)]
    pub registration_url: Option<String>,
    /// What happens when.
    #[deserr(default)]
    #[schemars(default)]
    pub agenda: Vec<AgendaItem>,
    /// The article about it: an id in `news/`.
    #[deserr(default)]
    pub article: Option<String>,
    /// Who says so: an id in `sources.json`.
    pub source: String,
    /// Its picture: an id in `media.json`.
    #[deserr(default)]
    pub cover: Option<String>,
    /// Pictures of it: ids in `media.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub gallery: Vec<String>,
    /// The papers that go with it: ids in `documents.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub papers: Vec<String>,
    /// What has changed since it was announced, oldest first.
    #[deserr(default)]
    #[schemars(default)]
    pub changes: Vec<Correction>,
    /// Whether it has been called off.
    #[deserr(default)]
    #[schemars(default)]
    pub cancelled: bool,
    /// Whether it is still being written: then it is never published.
    #[deserr(default)]
    #[schemars(default)]
    pub draft: bool,
}

/// What happens at an event, and when.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgendaItem {
    /// The day, of an event that lasts several.
    #[deserr(default)]
    pub date: Option<Date>,
    /// The time of day; absent while nobody says.
    #[deserr(default)]
    pub time: Option<Clock>,
    /// What happens.
    pub text: Text,
}

impl Event {
    /// From when to when.
    pub fn span(&self) -> Span {
        // Of a checked bundle the two go together.
        Span {
            start: self.start,
            end: self.end,
        }
    }

    /// Whether it is over on this day: one that ends today is still to come.
    pub fn is_past(&self, today: Option<Day>) -> bool {
        let last = self.span().last().ends();
        last.is_none_or(|last| today.is_none_or(|today| last < today))
    }
}

/// `documents.json`: charter, forms, standards, policies, reports. A bundle need not
/// have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Documents {
    /// The papers.
    pub papers: Vec<Paper>,
}

/// A paper: a file in `papers/`, an address elsewhere, or neither while its text is not
/// published.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Paper {
    /// A slug.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What it is.
    pub kind: PaperKind,
    /// What is in it, in a sentence; or where it is spoken of.
    #[deserr(default)]
    pub summary: Option<Text>,
    /// When it was published or took effect.
    #[deserr(default)]
    pub date: Option<Date>,
    /// Which version it is.
    #[deserr(default)]
    pub version: Option<Text>,
    /// The name of its file in `papers/`.
    #[deserr(default)]
    pub file: Option<String>,
    /// Where it is published elsewhere.
    #[deserr(default)]
    pub url: Option<String>,
    /// The language it is written in.
    #[deserr(default)]
    #[schemars(default)]
    pub language: PaperLanguage,
    /// An id in `sources.json`.
    pub source: String,
}

/// The language of a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserr, JsonSchema)]
#[deserr(error = Decoding)]
pub enum PaperLanguage {
    /// Chinese.
    #[default]
    #[deserr(rename = "zh")]
    #[schemars(rename = "zh")]
    Chinese,
    /// English.
    #[deserr(rename = "en")]
    #[schemars(rename = "en")]
    English,
}

impl PaperLanguage {
    /// Whether readers of a language of the site read it.
    pub fn is_read_by(self, lang: Lang) -> bool {
        (self == Self::English) == (lang == Lang::En)
    }
}

/// `offers.json`: what somebody has to offer, and what somebody is looking for. A bundle
/// need not have it.
#[derive(Clone, Debug, Default, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Offers {
    /// Offers and needs.
    pub offers: Vec<Offer>,
}

/// Metal or material that somebody offers or needs, up to a day. Whoever answers does so
/// through the alliance.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Offer {
    /// A slug, and the number by which one asks for it.
    pub id: String,
    /// Whether it is offered or needed.
    pub kind: OfferKind,
    /// What.
    pub material: Text,
    /// Its alloy or quality, as the trade writes it; absent when any will do.
    #[deserr(default)]
    pub grade: Option<String>,
    /// How many tonnes; absent when nobody says.
    #[deserr(default)]
    pub tonnes: Option<Number>,
    /// The day from which it stands on the site.
    pub date: Date,
    /// The last day on which it stands.
    pub until: Date,
    /// Who offers or needs it: an id in `companies.json`; absent when nobody is to be named.
    #[deserr(default)]
    pub company: Option<String>,
    /// Where it is, or where it is to go.
    #[deserr(default)]
    pub place: Option<Text>,
    /// The stages of the chain that it belongs to.
    pub stages: Vec<StageId>,
    /// What else one must know.
    #[deserr(default)]
    pub note: Option<Text>,
    /// Who says so: an id in `sources.json`.
    pub source: String,
}

impl Offer {
    /// Whether it stands on the site on this day. On no day in particular nothing does.
    pub fn is_open(&self, today: Option<Day>) -> bool {
        today.is_some_and(|today| !today.is_before(self.date)) && !self.is_over(today)
    }

    /// Whether its last day has passed.
    pub fn is_over(&self, today: Option<Day>) -> bool {
        let last = self.until.ends();
        last.is_none_or(|last| today.is_none_or(|today| last < today))
    }
}

/// `glossary.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Glossary {
    /// The terms.
    pub terms: Vec<Term>,
}

/// A technical term and what it means.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// A slug.
    pub id: String,
    /// The term, in every language.
    pub term: Text,
    /// What it means, in every language, in a sentence or two.
    pub definition: Text,
    /// Other ways of writing it, in any language: they are found in texts too.
    #[deserr(default)]
    #[schemars(default)]
    pub aliases: Vec<String>,
    /// An id in `sources.json`; absent for what every textbook says.
    #[deserr(default)]
    pub source: Option<String>,
}

/// `news/<id>.json`
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Article {
    /// A slug, and the name of the file.
    pub id: String,
    /// When it happened or was published.
    pub date: Date,
    /// Where it stands in the order when the date has no year.
    #[deserr(default)]
    pub sort_date: Option<Date>,
    /// The headline.
    pub title: Text,
    /// What happened, in one to three sentences. When the file has none, loading
    /// takes the body's first paragraph.
    #[deserr(default)]
    #[schemars(default)]
    pub summary: Text,
    /// The text.
    pub body: Markdown,
    /// What it is about.
    pub category: Category,
    /// Which stages of the chain it is about.
    #[deserr(default)]
    #[schemars(default)]
    pub stages: Vec<StageId>,
    /// Which companies it is about: ids in `companies.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub companies: Vec<String>,
    /// An id in `sources.json`.
    pub source: String,
    /// The picture above the text and in lists: an id in `media.json`.
    #[deserr(default)]
    pub cover: Option<String>,
    /// The pictures below the text: ids in `media.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub gallery: Vec<String>,
    /// The papers that go with it: ids in `documents.json`.
    #[deserr(default)]
    #[schemars(default)]
    pub papers: Vec<String>,
    /// Whether the body is the source's own wording rather than ours.
    #[deserr(default)]
    #[schemars(default)]
    pub verbatim: bool,
    /// What has been put right since it was published, oldest first.
    #[deserr(default)]
    #[schemars(default)]
    pub corrections: Vec<Correction>,
    /// Whether it is still being written: then it is never published.
    #[deserr(default)]
    #[schemars(default)]
    pub draft: bool,
}

impl Article {
    /// What decides its place among the news.
    pub fn order(&self) -> Date {
        self.sort_date.unwrap_or(self.date)
    }

    /// When it last changed for readers, as far as editors say.
    pub fn updated(&self) -> Date {
        (self.corrections.iter().map(|correction| correction.date)).fold(self.order(), Date::max)
    }

    /// Whether readers may see it on this day.
    pub fn is_public(&self, today: Day) -> bool {
        !self.draft && !today.is_before(self.date)
    }
}

/// What has been put right in a published article.
#[derive(Clone, Debug, Deserr, JsonSchema)]
#[deserr(error = Decoding, rename_all = camelCase, deny_unknown_fields)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub struct Correction {
    /// The day.
    pub date: Date,
    /// What was wrong, and what is right.
    pub note: Text,
}

/// Who a site is published for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: no drafts, and nothing before its date.
    #[default]
    Readers,
    /// Those who write it: everything.
    Editors,
}

impl Bundle {
    /// What writes 繁體中文, with the bundle's own terms.
    pub fn traditional(&self) -> Traditional {
        let terms = self.terms.terms.iter();
        Traditional::new(terms.map(|term| (&*term.simplified, &*term.traditional)))
    }

    /// What an audience may see on this day.
    #[must_use]
    pub fn seen_by(mut self, audience: Audience, today: Day) -> Self {
        if audience == Audience::Readers {
            self.news.retain(|article| article.is_public(today));
            self.events.events.retain(|event| !event.draft);
            let offers = &mut self.offers.offers;
            offers.retain(|offer| offer.is_open(Some(today)));
        }
        self.today = Some(today);
        self
    }

    /// The source with this id. A checked bundle has every id it names.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.sources.iter().find(|source| source.id == id)
    }

    /// The company with this id.
    pub fn company(&self, id: &str) -> Option<&Company> {
        self.companies
            .companies
            .iter()
            .find(|company| company.id == id)
    }

    /// The picture with this id, and its file.
    pub fn picture(&self, id: &str) -> Option<(&Picture, &PictureFile)> {
        let picture = self
            .media
            .pictures
            .iter()
            .find(|picture| picture.id == id)?;
        Some((picture, self.picture_files.get(id)?))
    }

    /// The paper with this id.
    pub fn paper(&self, id: &str) -> Option<&Paper> {
        self.documents.papers.iter().find(|paper| paper.id == id)
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators
            .indicators
            .iter()
            .find(|indicator| indicator.id == id)
    }

    /// The stage of the chain.
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.chain.stages.iter().find(|stage| stage.id == id)
    }

    /// The default of a factor, for the balance.
    pub fn factor(&self, id: &str) -> Option<Decimal> {
        self.chain
            .factors
            .iter()
            .find(|factor| factor.id == id)
            .map(|factor| factor.default.0)
    }
}
