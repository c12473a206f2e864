//! The glossary: each term in both languages, each way of writing it once.

use std::collections::BTreeMap;

use super::cursor::At;
use crate::fault::{Fault, Kind, Position};
use crate::json::Json;
use model::Lang;

/// Checks `glossary.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    let mut seen = BTreeMap::new();
    for term in root.list("terms") {
        for key in ["term", "definition"] {
            if let Some(text) = term.get(key) {
                in_every_language(&text, faults);
            }
        }
        let written = term.get("term").into_iter().flat_map(|at| match at.text() {
            Some(_) => vec![at],
            None => at.fields().into_iter().map(|(_, at)| at).collect(),
        });
        for at in written.chain(term.list("aliases")) {
            once(&at, &mut seen, faults);
        }
    }
}

/// A reader of either language needs the word and what it means.
fn in_every_language(text: &At, faults: &mut Vec<Fault>) {
    let lacks = match text.node.json {
        Json::String(_) => true,
        // A map without Chinese is reported elsewhere.
        Json::Object(_) => text.get(Lang::En.tag()).is_none(),
        _ => false,
    };
    if lacks {
        let field = Lang::En.tag().to_owned();
        faults.push(text.fault(Kind::MissingField { field }));
    }
}

/// A word that two terms claim would be explained by chance.
fn once(at: &At, seen: &mut BTreeMap<String, Position>, faults: &mut Vec<Fault>) {
    let Some(word) = at.text() else { return };
    match seen.get(&word.to_lowercase()) {
        Some(first) => faults.push(at.fault(Kind::Repeated {
            word: word.to_owned(),
            first: *first,
        })),
        None => drop(seen.insert(word.to_lowercase(), at.position())),
    }
}
