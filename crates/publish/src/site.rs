//! Every file of the site, written.
//!
//! A page is built, rendered, written and dropped before the next one: there may
//! be hundreds of thousands. Files that depend on all pages come last.

mod others;
mod papers;
mod pictures;
mod posters;

use std::borrow::Cow;

use serde_json::to_vec;
use sha2::{Digest, Sha256};

use super::app::App;
use super::documents::{BuiltPage, Context, DocumentBuilder, Page, Served, SharedByLanguage};
use super::{CONTENT, KEY, Options, PublishError, hex, renderer};
use crate::artifacts::cards;
use crate::artifacts::cards::{Card, Poster, Undrawn};
use crate::artifacts::sitemap::SitemapEntry;
use crate::content_base::ContentBase;
use crate::origin::Origin;
use crate::output::build_cache::WrittenFile;
use crate::output::writer::Writer;
use crate::render::{PageRenderer, RenderBuffers, moved_page};
use model::document::Document;

/// A site that has been written.
#[derive(Debug, Default)]
pub(super) struct WrittenSite {
    /// How many pages.
    pub pages: usize,
    /// How many documents.
    pub documents: usize,
    /// How many pictures for shared links.
    pub cards: usize,
    /// How many files of the bundle's pictures.
    pub pictures: usize,
    /// How many files of the bundle's papers.
    pub papers: usize,
    /// The articles that have no picture of their own.
    pub undrawn: Vec<Undrawn>,
    /// Every file.
    pub files: Vec<WrittenFile>,
    /// The revision of the documents.
    pub revision: String,
}

/// Writes the whole site; without an app, only its documents.
pub(super) fn write(
    options: &Options,
    builder: &DocumentBuilder,
    app: Option<&App>,
    writer: &Writer,
) -> Result<WrittenSite, PublishError> {
    let page_writers = app.map_or_else(
        || Ok(Vec::new()),
        |app| {
            let shared = builder.shared().iter();
            let page_writer = |shared| PageWriter::new(shared, app, options);
            shared.map(page_writer).collect::<Result<_, _>>()
        },
    )?;
    let (pages, whole) = builder.every(RenderBuffers::default, |buffers, made| {
        let page_writer = page_writers
            .iter()
            .find(|page_writer| page_writer.prints(&made.page));
        let lang = made.page.address.lang;
        one(made, page_writer, buffers, &builder.context(lang), writer)
    })?;
    let count = pages.iter().map(Vec::len).sum::<usize>();
    let mut written = WrittenSite {
        // The page for what is not there is one, too.
        pages: page_writers.len(),
        documents: count + whole.served.len(),
        revision: whole.revision.clone(),
        files: Vec::with_capacity(2 * count + whole.search.len()),
        ..WrittenSite::default()
    };
    let mut places = Vec::with_capacity(count);
    let mut drawn = Vec::new();
    for page in pages.into_iter().flatten() {
        written.pages += usize::from(page.html.is_some());
        written.cards += usize::from(page.card.is_some());
        written.undrawn.extend(page.undrawn);
        let files = [Some(page.document), page.html, page.moved, page.card];
        written.files.extend(files.into_iter().flatten());
        places.extend(page.place);
        drawn.extend(page.poster);
    }
    let pictures = pictures::write(builder.pictures(), writer)?;
    written.pictures = pictures.len();
    let lengths = (pictures.iter())
        .map(|file| (format!("/{}", file.path), file.entry.length))
        .collect();
    written.files.extend(pictures);
    // With their covers on them, which are there now.
    let posters = posters::write(drawn, writer)?;
    written.cards += posters.len();
    written.files.extend(posters);
    let papers = papers::write(builder.papers(), writer)?;
    written.papers = papers.len();
    written.files.extend(papers);
    let site = app.map(|app| (app, &*page_writers));
    let others = others::write(options, builder, site, (&places, &lengths), whole, writer)?;
    written.cards += others.cards;
    written.files.extend(others.files);
    Ok(written)
}

