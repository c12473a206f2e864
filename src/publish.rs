//! From the bundle to a folder that any host can serve. Only this writes files.
//!
//! ```text
//! bundle ── documents ──► /content/v1/…json ─┐
//! app (Trunk, or the publish before) ────────┼─► html ─► compress ─► swap
//! ```
//!
//! The same bundle, app, origin and day give the same bytes: nothing asks the clock.

pub mod app;
pub mod cards;
pub mod compress;
pub mod data;
pub mod documents;
pub mod feeds;
pub mod head;
pub mod headers;
pub mod history;
pub mod html;
mod ledger;
pub mod markdown;
pub mod preview;
pub mod search;
pub mod server;
pub mod sitemap;
pub mod swap;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::content::Lang;
use crate::content::bundle::{Audience, Bundle};
use crate::content::date::Day;
use crate::content::fault::Faults;
use crate::content::load::{Known, read_again};
use crate::content::schema;
use crate::library::document::{Site, VERSION};
use crate::routes::{Address, Route};
use crate::synthetic::is_synthetic;

use app::{App, AppError};
use cards::{Card, Undrawn};
use compress::{Compressed, ENDINGS, Effort, compress, worthwhile};
use data::DataError;
use documents::{Edition, Page, Publication, PublicationError, Served};
use feeds::{FeedError, feeds};
use head::Origin;
use history::History;
use html::{Press, Sheet};
use ledger::{Entry, Ledger};
use search::IndexFile;
use sitemap::Place;
use swap::{Swap, SwapError};

/// What is to be published, and where to.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the bundle.
    pub content: PathBuf,
    /// The folder to write, replaced whole.
    pub out: PathBuf,
    /// What Trunk has built or a publish has left; absent: see [`App::find`].
    pub app: Option<PathBuf>,
    /// The public address; absent: links are relative to whatever serves.
    pub origin: Option<Origin>,
    /// Only the documents, for a site whose pages are served from elsewhere.
    pub documents_only: bool,
    /// Whether to write `.br` and `.gz` beside the files.
    pub compress: bool,
    /// Whether to draw the pictures for shared links, once there is an origin.
    pub cards: bool,
    /// Who it is for: readers see no drafts, and no article before its date.
    pub audience: Audience,
    /// The day that counts as today.
    pub today: Day,
    /// Whether a bundle that was made up for measuring may be published.
    pub synthetic: bool,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many pages of HTML.
    pub pages: usize,
    /// How many documents.
    pub documents: usize,
    /// How many pictures for shared links.
    pub cards: usize,
    /// The articles that have no picture of their own.
    pub undrawn: Vec<Undrawn>,
    /// How many files, the compressed forms left out.
    pub files: usize,
    /// How many of them the publish before had left just so.
    pub unchanged: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Their bytes after brotli, where there is such a form.
    pub compressed: u64,
    /// The revision of the documents.
    pub revision: String,
}

