//! The served documents: what a page is given, in one language, ready to show.
//!
//! Publishing has resolved every reference, chosen the language and written
//! every date and number out, so that a page only arranges. Numbers that a
//! drawing needs come as integers beside their text.
//!
//! A page has one [`Document`], served at [`Address::document`] and embedded
//! in the page's HTML together with the [`Site`] that all pages share.
//!
//! [`Address::document`]: crate::routes::Address::document

mod events;
mod levers;
mod offers;
mod papers;
mod readers;
mod search;

pub use crate::phrase::Phrase;
pub use crate::picture::{Image, KILOBYTES, Picture, WIDTHS};
pub use events::*;
pub use levers::*;
pub use offers::*;
pub use papers::*;
pub use readers::{DocumentReader, read_app, read_chain};
pub use search::*;

use std::sync::Arc;

use model_derive::Served;
use serde::{Deserialize, Serialize};

use crate::{Block, Category, Lang, MembershipStatus, PointKind, StageId};

/// The version of the served documents: it stands in their addresses.
pub const VERSION: u32 = 1;

/// What publishing embeds in a page's HTML.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "native", derive(Serialize, Deserialize))]
pub struct Embedded {
    /// The page's own path; the app hydrates only when it stands there.
    pub path: String,
    /// The revision of these documents: changes when they change. Of a
    /// page that was not prerendered it is the [`Manifest`]'s.
    pub revision: String,
    /// The document that all pages share.
    pub site: Arc<Site>,
    /// The page's own.
    pub document: Document,
}

/// What stands before the document in an [`Embedded`], which is last in it.
pub const DOCUMENT: &str = ",\"document\":";

/// On `<html>`, where the page's own document is beside it: the [`checksum`] of the one with
/// which it was rendered.
pub const CHECKSUM: &str = "data-checksum";

/// Tells whether two documents are the same: FNV-1a in 32 bits, which is short. Both are the
/// site's own: it need not withstand anybody.
///
/// <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
pub fn checksum(json: &[u8]) -> u32 {
    json.iter().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// `manifest.json`: small, asked for often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Manifest {
    /// The version of the documents' schema: [`VERSION`].
    pub schema: u32,
    /// Changes whenever any document changes.
    pub revision: String,
    /// In the files that [`revision_path`] names: the revisions of pages that
    /// are up to date, without the digits that name the file, one after the
    /// other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<String>,
}

/// How many digits the revision of a page has; that of the site has more.
pub const PAGE_REVISION: usize = 10;

/// Where it is served, below the content base, whether a revision is still the
/// newest: that of a page in a file by its first digits, that of the site in
/// the manifest.
pub fn revision_path(revision: &str) -> String {
    match revision.get(..2) {
        Some(shared) if revision.len() == PAGE_REVISION => ["revisions/", shared, ".json"].concat(),
        _ => "manifest.json".to_owned(),
    }
}

impl Manifest {
    /// Whether documents of this revision are up to date.
    pub fn has(&self, revision: &str) -> bool {
        match (&self.pages, revision.get(2..)) {
            (Some(pages), Some(rest)) => (pages.as_bytes())
                .chunks_exact(PAGE_REVISION - 2)
                .any(|page| page == rest.as_bytes()),
            _ => self.revision == revision,
        }
    }
}

/// The document that all pages share: `site.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Site {
    /// The alliance's name.
    pub name: String,
    /// The name in the other language, set small beneath.
    pub other_name: String,
    /// The names of the five stages, in order.
    pub stages: Vec<StageName>,
    /// Kilograms of every flow for a tonne of product, in the order of
    /// [`FlowName::ALL`]: the widths of the small picture of a place.
    pub flows: Vec<u32>,
    /// Whether there are papers: a list with nothing in it is not advertised.
    #[serde(default)]
    pub has_papers: bool,
    /// The filings of the site with the authorities; empty while there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filings: Vec<Filing>,
    /// Whether there are events: a list with nothing in it is not advertised.
    #[serde(default)]
    pub has_events: bool,
    /// Whether something is offered or needed: a board with nothing on it is not advertised.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_offers: bool,
}

