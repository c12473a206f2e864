//! What is to lie in the bucket: the files of a published folder, each with what is said of
//! it. Packed forms have no name of their own there, as a bucket cannot choose.

use std::fs;
use std::path::{Path, PathBuf};

use publish::headers::{IMMUTABLE, cache_control, content_disposition};
use publish::mime;
use publish::output::compress::ENDINGS;
use publish::output::foreign::is_nobodys;
use publish::output::history::INSIDE;
use publish::output::turn::{Turn, without_ending};
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use crate::error::UploadError;

/// In which form files lie in the bucket that can be packed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Packing {
    /// As they are: something in front packs them, or nothing does.
    #[default]
    Plain,
    /// By gzip, which every reader's program understands.
    Gzip,
    /// By brotli, which is smaller, and which browsers understand over https.
    Brotli,
}

impl Packing {
    /// What a packed file's name ends with, and what is said of it.
    fn form(self) -> Option<(&'static str, &'static str)> {
        let [brotli, gzip] = ENDINGS;
        match self {
            Self::Plain => None,
            Self::Gzip => Some((gzip, "gzip")),
            Self::Brotli => Some((brotli, "br")),
        }
    }
}

/// What is said of a file to whoever gets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// `Content-Type`.
    pub kind: &'static str,
    /// `Cache-Control`.
    pub cache: &'static str,
    /// `Content-Disposition`.
    pub disposition: Option<String>,
    /// `Content-Encoding`.
    pub encoding: Option<&'static str>,
}

/// A file as it is to lie there.
#[derive(Clone, Debug)]
pub struct LocalFile {
    /// Its path below the site, with `/`.
    pub name: String,
    /// Where its bytes are.
    pub path: PathBuf,
    /// How many there are.
    pub length: u64,
    /// A digest of them, and of what is said of them.
    pub digest: String,
    /// What is said of it.
    pub said: Said,
}

/// When a file is put in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Its name changes with its content: nothing asks for it yet.
    Hashed,
    /// As in a folder that must stay.
    Turn(Turn),
}

impl Step {
    /// Of a file, by its name.
    pub fn of(name: &str) -> Self {
        match is_hashed(name) {
            true => Self::Hashed,
            false => Self::Turn(Turn::of(name)),
        }
    }
}

/// Whether a file's name changes with its content.
pub fn is_hashed(name: &str) -> bool {
    cache_control(name) == IMMUTABLE
}

/// How many digits of a digest tell one content from another.
const DIGITS: usize = 32;
/// For hosts that read it; a bucket would show it to readers.
const FOR_HOSTS: [&str; 2] = ["_headers", "_redirects"];

