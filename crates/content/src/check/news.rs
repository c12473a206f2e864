//! Articles: their dates and their bodies.

use super::body;
use super::corrections;
use super::cursor::At;
use crate::fault::{Fault, Kind};
use crate::source::SourceFile;
use model::date::Date;

/// Checks an article.
pub fn check(file: &SourceFile, faults: &mut Vec<Fault>) {
    let root = At::root(file);
    dates(&root, faults);
    corrections::check(&root, faults);
    if let Some(at) = root.get("body") {
        body::check(&at, faults);
    }
}

fn dates(root: &At, faults: &mut Vec<Fault>) {
    match root.get("sortDate") {
        Some(at) => {
            if let Some(date) = at.read::<Date>().filter(|date| !date.is_whole()) {
                let date = date.to_string();
                faults.push(at.fault(Kind::PartialSortDate { date }));
            }
        }
        None => {
            if let Some(at) = root.get("date")
                && at.read::<Date>().is_some_and(|date| date.year.is_none())
            {
                faults.push(at.fault(Kind::NoSortDate));
            }
        }
    }
}
