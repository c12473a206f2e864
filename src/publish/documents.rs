//! The bundle in, every served document out: one file per kind of page.

mod about;
mod article;
mod chain;
mod context;
mod diagram;
mod figures;
mod glossary;
mod home;
mod levers;
mod member;
mod members;
mod news;
mod revisions;
mod site;
mod traditional;
mod words;

pub use about::MOST_SOURCES;
pub use context::{Context, Index};
pub use glossary::{Glossary, Marking};
pub use members::COMPANIES_PER_PAGE;
pub use news::PER_PAGE;
pub use words::{PublishWords, words};

use std::cell::RefCell;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::app::words as app_words;
use crate::chain::bundle::ChainFault;
use crate::content::bundle::Bundle;
use crate::content::{Lang, LinkId};
use crate::library::document::{Document, Manifest, Site, VERSION};
use crate::routes::{Address, Route, site_document, words_document};
use revisions::Revisions;
pub(super) use traditional::{Script, in_script};

use super::search::{IndexFile, indexes};

/// Every document of the site.
#[derive(Clone, Debug)]
pub struct Publication {
    /// Changes whenever any document changes.
    pub revision: String,
    /// One per language, in the order of [`Lang::ALL`].
    pub editions: Vec<Edition>,
    /// The files of the search's index.
    pub search: Vec<IndexFile>,
}

