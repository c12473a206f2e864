//! References: each to something that is there, none twice in a list.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::cursor::At;
use super::ids::Ids;
use super::media;
use crate::fault::{Fault, Kind, Referent};
use crate::files::Files;
use crate::source::SourceFile;
use crate::suggest::nearest;
use crate::table::{BundleFile, FileRow};

/// Lists that name each thing once.
const ONCE: [&str; 21] = [
    "featured",
    "stages",
    "companies",
    "stages[].sources",
    "stages[].factors",
    "companies[].aliases",
    "companies[].stages",
    "companies[].products",
    "companies[].sources",
    "companies[].photos",
    "companies[].papers",
    "projects[].stages",
    "projects[].companies",
    "projects[].pictures",
    "gallery",
    "events[].gallery",
    "events[].papers",
    "papers",
    "offers[].stages",
    "resources",
    "duties",
];

/// Checks every reference.
pub fn check(files: &Files, ids: &Ids, faults: &mut Vec<Fault>) {
    let rows: Vec<_> = files.rows().collect();
    let found = rows.into_par_iter();
    faults.par_extend(found.flat_map_iter(|(file, row)| of_file(file, row, ids)));
}

/// The ids of sources that nothing names, in their order.
pub fn unused_sources(files: &Files) -> Vec<String> {
    let mut used = BTreeSet::new();
    for (file, row) in files.rows() {
        let root = At::root(file);
        for (way, _) in (row.references.iter()).filter(|(_, of)| *of == Referent::Source) {
            used.extend(root.select(way).iter().filter_map(At::text));
        }
    }
    let sources = files.get(BundleFile::Sources).map(At::root);
    let ids = sources
        .into_iter()
        .flat_map(|root| root.select("sources[].id"));
    let ids = ids.filter_map(|at| at.text());
    ids.filter(|id| !used.contains(id))
        .map(str::to_owned)
        .collect()
}

fn of_file(file: &SourceFile, row: &FileRow, ids: &Ids) -> Vec<Fault> {
    let mut faults = Vec::new();
    let root = At::root(file);
    for (pattern, referent) in row.references {
        for at in root.select(pattern) {
            exists(&at, *referent, ids, &mut faults);
        }
    }
    for (at, pictures) in root.get("body").iter().flat_map(media::named_in) {
        for (id, line) in pictures {
            faults.extend(dangling(Referent::Picture, &id, ids).map(|problem| {
                let problem = Box::new(problem);
                at.fault(Kind::BodyLink { line, problem })
            }));
        }
    }
    for pattern in ONCE {
        for list in root.select(pattern) {
            once(&list, &mut faults);
        }
    }
    faults
}

fn exists(at: &At, referent: Referent, ids: &Ids, faults: &mut Vec<Fault>) {
    if let Some(id) = at.text() {
        faults.extend(dangling(referent, id, ids).map(|kind| at.fault(kind)));
    }
}

/// What is wrong with an id, if nothing has it.
fn dangling(referent: Referent, id: &str, ids: &Ids) -> Option<Kind> {
    ids.lack(referent, id).then(|| Kind::Dangling {
        referent,
        id: id.to_owned(),
        suggestion: nearest(id, ids.of(referent)),
        any: ids.of(referent).next().map(str::to_owned),
    })
}

fn once(list: &At, faults: &mut Vec<Fault>) {
    let mut seen = BTreeMap::new();
    for at in list.entries() {
        let Some(word) = at.text() else { continue };
        if let Some(first) = seen.get(word) {
            let (word, first) = (word.to_owned(), *first);
            faults.push(at.fault(Kind::Repeated { word, first }));
        } else {
            seen.insert(word, at.position());
        }
    }
}