/// A number under which an authority has the site on file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Filing {
    /// `蜀ICP备12345678号-1`
    pub number: String,
    /// Where the authority answers for it.
    #[served(verbatim)]
    pub url: String,
}

/// A stage of the chain and what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct StageName {
    /// Which.
    pub id: StageId,
    /// Its name.
    pub name: String,
}

/// The document of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// The home page.
    Home(Box<HomePage>),
    /// A list of news.
    News(Box<NewsPage>),
    /// An article.
    Article(Box<ArticlePage>),
    /// The list of companies.
    Members(Box<MembersPage>),
    /// A company.
    Member(Box<MemberPage>),
    /// The chain.
    Chain(Box<ChainPage>),
    /// The picture of the chain alone: of its page only what the picture needs.
    Embed(Box<ChainPage>),
    /// The figures.
    Figures(Box<FiguresPage>),
    /// A figure.
    Figure(Box<FigurePage>),
    /// The list of events.
    Events(Box<EventsPage>),
    /// An event.
    Event(Box<EventPage>),
    /// Offers and needs.
    Offers(Box<OffersPage>),
    /// The papers.
    Papers(Box<PapersPage>),
    /// About the alliance.
    About(Box<AboutPage>),
    /// Joining, privacy and their like.
    Statement(Box<StatementPage>),
    /// The search.
    Search(Box<SearchIndex>),
    /// No such page.
    NotFound,
}

/// A source in small type: `四川新闻网 2025-10-31`, linked where it may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Cite {
    /// Publisher and date.
    pub text: String,
    /// The title of what was published.
    pub title: String,
    /// The address; absent when no page of grade A or B has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub url: Option<String>,
}

/// A date for readers and for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct When {
    /// As a reader writes it.
    pub text: String,
    /// For `<time datetime>`.
    pub iso: String,
}

/// A value with its unit: `344.07` `亿元`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Quantity {
    /// The number, written out.
    pub value: String,
    /// The unit, written out; may be empty.
    pub unit: String,
}

/// A link to a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct CompanyName {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A choice of a filter and how many items it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Choice {
    /// The word or id, as it stands in the address.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many items one gets by choosing it, the other filters staying.
    pub count: u32,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Headline {
    /// Its id.
    pub id: String,
    /// When.
    pub date: When,
    /// The headline.
    pub title: Phrase,
    /// What happened.
    pub summary: Phrase,
    /// What it is about.
    pub category: Category,
    /// Which stages it is about.
    pub stages: Vec<StageId>,
    /// Who published it, in a word.
    pub publisher: String,
    /// Its picture in lists, at 3:2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<Image>,
}

/// A figure with its date and source, large.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Figure {
    /// The indicator's id.
    pub id: String,
    /// Its point, as its address has it.
    pub point: String,
    /// What is counted.
    pub name: String,
    /// How much.
    pub quantity: Quantity,
    /// Whether it is a lower bound.
    pub at_least: bool,
    /// Actual, target or forecast.
    pub kind: PointKind,
    /// As of when, or by when.
    pub period: String,
    /// The change on the year before, with sign and per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    /// A note for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// From where.
    pub source: Cite,
}

/// The home page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct HomePage {
    /// The heading.
    pub headline: String,
    /// Who they are.
    pub introduction: String,
    /// The picture.
    pub diagram: Diagram,
    /// Three figures.
    pub figures: Vec<Figure>,
    /// The founding article.
    pub lead: Headline,
    /// The newest news, the founding article left out.
    pub news: Vec<Headline>,
    /// How many articles there are.
    pub news_count: u32,
    /// The four roles.
    pub roles: Vec<RoleText>,
    /// The next events on the day of publishing, soonest first.
    pub coming: Vec<EventItem>,
    /// The last one before, if there is one.
    pub last: Vec<EventItem>,
    /// The stages with their companies.
    pub stages: Vec<StageCompanies>,
    /// How many companies there are.
    pub company_count: u32,
    /// How many of them the alliance has confirmed as members.
    pub confirmed: u32,
    /// Some of the papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PaperText>,
}

