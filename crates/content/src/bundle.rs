//! The bundle as editors write it: one type per file under `public/content/`.
//!
//! Field names are camelCase in JSON. An unknown field is a fault, so that a
//! slip of the pen is never lost in silence. Ids are slugs
//! ([`is_slug`](model::routes::is_slug)) and unique within their file.

mod alliance;
mod article;
mod chain;
mod companies;
mod events;
mod glossary;
mod indicators;
mod media;
mod offers;
mod papers;
mod projects;
mod sources;

use std::collections::BTreeMap;

use model::StageId;
use model::date::Day;
use model::traditional::Traditional;
use rust_decimal::Decimal;

pub use super::localized::{Localized, Markdown, Text};
use super::papers::PaperFile;
use super::pictures::PictureFile;
pub use super::root_name::RootFile;
pub use alliance::{Alliance, Chair, Contact, Founding, Joining, Role};
pub use article::{Article, Correction};
pub use chain::{
    Chain, Factor, Flow, FlowKind, FormerValue, LocalState, Material, Preset, PresetValue, Stage,
};
pub use companies::{
    Capacity, CapacityStatus, Companies, Company, CompanyContact, Membership, Named,
};
pub use events::{AgendaItem, Event, Events};
pub use glossary::{Glossary, Term, Terms, WrittenTerm};
pub use indicators::{CorrectedValue, Indicator, Indicators, Point};
pub use media::{Focus, Media, Picture};
pub use offers::{Offer, Offers};
pub use papers::{Documents, Paper, PaperLanguage};
pub use projects::{Amount, Project, ProjectStatus, Projects};
pub use sources::{Grade, Source, Sources};

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
