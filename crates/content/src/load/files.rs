//! The files of a bundle.

use std::collections::HashMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::ops::{Deref, Range};
use std::path::Path as FilePath;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::parse::parse;
use super::summary;
use super::text::Text;
use super::tree::{Json, Member, Node, Path};
use crate::bundle::Article;
use crate::check;
use crate::fault::{Fault, Kind, Position};
use crate::suggest::nearest;
use crate::table::{ARTICLES, BundleFile, FILES, FileRow, names};

/// The largest file that is read.
pub(crate) const LIMIT: u64 = 4 * 1024 * 1024;

/// The paths of the bundle's files in a folder, as far as they are there.
pub(crate) fn json_files(dir: &FilePath) -> Vec<String> {
    let mut names: Vec<String> = names().map(str::to_owned).into();
    let stems = articles(dir, &mut Vec::new());
    names.extend(stems.iter().map(|stem| format!("news/{stem}.json")));
    names
}

/// A file that is JSON.
#[derive(Debug)]
pub struct SourceFile {
    text: Text,
    /// The schema that it names, for the editor it is written in. It says
    /// nothing of the bundle, and is not part of the value.
    pub schema: Option<Member>,
    /// The value in it.
    pub root: Node,
}

impl SourceFile {
    /// Reads a text that is no file of a bundle.
    pub fn of(name: &str, bytes: Vec<u8>, faults: &mut Vec<Fault>) -> Option<Self> {
        let read = text(name, bytes);
        let text = read.map_err(|fault| faults.push(*fault)).ok()?;
        Self::parsed(text, faults)
    }

    fn parsed(text: Text, faults: &mut Vec<Fault>) -> Option<Self> {
        let mut root = parse(&text, faults)?;
        let schema = take_schema(&mut root);
        Some(Self { text, schema, root })
    }

    /// Its path inside the bundle.
    pub fn name(&self) -> &str {
        &self.text.name
    }

    /// Line and character of a byte.
    pub fn position(&self, offset: usize) -> Position {
        self.text.position(offset)
    }

    /// The text between two bytes.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.text.get(range).unwrap_or_default()
    }

    /// A fault of this file.
    pub fn fault(&self, range: Range<usize>, path: &Path, kind: Kind) -> Fault {
        self.text.fault(range, path, Some(&self.root), kind)
    }
}

/// The files of a bundle that are JSON; the others have left a fault.
#[derive(Debug, Default)]
pub struct Files {
    /// Those that are no articles, in the order of the table.
    common: [Option<SourceFile>; FILES.len()],
    /// `news/*.json`, by name.
    pub news: Vec<Arc<NewsFile>>,
    /// Names in `news/` whose files are not JSON.
    pub broken_news: Vec<String>,
}

