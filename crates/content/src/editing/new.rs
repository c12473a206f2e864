//! New records of a bundle: asked for, written, checked.

pub mod article;
pub mod company;
pub mod event;
mod form;
pub mod indicator;
pub mod offer;
pub mod paper;
mod trial;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;
use thiserror::Error;

use super::ask::AskError;
use super::insert::append;
use super::{propose, replace};
use crate::bundle::Bundle;
use crate::encoding::read_text;
use crate::fault::Faults;
use crate::load::load;
use crate::suggest::nearest;
use model::Lang;
use model::date::{Date, Day};
use model::routes::is_slug;
use trial::Place;

/// Why nothing new was written.
#[derive(Debug, Error)]
pub enum NewError {
    /// The bundle has faults already.
    #[error("{0}")]
    Faulty(Faults),
    /// A question has no answer, or one that will not do.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// Something of that id is there.
    #[error("`{0}` is there already")]
    Exists(String),
    /// A file of the bundle has no list to add to.
    #[error("{path} has no list `{list}` to add to", path = path.display())]
    NoList {
        /// Which.
        path: PathBuf,
        /// The field that has none.
        list: String,
    },
    /// The record has a fault, and was taken back.
    #[error("{0}")]
    Refused(Faults),
    /// A file cannot be read or written.
    #[error("{path}: {error}", path = path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A record cannot be written as JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// Where a record is to go.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The folder of the bundle.
    pub dir: &'a Path,
    /// What is in it.
    pub bundle: &'a Bundle,
    /// Today.
    pub today: Day,
}

/// A new record of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRecord {
    /// The file that is new or has grown.
    pub path: PathBuf,
    /// The new id.
    pub id: String,
}

impl Desk<'_> {
    /// Writes a file that was not there; with a fault in it, it goes again.
    fn create(
        &self,
        name: &str,
        id: String,
        record: &impl Serialize,
    ) -> Result<NewRecord, NewError> {
        let path = self.dir.join(name);
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::AlreadyExists => NewError::Exists(name.to_owned()),
            _ => NewError::Io {
                path: path.clone(),
                error,
            },
        };
        let json = serde_json::to_string_pretty(record)? + "\n";
        replace::create(&path, &json).map_err(failed)?;
        if let Err(faults) = load(self.dir) {
            fs::remove_file(&path).map_err(failed)?;
            return Err(NewError::Refused(faults));
        }
        Ok(NewRecord { path, id })
    }

    /// Adds a record to a list of a file; with a fault in it, it goes again.
    fn add(
        &self,
        name: &str,
        list: &str,
        id: String,
        record: &impl Serialize,
    ) -> Result<NewRecord, NewError> {
        let path = self.dir.join(name);
        let failed = |error| NewError::Io {
            path: path.clone(),
            error,
        };
        let before = read_text(&path).map_err(failed)?;
        let after =
            append(&before, list, &serde_json::to_string_pretty(record)?).ok_or_else(|| {
                NewError::NoList {
                    path: path.clone(),
                    list: list.to_owned(),
                }
            })?;
        replace::replace(&path, &after).map_err(failed)?;
        if let Err(faults) = load(self.dir) {
            replace::replace(&path, &before).map_err(failed)?;
            return Err(NewError::Refused(faults));
        }
        Ok(NewRecord { path, id })
    }
}

impl Desk<'_> {
    /// As [`add`](Self::add), to a file that a bundle may lack: then it begins as `empty`.
    fn add_or_create(
        &self,
        name: &str,
        empty: &str,
        list: &str,
        id: String,
        record: &impl Serialize,
    ) -> Result<NewRecord, NewError> {
        let path = self.dir.join(name);
        let failed = |error| NewError::Io {
            path: path.clone(),
            error,
        };
        let is_new = match replace::create(&path, empty) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => false,
            Err(error) => return Err(failed(error)),
        };
        let added = self.add(name, list, id, record);
        if is_new && added.is_err() {
            fs::remove_file(&path).map_err(failed)?;
        }
        added
    }
}

fn say(lang: Lang, zh: String, en: String) -> String {
    match lang {
        Lang::En => en,
        _ => zh,
    }
}