/// A stage of the chain and some of its companies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct StageCompanies {
    /// Which.
    pub id: StageId,
    /// What it is called.
    pub name: String,
    /// Whether Guangyuan has it: else what it makes is bought in.
    pub local: bool,
    /// How many companies it has.
    pub count: u32,
    /// The first of them.
    pub companies: Vec<CompanyCard>,
}

/// A company in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct CompanyCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Phrase,
    /// What it makes.
    pub products: Vec<String>,
    /// What stands for it where it has no mark: a character.
    pub tile: String,
    /// Its mark, unless it is too wide for a square.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Image>,
}

/// One of the four roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct RoleText {
    /// One word.
    pub name: String,
    /// One sentence.
    pub summary: String,
    /// What belongs to it; left out on the home page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
}

/// The chain as a picture: what the layout needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Diagram {
    /// What it shows: `生产 1 吨铝材`.
    pub title: String,
    /// The stages, in order.
    pub nodes: Vec<Node>,
    /// The flows between them.
    pub flows: Vec<FlowLine>,
    /// How much electricity the cells take: `13 350 kWh/t`.
    pub electricity: String,
    /// On what the picture rests: scale, share, sources.
    pub caption: String,
}

/// A stage in the picture: three lines of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Node {
    /// Which.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// The first small line: `产能 61.5 万吨/年`.
    pub detail: String,
    /// The second small line: `2025-10 · 全省 58%`.
    pub remark: String,
    /// Whether Guangyuan has it: an open frame when not.
    pub local: bool,
}

/// A flow in the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct FlowLine {
    /// Which flow of the chain it is.
    pub kind: FlowName,
    /// What flows.
    pub name: String,
    /// Kilograms for a tonne of product: the width of the line.
    pub kilograms: u32,
    /// The same, written out: `1.37 t`.
    pub amount: String,
}

/// The flows that the picture has a line for.
pub use crate::Flow as FlowName;

/// A list of news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct NewsPage {
    /// The articles of this page.
    pub articles: Vec<Headline>,
    /// How many there are on all pages of the list.
    pub count: u32,
    /// How many pages the list has.
    pub pages: u32,
    /// The categories to choose from.
    pub categories: Vec<Choice>,
    /// The stages to choose from.
    pub stages: Vec<Choice>,
    /// The years to choose from, newest first.
    pub years: Vec<Choice>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct ArticlePage {
    /// The article, as in a list.
    pub headline: Headline,
    /// The text.
    pub body: Vec<Block>,
    /// The language of the text when it is not the page's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_lang: Option<Lang>,
    /// The picture above the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// The pictures below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gallery: Vec<Picture>,
    /// Where its poster lies, to be sent on in a chat; none where the public address is
    /// not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub poster: Option<String>,
    /// The papers that go with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PaperText>,
    /// Whether the text is the source's own wording.
    pub verbatim: bool,
    /// Our translation of the source's own wording into the page's language: it
    /// stands below.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translation: Vec<Block>,
    /// What has been put right since it was published, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Which companies it is about.
    pub companies: Vec<CompanyName>,
    /// From where.
    pub source: Cite,
    /// What to read next: up to three on the same stages.
    pub related: Vec<Headline>,
    /// The event that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<Neighbour>,
    /// The next older article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub older: Option<Neighbour>,
    /// The next newer one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newer: Option<Neighbour>,
}

/// What has been put right in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Correction {
    /// The day.
    pub date: When,
    /// What was wrong, and what is right.
    pub note: Phrase,
}

/// The article before or after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Neighbour {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: Phrase,
}

/// The list of companies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct MembersPage {
    /// The companies of this page.
    pub companies: Vec<CompanyRow>,
    /// How many there are on all pages of the list.
    pub count: u32,
    /// How many pages the list has.
    pub pages: u32,
    /// How many there are in all.
    pub total: u32,
    /// How many of them the alliance has confirmed as members.
    pub confirmed: u32,
    /// The stages to choose from.
    pub stages: Vec<Choice>,
    /// The products to choose from.
    pub products: Vec<Choice>,
    /// The districts to choose from.
    pub districts: Vec<Choice>,
}

