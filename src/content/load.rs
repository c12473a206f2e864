//! Reads a bundle from a folder, with every fault it has.

mod files;
mod parse;
mod text;
mod tree;

use std::path::Path as FilePath;

pub(super) use files::{Files, SourceFile};
pub(super) use tree::{Json, Node, Path, Step};

use super::bundle::{Article, Bundle};
use super::check;
use super::decode::Decoding;
use super::fault::{Fault, Faults};

/// Reads the bundle in a folder.
///
/// # Errors
/// Every fault of every file: of form, of shape and of sense.
pub fn load(dir: &FilePath) -> Result<Bundle, Faults> {
    let (files, mut faults) = Files::read(dir);
    let bundle = decode(&files, &mut faults);
    check::check(&files, &mut faults);
    match (Faults::of(faults), bundle) {
        (None, Some(bundle)) => Ok(bundle),
        (Some(faults), _) => Err(faults),
        // A file that is not there, or not decoded, has left a fault.
        (None, None) => unreachable!("a bundle that was not decoded has a fault"),
    }
}

fn decode(files: &Files, faults: &mut Vec<Fault>) -> Option<Bundle> {
    let alliance = read(files.alliance.as_ref(), faults);
    let chain = read(files.chain.as_ref(), faults);
    let companies = read(files.companies.as_ref(), faults);
    let projects = read(files.projects.as_ref(), faults);
    let indicators = read(files.indicators.as_ref(), faults);
    let sources = read(files.sources.as_ref(), faults);
    let news: Vec<Option<Article>> = files
        .news
        .iter()
        .map(|file| read(Some(file), faults))
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
        news,
    })
}

fn read<T: deserr::Deserr<Decoding>>(
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
