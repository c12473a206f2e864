//! The files that are no page's: what the search, feeds and search engines
//! need, tables, the app.

use std::borrow::Cow;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::{PageWriter, below_root, card, document};
use crate::app;
use crate::app::App;
use crate::artifacts::calendars::calendars;
use crate::artifacts::cards;
use crate::artifacts::cards::Card;
use crate::artifacts::feeds::{Lengths, feeds};
use crate::artifacts::sitemap;
use crate::artifacts::sitemap::SitemapEntry;
use crate::artifacts::tables;
use crate::documents::search;
use crate::documents::search::IndexFile;
use crate::documents::{DocumentBuilder, Served, SiteDocuments};
use crate::output::build_cache::WrittenFile;
use crate::output::writer::Writer;
use crate::render::RenderBuffers;
use crate::{CONTENT, KEY, Options, PublishError, headers, hex};
use content::schema;
use model::routes::{Address, Route};

/// What feed readers show beside the feed.
const ICON: &str = "/assets/apple-touch-icon.png";
/// How many files are written by one thread before another may take over: some
/// are pictures, which take their time.
const AT_ONCE: usize = 16;

/// What has been written.
pub(super) struct Others {
    pub files: Vec<WrittenFile>,
    /// How many of them are pictures.
    pub cards: usize,
}

/// A file that is no page's.
enum Other<'a> {
    Bytes(String, Vec<u8>),
    Document(Served),
    Card(Card),
    NotFound(&'a PageWriter<'a>),
    Search(IndexFile, String),
}

/// Writes them: without a site, those of the content only.
pub(super) fn write(
    options: &Options,
    builder: &DocumentBuilder,
    site: Option<(&App, &[PageWriter])>,
    (places, lengths): (&[SitemapEntry], &Lengths),
    whole: SiteDocuments,
    writer: &Writer,
) -> Result<Others, PublishError> {
    let mut others: Vec<Other> = whole.served.into_iter().map(Other::Document).collect();
    let index: Vec<(IndexFile, String)> = (whole.search.into_iter())
        .map(|file| {
            // What is in such a file, its path says.
            let key = hex(&Sha256::digest(&file.path), KEY);
            (file, key)
        })
        .collect();
    let ((), of_site) = rayon::join(
        || make_index(&index, writer),
        || match site {
            Some((app, page_writers)) => {
                of_site(options, builder, app, page_writers, (places, lengths))
            }
            None => Ok(Vec::new()),
        },
    );
    others.extend(of_site?);
    others.extend(
        index
            .into_iter()
            .map(|(file, key)| Other::Search(file, key)),
    );
    let cards = others
        .iter()
        .filter(|other| matches!(other, Other::Card(_)));
    Ok(Others {
        cards: cards.count(),
        files: (others.into_par_iter())
            .with_max_len(AT_ONCE)
            .map_init(RenderBuffers::default, |buffers, other| {
                other.write(buffers, writer)
            })
            .collect::<Result<_, _>>()?,
    })
}

/// Makes the parts of the index that are not all there already.
fn make_index(index: &[(IndexFile, String)], writer: &Writer) {
    let missing = index.par_iter().filter_map(|(file, key)| {
        let there = writer.has(&path_of(file), key);
        (!there).then_some(file)
    });
    search::make(&missing.collect::<Vec<_>>());
}

fn path_of(file: &IndexFile) -> String {
    format!("{CONTENT}/{}", file.path)
}

impl Other<'_> {
    fn write(
        self,
        buffers: &mut RenderBuffers,
        writer: &Writer,
    ) -> Result<WrittenFile, PublishError> {
        match self {
            Other::Bytes(path, bytes) => writer.bytes(path, bytes),
            Other::Document(served) => document(served, writer),
            Other::Card(own) => card(own, writer),
            Other::NotFound(page_writer) => {
                let home = Address::new(page_writer.renderer.lang, Route::Home).path();
                let path = format!("{}404.html", below_root(&home));
                let revision = page_writer.not_found;
                writer.made(path, page_writer.key(revision), || {
                    let html = page_writer.renderer.not_found(revision, buffers)?;
                    Ok(Cow::Borrowed(html.as_bytes()))
                })
            }
            Other::Search(file, key) => writer.renamed(path_of(&file), key, || file.bytes()),
        }
    }
}

/// Everything but pages, documents and the index.
fn of_site<'a>(
    options: &Options,
    builder: &DocumentBuilder,
    app: &App,
    page_writers: &'a [PageWriter],
    (places, lengths): (&[SitemapEntry], &Lengths),
) -> Result<Vec<Other<'a>>, PublishError> {
    let origin = options.origin.as_ref();
    let bundle = builder.bundle();
    let mut others: Vec<Other> = page_writers.iter().map(Other::NotFound).collect();
    let with_cards = page_writers
        .iter()
        .filter(|page_writer| page_writer.renderer.has_cards());
    for page_writer in with_cards {
        let cards = cards::shared(
            page_writer.renderer.lang,
            page_writer.renderer.site,
            builder,
        )?;
        others.extend(cards.into_iter().map(Other::Card));
    }
    let mut add = |path: &str, bytes| others.push(Other::Bytes(path.to_owned(), bytes));
    let sitemaps = sitemap::sitemaps(places, origin)?;
    let robots = sitemap::robots(origin, &sitemaps);
    add("robots.txt", robots.into_bytes());
    for (path, sitemap) in sitemaps {
        add(&path, sitemap);
    }
    if let Some(origin) = origin {
        for feed in feeds(builder, origin, Some(ICON), lengths)? {
            add(&feed.path, feed.text.into_bytes());
        }
    }
    for calendar in calendars(builder, origin) {
        add(&calendar.path, calendar.text.into_bytes());
    }
    add("llms.txt", tables::llms(bundle, origin).into_bytes());
    for tables::OutputFile { path, bytes } in tables::tables(bundle, builder.papers())? {
        add(&path, bytes);
    }
    let mut record = serde_json::to_vec_pretty(&app.record)?;
    record.push(b'\n');
    let boot = headers::script_hash(&headers::BOOT);
    let hashed = app.files.iter().map(|file| file.path.as_str());
    let rules = headers::headers_file(
        &boot,
        hashed,
        !lengths.is_empty(),
        !builder.papers().all().is_empty(),
    );
    add("_headers", rules.into_bytes());
    add(app::RECORD, record);
    for file in &bundle.root {
        add(&file.path, file.bytes.to_vec());
    }
    for file in schema::all() {
        add(&format!("schema/{}", file.name), file.json.into_bytes());
    }
    for file in &app.files {
        add(&file.path, file.bytes.clone());
    }
    Ok(others)
}