/// A company in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct CompanyRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Phrase,
    /// Where it is on the chain.
    pub stages: Vec<StageId>,
    /// What it makes.
    pub products: Vec<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Its first capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<CapacityText>,
    /// Whether it is a member.
    pub membership: MembershipStatus,
}

/// A capacity, written out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct CapacityText {
    /// How much.
    pub quantity: Quantity,
    /// Of what.
    pub material: String,
    /// Whether it stands: `在产`, `在建`, `规划`; empty when the source does not say.
    pub status: String,
    /// As of when.
    pub as_of: When,
    /// A note for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// From where.
    pub source: Cite,
}

/// A company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct MemberPage {
    /// The company, as in a list.
    pub row: CompanyRow,
    /// What it does.
    pub summary: Phrase,
    /// A note for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase>,
    /// Its capacities.
    pub capacities: Vec<CapacityText>,
    /// What stands for it where it has no mark: a character.
    pub tile: String,
    /// Its mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Image>,
    /// Pictures of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Picture>,
    /// Papers of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<PaperText>,
    /// How to reach it, by source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<CompanyContactText>,
    /// Its role in the alliance, once confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Its projects.
    pub projects: Vec<ProjectText>,
    /// Articles about it.
    pub news: Vec<Headline>,
    /// Others on the same stages.
    pub neighbours: Vec<CompanyName>,
    /// From where the rest is.
    pub sources: Vec<Cite>,
    /// When an editor last compared it with the sources.
    pub last_verified: When,
}

/// How to reach a company, as it has published it in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct CompanyContactText {
    /// The ways, each with what it is.
    pub lines: Vec<ContactLine>,
    /// As of when.
    pub as_of: When,
    /// From where.
    pub source: Cite,
}

/// A project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct ProjectText {
    /// Its name.
    pub name: Phrase,
    /// What it is.
    pub summary: Phrase,
    /// How far it is.
    pub status: String,
    /// As of when.
    pub as_of: When,
    /// How much is invested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub investment: Option<Quantity>,
    /// Pictures of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
    /// From where.
    pub source: Cite,
}

/// The chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Served)]
pub struct ChainPage {
    /// The picture.
    pub diagram: Diagram,
    /// The five stages in short, for the list under the picture.
    pub stages: Vec<StageSummary>,
    /// The chosen stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<StageDetail>,
    /// What it takes to make a tonne: the factors.
    pub factors: Vec<FactorText>,
    /// The terms that the page explains.
    pub terms: Vec<TermText>,
    /// What the reader can change.
    pub levers: Levers,
}

impl ChainPage {
    /// The chosen stage, in short.
    pub fn chosen_stage(&self) -> Option<&StageSummary> {
        let chosen = self.chosen.as_ref()?.id;
        self.stages.iter().find(|stage| stage.id == chosen)
    }
}

/// A piece of text, which may be a term that the page explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Span {
    /// The text.
    pub text: String,
    /// The id of the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// What closes after the term: no line begins with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<String>,
}

/// A technical term and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct TermText {
    /// Its id.
    pub id: String,
    /// The term.
    pub term: String,
    /// The same in the other language.
    pub other_term: String,
    /// What it means.
    pub definition: String,
    /// From where; absent for what every textbook says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// A stage in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct StageSummary {
    /// Which.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub summary: String,
    /// What comes in, with amounts for a tonne of product where known.
    pub inputs: Vec<Vec<Span>>,
    /// What goes out.
    pub outputs: Vec<Vec<Span>>,
    /// Whether Guangyuan has it.
    pub local: bool,
    /// What is known of it locally.
    pub local_note: Vec<Span>,
    /// The local capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Figure>,
    /// How many companies are on it.
    pub company_count: u32,
}

/// The chosen stage in full; its summary stands in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct StageDetail {
    /// Which.
    pub id: StageId,
    /// The sources of what is known locally.
    pub sources: Vec<Cite>,
    /// The companies on it.
    pub companies: Vec<CompanyRow>,
    /// The newest articles about it.
    pub news: Vec<Headline>,
    /// Projects on it.
    pub projects: Vec<ProjectText>,
}