/// Why nothing was published. What was there before still is.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The bundle has faults.
    #[error(transparent)]
    Faults(#[from] Faults),
    /// The bundle was made up for measuring.
    #[error("the bundle is synthetic: it is for measuring, and no site")]
    Synthetic,
    /// The browser's program is not there.
    #[error(transparent)]
    App(#[from] AppError),
    /// The documents cannot be built.
    #[error(transparent)]
    Documents(#[from] PublicationError),
    /// A document cannot be written as JSON.
    #[error("a document cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A table of figures or companies cannot be written.
    #[error(transparent)]
    Data(#[from] DataError),
    /// A feed cannot be written.
    #[error(transparent)]
    Feeds(#[from] FeedError),
    /// A picture cannot be written.
    #[error("a picture cannot be written: {0}")]
    Card(#[from] png::EncodingError),
    /// A file cannot be compressed, the sitemap not be written, or no place be
    /// made for the publishes before.
    #[error("cannot write: {0}")]
    Write(#[from] std::io::Error),
    /// The folder cannot be replaced.
    #[error(transparent)]
    Swap(#[from] SwapError),
}

/// What feed readers show beside the feed.
const ICON: &str = "/assets/apple-touch-icon.png";
/// The content base, below the output folder.
const CONTENT: &str = "content/v1";
/// How many digits of a digest tell one content from another.
const KEY: usize = 32;
/// How many files are written by one thread before another may take over.
const AT_ONCE: usize = 128;
const _: () = assert!(VERSION == 1, "CONTENT names the version");

/// A file of the site, and what it is made from.
struct Output<'a> {
    path: String,
    /// A digest of all that decides what is in it.
    key: String,
    content: Content<'a>,
}

/// What is in a file.
enum Content<'a> {
    /// It is at hand.
    Bytes(Vec<u8>),
    /// A document, at hand.
    Json(Arc<Vec<u8>>),
    /// The HTML of a page.
    Page(&'a Press<'a>, Box<Page>),
    /// The picture for a shared link.
    Card(Card),
    /// The HTML for what is not there.
    NotFound(&'a Press<'a>, String),
    /// A file of the search's index.
    Search(&'a IndexFile),
}

impl Output<'_> {
    fn of(path: String, bytes: Vec<u8>) -> Self {
        Self {
            key: hex(&Sha256::digest(&bytes), KEY),
            path,
            content: Content::Bytes(bytes),
        }
    }
}

/// Checks the bundle and replaces the output folder by its site.
///
/// Files that would come out as they are there already are taken over.
///
/// # Errors
/// See [`PublishError`]; then nothing on disk has changed.
pub fn publish(options: &Options) -> Result<Report, PublishError> {
    let bundle = read_again(&options.content, options.today, &mut Known::default())?
        .seen_by(options.audience, options.today);
    if !options.synthetic && is_synthetic(&bundle) {
        return Err(PublishError::Synthetic);
    }
    // Before the work: a folder that must not be replaced is refused at once.
    let swap = Swap::begin(&options.out, is_ours)?;
    let (publication, served) = documents::publication(&bundle)?;
    let mut report = Report {
        pages: 0,
        documents: served.len(),
        cards: 0,
        undrawn: Vec::new(),
        files: 0,
        unchanged: 0,
        bytes: 0,
        compressed: 0,
        revision: publication.revision.clone(),
    };
    let app = match options.documents_only {
        true => None,
        false => {
            let mut app = App::find(options.app.as_deref(), &options.out)?;
            app.keep(&options.out);
            Some(app)
        }
    };
    let origin = options.origin.as_ref();
    let sites: Vec<(Lang, Site)> = (publication.editions.iter())
        .map(|edition| (edition.lang, edition.site.clone()))
        .collect();
    let presses: Vec<Press> = (app.iter())
        .flat_map(|app| {
            (sites.iter()).map(|(lang, site)| Press {
                cards: options.cards,
                ..press(*lang, site, app, origin)
            })
        })
        .collect();
    let mut files = Vec::new();
    for (press, edition) in presses.iter().zip(&publication.editions) {
        if press.has_cards() {
            let (cards, undrawn) = cards::cards(press, edition);
            report.cards += cards.len();
            report.undrawn.extend(undrawn);
            for card in cards {
                files.push(Output {
                    path: card.path.clone(),
                    key: card.key()?,
                    content: Content::Card(card),
                });
            }
        }
    }
    if let Some(app) = &app {
        files.extend(site(&bundle, &publication, app, origin)?);
    }
    let Publication {
        editions, search, ..
    } = publication;
    for (press, edition) in presses.iter().zip(editions) {
        let pages = pages(press, edition)?;
        report.pages += pages.len();
        files.extend(pages);
    }
    files.extend(
        (served.into_iter()).map(|Served { path, json, key }| Output {
            path: format!("{CONTENT}/{path}"),
            key,
            content: Content::Json(json),
        }),
    );

    // What is in such a file, its path says.
    files.extend(search.iter().map(|file| Output {
        path: format!("{CONTENT}/{}", file.path),
        key: hex(&Sha256::digest(&file.path), KEY),
        content: Content::Search(file),
    }));

    let history = History::of(swap.target());
    let packed = options.compress.then_some(report.pages);
    let maker = maker(packed.map(|pages| Effort::of("", pages)));
    let before = Ledger::read(&history.ledger(), &maker);
    let anew = files.par_iter().filter_map(|file| match &file.content {
        Content::Search(content) => {
            let before = before.find(swap.target(), &file.path, &file.key);
            before.is_none().then_some(*content)
        }
        _ => None,
    });
    search::make(&anew.collect::<Vec<_>>());
    // Each goes as soon as it is written: there may be gigabytes of them.
    let written: Vec<(String, bool, Entry)> = (files.into_par_iter())
        .with_max_len(AT_ONCE)
        .map_init(Sheet::default, |sheet, file| {
            write(&swap, file, &before, packed, sheet)
        })
        .collect::<Result<_, _>>()?;
    let mut ledger = Ledger::new(maker);
    for (path, unchanged, entry) in written {
        report.files += 1;
        report.unchanged += usize::from(unchanged);
        report.bytes += entry.length;
        report.compressed += entry.compressed.map_or(entry.length, |(brotli, _)| brotli);
        ledger.add(path, entry);
    }
    let keep = history.prepare()?;
    // The same site once more is nothing to go back to.
    let same = report.unchanged == report.files && report.files == before.len();
    swap.finish((!same).then_some(&keep))?;
    ledger.write(&history.ledger());
    history.prune();
    Ok(report)
}

/// What decides, beside a file's own key, what comes out: this very program,
/// and how hard it compresses.
fn maker(effort: Option<Effort>) -> String {
    let program = std::env::current_exe().and_then(fs::metadata);
    let program = program.and_then(|program| Ok((program.len(), program.modified()?)));
    let mut digest = Sha256::new();
    digest.update(format!("{program:?} {effort:?}"));
    hex(&digest.finalize(), KEY)
}

/// Whether an earlier publish has left this folder.
fn is_ours(folder: &Path) -> bool {
    app::is_published(folder) || folder.join(CONTENT).join("manifest.json").is_file()
}

fn press<'a>(lang: Lang, site: &'a Site, app: &'a App, origin: Option<&'a Origin>) -> Press<'a> {
    Press {
        lang,
        site,
        app: &app.record,
        origin,
        cards: true,
    }
}

/// The HTML of every page, and that for addresses that no page has; not made
/// yet.
fn pages<'a>(press: &'a Press<'a>, edition: Edition) -> Result<Vec<Output<'a>>, serde_json::Error> {
    // A page's revision stands for what is embedded in it; this for the rest.
    let origin = press.origin.map(Origin::to_string);
    let shared = serde_json::to_vec(&(press.lang, press.app, origin, press.cards))?;
    let key = |revision: &str| {
        let digest = Sha256::new_with_prefix(&shared).chain_update(revision);
        hex(&digest.finalize(), KEY)
    };
    let mut outputs: Vec<Output> = (edition.pages.into_par_iter())
        .map(|page| Output {
            path: format!("{}index.html", below_root(&page.address.path())),
            key: key(&page.revision),
            content: Content::Page(press, Box::new(page)),
        })
        .collect();
    let home = Address::new(press.lang, Route::Home).path();
    outputs.push(Output {
        path: format!("{}404.html", below_root(&home)),
        key: key(&edition.not_found),
        content: Content::NotFound(press, edition.not_found),
    });
    Ok(outputs)
}

fn below_root(path: &str) -> &str {
    path.trim_start_matches('/')
}

/// Everything but pages and documents.
fn site<'a>(
    bundle: &Bundle,
    publication: &Publication,
    app: &App,
    origin: Option<&Origin>,
) -> Result<Vec<Output<'a>>, PublishError> {
    let mut files = Vec::new();
    let mut add = |path: &str, bytes: Vec<u8>| files.push(Output::of(path.to_owned(), bytes));
    let places: Vec<Place> = (publication.editions.iter())
        .flat_map(|Edition { pages, .. }| pages)
        .filter(|page| page.address.route != Route::Embed)
        .map(Place::new)
        .collect();
    let (sitemaps, feeds) = rayon::join(
        || sitemap::sitemaps(&places, origin),
        || match origin {
            Some(origin) => feeds(publication, bundle, origin, Some(ICON)),
            None => Ok(Vec::new()),
        },
    );
    for (path, xml) in sitemaps? {
        add(&path, xml);
    }
    for feed in feeds? {
        add(&feed.path, feed.text.into_bytes());
    }
    add("llms.txt", data::llms(bundle, origin).into_bytes());
    for data::Written { path, bytes } in data::tables(bundle)? {
        add(&path, bytes);
    }
    let mut record = serde_json::to_vec_pretty(&app.record)?;
    record.push(b'\n');
    let boot = headers::script_hash(&headers::BOOT);
    let rules = headers::headers_file(&boot, app.files.iter().map(|file| file.path.as_str()));
    add("robots.txt", sitemap::robots(origin).into_bytes());
    add("_headers", rules.into_bytes());
    add(app::RECORD, record);
    for file in schema::all() {
        add(&format!("schema/{}", file.name), file.json.into_bytes());
    }
    for file in &app.files {
        add(&file.path, file.bytes.clone());
    }
    Ok(files)
}

/// Writes a file and its compressed forms, or takes them over: its path,
/// whether it did that, and what is to be remembered. `packed` has how many
/// pages the site has, when it is compressed.
fn write(
    swap: &Swap,
    output: Output,
    before: &Ledger,
    packed: Option<usize>,
    sheet: &mut Sheet,
) -> Result<(String, bool, Entry), PublishError> {
    let Output { path, key, content } = output;
    if let Some(entry) = before.find(swap.target(), &path, &key) {
        take_over(swap, &path, &path, entry)?;
        return Ok((path, true, entry.clone()));
    }
    let mut alike = None;
    let at_hand;
    let bytes = match content {
        Content::Bytes(bytes) => Cow::Owned(bytes),
        Content::Json(json) => {
            at_hand = json;
            Cow::Borrowed(at_hand.as_slice())
        }
        Content::Page(press, page) => Cow::Borrowed(press.page(*page, sheet)?.as_bytes()),
        Content::NotFound(press, revision) => {
            Cow::Borrowed(press.not_found(&revision, sheet)?.as_bytes())
        }
        Content::Card(card) => Cow::Owned(card.png()?),
        Content::Search(file) => {
            let bytes = file.bytes();
            let digest = hex(&Sha256::digest(&bytes), KEY);
            // One article makes a part of the index anew, with another name:
            // nearly all that is in it is as it was.
            if let Some((old, entry)) = before.alike(swap.target(), &digest) {
                take_over(swap, old, &path, entry)?;
                let entry = entry.clone();
                return Ok((path, false, Entry { key, ..entry }));
            }
            alike = Some(digest);
            Cow::Owned(bytes)
        }
    };
    swap.write(&path, &bytes)?;
    let mut entry = Entry {
        key,
        length: bytes.len() as u64,
        compressed: None,
        alike,
    };
    if let Some(pages) = packed.filter(|_| worthwhile(&path, bytes.len())) {
        let effort = Effort::of(&path, pages);
        let Compressed { brotli, gzip } = compress(&bytes, effort)?;
        for (ending, bytes) in ENDINGS.into_iter().zip([&brotli, &gzip]) {
            swap.write(&format!("{path}{ending}"), bytes)?;
        }
        entry.compressed = Some((brotli.len() as u64, gzip.len() as u64));
    }
    Ok((path, false, entry))
}

/// Takes a file and its compressed forms over from the folder before.
fn take_over(swap: &Swap, old: &str, new: &str, entry: &Entry) -> Result<(), SwapError> {
    swap.take_over(old, new)?;
    if entry.compressed.is_some() {
        for ending in ENDINGS {
            swap.take_over(&format!("{old}{ending}"), &format!("{new}{ending}"))?;
        }
    }
    Ok(())
}

/// The first digits of a digest.
fn hex(digest: &[u8], digits: usize) -> String {
    let halves = (digest.iter()).flat_map(|byte| [byte >> 4, byte & 0xf]);
    let digit = |half| char::from_digit(u32::from(half), 16).unwrap_or_default();
    halves.take(digits).map(digit).collect()
}
