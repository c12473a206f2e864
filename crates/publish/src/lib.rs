//! From the bundle to a folder that any host can serve. Only this writes files.
//!
//! ```text
//! bundle ── documents ──► /content/v1/…json ─┐
//! app (Trunk, or the publish before) ────────┼─► html ─► compress ─► swap
//! ```
//!
//! Pages go through one by one ([`documents::DocumentBuilder::every`], `site`); a file
//! that would come out as the publish before left it is taken over (`writer`).
//! The same bundle, app, origin and day give the same bytes: nothing asks the clock.

pub mod app;
pub mod artifacts;
pub mod content_base;
pub mod disk;
pub mod documents;
pub mod escape;
pub mod headers;
pub mod mime;
pub mod origin;
pub mod outcome;
pub mod output;
pub mod papers;
pub mod pictures;
pub mod render;
mod site;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use thiserror::Error;

use content::bundle::{Audience, RootFile};
use content::fault::{Faults, Summary};
use content::load::read;
use content::synthetic::is_synthetic;
use model::Lang;
use model::date::Day;
use model::document::Site;
use model::routes::CONTENT_BASE;

use app::{App, AppError};
use artifacts::cards::Undrawn;
use artifacts::feeds::FeedError;
use artifacts::tables::DataError;
use content_base::ContentBase;
use documents::{DocumentBuilder, PublicationError};
use origin::Origin;
use output::atomic_dir::{AtomicDir, Reason, ReplaceError};
use output::build_cache::WrittenFile;
use output::build_cache::{self, BuildCache};
use output::compress::Effort;
use output::foreign::OnForeign;
use output::room::Need;
use output::writer::Writer;
use papers::PaperError;
use pictures::PictureError;
use render::PageRenderer;

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
    /// Where a backend serves the documents; absent: the site's own are all there is.
    pub content_base: Option<ContentBase>,
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
    /// What becomes of files in the folder that no publish has written.
    pub foreign: OnForeign,
    /// Whether the folder itself must stay, as something else holds on to it.
    pub in_place: bool,
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
    /// How many files of the bundle's pictures.
    pub pictures: usize,
    /// How many files of the bundle's papers.
    pub papers: usize,
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
    /// What in the bundle is worth a look.
    pub warnings: Summary,
    /// The files in the folder that no publish had written: kept, or left behind.
    pub foreign: Vec<PathBuf>,
    /// Why the folder was brought up to date in place, and nothing earlier kept.
    pub in_place: Option<Reason>,
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
    /// A picture of the bundle cannot be published.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// A paper of the bundle cannot be published.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// A card cannot be written.
    #[error("a card cannot be written: {0}")]
    Card(#[from] png::EncodingError),
    /// A file cannot be compressed, the sitemap not be written, or no place be
    /// made for the publishes before.
    #[error("cannot write: {0}")]
    Write(#[from] std::io::Error),
    /// Files would be lost that no publish has written.
    #[error(transparent)]
    Foreign(#[from] ForeignFiles),
    /// The folder cannot be replaced.
    #[error(transparent)]
    AtomicDir(#[from] ReplaceError),
}

/// Files in the folder that no publish has written.
#[derive(Debug, Error)]
#[error(
    "in `{folder}` lie files that no publish has written, and that this one would drop: {}. Move them to `root/` of the content, from where they are published as they are; or publish with --foreign keep or --foreign drop.",
    self.listed(", ")
)]
pub struct ForeignFiles {
    /// The folder.
    pub folder: PathBuf,
    /// The files, by their paths below it, in order. Never empty.
    pub files: Vec<PathBuf>,
}

impl ForeignFiles {
    /// How many of them are named.
    const NAMED: usize = 10;

    /// Their names, of many the first, and how many there are.
    pub fn listed(&self, between: &str) -> String {
        let names = self.files.iter().take(Self::NAMED);
        let names: Vec<String> = names.map(|file| file.display().to_string()).collect();
        let more = self.files.len() - names.len();
        match more {
            0 => names.join(between),
            more => format!("{} … (+{more})", names.join(between)),
        }
    }
}

/// The content base, below the output folder.
const CONTENT: &str = match CONTENT_BASE.as_bytes() {
    [b'/', .., b'/'] => {
        CONTENT_BASE
            .split_at(CONTENT_BASE.len() - 1)
            .0
            .split_at(1)
            .1
    }
    _ => panic!("a content base begins and ends with a slash"),
};
/// How many digits of a digest tell one content from another.
const KEY: usize = 32;

/// Checks the bundle and replaces the output folder by its site.
///
/// Files that would come out as they are there already are taken over.
///
/// # Errors
/// See [`PublishError`]; then nothing on disk has changed.
pub fn publish(options: &Options) -> Result<Report, PublishError> {
    let reading = read(&options.content, options.today);
    let warnings = reading.warnings_summary();
    let bundle = (reading.bundle?).seen_by(options.audience, options.today);
    if !options.synthetic && is_synthetic(&bundle) {
        return Err(PublishError::Synthetic);
    }
    // Before the work: a folder that must not be replaced is refused at once.
    let mut swap = AtomicDir::begin(&options.out, options.in_place, is_published)?;
    let mut before = BuildCache::read(&swap.history().build_cache());
    // A large folder takes its time to be looked through.
    let (foreign, builder) = rayon::join(
        || foreign(options, &swap, &before, &bundle.root),
        || DocumentBuilder::new(&bundle),
    );
    let ((foreign, mixed), builder) = (foreign?, builder?);
    let posters = options.cards && options.origin.is_some() && !options.documents_only;
    let builder = builder.with_posters(posters);
    let app = match options.documents_only {
        true => None,
        false => {
            let mut app = App::find(options.app.as_deref(), &options.out)?;
            app.keep(&options.out);
            Some(app)
        }
    };
    let history = swap.history().clone();
    let packed = options.compress.then(|| match &app {
        Some(_) => builder.count(),
        None => 0,
    });
    let maker = maker(packed.map(|pages| Effort::of("", pages)));
    before.trust(&maker);
    swap.expect(Need::of(
        app.as_ref().map_or(0, |_| builder.count()),
        before.is_trusted(),
    ))?;
    // Once nothing is left that refuses: it is not there for another try.
    let begun_with = swap.begin_with_old(&maker);
    let writer = Writer {
        swap: &swap,
        before: &before,
        begun_with: &begun_with,
        packed,
    };
    let site = site::write(options, &builder, app.as_ref(), &writer)?;
    swap.take_away(&begun_with.all_but(&site.files))?;
    drop(begun_with);
    if options.foreign == OnForeign::Keep {
        keep_foreign(&swap, &foreign)?;
    }
    let mut report = Report {
        pages: site.pages,
        documents: site.documents,
        cards: site.cards,
        pictures: site.pictures,
        papers: site.papers,
        undrawn: site.undrawn,
        files: 0,
        unchanged: 0,
        bytes: 0,
        compressed: 0,
        revision: site.revision,
        warnings,
        foreign,
        in_place: None,
    };
    drop(builder);
    // Nobody waits until it is taken apart.
    rayon::spawn(move || drop(bundle));
    for WrittenFile {
        unchanged, entry, ..
    } in &site.files
    {
        report.files += 1;
        report.unchanged += usize::from(*unchanged);
        report.bytes += entry.length;
        report.compressed += entry.compressed.map_or(entry.length, |(brotli, _)| brotli);
    }
    let keep = history.prepare()?;
    if mixed {
        history.note_foreign();
    }
    // The same site once more is nothing to go back to.
    let same = report.unchanged == report.files && report.files == before.len();
    let aside = match same {
        true => history.not_worth_keeping(),
        false => Some(keep),
    };
    report.in_place = swap.finish(aside.as_deref(), || {
        build_cache::write(&history.build_cache(), &maker, &site.files);
        history.prune();
    })?;
    Ok(report)
}

/// What in the folder no publish has written, if that may be so, and whether there is any
/// such file; what the bundle now has in the same place is no loss.
fn foreign(
    options: &Options,
    swap: &AtomicDir,
    before: &BuildCache,
    root: &[RootFile],
) -> Result<(Vec<PathBuf>, bool), PublishError> {
    let mut files = output::foreign::foreign(swap.target(), before)?;
    let mixed = !files.is_empty();
    files.retain(|file| !root.iter().any(|own| Path::new(&own.path) == file));
    if files.is_empty() || options.foreign != OnForeign::Stop {
        return Ok((files, mixed));
    }
    let folder = options.out.clone();
    Err(ForeignFiles { folder, files }.into())
}

/// Takes over what no publish has written, but for what this one has written itself.
fn keep_foreign(swap: &AtomicDir, files: &[PathBuf]) -> Result<(), ReplaceError> {
    for folder in output::foreign::hidden_folders(swap.target(), files) {
        swap.make_folder(&folder)?;
    }
    let paths = files.iter().filter_map(|file| file.to_str());
    for path in paths.filter(|path| !swap.has(path)) {
        swap.take_over(path, path)?;
    }
    Ok(())
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
pub fn is_published(folder: &Path) -> bool {
    app::is_published(folder) || folder.join(CONTENT).join("manifest.json").is_file()
}

/// A renderer of pages in a language.
pub fn renderer<'a>(
    lang: Lang,
    site: &'a Arc<Site>,
    app: &'a App,
    origin: Option<&'a Origin>,
) -> PageRenderer<'a> {
    PageRenderer {
        lang,
        site,
        app: &app.record,
        origin,
        content_base: None,
        cards: true,
    }
}

/// The first digits of a digest.
fn hex(digest: &[u8], digits: usize) -> String {
    let mut hex = String::with_capacity(digits);
    let halves = (digest.iter()).flat_map(|byte| [byte >> 4, byte & 0xf]);
    let digit = |half| char::from_digit(u32::from(half), 16).unwrap_or_default();
    hex.extend(halves.take(digits).map(digit));
    hex
}
