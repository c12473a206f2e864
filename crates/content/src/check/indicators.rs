//! Indicators: their bounds, the order of their points, and what was put right.

use rust_decimal::Decimal;

use super::chain::within;
use super::corrections;
use super::cursor::At;
use crate::fault::{Fault, Kind};
use model::PointKind;
use model::date::{Date, Day, Period};
use model::quantity::Unit;

/// The home page shows so many.
const FEATURED: usize = 3;

/// A change in per cent beyond this is a slip of the pen.
const CHANGE: Decimal = Decimal::ONE_THOUSAND;

/// What was put right.
const CORRECTED: &str = "corrected";

/// Checks `indicators.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    if let Some(featured) = root.get("featured") {
        let found = featured.entries().len();
        if featured.read::<Vec<String>>().is_some() && found != FEATURED {
            let (expected, instead) = (FEATURED, featurable(root, &featured));
            faults.push(featured.fault(Kind::Count {
                found,
                expected,
                instead,
            }));
        }
    }
    for indicator in root.list("indicators") {
        indicator.needs_an_entry("points", faults);
        let percent = indicator.field::<Unit>("unit") == Some(Unit::Percent);
        for point in indicator.list("points") {
            if let Some(value) = point.get("value") {
                let (low, high) = if percent {
                    (-Decimal::ONE_HUNDRED, Some(CHANGE))
                } else {
                    (Decimal::ZERO, None)
                };
                within(&value, low, high, faults);
            }
            if let Some(change) = point.get("change") {
                within(&change, -Decimal::ONE_HUNDRED, Some(CHANGE), faults);
            }
        }
        order(&indicator, faults);
        corrections::in_order(&indicator, CORRECTED, None, faults);
        corrected(&indicator, faults);
    }
}

/// Checks that nothing was put right on a day to come. Without a day, nothing was.
pub fn to_come(root: &At, today: Option<Day>, faults: &mut Vec<Fault>) {
    for indicator in root.list("indicators") {
        corrections::to_come(&indicator, CORRECTED, today, faults);
    }
}

/// What was put right is a point that is there, and was published before.
fn corrected(indicator: &At, faults: &mut Vec<Fault>) {
    let of = |entry: &At| Some((entry.field::<Period>("period")?, entry.field("kind")?));
    let points = indicator.list("points");
    let points: Vec<(Period, PointKind)> = points.iter().filter_map(of).collect();
    for entry in indicator.list(CORRECTED) {
        if let (Some(at), Some(published)) = (entry.get("date"), entry.field::<Date>("published"))
            && let Some(date) = at.read::<Date>()
            && date.ends().is_some_and(|day| day.is_before(published))
        {
            let (date, article) = (date.to_string(), published);
            faults.push(at.fault(Kind::EarlyCorrection { date, article }));
        }
        let (Some(wanted), Some(at)) = (of(&entry), entry.get("period")) else {
            continue;
        };
        if !points.contains(&wanted) {
            let mut known = points.iter().filter(|(_, kind)| *kind == wanted.1);
            let any = known.next().map(|(period, _)| period.to_string());
            let period = wanted.0.to_string();
            faults.push(at.fault(Kind::NoPoint { period, any }));
        }
    }
}

/// As many as the home page shows, if there are as many: first those that are
/// chosen already.
fn featurable(root: &At, featured: &At) -> Option<Vec<String>> {
    let known: Vec<&str> = (root.list("indicators").iter())
        .filter_map(|indicator| indicator.get("id")?.text())
        .collect();
    let chosen = featured.entries();
    let chosen = (chosen.iter().filter_map(At::text)).filter(|id| known.contains(id));
    let mut instead: Vec<String> = Vec::with_capacity(FEATURED);
    for id in chosen.chain(known.iter().copied()) {
        if instead.len() < FEATURED && !instead.iter().any(|other| other == id) {
            instead.push(id.to_owned());
        }
    }
    (instead.len() == FEATURED).then_some(instead)
}

/// Oldest first within each kind, and one standing figure for each period.
fn order(indicator: &At, faults: &mut Vec<Fault>) {
    let points: Vec<(At, Period, PointKind, bool)> = indicator
        .list("points")
        .iter()
        .filter_map(|point| {
            let at = point.get("period")?;
            let period = at.read::<Period>()?;
            let superseded = point.field("superseded").unwrap_or(false);
            Some((at, period, point.field("kind")?, superseded))
        })
        .collect();
    for (index, (at, period, kind, superseded)) in points.iter().enumerate() {
        let before = points[..index]
            .iter()
            .filter(|(_, _, other, _)| other == kind);
        if let Some((_, latest, ..)) = before
            .clone()
            .filter(|(_, other, ..)| other.ends() > period.ends())
            .filter(|_| period.ends().is_some())
            .max_by_key(|(_, other, ..)| other.ends())
        {
            let (period, before) = (period.to_string(), latest.to_string());
            faults.push(at.fault(Kind::PointOrder { period, before }));
        }
        if let Some((first, ..)) = before
            .filter(|_| !superseded)
            .find(|(_, other, _, superseded)| other == period && !superseded)
        {
            let (period, first) = (period.to_string(), first.position());
            faults.push(at.fault(Kind::DuplicatePoint { period, first }));
        }
    }
}
