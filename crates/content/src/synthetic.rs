//! Bundles of any size that nobody could take for the site's own.
//!
//! For measuring how the site grows. What is written is made up from this
//! site's own words, from a seed: the same seed gives the same bytes. Every
//! title, summary and source says that it is synthetic, every id begins with
//! [`PREFIX`], and publishing refuses such a bundle unless `--synthetic` is given.

pub mod papers;
mod records;
mod sentences;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use thiserror::Error;

use crate::bundle::Bundle;
use crate::fault::Faults;
use crate::load::load;
use crate::papers::{FOLDER as PAPERS, PaperFormat};
use crate::pictures::FOLDER as PICTURES;
use crate::table::FILES;

use records::Maker;

/// What every synthetic id begins with.
pub const PREFIX: &str = "synthetic-";

/// How large a bundle is made.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many articles, besides those of the bundle that it starts from.
    pub articles: usize,
    /// How many companies, besides.
    pub companies: usize,
    /// How many pictures, besides: shared out among the articles.
    pub pictures: usize,
    /// How many events, besides.
    pub events: usize,
    /// How many offers and needs, besides.
    pub offers: usize,
    /// What the chance starts from.
    pub seed: u64,
}

/// Why no bundle was made.
#[derive(Debug, Error)]
pub enum SyntheticError {
    /// The folder is there and not empty.
    #[error("`{0}` is not empty: synthetic content goes into a folder of its own")]
    Occupied(PathBuf),
    /// The bundle that it starts from has faults.
    #[error(transparent)]
    Base(#[from] Faults),
    /// A file cannot be read or written.
    #[error("`{path}`: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A paper cannot be drawn.
    #[error("a paper cannot be drawn: {0}")]
    Paper(#[from] zip::result::ZipError),
    /// A file of the bundle is no JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Whether any of it was made up.
pub fn is_synthetic(bundle: &Bundle) -> bool {
    let article = |article: &crate::bundle::Article| article.id.starts_with(PREFIX);
    let company = |company: &crate::bundle::Company| company.id.starts_with(PREFIX);
    let event = |event: &crate::bundle::Event| event.id.starts_with(PREFIX);
    let paper = |paper: &crate::bundle::Paper| paper.id.starts_with(PREFIX);
    let offer = |offer: &crate::bundle::Offer| offer.id.starts_with(PREFIX);
    bundle.news.iter().any(article)
        || bundle.companies.companies.iter().any(company)
        || bundle.events.events.iter().any(event)
        || bundle.documents.papers.iter().any(paper)
        || bundle.offers.offers.iter().any(offer)
}

/// Writes a bundle: the one in `base`, and beside it what is made up. The files of its
/// pictures are still to be drawn: their paths, in the order of their numbers.
///
/// # Errors
/// See [`SyntheticError`].
pub fn generate(base: &Path, out: &Path, size: Size) -> Result<Vec<PathBuf>, SyntheticError> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(SyntheticError::Occupied(out.to_owned()));
    }
    let bundle = load(base)?;
    let news = out.join("news");
    fs::create_dir_all(&news).map_err(at(&news))?;
    for row in FILES.iter().filter(|row| row.is_wanted_in(base)) {
        copy(&base.join(row.name), &out.join(row.name))?;
    }
    let pictures = bundle.picture_files.values();
    let pictures = pictures.map(|file| (PICTURES, &file.path));
    let papers = bundle.paper_files.values();
    let papers = papers.map(|file| (PAPERS, &file.path));
    for (folder, path) in pictures.chain(papers) {
        let folder = out.join(folder);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        copy(path, &folder.join(path.file_name().unwrap_or_default()))?;
    }
    for article in &bundle.news {
        let name = format!("news/{}.json", article.id);
        copy(&base.join(&name), &out.join(&name))?;
    }

    let mut maker = Maker::new(&bundle, size);
    extend(base, out, "sources.json", "sources", maker.sources())?;
    extend(base, out, "companies.json", "companies", maker.companies())?;
    let mut drawn = Vec::new();
    if size.pictures > 0 {
        let folder = out.join(PICTURES);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let pictures = maker.pictures();
        let names = pictures.iter().filter_map(|one| one["file"].as_str());
        drawn.extend(names.map(|name| folder.join(name)));
        extend(base, out, "media.json", "pictures", pictures)?;
    }
    let events = maker.events();
    if !events.is_empty() {
        extend(base, out, "events.json", "events", events)?;
    }
    for number in 1..=size.articles {
        let article = maker.article(number);
        let id = article["id"].as_str().unwrap_or_default();
        write(&news.join(format!("{id}.json")), &article)?;
    }
    // Last: the articles of a seed stay what they were.
    write_papers(base, out, &maker.papers())?;
    let offers = maker.offers();
    if !offers.is_empty() {
        extend(base, out, "offers.json", "offers", offers)?;
    }
    Ok(drawn)
}

/// Records of papers, and a drawn file for each that has one.
fn write_papers(base: &Path, out: &Path, papers: &[Value]) -> Result<(), SyntheticError> {
    let folder = out.join(PAPERS);
    fs::create_dir_all(&folder).map_err(at(&folder))?;
    for paper in papers {
        let Some(name) = paper["file"].as_str() else {
            continue;
        };
        let line = paper["title"]["en"].as_str().unwrap_or_default();
        let bytes = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some(ending) if ending == PaperFormat::Docx.ending() => papers::docx(line)?,
            Some(ending) if ending == PaperFormat::Xlsx.ending() => papers::xlsx(line)?,
            _ => papers::pdf(line),
        };
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(at(&path))?;
    }
    extend(base, out, "documents.json", "papers", papers.to_vec())
}

/// A file of the bundle with more records in one of its lists.
fn extend(
    base: &Path,
    out: &Path,
    name: &str,
    list: &str,
    more: Vec<Value>,
) -> Result<(), SyntheticError> {
    let path = base.join(name);
    let mut file: Value = match fs::read(&path) {
        // One that a bundle may lack begins with what is made up.
        Err(error) if error.kind() == io::ErrorKind::NotFound => json!({}),
        read => serde_json::from_slice(&read.map_err(at(&path))?)?,
    };
    match file[list].as_array_mut() {
        Some(records) => records.extend(more),
        None => file[list] = json!(more),
    }
    write(&out.join(name), &file)
}

fn write(path: &Path, value: &Value) -> Result<(), SyntheticError> {
    fs::write(path, serde_json::to_vec_pretty(value)?).map_err(at(path))
}

fn copy(from: &Path, to: &Path) -> Result<(), SyntheticError> {
    fs::copy(from, to).map(drop).map_err(at(from))
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> SyntheticError + '_ {
    move |error| SyntheticError::File {
        path: path.to_owned(),
        error,
    }
}