/// Where a page has been written.
struct One {
    document: WrittenFile,
    html: Option<WrittenFile>,
    /// What leads here from where the page was in an earlier version.
    moved: Option<WrittenFile>,
    card: Option<WrittenFile>,
    undrawn: Option<Undrawn>,
    /// Drawn once its cover is there.
    poster: Option<Poster>,
    place: Option<SitemapEntry>,
}

/// Writes what belongs to one page.
fn one(
    BuiltPage { page, served }: BuiltPage,
    page_writer: Option<&PageWriter>,
    buffers: &mut RenderBuffers,
    cx: &Context,
    writer: &Writer,
) -> Result<One, PublishError> {
    let mut one = One {
        document: document(served, writer)?,
        html: None,
        moved: None,
        card: None,
        undrawn: None,
        poster: None,
        place: SitemapEntry::of(&page, cx),
    };
    if let Some(page_writer) = page_writer {
        if let (Some(origin), Document::Article(article)) =
            (page_writer.renderer.origin, &page.document)
        {
            let site = page_writer.renderer.site;
            one.poster = Poster::of(&page.address, site, article, origin);
        }
        if page_writer.renderer.has_cards() && !has_cover(&page.document) {
            let (own, undrawn) = cards::own(page_writer.renderer.site, &page);
            one.card = own.map(|own| card(own, writer)).transpose()?;
            one.undrawn = undrawn;
        }
        if let Some((path, html)) = moved_page(&page.address, page_writer.renderer.origin) {
            one.moved = Some(writer.bytes(path, html.into_bytes())?);
        }
        one.html = Some(page_writer.page(page, buffers, writer)?);
    }
    Ok(one)
}

/// Whether those who share a page see its own picture: then none is drawn for it.
fn has_cover(document: &Document) -> bool {
    match document {
        Document::Article(page) => page.cover.is_some(),
        Document::Event(page) => page.cover.is_some(),
        _ => false,
    }
}

fn document(
    Served { path, json, key }: Served,
    writer: &Writer,
) -> Result<WrittenFile, PublishError> {
    let path = format!("{CONTENT}/{path}");
    writer.made(path, key, || Ok(Cow::Borrowed(json.as_slice())))
}

fn card(card: Card, writer: &Writer) -> Result<WrittenFile, PublishError> {
    let key = card.key()?;
    writer.made(card.path.clone(), key, || Ok(Cow::Owned(card.png()?)))
}

/// Prints the pages of a language.
struct PageWriter<'a> {
    renderer: PageRenderer<'a>,
    /// What decides, beside a page's own revision, what is in its HTML.
    common: Vec<u8>,
    /// The revision of the page for what is not there.
    not_found: &'a str,
}

impl<'a> PageWriter<'a> {
    fn new(
        shared: &'a SharedByLanguage,
        app: &'a App,
        options: &'a Options,
    ) -> Result<Self, serde_json::Error> {
        let origin = options.origin.as_ref();
        let renderer = PageRenderer {
            cards: options.cards,
            content_base: options.content_base.as_ref(),
            ..renderer(shared.lang, &shared.site, app, origin)
        };
        let origin = origin.map(Origin::to_string);
        let base = renderer.content_base.map(ContentBase::to_string);
        Ok(Self {
            common: to_vec(&(renderer.lang, renderer.app, origin, base, renderer.cards))?,
            not_found: &shared.not_found,
            renderer,
        })
    }

    fn prints(&self, page: &Page) -> bool {
        self.renderer.lang == page.address.lang
    }

    /// A page's revision stands for what is embedded in it.
    fn key(&self, revision: &str) -> String {
        let digest = Sha256::new_with_prefix(&self.common).chain_update(revision);
        hex(&digest.finalize(), KEY)
    }

    fn page(
        &self,
        page: Page,
        buffers: &mut RenderBuffers,
        writer: &Writer,
    ) -> Result<WrittenFile, PublishError> {
        let path = format!("{}index.html", below_root(&page.address.path()));
        writer.made(path, self.key(&page.revision), || {
            Ok(Cow::Borrowed(self.renderer.page(page, buffers)?.as_bytes()))
        })
    }
}

fn below_root(path: &str) -> &str {
    path.trim_start_matches('/')
}
