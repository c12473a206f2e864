//! From the bundle to a folder that any host can serve. Only this writes files.
//!
//! ```text
//! bundle ── documents ──► /content/v1/…json ─┐
//! app (Trunk, or the publish before) ────────┼─► html ─► compress ─► swap
//! ```
//!
//! The same bundle, app, origin and day give the same bytes: nothing asks the clock.

pub mod app;
pub mod compress;
pub mod data;
pub mod documents;
pub mod feeds;
pub mod head;
pub mod headers;
pub mod html;
pub mod markdown;
pub mod server;
pub mod sitemap;
pub mod swap;

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use thiserror::Error;

use crate::content::bundle::Audience;
use crate::content::date::Day;
use crate::content::fault::Faults;
use crate::content::load::read;
use crate::content::schema;
use crate::library::document::VERSION;
use crate::routes::{Address, Route};

use app::{App, AppError};
use compress::{compress, worthwhile};
use data::DataError;
use documents::{Edition, Publication, PublicationError, Served};
use feeds::{FeedError, feeds};
use head::Origin;
use html::Press;
use sitemap::Place;
use swap::{Swap, SwapError};

/// What is to be published, and where to.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder of the bundle.
    pub content: PathBuf,
    /// The folder to write, replaced whole.
    pub out: PathBuf,
    /// What Trunk has built; absent: what the publish before has left in `out`,
    /// and else Trunk's usual folder.
    pub app: Option<PathBuf>,
    /// The public address; absent: links are relative to whatever serves.
    pub origin: Option<Origin>,
    /// Only the documents, for a site whose pages are served from elsewhere.
    pub documents_only: bool,
    /// Whether to write `.br` and `.gz` beside the files.
    pub compress: bool,
    /// Who it is for: readers see no drafts, and no article before its date.
    pub audience: Audience,
    /// The day that counts as today.
    pub today: Day,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many pages of HTML.
    pub pages: usize,
    /// How many documents.
    pub documents: usize,
    /// How many files, the compressed forms left out.
    pub files: usize,
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
    /// A file cannot be compressed, or the sitemap not be written.
    #[error("cannot write to memory: {0}")]
    Memory(#[from] std::io::Error),
    /// The folder cannot be replaced.
    #[error(transparent)]
    Swap(#[from] SwapError),
}

/// What feed readers show beside the feed.
const ICON: &str = "/assets/apple-touch-icon.png";
/// Trunk's usual folder.
const TRUNK: &str = "target/app";
/// The content base, below the output folder.
const CONTENT: &str = "content/v1";
const _: () = assert!(VERSION == 1, "CONTENT names the version");

/// A file of the site.
#[derive(Clone, Debug)]
struct Output {
    path: String,
    bytes: Vec<u8>,
}

/// Checks the bundle and replaces the output folder by its site.
///
/// # Errors
/// See [`PublishError`]; then nothing on disk has changed.
pub fn publish(options: &Options) -> Result<Report, PublishError> {
    let bundle = read(&options.content, options.today)
        .bundle?
        .seen_by(options.audience, options.today);
    // Before the work: a folder that must not be replaced is refused at once.
    let swap = Swap::begin(&options.out, is_ours)?;
    let (publication, served) = documents::publication(&bundle)?;
    let mut report = Report {
        pages: 0,
        documents: served.len(),
        files: 0,
        bytes: 0,
        compressed: 0,
        revision: publication.revision.clone(),
    };
    let mut files = if options.documents_only {
        Vec::new()
    } else {
        let app = find_app(options)?;
        let pages = pages(&publication, &app, options.origin.as_ref())?;
        report.pages = pages.len();
        let mut files = site(pages, &publication, app, options.origin.as_ref())?;
        files.push(Output {
            path: "llms.txt".to_owned(),
            bytes: data::llms(&bundle, options.origin.as_ref()).into_bytes(),
        });
        let tables = data::tables(&bundle)?.into_iter();
        files.extend(tables.map(|data::Written { path, bytes }| Output { path, bytes }));
        if let Some(origin) = &options.origin {
            let feeds = feeds(&publication, &bundle, origin, Some(ICON))?;
            files.extend(feeds.into_iter().map(|feed| Output {
                path: feed.path,
                bytes: feed.text.into_bytes(),
            }));
        }
        files
    };
    files.extend(served.into_iter().map(|Served { path, json }| Output {
        path: format!("{CONTENT}/{path}"),
        bytes: json,
    }));

    let sizes: Vec<u64> = (files.par_iter())
        .map(|file| write(&swap, file, options.compress))
        .collect::<Result<_, _>>()?;
    report.files = files.len();
    report.bytes = files.iter().map(|file| file.bytes.len() as u64).sum();
    report.compressed = sizes.iter().sum();
    swap.finish()?;
    Ok(report)
}

/// Whether an earlier publish has left this folder.
fn is_ours(folder: &Path) -> bool {
    app::is_published(folder) || folder.join(CONTENT).join("manifest.json").is_file()
}

fn find_app(options: &Options) -> Result<App, AppError> {
    let published = &options.out;
    let mut app = match &options.app {
        Some(trunk) => App::from_trunk(trunk)?,
        None if app::is_published(published) => return App::from_published(published),
        None if Path::new(TRUNK).join("index.html").is_file() => App::from_trunk(TRUNK.as_ref())?,
        None => {
            return Err(AppError::Missing {
                trunk: Path::new(TRUNK).join("index.html"),
                record: published.join(app::RECORD),
            });
        }
    };
    app.keep(published);
    Ok(app)
}

/// The HTML of every page, and those for addresses that no page has.
fn pages(
    publication: &Publication,
    app: &App,
    origin: Option<&Origin>,
) -> Result<Vec<Output>, serde_json::Error> {
    let mut outputs = Vec::new();
    for edition in &publication.editions {
        let press = Press {
            lang: edition.lang,
            revision: &publication.revision,
            site: &edition.site,
            app: &app.record,
            origin,
        };
        let pages: Result<Vec<_>, _> = (edition.pages.par_iter())
            .map(|page| {
                Ok(Output {
                    path: format!("{}index.html", below_root(&page.address.path())),
                    bytes: press.page(&page.address, &page.document)?.into_bytes(),
                })
            })
            .collect();
        outputs.extend(pages?);
        let home = Address::new(edition.lang, Route::Home).path();
        outputs.push(Output {
            path: format!("{}404.html", below_root(&home)),
            bytes: press.not_found()?.into_bytes(),
        });
    }
    Ok(outputs)
}

fn below_root(path: &str) -> &str {
    path.trim_start_matches('/')
}

/// Everything but the documents.
fn site(
    mut files: Vec<Output>,
    publication: &Publication,
    app: App,
    origin: Option<&Origin>,
) -> Result<Vec<Output>, PublishError> {
    let places: Vec<Place> = (publication.editions.iter())
        .flat_map(|Edition { pages, .. }| pages)
        .filter(|page| page.address.route != Route::Embed)
        .map(Place::new)
        .collect();
    let sitemaps = sitemap::sitemaps(&places, origin)?.into_iter();
    files.extend(sitemaps.map(|(path, bytes)| Output { path, bytes }));
    let mut record = serde_json::to_vec_pretty(&app.record)?;
    record.push(b'\n');
    let boot = headers::script_hash(headers::BOOT);
    let rules = headers::headers_file(&boot, app.files.iter().map(|file| file.path.as_str()));
    for (path, bytes) in [
        ("robots.txt", sitemap::robots(origin).into_bytes()),
        ("_headers", rules.into_bytes()),
        (app::RECORD, record),
    ] {
        files.push(Output {
            path: path.to_owned(),
            bytes,
        });
    }
    files.extend((schema::all().into_iter()).map(|file| Output {
        path: format!("schema/{}", file.name),
        bytes: file.json.into_bytes(),
    }));
    files
        .extend((app.files.into_iter()).map(|app::AppFile { path, bytes }| Output { path, bytes }));
    Ok(files)
}

/// Writes a file and its compressed forms; its size after brotli.
fn write(
    swap: &Swap,
    Output { path, bytes }: &Output,
    compressed: bool,
) -> Result<u64, PublishError> {
    swap.write(path, bytes)?;
    if !compressed || !worthwhile(path, bytes.len()) {
        return Ok(bytes.len() as u64);
    }
    let compressed = compress(bytes)?;
    swap.write(&format!("{path}.br"), &compressed.brotli)?;
    swap.write(&format!("{path}.gz"), &compressed.gzip)?;
    Ok(compressed.brotli.len() as u64)
}

/// The first digits of a digest.
fn hex(digest: &[u8], digits: usize) -> String {
    let mut text: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    text.truncate(digits);
    text
}
