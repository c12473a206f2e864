//! Events: their times, their changes, where one registers.

use super::address;
use super::corrections::{in_order, to_come};
use super::cursor::At;
use crate::fault::{Fault, Kind};
use crate::files::Files;
use crate::table::BundleFile;
use model::date::{Day, Moment, Span};

/// Checks `events.json`.
pub fn check(files: &Files, today: Option<Day>, faults: &mut Vec<Fault>) {
    let Some(root) = files.get(BundleFile::Events).map(At::root) else {
        return;
    };
    for event in root.list("events") {
        times(&event, faults);
        in_order(&event, "changes", None, faults);
        to_come(&event, "changes", today, faults);
        if let Some(at) = event.get("registrationUrl")
            && let Some(Err(kind)) = at.text().map(address::of_source)
        {
            faults.push(at.fault(*kind));
        }
    }
}

/// It ends after it begins, and both are written in the same form.
fn times(event: &At, faults: &mut Vec<Fault>) {
    let (Some(start), Some(at)) = (event.field::<Moment>("start"), event.get("end")) else {
        return;
    };
    if let Some(end) = at.read::<Moment>()
        && let Err(error) = Span::new(start, Some(end))
    {
        faults.push(at.fault(Kind::Date(error)));
    }
}