/// The files of a published folder, by name.
///
/// # Errors
/// When one cannot be read, or is not compressed as it should be.
pub fn files(dir: &Path, packing: Packing) -> Result<Vec<LocalFile>, UploadError> {
    let mut names = Vec::new();
    let entries = WalkDir::new(dir).min_depth(1).into_iter();
    for entry in entries.filter_entry(|entry| !is_passed_over(entry)) {
        let entry = entry.map_err(|error| UploadError::Read {
            path: error.path().unwrap_or(dir).to_owned(),
            error: error.into(),
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let path = entry.path().strip_prefix(dir).unwrap_or(entry.path());
        let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
        let Some(parts) = parts else {
            return Err(UploadError::Name(path.display().to_string()));
        };
        names.push(parts.join("/"));
    }
    names.sort();
    let is_there = |name: &str| {
        names
            .binary_search_by(|known| known.as_str().cmp(name))
            .is_ok()
    };
    let plain: Vec<&String> = (names.iter())
        .filter(|name| {
            let plain = without_ending(name);
            let is_packed_form = plain != name.as_str() && is_there(plain);
            !is_packed_form && !FOR_HOSTS.contains(&name.as_str())
        })
        .collect();
    (plain.into_par_iter())
        .map(|name| {
            let form = packing
                .form()
                .filter(|(ending, _)| is_there(&format!("{name}{ending}")));
            local(dir, name, form)
        })
        .collect()
}

fn local(
    dir: &Path,
    name: &str,
    form: Option<(&str, &'static str)>,
) -> Result<LocalFile, UploadError> {
    let path = match form {
        Some((ending, _)) => dir.join(format!("{name}{ending}")),
        None => dir.join(name),
    };
    let bytes = fs::read(&path).map_err(|error| UploadError::Read {
        path: path.clone(),
        error,
    })?;
    let said = Said {
        kind: mime::of(name),
        cache: cache_control(name),
        disposition: content_disposition(name),
        encoding: form.map(|(_, encoding)| encoding),
    };
    let mut digest = Sha256::new();
    digest.update(format!("{said:?}\n"));
    digest.update(&bytes);
    Ok(LocalFile {
        name: name.to_owned(),
        path,
        length: bytes.len() as u64,
        digest: hex(&digest.finalize(), DIGITS),
        said,
    })
}

/// What publishing and others keep for themselves.
fn is_passed_over(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    is_nobodys(&name) || (entry.depth() == 1 && name == INSIDE)
}

/// The first digits of a digest.
pub fn hex(digest: &[u8], digits: usize) -> String {
    let text: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    text.chars().take(digits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("there is room");
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it has one")).expect("there is room");
            fs::write(path, name).expect("there is room");
        }
        folder
    }

    #[test]
    fn says_of_each_file_what_the_server_says() {
        let folder = folder(&[
            "index.html",
            "index.html.br",
            "index.html.gz",
            "app-0a1b2c3d4e5f6071_bg.wasm",
            "papers/0a1b2c3d4e5f6071/章程.pdf",
            ".well-known/security.txt",
            "_headers",
            ".publishes/lock",
            ".DS_Store",
            "notes.gz",
        ]);
        let files = files(folder.path(), Packing::Plain).expect("they can be read");
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(
            names,
            [
                ".well-known/security.txt",
                "app-0a1b2c3d4e5f6071_bg.wasm",
                "index.html",
                "notes.gz",
                "papers/0a1b2c3d4e5f6071/章程.pdf",
            ]
        );
        let said = |name: &str| {
            let file = files.iter().find(|file| file.name == name);
            file.expect("it is one of them").said.clone()
        };
        assert_eq!(said("index.html").kind, "text/html; charset=utf-8");
        assert_eq!(said("index.html").cache, "no-cache");
        let app = said("app-0a1b2c3d4e5f6071_bg.wasm");
        assert_eq!(app.kind, "application/wasm");
        assert_eq!(app.cache, IMMUTABLE);
        let paper = said("papers/0a1b2c3d4e5f6071/章程.pdf");
        let disposition = paper.disposition.expect("it is to be saved");
        assert!(disposition.starts_with("attachment; filename*=UTF-8''%E7%AB%A0"));
    }

    #[test]
    fn takes_the_packed_form_under_the_plain_name() {
        let folder = folder(&["index.html", "index.html.br", "index.html.gz", "small.html"]);
        let packed = files(folder.path(), Packing::Brotli).expect("they can be read");
        assert_eq!(packed[0].name, "index.html");
        assert_eq!(packed[0].said.encoding, Some("br"));
        assert!(packed[0].path.ends_with("index.html.br"));
        assert_eq!(packed[1].said.encoding, None, "it does not shrink");
        let plain = files(folder.path(), Packing::Plain).expect("they can be read");
        assert_ne!(packed[0].digest, plain[0].digest);
    }

    #[test]
    fn puts_what_nothing_asks_for_yet_first() {
        assert!(Step::of("app-0a1b2c3d.js") < Step::of("content/v1/zh-Hans/home.json"));
        assert!(Step::of("content/v1/zh-Hans/home.json") < Step::of("index.html"));
        assert!(Step::of("index.html") < Step::of("content/v1/manifest.json"));
    }
}
