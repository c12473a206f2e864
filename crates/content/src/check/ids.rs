//! Ids: of the right form, each once; and all that can be referred to.

use std::collections::{BTreeMap, BTreeSet};

use super::cursor::At;
use crate::fault::{Fault, Kind, Position, Referent};
use crate::files::Files;
use crate::json::Json;
use crate::source::SourceFile;
use crate::table::{ARTICLES, FILES};
use model::routes::is_slug;

/// What can be referred to.
#[derive(Debug, Default)]
pub struct Ids<'a> {
    /// What ids of a wrong form were probably meant to be.
    meant: Vec<(Referent, String)>,
    known: BTreeMap<Referent, BTreeMap<&'a str, Position>>,
    /// Of these some could not be read, so that none can be said to be missing.
    partial: Vec<Referent>,
}

impl<'a> Ids<'a> {
    /// All ids of the files; those of a wrong form, and those that are there
    /// twice, are reported.
    pub fn collect(files: &'a Files, faults: &mut Vec<Fault>) -> Self {
        let mut ids = Self::default();
        for row in &FILES {
            let file = files.common().find(|file| file.name() == row.name);
            for list in row.lists {
                // What a bundle does without has no ids, and that is known.
                if let Some(referent) = list.referent
                    && !files.does_without(row.name)
                {
                    let at = file.and_then(|file| At::root(file).get(list.key));
                    ids.list(at, referent, faults);
                }
            }
        }
        for file in &files.news {
            ids.article(file, faults);
        }
        for stem in &files.broken_news {
            ids.add(Referent::Article, stem, Position { line: 1, column: 1 });
        }
        ids
    }

    fn list(&mut self, list: Option<At<'a>>, referent: Referent, faults: &mut Vec<Fault>) {
        let Some(list) = list.filter(|at| matches!(at.node.json, Json::List(_))) else {
            self.partial.push(referent);
            return;
        };
        let entries = list.entries();
        let taken: BTreeSet<&str> = (entries.iter())
            .filter_map(|entry| entry.get("id")?.text())
            .collect();
        let free = |id: &str| {
            (2..)
                .map(|n| format!("{id}-{n}"))
                .find(|id| !taken.contains(id.as_str()))
        };
        for entry in &entries {
            let Some((at, id)) = entry
                .get("id")
                .and_then(|at| Some((at.clone(), at.text()?)))
            else {
                self.partial.push(referent);
                continue;
            };
            if let Some(meant) = slug(&at, id, slugified(id), faults) {
                self.meant.push((referent, meant));
            }
            if let Some(first) = self.add(referent, id, at.position()) {
                let (id, free) = (id.to_owned(), free(id));
                faults.push(at.fault(Kind::DuplicateId { id, first, free }));
            }
        }
    }

    /// An article is known by its file, whose name is its id.
    fn article(&mut self, file: &'a SourceFile, faults: &mut Vec<Fault>) {
        let stem = stem(file);
        let root = At::root(file);
        self.add(Referent::Article, stem, root.position());
        let Some(at) = root.get("id") else { return };
        let Some(id) = at.text() else { return };
        // Nothing but the file's name would pass.
        let meant = is_slug(stem).then(|| stem.to_owned());
        slug(&at, id, meant.or_else(|| slugified(id)), faults);
        if id != stem {
            let (id, stem) = (id.to_owned(), stem.to_owned());
            faults.push(at.fault(Kind::FileName { id, stem }));
        }
    }

    /// Adds an id; where it was before, if it was.
    fn add(&mut self, referent: Referent, id: &'a str, position: Position) -> Option<Position> {
        let known = self.known.entry(referent).or_default();
        let before = known.get(id).copied();
        known.entry(id).or_insert(position);
        before
    }

    /// Whether nothing has this id, as far as can be said.
    pub fn lack(&self, referent: Referent, id: &str) -> bool {
        !self.partial.contains(&referent)
            && !self
                .known
                .get(&referent)
                .is_some_and(|known| known.contains_key(id))
            && !self
                .meant
                .iter()
                .any(|(of, meant)| *of == referent && meant == id)
    }

    /// All ids of one kind.
    pub fn of(&self, referent: Referent) -> impl Iterator<Item = &'a str> {
        self.known
            .get(&referent)
            .into_iter()
            .flat_map(|known| known.keys().copied())
    }
}

/// The name of an article's file without folder and ending.
pub fn stem(file: &SourceFile) -> &str {
    let name = file.name();
    let name = name.strip_prefix(ARTICLES.name).unwrap_or(name);
    name.strip_suffix(".json").unwrap_or(name)
}

/// Reports an id of a wrong form; what it was probably meant to be.
fn slug(at: &At, id: &str, suggestion: Option<String>, faults: &mut Vec<Fault>) -> Option<String> {
    if is_slug(id) {
        return None;
    }
    let id = id.to_owned();
    faults.push(at.fault(Kind::NotSlug {
        id,
        suggestion: suggestion.clone(),
    }));
    suggestion
}

/// The id with lower-case letters and single hyphens, if anything is left.
fn slugified(id: &str) -> Option<String> {
    let words: Vec<String> = id
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    (!words.is_empty()).then(|| words.join("-"))
}
