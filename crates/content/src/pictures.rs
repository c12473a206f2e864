//! The pictures that lie in `media/`, as far as the headers of their files say: enough
//! to check thousands of them in a moment. Publishing reads the rest.

mod flaw;
mod header;
mod jpeg;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::leftovers::is_passed_over;

pub use flaw::{Flaw, Foreign};
pub use header::{Format, Header};

/// The folder of a bundle that holds them.
pub const FOLDER: &str = "media";
/// How a text names a picture: `![](media:yard)`.
pub const SCHEME: &str = "media:";

/// No file is larger, in megabytes: cameras write less.
pub const MEGABYTES: u64 = 40;
/// No picture is wider or higher: it would be a scan in strips, or a bomb.
pub const LONGEST: u32 = 20_000;
/// No picture has more pixels, in millions: they must fit into memory.
pub const MEGAPIXELS: u64 = 64;

/// A picture that can be published, as far as its header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What its header says.
    pub header: Header,
}

/// The files in `media/`, by name.
#[derive(Clone, Debug, Default)]
pub struct Folder(BTreeMap<String, Result<PictureFile, Flaw>>);

impl Folder {
    /// Reads the header of every file of a bundle's folder; empty where there is none.
    pub fn read(bundle: &Path) -> Self {
        let folder = bundle.join(FOLDER);
        let entries = folder.read_dir().into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let names: Vec<String> = names
            .filter(|name| !is_passed_over(name) && name != "README.md")
            .collect();
        let files = names.into_par_iter().map(|name| {
            let path = folder.join(&name);
            let file = header(&path, &name).map(|header| PictureFile { path, header });
            (name, file)
        });
        Self(files.collect())
    }

    /// A file, and what keeps it from being published.
    pub fn get(&self, name: &str) -> Option<Result<&PictureFile, &Flaw>> {
        self.0.get(name).map(Result::as_ref)
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Whether a file, wherever it lies, can be published as a picture of this name: as far as
/// its header says.
///
/// # Errors
/// What keeps it from being published.
pub fn check(file: &Path, name: &str) -> Result<(), Flaw> {
    header(file, name).map(drop)
}

/// What a file's header says.
fn header(path: &Path, name: &str) -> Result<Header, Flaw> {
    let unreadable = |error: std::io::Error| Flaw::Unreadable(error.kind());
    let size = path.metadata().map_err(unreadable)?;
    // Opening a pipe would wait for a writer.
    if !size.is_file() {
        return Err(Flaw::Unreadable(std::io::ErrorKind::InvalidInput));
    }
    if size.len() > MEGABYTES * 1_000_000 {
        return Err(Flaw::TooLarge {
            megabytes: size.len().div_ceil(1_000_000),
        });
    }
    let mut file = BufReader::new(File::open(path).map_err(unreadable)?);
    let header = header::read(&mut file, size.len())?;
    header.format.fits(name)?;
    Ok(header)
}

/// As many bytes as there are, up to the length of the room.
fn fill(file: &mut impl Read, room: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while read < room.len() {
        match file.read(&mut room[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}

/// What both can be read from and moved in.
trait Stream: Read + Seek {}
impl<T: Read + Seek> Stream for T {}