/// A text in Chinese that is not empty and passes the check in its field.
fn filled(place: Place, field: &str, text: &str, lang: Lang) -> Result<String, String> {
    if text.is_empty() {
        return Err(say(lang, "这一项必填。".into(), "This is needed.".into()));
    }
    place.text(field, text, lang)
}

fn date(text: &str, lang: Lang) -> Result<String, String> {
    match Date::parse(text) {
        Ok(date) if date.year.is_some() => Ok(date.to_string()),
        _ => Err(say(
            lang,
            format!("“{text}”不是日期。请写成 2025-10-31、2025-10 或 2025。"),
            format!("`{text}` is not a date. Write it as 2025-10-31, 2025-10 or 2025."),
        )),
    }
}

/// An id of the right form that nothing has yet.
fn new_id(text: &str, taken: impl Fn(&str) -> bool, lang: Lang) -> Result<String, String> {
    if !is_slug(text) {
        return Err(say(
            lang,
            format!("“{text}”不合规则。编号只用小写英文字母、数字和单个连字符。"),
            format!("`{text}` is not allowed: use lower-case letters, digits and single hyphens."),
        ));
    }
    if text.len() > propose::LONGEST {
        let (length, longest) = (text.len(), propose::LONGEST);
        return Err(say(
            lang,
            format!("编号共 {length} 个字符，上限为 {longest}。请写短些。"),
            format!(
                "The id has {length} characters, more than the limit of {longest}. Shorten it."
            ),
        ));
    }
    if taken(text) {
        return Err(say(
            lang,
            format!("“{text}”已经有了，不会覆盖。请换一个编号。"),
            format!("`{text}` is there already and is not overwritten. Choose another id."),
        ));
    }
    Ok(text.to_owned())
}

/// One of a few words.
fn one<'a>(text: &str, words: &[&'a str], lang: Lang) -> Result<&'a str, String> {
    let found = words.iter().find(|word| **word == text).copied();
    found.ok_or_else(|| {
        let meant = meant(text, words, lang);
        say(
            lang,
            format!(
                "“{text}”不在可选范围内。{meant}可选：{}。",
                words.join("、")
            ),
            format!("`{text}` is not one of {}.{meant}", words.join(", ")),
        )
    })
}

/// Any of a few words, with commas or spaces between them.
fn any<'a>(text: &str, words: &[&'a str], lang: Lang) -> Result<Vec<&'a str>, String> {
    let mut found: Vec<&'a str> = Vec::new();
    for word in text
        .split([',', '，', '、', ' '])
        .filter(|word| !word.is_empty())
    {
        let word = one(word, words, lang)?;
        if !found.contains(&word) {
            found.push(word);
        }
    }
    Ok(found)
}

/// Any of a few words, at least one.
fn some<'a>(text: &str, words: &[&'a str], lang: Lang) -> Result<Vec<&'a str>, String> {
    let found = any(text, words, lang)?;
    if found.is_empty() {
        return Err(say(
            lang,
            format!("至少写一个：{}。", words.join("、")),
            format!("Name at least one of {}.", words.join(", ")),
        ));
    }
    Ok(found)
}

/// An id that something in the bundle has.
fn known<'a>(text: &str, ids: &[&'a str], lang: Lang) -> Result<&'a str, String> {
    let found = ids.iter().find(|id| **id == text).copied();
    found.ok_or_else(|| {
        let meant = meant(text, ids, lang);
        say(
            lang,
            format!("没有编号“{text}”。{meant}"),
            format!("Nothing has the id `{text}`.{meant}"),
        )
    })
}

/// The id of a source.
fn source(text: &str, ids: &[&str], lang: Lang) -> Result<String, String> {
    let found = known(text, ids, lang).map(str::to_owned);
    found.map_err(|problem| {
        say(
            lang,
            format!("{problem}新来源请先加到 sources.json。"),
            format!("{problem} Add a new source to sources.json first."),
        )
    })
}

fn meant(text: &str, words: &[&str], lang: Lang) -> String {
    let Some(word) = nearest(text, words.iter().copied()) else {
        return String::new();
    };
    say(
        lang,
        format!("是否想写“{word}”？"),
        format!(" Did you mean `{word}`?"),
    )
}

impl Bundle {
    fn source_ids(&self) -> Vec<&str> {
        let sources = self.sources.sources.iter();
        sources.map(|source| source.id.as_str()).collect()
    }
}
