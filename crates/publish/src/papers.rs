//! The files of the bundle's papers, as readers get them: byte for byte, in a folder named
//! by a digest of them, under a name that people can read. So a host may keep them for
//! ever, and whoever saves one has its title, whatever serves it.

use std::fs;
use std::io;
use std::path::PathBuf;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use thiserror::Error;

use content::bundle::{Bundle, Paper};
use content::papers::PaperFile;
use model::Lang;
use model::routes::PAPERS;

use crate::hex;

/// How many hexadecimal digits the folder of a paper has.
pub const FOLDER_DIGITS: usize = 16;
/// The longest name, in bytes of UTF-8: file systems allow 255 with what packing adds.
const LONGEST: usize = 180;
/// What is left as it is in an address and in a header (RFC 3986, RFC 8187).
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Why a paper cannot be published.
#[derive(Debug, Error)]
pub enum PaperError {
    /// Its file has gone since the bundle was checked.
    #[error("`{path}` cannot be read: {error}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// A paper's file, and where readers get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedPaper {
    /// What the bundle has.
    pub file: PaperFile,
    /// Where it is published, below the site's folder.
    pub path: String,
    /// What it is called once it is saved.
    pub name: String,
}

impl PublishedPaper {
    fn of(paper: &Paper, file: &PaperFile) -> Result<Self, PaperError> {
        let bytes = read(file)?;
        let folder = hex(&Sha256::digest(&bytes), FOLDER_DIGITS);
        let name = name(paper, file);
        Ok(Self {
            file: file.clone(),
            path: format!("{}{folder}/{name}", PAPERS.trim_start_matches('/')),
            name,
        })
    }

    /// Its address, as it stands in links.
    pub fn address(&self) -> String {
        let parts = self.path.split('/').map(encoded);
        parts.fold(String::new(), |address, part| address + "/" + &part)
    }

    /// What is in it.
    ///
    /// # Errors
    /// When it has gone since the bundle was checked.
    pub fn bytes(&self) -> Result<Vec<u8>, PaperError> {
        read(&self.file)
    }
}

/// The files of the bundle's papers, by the papers' ids.
#[derive(Clone, Debug, Default)]
pub struct Papers(FxHashMap<String, PublishedPaper>);

impl Papers {
    /// Reads the files, for their digests.
    ///
    /// # Errors
    /// When one has gone since the bundle was checked.
    pub fn of(bundle: &Bundle) -> Result<Self, PaperError> {
        let papers = bundle.documents.papers.par_iter();
        let files = papers.filter_map(|paper| {
            let file = bundle.paper_files.get(&paper.id)?;
            let published = PublishedPaper::of(paper, file);
            Some(published.map(|published| (paper.id.clone(), published)))
        });
        Ok(Self(files.collect::<Result<_, _>>()?))
    }

    /// The file of the paper with this id.
    pub fn get(&self, id: &str) -> Option<&PublishedPaper> {
        self.0.get(id)
    }

    /// All of them, each path once, in their order.
    pub fn all(&self) -> Vec<&PublishedPaper> {
        let mut all: Vec<&PublishedPaper> = self.0.values().collect();
        all.sort_by(|one, other| one.path.cmp(&other.path));
        all.dedup_by(|one, other| one.path == other.path);
        all
    }
}

/// A part of an address, packed.
pub fn encoded(part: &str) -> String {
    utf8_percent_encode(part, PLAIN).to_string()
}

fn read(file: &PaperFile) -> Result<Vec<u8>, PaperError> {
    fs::read(&file.path).map_err(|error| PaperError::Read {
        path: file.path.clone(),
        error,
    })
}

/// The title as the name of a file, without what a file system or a shell takes for more.
fn name(paper: &Paper, file: &PaperFile) -> String {
    let title = paper.title.get(Lang::ZhHans).text;
    let safe = |char: char| match char {
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
        char if char.is_control() => '-',
        char => char,
    };
    let mut name: String = title.chars().map(safe).collect();
    while name.len() > LONGEST {
        name.pop();
    }
    let name = name.trim_matches(|char: char| char == '.' || char.is_whitespace());
    let name = if name.is_empty() { &paper.id } else { name };
    format!("{name}.{}", file.format.ending())
}
