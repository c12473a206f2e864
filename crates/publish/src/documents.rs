//! The bundle in, every served document out: one file per kind of page.

mod about;
mod article;
mod builder;
mod chain;
mod contacts;
mod context;
mod diagram;
mod events;
mod figure;
mod figures;
mod glossary;
mod home;
mod levers;
mod lists;
mod member;
mod members;
mod news;
pub(crate) mod offers;
mod papers;
mod revisions;
pub mod search;
mod site;
mod stages;
pub(crate) mod statements;
mod traditional;

pub use about::MOST_SOURCES;
pub use builder::{BuiltPage, DocumentBuilder, SharedByLanguage, SiteDocuments};
pub use context::Context;
pub use events::PER_PAGE as EVENTS_PER_PAGE;
pub use glossary::{Glossary, Marking};
pub use lists::members::COMPANIES_PER_PAGE;
pub use lists::news::PER_PAGE;

use std::sync::Arc;

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::papers::PaperError;
use crate::pictures::PictureError;
use content::chain_inputs::ChainFault;
use model::document::Document;
use model::routes::{Address, Route};
use model::{StageId, StatementId};

/// A page: its address and its document.
#[derive(Clone, Debug)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// What it shows.
    pub document: Document,
    /// Changes whenever what is embedded in the page changes, and only then:
    /// pages that a publish leaves as they were keep every byte.
    pub revision: String,
    /// The document as it is served; empty until it is.
    pub json: Arc<Vec<u8>>,
}

/// A served document as a file.
#[derive(Clone, Debug)]
pub struct Served {
    /// Below the content base: `en/news/year/2025.json`.
    pub path: String,
    /// The JSON.
    pub json: Arc<Vec<u8>>,
    /// A digest of it.
    pub key: String,
}

/// Why there are no documents.
#[derive(Debug, Error)]
pub enum PublicationError {
    /// A picture has gone since the bundle was checked.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A paper has gone since the bundle was checked.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// There is no balance for the chain.
    #[error(transparent)]
    Chain(#[from] ChainFault),
    /// A document cannot be written as JSON.
    #[error("a document cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// The routes of every page but the search's, in the order of the site: the
/// same in every language.
fn routes(cx: &Context) -> Vec<Route> {
    let mut routes = vec![Route::Home];
    routes.extend(news::filters(cx).into_iter().map(Route::News));
    let articles = cx.bundle.news.iter();
    routes.extend(articles.map(|article| Route::Article(article.id.clone())));
    routes.extend(members::filters(cx).into_iter().map(Route::Members));
    let companies = cx.bundle.companies.companies.iter();
    routes.extend(companies.map(|company| Route::Member(company.id.clone())));
    routes.push(Route::Chain(None));
    routes.extend(StageId::ALL.map(|stage| Route::Chain(Some(stage))));
    routes.extend([Route::Embed, Route::Figures]);
    let indicators = cx.bundle.indicators.indicators.iter();
    routes.extend(indicators.flat_map(figure::pages));
    routes.extend((1..=events::pages(cx)).map(Route::Events));
    let events = cx.bundle.events.events.iter();
    routes.extend(events.map(|event| Route::Event(event.id.clone())));
    routes.extend([Route::Offers, Route::Papers, Route::About]);
    routes.extend(StatementId::ALL.map(Route::Statement));
    routes
}

/// The document of a page, if there is such a page; none for the search's,
/// which is made from all the others.
fn document(cx: &Context, route: &Route) -> Option<Document> {
    Some(match route {
        Route::Home => Document::Home(Box::new(home::home(cx))),
        Route::News(filter) => Document::News(Box::new(news::list(cx, filter)?)),
        Route::Article(id) => Document::Article(Box::new(article::article(cx, id)?)),
        Route::Members(filter) => Document::Members(Box::new(members::list(cx, filter)?)),
        Route::Member(id) => Document::Member(Box::new(member::member(cx, cx.company(id)?))),
        Route::Chain(chosen) => Document::Chain(Box::new(chain::chain(cx, *chosen))),
        Route::Embed => Document::Embed(Box::new(chain::embed(cx))),
        Route::Figures => Document::Figures(Box::new(figures::figures(cx))),
        Route::Figure(id, point) => Document::Figure(Box::new(figure::figure(cx, id, point)?)),
        Route::Events(page) => Document::Events(Box::new(events::list(cx, *page)?)),
        Route::Event(id) => Document::Event(Box::new(events::event(cx, id)?)),
        Route::Offers => Document::Offers(Box::new(offers::offers(cx))),
        Route::Papers => Document::Papers(Box::new(papers::papers(cx))),
        Route::About => Document::About(Box::new(about::about(cx))),
        Route::Statement(id) => Document::Statement(Box::new(statements::statement(cx, *id))),
        Route::Search => return None,
    })
}

fn served(path: String, json: Vec<u8>) -> Served {
    Served {
        path,
        key: super::hex(&Sha256::digest(&json), super::KEY),
        json: Arc::new(json),
    }
}
