//! The files of a bundle.

mod root;

use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::ops::Deref;
use std::path::Path as FilePath;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use rayon::prelude::*;

use crate::bundle::Article;
use crate::encoding;
use crate::fault::{Fault, Kind, Warning};
use crate::leftovers::{Copied, Elsewhere, Leftover, is_passed_over};
use crate::papers;
use crate::pictures;
use crate::root_name::{FOLDER, RootFile};
use crate::source::SourceFile;
use crate::suggest::nearest;
use crate::table::{ARTICLES, BundleFile, FILES, FileRow, names};
use model::routes::narrow;

/// The largest file that is read.
pub const LIMIT: u64 = 4 * 1024 * 1024;

/// The paths of the bundle's files in a folder, as far as they are there.
pub(crate) fn json_files(dir: &FilePath) -> Vec<String> {
    let mut names: Vec<String> = names().map(str::to_owned).into();
    let stems = articles(dir, &mut Folder::default());
    names.extend(stems.iter().map(|stem| format!("news/{stem}.json")));
    names
}

/// The files of a bundle that are JSON; the others have left a fault.
#[derive(Debug, Default)]
pub struct Files {
    /// Those that are no articles, in the order of the table.
    common: [Option<SourceFile>; FILES.len()],
    /// What lies in `media/`.
    pub pictures: pictures::Folder,
    /// What lies in `papers/`.
    pub papers: papers::Folder,
    /// Those that a bundle may lack, and that this one lacks.
    absent: Vec<&'static str>,
    /// `news/*.json`, by name.
    pub news: Vec<Arc<NewsFile>>,
    /// Names in `news/` whose files are not JSON.
    pub broken_news: Vec<String>,
    /// `root/`
    pub root: Vec<RootFile>,
    /// What lies beside them and may go, as warnings.
    pub leftovers: Vec<Fault>,
}

impl Files {
    /// Reads every file of a folder; `examine` each article's that has changed.
    pub fn read(dir: &FilePath, cache: &mut ArticleCache, examine: Examine) -> (Self, Vec<Fault>) {
        // Without the folder, there is nothing to say of what lies in it.
        if let Err(error) = dir.read_dir() {
            let error = error.kind();
            let fault = Fault::of_file(dir.display().to_string(), Kind::UnreadableFolder { error });
            return (Self::default(), vec![fault]);
        }
        let mut folder = Folder::default();
        strays(dir, &mut folder);
        let articles = articles(dir, &mut folder);
        let root = root::read(dir, &mut folder);
        let Folder {
            mut faults,
            leftovers,
        } = folder;
        let common = FILES.each_ref().map(|row| {
            let wanted = row.is_wanted_in(dir);
            wanted.then(|| open(dir, row.name, &mut faults)).flatten()
        });
        let absent = FILES.iter().filter(|row| !row.is_wanted_in(dir));
        let mut files = Self {
            common,
            pictures: pictures::Folder::read(dir),
            papers: papers::Folder::read(dir),
            absent: absent.map(|row| row.name).collect(),
            root,
            leftovers,
            ..Self::default()
        };
        let opened: Vec<_> = (articles.into_par_iter())
            .map(|stem| {
                let mut faults = Vec::new();
                let name = format!("news/{stem}.json");
                let file = cache.open(dir, &name, examine, &mut faults);
                (stem, file, faults)
            })
            .collect();
        cache.files.clear();
        for (stem, file, own) in opened {
            faults.extend(own);
            match file {
                Some((stamp, file)) => {
                    let name = file.name().to_owned();
                    (cache.files).extend(stamp.map(|stamp| (name, (stamp, file.clone()))));
                    files.news.push(file);
                }
                None => files.broken_news.push(stem),
            }
        }
        (files, faults)
    }

    /// Those that are no articles.
    pub fn common(&self) -> impl Iterator<Item = &SourceFile> {
        self.common.iter().flatten()
    }

    /// One of them, if it could be read.
    pub fn get(&self, file: BundleFile) -> Option<&SourceFile> {
        self.common[file as usize].as_ref()
    }

    /// Whether the bundle does without a file.
    pub fn does_without(&self, name: &str) -> bool {
        self.absent.contains(&name)
    }

    /// Those that every bundle has and the articles' that could be read, each with its row
    /// of the table.
    pub fn rows(&self) -> impl Iterator<Item = (&SourceFile, &'static FileRow)> {
        let common = self.common.iter().zip(&FILES);
        let common = common.filter_map(|(file, row)| Some((file.as_ref()?, row)));
        common.chain(self.news.iter().map(|file| (&file.file, &ARTICLES)))
    }
}

