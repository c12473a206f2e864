//! Arranges documents: that of one page, or those of all, handed out as soon as
//! they are made, so that none need be kept.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::context::{Context, Index};
use super::revisions::{self, Revisions};
use super::site;
use super::traditional::{self, Script};
use super::{Page, PublicationError, Served, document, routes, served};
use crate::app::words as app_words;
use crate::documents::search::{IndexFile, Indexes, Searched, indexes, is_indexed, searched};
use crate::hex;
use crate::papers::Papers;
use crate::pictures::Pictures;
use content::bundle::Bundle;
use model::Lang;
use model::document::{Document, Manifest, Site, VERSION};
use model::routes::{Address, Route, site_document, words_document};
use model::texts::Texts;

/// How many pages are worked on by one thread before another may take over: one
/// that came to the last of many would keep the others waiting.
const AT_ONCE: usize = 128;

/// Arranges the documents of a checked bundle.
#[derive(Debug)]
pub struct DocumentBuilder<'a> {
    index: Index<'a>,
    script: Script,
    /// By language, in the order of [`Lang::ALL`].
    shared: Vec<SharedByLanguage>,
}

/// What every page of a language shares.
#[derive(Clone, Debug)]
pub struct SharedByLanguage {
    /// The language.
    pub lang: Lang,
    /// The document.
    pub site: Arc<Site>,
    /// The same as it is served.
    pub served: Served,
    /// As [`Page::revision`], of the page for what is not there.
    pub not_found: String,
}

/// A page, and its document as it is served.
#[derive(Clone, Debug)]
pub struct BuiltPage {
    /// The page.
    pub page: Page,
    /// Its document.
    pub served: Served,
}

/// What there is besides the pages, once all of them are made.
#[derive(Clone, Debug)]
pub struct SiteDocuments {
    /// Changes whenever any document changes.
    pub revision: String,
    /// The documents that are no page's.
    pub served: Vec<Served>,
    /// The files of the search's index.
    pub search: Vec<IndexFile>,
}

/// What is remembered of a page.
struct Note {
    lang: Lang,
    path: String,
    key: String,
    revision: String,
    searched: Option<Searched>,
}

impl<'a> DocumentBuilder<'a> {
    /// Reads the bundle once, and computes the balance of its chain.
    ///
    /// # Errors
    /// When the chain's factors allow no balance, or a document cannot be
    /// written as JSON.
    pub fn new(bundle: &'a Bundle) -> Result<Self, PublicationError> {
        let mut builder = Self {
            index: Index::new(bundle, Pictures::of(bundle)?, Papers::of(bundle)?)?,
            script: Script::new(bundle.traditional()),
            shared: Vec::new(),
        };
        let shared = Lang::ALL.map(|lang| builder.shared_in(lang));
        builder.shared = shared.into_iter().collect::<Result<_, _>>()?;
        Ok(builder)
    }

    /// The same, with a poster for every article: its code holds the public address.
    #[must_use]
    pub fn with_posters(mut self, posters: bool) -> Self {
        self.index.posters = posters;
        self
    }

    fn shared_in(&self, lang: Lang) -> Result<SharedByLanguage, serde_json::Error> {
        let (site, json) = self.written(lang, site::site(&self.context(lang)))?;
        let served_site = served(site_document(lang), json);
        let not_found = served(String::new(), serde_json::to_vec(&Document::NotFound)?);
        Ok(SharedByLanguage {
            not_found: revisions::of_page(&served_site.path, &served_site.key, &not_found.key),
            lang,
            site: Arc::new(site),
            served: served_site,
        })
    }