impl Files {
    /// Reads every file of a folder.
    pub fn read(dir: &FilePath, known: &mut Known) -> (Self, Vec<Fault>) {
        // Without the folder, there is nothing to say of what lies in it.
        if let Err(error) = dir.read_dir() {
            let error = error.kind();
            let fault = Fault::of_file(dir.display().to_string(), Kind::UnreadableFolder { error });
            return (Self::default(), vec![fault]);
        }
        let mut faults = Vec::new();
        let common = FILES.each_ref().map(|row| {
            let wanted = row.is_wanted_in(dir);
            wanted.then(|| open(dir, row.name, &mut faults)).flatten()
        });
        strays(dir, &mut faults);
        let mut files = Self {
            common,
            ..Self::default()
        };
        let opened: Vec<_> = (articles(dir, &mut faults).into_par_iter())
            .map(|stem| {
                let mut faults = Vec::new();
                let file = known.open(dir, &format!("news/{stem}.json"), &mut faults);
                (stem, file, faults)
            })
            .collect();
        known.files.clear();
        for (stem, file, own) in opened {
            faults.extend(own);
            match file {
                Some((stamp, file)) => {
                    let name = file.name().to_owned();
                    (known.files).extend(stamp.map(|stamp| (name, (stamp, file.clone()))));
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
}

impl Deref for NewsFile {
    type Target = SourceFile;

    fn deref(&self) -> &SourceFile {
        &self.file
    }
}

impl NewsFile {
    fn of(file: SourceFile) -> Self {
        let mut faults = Vec::new();
        let mut article = super::decoded::<Article>(Some(&file), &mut faults);
        article.iter_mut().for_each(summary::complete);
        check::alone(&file, &mut faults);
        Self {
            file,
            article,
            faults,
        }
    }
}

/// The articles' files as they were read before: one that has not changed
/// since is not read again.
#[derive(Debug, Default)]
pub struct Known {
    files: HashMap<String, (Stamp, Arc<NewsFile>)>,
}

/// What tells that a file has changed.
type Stamp = (SystemTime, u64);

impl Known {
    fn open(
        &self,
        dir: &FilePath,
        name: &str,
        faults: &mut Vec<Fault>,
    ) -> Option<(Option<Stamp>, Arc<NewsFile>)> {
        // Before reading: what is written meanwhile is read again.
        let stamp = (dir.join(name).metadata().ok())
            .and_then(|file| Some((file.modified().ok()?, file.len())));
        let known = self.files.get(name);
        if let Some((_, file)) = known.filter(|(known, _)| Some(*known) == stamp) {
            return Some((stamp, file.clone()));
        }
        let file = open(dir, name, faults)?;
        Some((stamp, Arc::new(NewsFile::of(file))))
    }
}

fn open(dir: &FilePath, name: &str, faults: &mut Vec<Fault>) -> Option<SourceFile> {
    let text = match bytes(&dir.join(name)).and_then(|bytes| text(name, bytes)) {
        Ok(text) => text,
        Err(mut fault) => {
            fault.file = name.to_owned();
            faults.push(*fault);
            return None;
        }
    };
    SourceFile::parsed(text, faults)
}

fn take_schema(root: &mut Node) -> Option<Member> {
    let Json::Object(members) = &mut root.json else {
        return None;
    };
    let named = |member: &mut Member| member.key == "$schema" && member.value.text().is_some();
    let named: Vec<Member> = members.extract_if(.., named).collect();
    named.into_iter().next()
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

fn text(name: &str, bytes: Vec<u8>) -> Result<Text, Box<Fault>> {
    let name = name.to_owned();
    match String::from_utf8(bytes) {
        // Some editors of Windows put a byte order mark in front.
        Ok(text) => {
            let text = match text.strip_prefix('\u{feff}') {
                Some(rest) => rest.to_owned(),
                None => text,
            };
            Ok(Text::new(name, text))
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(&error.as_bytes()[..at]).into_owned();
            let text = Text::new(name, text);
            let mut fault = text.fault(at..at, &Path::default(), None, Kind::NotUtf8);
            fault.excerpt = None;
            Err(Box::new(fault))
        }
    }
}

/// The names in `news/`, without `.json`, in order.
fn articles(dir: &FilePath, faults: &mut Vec<Fault>) -> Vec<String> {
    let mut stems = Vec::new();
    for name in entries(&dir.join("news"), "news", faults) {
        match name.strip_suffix(".json") {
            Some(stem) => stems.push(stem.to_owned()),
            None if name == "README.md" => {}
            None => faults.push(Fault::of_file(
                format!("news/{name}"),
                Kind::UnknownFile { suggestion: None },
            )),
        }
    }
    stems
}

/// Files that lie beside those of the bundle.
fn strays(dir: &FilePath, faults: &mut Vec<Fault>) {
    for name in entries(dir, ".", faults) {
        if !names().contains(&name.as_str()) && !["README.md", "news"].contains(&name.as_str()) {
            let suggestion = nearest(&name, names()).filter(|near| !dir.join(near).exists());
            faults.push(Fault::of_file(name, Kind::UnknownFile { suggestion }));
        }
    }
}

/// The names in a folder, in order; those that begin with a dot are nobody's content.
fn entries(dir: &FilePath, shown: &str, faults: &mut Vec<Fault>) -> Vec<String> {
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
        match entry {
            Ok(entry) => names.push(entry.file_name().to_string_lossy().into_owned()),
            Err(error) => faults.push(unreadable(error)),
        }
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}