/// An article's file, with all that can be said of it alone.
#[derive(Debug)]
pub struct NewsFile {
    file: SourceFile,
    /// The article, if it could be decoded.
    pub article: Option<Article>,
    /// What is wrong with it, whatever else is in the bundle.
    pub faults: Vec<Fault>,
    /// What is worth a look in it on any day; found once it is asked for.
    pub warnings: OnceLock<Vec<Fault>>,
}

impl Deref for NewsFile {
    type Target = SourceFile;

    fn deref(&self) -> &SourceFile {
        &self.file
    }
}

/// What is found out of an article's file alone: the article, if it can be
/// decoded, and its faults.
pub type Examine = fn(&SourceFile) -> (Option<Article>, Vec<Fault>);

/// The articles' files as they were read before: one that has not changed
/// since is not read again.
#[derive(Debug, Default)]
pub struct ArticleCache {
    files: HashMap<String, (Stamp, Arc<NewsFile>)>,
}

/// What differs once a file has changed.
type Stamp = (SystemTime, u64);

impl ArticleCache {
    fn open(
        &self,
        dir: &FilePath,
        name: &str,
        examine: Examine,
        faults: &mut Vec<Fault>,
    ) -> Option<(Option<Stamp>, Arc<NewsFile>)> {
        // Before reading: what is written meanwhile is read again.
        let stamp = (dir.join(name).metadata().ok())
            .and_then(|file| Some((file.modified().ok()?, file.len())));
        let cached = self.files.get(name);
        if let Some((_, file)) = cached.filter(|(cached, _)| Some(*cached) == stamp) {
            return Some((stamp, file.clone()));
        }
        let file = open(dir, name, faults)?;
        let (article, faults) = examine(&file);
        let file = NewsFile {
            file,
            article,
            faults,
            warnings: OnceLock::new(),
        };
        Some((stamp, Arc::new(file)))
    }
}

fn open(dir: &FilePath, name: &str, faults: &mut Vec<Fault>) -> Option<SourceFile> {
    match bytes(&dir.join(name)) {
        Ok(bytes) => SourceFile::of(name, bytes, faults),
        Err(mut fault) => {
            fault.file = name.to_owned();
            faults.push(*fault);
            None
        }
    }
}

fn bytes(path: &FilePath) -> Result<Vec<u8>, Box<Fault>> {
    let fault = |kind| Box::new(Fault::of_file("", kind));
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => fault(Kind::MissingFile),
        error => fault(Kind::Unreadable { error }),
    };
    let size = path.metadata().map_err(unreadable)?;
    // Opening a pipe would wait for a writer.
    if !size.is_file() {
        let error = if size.is_dir() {
            ErrorKind::IsADirectory
        } else {
            ErrorKind::InvalidInput
        };
        return Err(fault(Kind::Unreadable { error }));
    }
    let mut bytes = Vec::with_capacity(size.len().min(LIMIT) as usize + 1);
    File::open(path)
        .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > LIMIT {
        let (size, limit) = (size.len().max(LIMIT + 1), LIMIT);
        return Err(fault(Kind::TooLarge { size, limit }));
    }
    Ok(bytes)
}

/// What is said of the files that lie in a folder, beside what is in them.
#[derive(Debug, Default)]
struct Folder {
    faults: Vec<Fault>,
    leftovers: Vec<Fault>,
}

impl Folder {
    /// A file that has no place in the bundle.
    fn stray(&mut self, file: String, name: &str, suggestion: Option<String>) {
        match Leftover::of(name) {
            Some(left) => self.left(file, left),
            None => {
                let kind = Kind::UnknownFile { suggestion };
                self.faults.push(Fault::of_file(file, kind));
            }
        }
    }

    /// A file that may go.
    fn left(&mut self, file: String, left: Leftover) {
        let warning = Kind::Warning(Warning::Leftover { left });
        self.leftovers.push(Fault::of_file(file, warning));
    }

    /// Whether a name stands for a record that a program has not fetched; then that is
    /// said.
    fn is_elsewhere(&mut self, file: &str, name: &str) -> bool {
        let Some(Elsewhere { original, keeper }) = Elsewhere::of(name) else {
            return false;
        };
        let kind = Kind::Elsewhere { original, keeper };
        self.faults.push(Fault::of_file(file, kind));
        true
    }

