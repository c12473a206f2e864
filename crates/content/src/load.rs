//! Reads a bundle from a folder, with every fault it has.

mod inputs;
mod summary;

use std::collections::BTreeMap;
use std::path::Path as FilePath;

pub use crate::files::ArticleCache;
pub use inputs::inputs;

use rayon::prelude::*;

use super::bundle::{Article, Bundle, Documents, Events, Media, Offers, Paper, Picture};
use super::check;
use super::decode::Decoding;
use super::fault::{Fault, Faults, Summary};
use super::files::Files;
use super::papers::PaperFile;
use super::pictures::PictureFile;
use super::source::SourceFile;
use super::table::BundleFile;
use model::date::Day;

/// What reading a folder gives.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The bundle, or every fault that keeps it from being published.
    pub bundle: Result<Bundle, Faults>,
    /// What is worth a look and keeps nothing from being published, in order.
    pub warnings: Option<Faults>,
    /// The ids of sources that nothing names, in their order.
    pub unused_sources: Vec<String>,
}

impl Reading {
    /// How many warnings there are of each class.
    pub fn warnings_summary(&self) -> Summary {
        Summary::of(self.warnings.iter().flatten())
    }
}

/// Reads the bundle in a folder.
///
/// # Errors
/// Every fault of every file: of form, of shape and of sense.
pub fn load(dir: &FilePath) -> Result<Bundle, Faults> {
    read_at(dir, None).bundle
}

/// Reads the bundle in a folder, with what is worth a look on this day.
pub fn read(dir: &FilePath, today: Day) -> Reading {
    read_at(dir, Some(today))
}

/// Reads the bundle in a folder that was read before: what has not changed
/// since is taken from there.
pub fn read_again(dir: &FilePath, today: Day, cache: &mut ArticleCache) -> Reading {
    read_cached(dir, Some(today), cache)
}

fn read_at(dir: &FilePath, today: Option<Day>) -> Reading {
    read_cached(dir, today, &mut ArticleCache::default())
}

fn read_cached(dir: &FilePath, today: Option<Day>, cache: &mut ArticleCache) -> Reading {
    let (files, faults) = Files::read(dir, cache, examine);
    let bundle = bundle(&files, faults, today);
    let mut warnings = Vec::new();
    if let Some(today) = today {
        check::warn(&files, today, &mut warnings);
    }
    let unused_sources = check::unused_sources(&files);
    // Nobody waits until ten thousand files are taken apart.
    rayon::spawn(move || drop(files));
    Reading {
        bundle,
        warnings: Faults::of(warnings),
        unused_sources,
    }
}

fn bundle(files: &Files, mut faults: Vec<Fault>, today: Option<Day>) -> Result<Bundle, Faults> {
    let bundle = decode(files, today, &mut faults);
    check::check(files, today, &mut faults);
    match (Faults::of(faults), bundle) {
        (None, Some(bundle)) => Ok(bundle),
        (Some(faults), _) => Err(faults),
        // A file that is not there, or not decoded, has left a fault.
        (None, None) => unreachable!("a bundle that was not decoded has a fault"),
    }
}

fn decode(files: &Files, today: Option<Day>, faults: &mut Vec<Fault>) -> Option<Bundle> {
    let alliance = decoded(files.get(BundleFile::Alliance), faults);
    let chain = decoded(files.get(BundleFile::Chain), faults);
    let companies = decoded(files.get(BundleFile::Companies), faults);
    let projects = decoded(files.get(BundleFile::Projects), faults);
    let indicators = decoded(files.get(BundleFile::Indicators), faults);
    let sources = decoded(files.get(BundleFile::Sources), faults);
    let glossary = decoded(files.get(BundleFile::Glossary), faults);
    // What is wrong with it has left a fault.
    let terms = decoded(files.get(BundleFile::Terms), faults).unwrap_or_default();
    let media: Media = decoded(files.get(BundleFile::Media), faults).unwrap_or_default();
    let events: Events = decoded(files.get(BundleFile::Events), faults).unwrap_or_default();
    let documents: Documents =
        decoded(files.get(BundleFile::Documents), faults).unwrap_or_default();
    let offers: Offers = decoded(files.get(BundleFile::Offers), faults).unwrap_or_default();
    for file in &files.news {
        faults.extend(file.faults.iter().cloned());
    }
    let news: Vec<Option<Article>> = (files.news.par_iter())
        .map(|file| file.article.clone())
        .collect();
    let mut news: Vec<Article> = news.into_iter().collect::<Option<_>>()?;
    news.sort_by(|a, b| b.order().cmp(&a.order()).then_with(|| a.id.cmp(&b.id)));
    Some(Bundle {
        alliance: alliance?,
        chain: chain?,
        companies: companies?,
        projects: projects?,
        indicators: indicators?,
        sources: sources?,
        glossary: glossary?,
        terms,
        picture_files: picture_files(files, &media),
        media,
        events,
        today,
        paper_files: paper_files(files, &documents),
        documents,
        offers,
        news,
        root: files.root.clone(),
    })
}

/// The files of pictures, by their ids. What cannot be published has left a fault.
fn picture_files(files: &Files, media: &Media) -> BTreeMap<String, PictureFile> {
    let file = |picture: &Picture| files.pictures.get(&picture.file)?.ok().cloned();
    let pictures = media.pictures.iter();
    let files = pictures.filter_map(|picture| Some((picture.id.clone(), file(picture)?)));
    files.collect()
}

/// The files of papers, by their ids. What cannot be published has left a fault.
fn paper_files(files: &Files, documents: &Documents) -> BTreeMap<String, PaperFile> {
    let file = |paper: &Paper| files.papers.get(paper.file.as_ref()?)?.ok().cloned();
    let papers = documents.papers.iter();
    let files = papers.filter_map(|paper| Some((paper.id.clone(), file(paper)?)));
    files.collect()
}

/// Reads an article's file for all that can be said of it alone.
fn examine(file: &SourceFile) -> (Option<Article>, Vec<Fault>) {
    let mut faults = Vec::new();
    let mut article = decoded::<Article>(Some(file), &mut faults);
    article.iter_mut().for_each(summary::complete);
    check::alone(file, &mut faults);
    (article, faults)
}

fn decoded<T: deserr::Deserr<Decoding>>(
    file: Option<&SourceFile>,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    let file = file?;
    match deserr::deserialize::<T, _, Decoding>(&file.root) {
        Ok(value) => Some(value),
        Err(decoding) => {
            faults.extend(decoding.into_faults(file));
            None
        }
    }
}
