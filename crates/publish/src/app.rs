//! The browser's program, as Trunk built it or as the last publish left it.
//!
//! Trunk's folder has a stylesheet per component and a wasm with long names; here
//! they become one stylesheet and a smaller wasm, named by their content. `app.json` lists the files, so that an editor publishes again
//! with nothing but the folder itself.

mod css;
mod find;
mod trunk;
mod wasm;
pub mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use thiserror::Error;
use walkdir::WalkDir;

use model::Lang;

pub use wasm::WasmError;

/// The file that says what the program consists of.
pub const RECORD: &str = "app.json";
/// The folder of icons and images.
const ASSETS: &str = "assets";

/// The browser's program: its files' names and their content.
#[derive(Clone, Debug)]
pub struct App {
    /// What `app.json` says.
    pub record: Record,
    /// Every file, by its path below the output folder.
    pub files: Vec<AppFile>,
}

/// A file of the program.
#[derive(Clone, Debug)]
pub struct AppFile {
    /// Below the output folder, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// `app.json`: the names under which pages ask for the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The script that loads the wasm.
    pub js: String,
    /// The wasm.
    pub wasm: String,
    /// The one stylesheet.
    pub css: String,
    /// The interface's words: a script for each language, by its tag.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// Icons and images, below `assets/`.
    pub assets: Vec<String>,
    /// The js, wasm, css and words of the program before this one: tabs that are
    /// still open ask for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
}

/// Why the browser's program was not found whole.
#[derive(Debug, Error)]
pub enum AppError {
    /// Neither Trunk's output nor an earlier publish is there.
    #[error(
        "there is no app: neither `{trunk}` (what `trunk build --release` makes) nor `{record}` (what an earlier publish leaves) can be read"
    )]
    Missing {
        /// Trunk's page.
        trunk: PathBuf,
        /// The record of an earlier publish.
        record: PathBuf,
    },
    /// A file cannot be read.
    #[error("cannot read `{path}`: {error}")]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// The record is not one.
    #[error("`{path}` is damaged: {error}. Publish again with --app.")]
    Record {
        /// Which.
        path: PathBuf,
        /// Why.
        error: serde_json::Error,
    },
    /// Trunk's page does not name something it needs.
    #[error("`{page}` names no {what}: it is not what `trunk build` makes of this project")]
    Incomplete {
        /// Trunk's page.
        page: PathBuf,
        /// What it does not name.
        what: &'static str,
    },
    /// The wasm cannot be read.
    #[error("`{path}` is not WebAssembly: {error}")]
    Wasm {
        /// Which.
        path: PathBuf,
        /// Why.
        error: WasmError,
    },
}

impl App {
    /// The program from Trunk's folder.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn from_trunk(folder: &Path) -> Result<Self, AppError> {
        let page = folder.join("index.html");
        let html = read(&page)?;
        let found = trunk::read(&html);
        let name = |found: Option<String>, what| {
            found.ok_or_else(|| AppError::Incomplete {
                page: page.clone(),
                what,
            })
        };
        let js = read(&folder.join(name(found.js, "script")?))?;
        let js = String::from_utf8_lossy(&js);
        let path = folder.join(name(found.wasm, "wasm")?);
        let (wasm, js) = wasm::shorten_names(&read(&path)?, &js)
            .map_err(|error| AppError::Wasm { path, error })?;
        let js = js.into_bytes();
        let mut sheets = Vec::new();
        for sheet in &found.css {
            sheets.push(String::from_utf8_lossy(&read(&folder.join(sheet))?).into_owned());
        }
        let css = css::join(&sheets).into_bytes();

        let assets = assets(folder)?;
        let words =
            BTreeMap::from(Lang::ALL.map(|lang| (lang.tag().to_owned(), words::script(lang))));
        // One name for both: the script and the wasm only work together.
        let pair = digest(&[js.as_slice(), &wasm].concat());
        let record = Record {
            js: format!("app-{pair}.js"),
            wasm: format!("app-{pair}_bg.wasm"),
            css: format!("site-{}.css", digest(&css)),
            words: (words.iter())
                .map(|(tag, script)| {
                    let digest = digest(script.as_bytes());
                    (tag.clone(), format!("words-{tag}-{digest}.js"))
                })
                .collect(),
            assets: assets.iter().map(|file| file.path.clone()).collect(),
            kept: Vec::new(),
        };
        let mut files = assets;
        let scripts = words.into_values().map(String::into_bytes);
        for (path, bytes) in record
            .named()
            .zip([js, wasm, css].into_iter().chain(scripts))
        {
            files.push(AppFile {
                path: path.clone(),
                bytes,
            });
        }
        Ok(Self { record, files })
    }

    /// The program from an earlier publish.
    ///
    /// # Errors
    /// See [`AppError`].
    pub fn from_published(folder: &Path) -> Result<Self, AppError> {
        let record = record(folder)?;
        let files = (record.named())
            .chain(&record.assets)
            .chain(&record.kept)
            .map(|path| {
                Ok(AppFile {
                    path: path.clone(),
                    bytes: read(&folder.join(path))?,
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { record, files })
    }

    /// Takes over what an earlier publish offered under other names, for tabs
    /// that are still open. One generation: older ones are let go.
    pub fn keep(&mut self, published: &Path) {
        let Ok(before) = record(published) else {
            return;
        };
        let now: Vec<String> = self.record.named().cloned().collect();
        let mut old: Vec<String> = before.named().cloned().collect();
        old.retain(|name| !now.contains(name));
        if old.is_empty() {
            old = before.kept;
            old.retain(|name| !now.contains(name));
        }
        for path in old {
            // What cannot be read is not offered: nothing depends on it.
            if self.record.kept.contains(&path) {
                continue;
            }
            if let Ok(bytes) = fs::read(published.join(&path)) {
                self.record.kept.push(path.clone());
                self.files.push(AppFile { path, bytes });
            }
        }
    }

    /// Whether there is such an icon or image.
    pub fn has(&self, asset: &str) -> bool {
        self.record.assets.iter().any(|known| known == asset)
    }
}

impl Record {
    /// The files whose names change with what is in them: js, wasm, css, and
    /// the words by their tags.
    fn named(&self) -> impl Iterator<Item = &String> {
        [&self.js, &self.wasm, &self.css]
            .into_iter()
            .chain(self.words.values())
    }

    /// The script with the words of a language; none in a record of a time
    /// when they were part of the wasm.
    pub fn words(&self, lang: Lang) -> &str {
        self.words.get(lang.tag()).map_or("", String::as_str)
    }
}

/// Whether a folder holds what a publish with pages leaves.
pub fn is_published(folder: &Path) -> bool {
    folder.join(RECORD).is_file()
}

fn record(folder: &Path) -> Result<Record, AppError> {
    let path = folder.join(RECORD);
    serde_json::from_slice(&read(&path)?).map_err(|error| AppError::Record { path, error })
}

fn assets(folder: &Path) -> Result<Vec<AppFile>, AppError> {
    let root = folder.join(ASSETS);
    if !root.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.map_err(|error| AppError::Read {
            path: root.clone(),
            error: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = (path.components())
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        files.push(AppFile {
            path: parts.join("/"),
            bytes: read(entry.path())?,
        });
    }
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>, AppError> {
    fs::read(path).map_err(|error| AppError::Read {
        path: path.to_owned(),
        error,
    })
}

fn digest(bytes: &[u8]) -> String {
    super::hex(&Sha256::digest(bytes), 16)
}
