//! Sources: their links.

use super::address;
use super::cursor::At;
use crate::bundle::Grade;
use crate::fault::{Fault, Kind};

/// Checks `sources.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    for source in root.list("sources") {
        let Some(at) = source.get("url") else {
            continue;
        };
        let Some(text) = at.text() else { continue };
        if source.field("grade") == Some(Grade::C) {
            faults.push(at.fault(Kind::GradeC));
        }
        if let Err(kind) = address::of_source(text) {
            faults.push(at.fault(*kind));
        }
    }
}