    /// Whether a name is that of a copy of a record; then that is said.
    fn is_copy(&mut self, file: &str, stem: &str) -> bool {
        let Some(Copied { original, maker }) = Copied::of(stem) else {
            return false;
        };
        let original = format!("{original}.json");
        let kind = Kind::Copied { original, maker };
        self.faults.push(Fault::of_file(file, kind));
        true
    }
}

/// The names in `news/`, without `.json`, in order.
fn articles(dir: &FilePath, folder: &mut Folder) -> Vec<String> {
    let mut stems = Vec::new();
    for name in entries(
        &dir.join("news"),
        "news",
        is_passed_over,
        &mut folder.faults,
    ) {
        let file = format!("news/{name}");
        match name.strip_suffix(".json").filter(|_| !is_hidden(&name)) {
            Some(stem) if folder.is_copy(&file, stem) => {}
            Some(stem) => stems.push(stem.to_owned()),
            None if name == "README.md" => {}
            None if folder.is_elsewhere(&file, &name) => {}
            None => {
                let suggestion = meant(&name);
                folder.stray(file, &name, suggestion);
            }
        }
    }
    stems
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// What a record was meant to be called that an editor has saved with another ending.
fn meant(name: &str) -> Option<String> {
    // An input method writes 。 for the point, and letters as wide as a character.
    let name: String = (name.chars())
        .map(|sign| if sign == '。' { '.' } else { narrow(sign) })
        .collect();
    let name = name.trim().trim_end_matches('.');
    let lower = name.to_lowercase();
    let ending = [
        ".json.txt",
        ".json.json",
        ".jsonc",
        ".json5",
        ".json.doc",
        ".json.docx",
        ".json",
    ];
    let ending = ending.into_iter().find(|end| lower.ends_with(end))?;
    let stem = name.get(..name.len() - ending.len())?;
    (!is_hidden(name)).then(|| format!("{}.json", stem.trim()))
}

/// Files that lie beside those of the bundle.
fn strays(dir: &FilePath, folder: &mut Folder) {
    for name in entries(dir, ".", is_passed_over, &mut folder.faults) {
        let others = [
            "README.md",
            "news",
            papers::FOLDER,
            pictures::FOLDER,
            FOLDER,
        ];
        if names().contains(&name.as_str()) || others.contains(&name.as_str()) {
            continue;
        }
        if folder.is_elsewhere(&name, &name) {
            continue;
        }
        let stem = name.strip_suffix(".json").filter(|_| !is_hidden(&name));
        if stem.is_some_and(|stem| folder.is_copy(&name, stem)) {
            continue;
        }
        let meant = meant(&name).filter(|meant| names().contains(&meant.as_str()));
        let suggestion = meant.or_else(|| nearest(&name, names()));
        let suggestion = suggestion.filter(|near| !dir.join(near).exists());
        folder.stray(name.clone(), &name, suggestion);
    }
}

/// The names in a folder, in order, but for those that are passed over.
fn entries(
    dir: &FilePath,
    shown: &str,
    is_passed_over: fn(&str) -> bool,
    faults: &mut Vec<Fault>,
) -> Vec<String> {
    let unreadable = |error: std::io::Error| {
        let kind = match error.kind() {
            ErrorKind::NotFound => Kind::MissingFolder,
            error => Kind::UnreadableFolder { error },
        };
        Fault::of_file(shown, kind)
    };
    let entries = match dir.read_dir() {
        Ok(entries) => entries,
        Err(error) => {
            faults.push(unreadable(error));
            return Vec::new();
        }
    };
    let mut names = Vec::new();
    for entry in entries {
        match entry.map(|entry| entry.file_name().into_string()) {
            Ok(Ok(name)) => names.push(name),
            Ok(Err(name)) => {
                let bytes = name.as_encoded_bytes();
                let kind = Kind::NameNotUtf8 {
                    bytes: hex(bytes),
                    meant: encoding::name(bytes),
                };
                let name = name.to_string_lossy();
                let file = match shown {
                    "." => name.into_owned(),
                    shown => format!("{shown}/{name}"),
                };
                faults.push(Fault::of_file(file, kind));
            }
            Err(error) => faults.push(unreadable(error)),
        }
    }
    names.retain(|name| !is_passed_over(name));
    names.sort();
    names
}

/// `B9 E3`
fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    bytes.join(" ")
}
