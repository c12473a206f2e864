//! Offers and needs: from which day to which, and how much.

use rust_decimal::Decimal;

use super::chain::within;
use super::cursor::At;
use crate::fault::{Fault, Kind, Warning};
use crate::files::Files;
use crate::table::BundleFile;
use model::date::{Date, DateError, Day};

/// The least that is worth a word, in tonnes.
const LEAST_T: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Checks `offers.json`.
pub fn check(files: &Files, faults: &mut Vec<Fault>) {
    for offer in offers(files) {
        offer.needs_an_entry("stages", faults);
        if let Some(tonnes) = offer.get("tonnes") {
            within(&tonnes, LEAST_T, None, faults);
        }
        let days = ["date", "until"].map(|key| day(&offer, key, faults));
        if let [Some((_, date)), Some((at, until))] = &days
            && until < date
        {
            let error = DateError::Backwards(format!("{date}/{until}"));
            faults.push(at.fault(Kind::Date(error)));
        }
    }
}

/// Those that no reader sees on this day.
pub fn warn(files: &Files, today: Day, warnings: &mut Vec<Fault>) {
    for offer in offers(files) {
        let over = |until: &Date| until.ends().is_some_and(|last| last < today);
        let ahead = |date: &Date| today.is_before(*date);
        let mut warn = |key: &str, over: bool, is_so: &dyn Fn(&Date) -> bool| {
            if let Some(at) = offer.get(key)
                && let Some(date) = at.read::<Date>().filter(is_so)
            {
                let date = date.to_string();
                warnings.push(at.fault(Kind::Warning(Warning::OfferNotShown { date, over })));
            }
        };
        warn("until", true, &over);
        warn("date", false, &ahead);
    }
}

fn offers(files: &Files) -> Vec<At<'_>> {
    let root = files.get(BundleFile::Offers).map(At::root);
    root.map(|root| root.list("offers")).unwrap_or_default()
}

/// A whole day in a field: a board that clears itself must know which.
fn day<'a>(offer: &At<'a>, key: &str, faults: &mut Vec<Fault>) -> Option<(At<'a>, Date)> {
    let at = offer.get(key)?;
    let date = at.read::<Date>()?;
    if !date.is_whole() {
        let date = date.to_string();
        faults.push(at.fault(Kind::PartialDay { date }));
        return None;
    }
    Some((at, date))
}
