//! Words in both scripts: each once, and with as many characters in one as in
//! the other.

use std::collections::BTreeMap;

use super::cursor::At;
use crate::fault::{Fault, Kind};

/// Checks `terms.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    let mut seen = BTreeMap::new();
    for term in root.list("terms") {
        let (Some(simplified), Some(traditional)) = (term.get("zh-Hans"), term.get("zh-Hant"))
        else {
            continue;
        };
        let (Some(from), Some(to)) = (simplified.text(), traditional.text()) else {
            continue;
        };
        let [length, written] = [from, to].map(|text| text.chars().count());
        if length < 2 || length != written {
            let (simplified, traditional) = (from.to_owned(), to.to_owned());
            faults.push(term.fault(Kind::TermPair {
                simplified,
                traditional,
            }));
        }
        match seen.get(from) {
            Some(first) => faults.push(simplified.fault(Kind::Repeated {
                word: from.to_owned(),
                first: *first,
            })),
            None => drop(seen.insert(from, simplified.position())),
        }
    }
}
