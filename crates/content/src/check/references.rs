//! References: each to something that is there, none twice in a list.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cursor::At;
use super::ids::Ids;
use crate::fault::{Fault, Kind, Referent};
use crate::load::{Files, SourceFile};
use crate::suggest::nearest;

type Patterns = &'static [(&'static str, Referent)];

const ALLIANCE: Patterns = &[
    ("founding.article", Referent::Article),
    ("founding.source", Referent::Source),
    ("chair.source", Referent::Source),
    ("contact.source", Referent::Source),
];
const CHAIN: Patterns = &[
    ("stages[].sources[]", Referent::Source),
    ("stages[].capacity", Referent::Indicator),
    ("stages[].factors[]", Referent::Factor),
    ("flows[].material", Referent::Material),
    ("factors[].source", Referent::Source),
    ("presets[].values[].factor", Referent::Factor),
    ("presets[].source", Referent::Source),
];
const COMPANIES: Patterns = &[
    ("companies[].products[]", Referent::Product),
    ("companies[].district", Referent::District),
    ("companies[].capacities[].source", Referent::Source),
    ("companies[].membership.source", Referent::Source),
    ("companies[].sources[]", Referent::Source),
];
const PROJECTS: Patterns = &[
    ("projects[].companies[]", Referent::Company),
    ("projects[].source", Referent::Source),
];
const INDICATORS: Patterns = &[
    ("featured[]", Referent::Indicator),
    ("indicators[].points[].source", Referent::Source),
];
const GLOSSARY: Patterns = &[("terms[].source", Referent::Source)];
const NEWS: Patterns = &[
    ("companies[]", Referent::Company),
    ("source", Referent::Source),
];

/// Lists that name each thing once.
const ONCE: [&str; 13] = [
    "featured",
    "stages",
    "companies",
    "stages[].sources",
    "stages[].factors",
    "companies[].aliases",
    "companies[].stages",
    "companies[].products",
    "companies[].sources",
    "projects[].stages",
    "projects[].companies",
    "resources",
    "duties",
];

/// Checks every reference.
pub fn check(files: &Files, ids: &Ids, faults: &mut Vec<Fault>) {
    for (file, patterns) in [
        (&files.alliance, ALLIANCE),
        (&files.chain, CHAIN),
        (&files.companies, COMPANIES),
        (&files.projects, PROJECTS),
        (&files.indicators, INDICATORS),
        (&files.glossary, GLOSSARY),
    ] {
        if let Some(file) = file {
            faults.extend(of_file(file, patterns, ids));
        }
    }
    let news = files.news.par_iter();
    let found = news.flat_map_iter(|file| of_file(file, NEWS, ids));
    faults.par_extend(found);
}

fn of_file(file: &SourceFile, patterns: Patterns, ids: &Ids) -> Vec<Fault> {
    let mut faults = Vec::new();
    let root = At::root(file);
    for (pattern, referent) in patterns {
        for at in root.select(pattern) {
            exists(&at, *referent, ids, &mut faults);
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
    if let Some(id) = at.text()
        && ids.lack(referent, id)
    {
        let suggestion = nearest(id, ids.of(referent));
        let (id, any) = (id.to_owned(), ids.of(referent).next().map(str::to_owned));
        faults.push(at.fault(Kind::Dangling {
            referent,
            id,
            suggestion,
            any,
        }));
    }
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