/// The site in one language.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The language.
    pub lang: Lang,
    /// What every page shares.
    pub site: Site,
    /// Every page.
    pub pages: Vec<Page>,
    /// As [`Page::revision`], of the page for what is not there.
    pub not_found: String,
}

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
    /// The chain cannot be reckoned.
    #[error(transparent)]
    Chain(#[from] ChainFault),
    /// A document cannot be written as JSON.
    #[error("a document cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// How many pages are worked on by one thread before another may take over: one
/// that came to the last of many would keep the others waiting.
const AT_ONCE: usize = 128;

/// Builds every document of a checked bundle, and their JSON.
///
/// # Errors
/// When the chain's factors allow no balance, or a document cannot be written
/// as JSON.
pub fn publication(bundle: &Bundle) -> Result<(Publication, Vec<Served>), PublicationError> {
    let (mut editions, search) = editions(bundle)?;
    let mut served = Vec::new();
    let mut revisions = Revisions::default();
    for edition in &mut editions {
        let site = file(site_document(edition.lang), &edition.site)?;
        let pages: Result<Vec<Served>, serde_json::Error> = (edition.pages.par_iter_mut())
            .with_max_len(AT_ONCE)
            .map(|page| {
                let file = file(page.address.document(), &page.document)?;
                page.revision = revisions::of_page(&file.path, &site.key, &file.key);
                page.json = Arc::clone(&file.json);
                Ok(file)
            })
            .collect();
        served.extend(pages?);
        let not_found = file(String::new(), &Document::NotFound)?;
        edition.not_found = revisions::of_page(&site.path, &site.key, &not_found.key);
        revisions.add(&edition.not_found);
        for page in &edition.pages {
            revisions.add(&page.revision);
        }
        served.push(site);
        served.push(file(
            words_document(edition.lang),
            &app_words::json(edition.lang),
        )?);
    }
    served.par_sort_by(|a, b| a.path.cmp(&b.path));
    let revision = revision(&served);
    for (path, manifest) in revisions.manifests(&revision) {
        served.push(file(path, &manifest)?);
    }
    let manifest = Manifest {
        schema: VERSION,
        revision: revision.clone(),
        pages: None,
    };
    served.push(file("manifest.json".to_owned(), &manifest)?);
    let publication = Publication {
        revision,
        editions,
        search,
    };
    Ok((publication, served))
}

/// Builds every document of a checked bundle, without their JSON and without
/// what depends on it: the revisions.
///
/// # Errors
/// As [`publication`].
pub fn editions(bundle: &Bundle) -> Result<(Vec<Edition>, Vec<IndexFile>), PublicationError> {
    let index = Index::new(bundle)?;
    let script = Script::default();
    let mut editions = (Lang::ALL.into_par_iter())
        .map(|lang| {
            let mut edition = edition(&Context::new(&index, lang));
            edition.site = in_script(lang, edition.site, &script)?;
            edition.pages = (edition.pages.into_par_iter())
                .with_max_len(AT_ONCE)
                .map(|page| {
                    let document = in_script(lang, page.document, &script)?;
                    Ok(Page { document, ..page })
                })
                .collect::<Result<_, serde_json::Error>>()?;
            Ok(edition)
        })
        .collect::<Result<Vec<Edition>, PublicationError>>()?;
    let (indexes, files) = indexes(&|lang| Context::new(&index, lang), &editions, &script)?;
    for (lang, index) in indexes {
        if let Some(edition) = editions.iter_mut().find(|edition| edition.lang == lang) {
            edition.pages.push(Page {
                address: Address::new(lang, Route::Search),
                document: Document::Search(Box::new(index)),
                revision: String::new(),
                json: Arc::default(),
            });
        }
    }
    Ok((editions, files))
}

fn edition(cx: &Context) -> Edition {
    let mut pages = Vec::new();
    let mut add = |route, document| {
        pages.push(Page {
            address: Address::new(cx.lang, route),
            document,
            revision: String::new(),
            json: Arc::default(),
        });
    };
    add(Route::Home, Document::Home(Box::new(home::home(cx))));
    for (filter, page) in news::lists(cx) {
        add(Route::News(filter), Document::News(Box::new(page)));
    }
    for (article, page) in article::articles(cx) {
        let route = Route::Article(article.id.clone());
        add(route, Document::Article(Box::new(page)));
    }
    for (filter, page) in members::lists(cx) {
        add(Route::Members(filter), Document::Members(Box::new(page)));
    }
    for (company, page) in member::members(cx) {
        let route = Route::Member(company.id.clone());
        add(route, Document::Member(Box::new(page)));
    }
    for chosen in std::iter::once(None).chain(LinkId::ALL.map(Some)) {
        let page = chain::chain(cx, chosen);
        add(Route::Chain(chosen), Document::Chain(Box::new(page)));
    }
    let page = chain::embed(cx);
    add(Route::Embed, Document::Embed(Box::new(page)));
    let page = figures::figures(cx);
    add(Route::Figures, Document::Figures(Box::new(page)));
    let page = about::about(cx);
    add(Route::About, Document::About(Box::new(page)));
    Edition {
        lang: cx.lang,
        site: site::site(cx),
        pages,
        not_found: String::new(),
    }
}

/// The document of one page, if there is such a page: as [`editions`] has it,
/// and without the others; none for the search's page, which needs them.
pub fn page(cx: &Context, route: &Route) -> Option<Document> {
    let document = match route {
        Route::Home => Document::Home(Box::new(home::home(cx))),
        Route::News(filter) => Document::News(Box::new(news::list(cx, filter)?)),
        Route::Article(id) => Document::Article(Box::new(article::article(cx, id)?)),
        Route::Members(filter) => {
            let mut lists = members::lists(cx).into_iter();
            let (_, page) = lists.find(|(known, _)| known == filter)?;
            Document::Members(Box::new(page))
        }
        Route::Member(id) => {
            let mut companies = cx.bundle.companies.companies.iter();
            let company = companies.find(|company| company.id == *id)?;
            Document::Member(Box::new(member::member(cx, company)))
        }
        Route::Chain(chosen) => Document::Chain(Box::new(chain::chain(cx, *chosen))),
        Route::Embed => Document::Embed(Box::new(chain::embed(cx))),
        Route::Figures => Document::Figures(Box::new(figures::figures(cx))),
        Route::About => Document::About(Box::new(about::about(cx))),
        // It needs all the others.
        Route::Search => return None,
    };
    in_script(cx.lang, document, &Script::default()).ok()
}

/// What every page of a language shares.
///
/// # Errors
/// When it cannot be made traditional.
pub fn shared(cx: &Context) -> Result<Site, PublicationError> {
    Ok(in_script(cx.lang, site::site(cx), &Script::default())?)
}

fn file(path: String, document: &impl Serialize) -> Result<Served, serde_json::Error> {
    thread_local! {
        /// Room to write in: one that grows for every document is copied as often.
        static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    let json = ROOM.with_borrow_mut(|room| {
        room.clear();
        serde_json::to_writer(&mut *room, document)?;
        Ok::<_, serde_json::Error>(room.clone())
    })?;
    let key = super::hex(&Sha256::digest(&json), super::KEY);
    Ok(Served {
        path,
        json: Arc::new(json),
        key,
    })
}

/// A digest of every document and its address.
fn revision(served: &[Served]) -> String {
    let mut digest = Sha256::new();
    for file in served {
        digest.update((file.path.len() as u64).to_le_bytes());
        digest.update(&file.path);
        digest.update(&file.key);
    }
    super::hex(&digest.finalize(), 16)
}