/// A process factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct FactorText {
    /// What it is.
    pub name: Vec<Span>,
    /// The unit.
    pub unit: String,
    /// What the site calculates with.
    pub default: String,
    /// What is published, from low to high.
    pub range: String,
    /// Whether it is an assumption.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assumption: bool,
    /// A note for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Vec<Span>>,
    /// From where; absent for an assumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
    /// Values that a later one has replaced, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FormerText>,
}

/// A factor's value that a later one has replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct FormerText {
    /// That it is replaced, the value, and what it was for.
    pub text: String,
    /// From where.
    pub source: Cite,
}

/// The figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct FiguresPage {
    /// What a reader must know of all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Phrase>,
    /// The series.
    pub series: Vec<Series>,
}

/// A series of figures of one scope: a chart and a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct Series {
    /// The indicator's id: an anchor.
    pub id: String,
    /// What is counted.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// What is and is not counted.
    pub scope: String,
    /// A note for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The stage of the chain it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageId>,
    /// The points, oldest first.
    pub points: Vec<PointText>,
}

/// A figure by itself, at an address that stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct FigurePage {
    /// What is counted, and for when.
    pub title: String,
    /// How much; words that make it a lower bound stand with it.
    pub quantity: Quantity,
    /// All that is known of it, each with what it is.
    pub facts: Vec<ContactLine>,
    /// From where.
    pub source: Cite,
    /// What was published in its place before, and the way to those who answer for it.
    pub body: Vec<Block>,
    /// The heading over the series.
    pub heading: String,
    /// The series, of a long one what is near.
    pub series: Series,
}

/// A point of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct PointText {
    /// Its own page, as its address has it; absent on that page itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<String>,
    /// As of when, or by when.
    pub period: String,
    /// The value, written out, without unit.
    pub value: String,
    /// The value's share of the largest of the series, in thousandths.
    pub per_mille: u16,
    /// Actual, target or forecast.
    pub kind: PointKind,
    /// Whether it is a lower bound.
    pub at_least: bool,
    /// Whether we calculated it from published figures.
    pub calculated: bool,
    /// Whether a later statement has replaced it.
    pub superseded: bool,
    /// The change on the year before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
    /// A note for the reader.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// From where.
    pub source: Cite,
}

/// About the alliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct AboutPage {
    /// Who they are.
    pub introduction: String,
    /// When it was founded.
    pub founded: When,
    /// Where.
    pub place: String,
    /// What happened.
    pub founding: String,
    /// The article about it.
    pub founding_article: Neighbour,
    /// Who chairs it.
    pub chair_name: String,
    /// The office.
    pub chair_title: String,
    /// As of when.
    pub chair_as_of: When,
    /// The four roles, in full.
    pub roles: Vec<RoleText>,
    /// The duties.
    pub duties: Vec<String>,
    /// The resources.
    pub resources: Vec<String>,
    /// The aims named at the founding.
    pub aims: Vec<String>,
    /// How to reach it, as label and value; empty while unknown.
    pub contact: Vec<ContactLine>,
    /// From where.
    pub source: Cite,
    /// The sources of the site; the newest, when there are very many.
    pub sources: Vec<Cite>,
    /// How many there are in all.
    pub source_count: u32,
}

/// How the alliance works with its readers and members, in one matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct StatementPage {
    /// What it is about.
    pub title: String,
    /// All of it in a sentence or two.
    pub summary: String,
    /// The text.
    pub body: Vec<Block>,
}

/// A way to reach the alliance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Served)]
pub struct ContactLine {
    /// `电话`
    pub label: String,
    /// The number or address.
    pub value: String,
    /// The language of the value, where it is not the page's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// `tel:` or `mailto:`, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[served(verbatim)]
    pub url: Option<String>,
}

impl Site {
    /// What a stage of the chain is called.
    pub fn stage_name(&self, id: StageId) -> Option<&str> {
        self.stages
            .iter()
            .find(|stage| stage.id == id)
            .map(|stage| stage.name.as_str())
    }
}