    /// Everything the site says.
    pub fn bundle(&self) -> &'a Bundle {
        self.index.bundle
    }

    /// The pictures that the bundle shows.
    pub fn pictures(&self) -> &Pictures {
        self.index.pictures()
    }

    /// The files of the bundle's papers.
    pub fn papers(&self) -> &Papers {
        self.index.papers()
    }

    /// The bundle in a language.
    pub fn context(&self, lang: Lang) -> Context<'_> {
        Context::new(&self.index, lang)
    }

    /// What every page of a language shares, by language.
    pub fn shared(&self) -> &[SharedByLanguage] {
        &self.shared
    }

    /// The document of a page, if there is such a page; none for the search's,
    /// which is made from all the others.
    pub fn document(&self, address: &Address) -> Option<Document> {
        let document = document(&self.context(address.lang), &address.route)?;
        Some(self.in_script(address.lang, document))
    }

    /// What was arranged for a language, as that language writes it.
    pub fn in_script<T: Texts>(&self, lang: Lang, arranged: T) -> T {
        traditional::in_script(lang, arranged, &self.script)
    }

    fn written<T: Texts + Serialize>(
        &self,
        lang: Lang,
        arranged: T,
    ) -> Result<(T, Vec<u8>), serde_json::Error> {
        traditional::written(lang, arranged, &self.script)
    }

    /// The index of the search, of every article.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn search(&self) -> Result<Indexes, PublicationError> {
        let articles_in = |lang: Lang| {
            let cx = self.context(lang);
            let articles = cx.bundle.news.par_iter();
            let found = articles.filter_map(move |article| {
                let document = document(&cx, &Route::Article(article.id.clone()))?;
                Some((lang, searched(lang, &document)?))
            });
            found.collect::<Vec<_>>()
        };
        let indexed = Lang::ALL.into_iter().filter(|lang| is_indexed(*lang));
        let articles = indexed.flat_map(articles_in).collect();
        Ok(indexes(&self.index, &self.script, articles)?)
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        // And the search's.
        (routes(&self.context(Lang::default())).len() + 1) * self.shared.len()
    }

    /// Makes every page and hands it to `take`, side by side; `begin` makes
    /// what those that take one after another have in common. What was taken
    /// comes in the order of the site, page by page in all languages, some at a time.
    ///
    /// # Errors
    /// As [`new`](Self::new), and those of `take`.
    pub fn every<Own, Taken: Send, E: From<PublicationError> + Send>(
        &self,
        begin: impl Fn() -> Own + Send + Sync,
        take: impl Fn(&mut Own, BuiltPage) -> Result<Taken, E> + Send + Sync,
    ) -> Result<(Vec<Vec<Taken>>, SiteDocuments), E> {
        let routes = routes(&self.context(Lang::default()));
        let one = |own: &mut Own, at: usize| -> Result<_, E> {
            // A page in all languages, and then the next: what is said on it is at hand.
            let shared = &self.shared[at % self.shared.len()];
            let route = &routes[at / self.shared.len()];
            let document = document(&self.context(shared.lang), route)
                .expect("these are the routes that have a page");
            let written = self.written(shared.lang, document);
            let written = written.map_err(PublicationError::from)?;
            let made = shared.made(route.clone(), written);
            let note = Note::of(&made);
            Ok((take(own, made)?, note))
        };
        let count = routes.len() * self.shared.len();
        let some = |first: usize| -> Result<_, E> {
            let mut own = begin();
            let (mut taken, mut notes) = (Vec::with_capacity(AT_ONCE), Vec::with_capacity(AT_ONCE));
            for at in first..(first + AT_ONCE).min(count) {
                let (its, note) = one(&mut own, at)?;
                taken.push(its);
                notes.push(note);
            }
            Ok((taken, notes))
        };
        let firsts = (0..count).into_par_iter().step_by(AT_ONCE);
        let all: Vec<_> = (firsts.with_max_len(1).map(some)).collect::<Result<_, E>>()?;
        // They stay where they are: moving so many takes its time.
        let (mut taken, mut notes): (Vec<Vec<Taken>>, Vec<Vec<Note>>) = all.into_iter().unzip();
        let articles = (notes.iter_mut().flatten())
            .filter_map(|note| Some((note.lang, note.searched.take()?)))
            .collect::<Vec<_>>();
        let (pages, search) =
            indexes(&self.index, &self.script, articles).map_err(PublicationError::from)?;
        for (lang, index) in pages {
            let shared = self.shared.iter().find(|shared| shared.lang == lang);
            let shared = shared.expect("all languages share something");
            // As it is: characters of both scripts stand in it side by side.
            let document = Document::Search(Box::new(index));
            let json = serde_json::to_vec(&document).map_err(PublicationError::from)?;
            let made = shared.made(Route::Search, (document, json));
            notes.push(vec![Note::of(&made)]);
            taken.push(vec![take(&mut begin(), made)?]);
        }
        let (revision, served) = self.others(notes)?;
        let whole = SiteDocuments {
            revision,
            served,
            search,
        };
        Ok((taken, whole))
    }

    /// The revision of everything, and the documents that are no page's.
    fn others(&self, notes: Vec<Vec<Note>>) -> Result<(String, Vec<Served>), PublicationError> {
        let mut others = Vec::new();
        let mut revisions = Revisions::default();
        for shared in &self.shared {
            revisions.add(&shared.not_found);
            let words = serde_json::to_vec(&app_words::json(shared.lang))?;
            others.push(shared.served.clone());
            others.push(served(words_document(shared.lang), words));
        }
        for note in notes.iter().flatten() {
            revisions.add(&note.revision);
        }
        let notes = notes
            .into_iter()
            .flatten()
            .map(|note| (note.path, note.key));
        let own = (others.iter()).map(|file| (file.path.clone(), file.key.clone()));
        let revision = revision(notes.chain(own).collect());
        let all = Manifest {
            schema: VERSION,
            revision: revision.clone(),
            pages: None,
        };
        let manifests = revisions.manifests(&revision).into_iter();
        for (path, manifest) in manifests.chain([("manifest.json".to_owned(), all)]) {
            others.push(served(path, serde_json::to_vec(&manifest)?));
        }
        Ok((revision, others))
    }
}

impl SharedByLanguage {
    fn made(&self, route: Route, (document, json): (Document, Vec<u8>)) -> BuiltPage {
        let address = Address::new(self.lang, route);
        let served = served(address.document(), json);
        let page = Page {
            address,
            document,
            revision: revisions::of_page(&served.path, &self.served.key, &served.key),
            json: Arc::clone(&served.json),
        };
        BuiltPage { page, served }
    }
}

impl Note {
    fn of(BuiltPage { page, served }: &BuiltPage) -> Self {
        let lang = page.address.lang;
        Self {
            lang,
            path: served.path.clone(),
            key: served.key.clone(),
            revision: page.revision.clone(),
            searched: searched(lang, &page.document),
        }
    }
}

/// A digest of every document and its address.
fn revision(mut files: Vec<(String, String)>) -> String {
    files.par_sort_unstable();
    let mut digest = Sha256::new();
    for (path, key) in files {
        digest.update((path.len() as u64).to_le_bytes());
        digest.update(path);
        digest.update(key);
    }
    hex(&digest.finalize(), REVISION)
}

/// How many digits the revision of everything has.
const REVISION: usize = 16;
