//! The chain: its five stages, its factors.

use rust_decimal::Decimal;

use super::cursor::At;
use crate::fault::{Fault, Kind};
use model::StageId;
use model::quantity::{Number, Unit};

/// Checks `chain.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    stages(root, faults);
    for factor in root.list("factors") {
        bounds(&factor, faults);
        source(&factor, faults);
    }
}

/// Each stage once, in the order of the chain.
fn stages(root: &At, faults: &mut Vec<Fault>) {
    let Some(list) = root.get("stages") else {
        return;
    };
    let found: Vec<(At, StageId)> = list
        .entries()
        .iter()
        .filter_map(|entry| entry.get("id"))
        .filter_map(|at| Some((at.clone(), at.read::<StageId>()?)))
        .collect();
    for (index, (at, stage)) in found.iter().enumerate() {
        if let Some((first, _)) = found[..index].iter().find(|(_, before)| before == stage) {
            let (id, first) = (stage.as_str().to_owned(), first.position());
            // There are only five.
            let free = None;
            faults.push(at.fault(Kind::DuplicateId { id, first, free }));
        }
    }
    // A stage whose id cannot be read is reported as that, not as missing.
    if found.len() < list.entries().len() {
        return;
    }
    for stage in StageId::ALL {
        if !found.iter().any(|(_, id)| *id == stage) {
            let stage = stage.as_str();
            faults.push(list.fault(Kind::MissingStage { stage }));
        }
    }
    if found.len() == StageId::ALL.len()
        && let Some(((at, stage), expected)) = found
            .iter()
            .zip(StageId::ALL)
            .find(|((_, stage), expected)| stage != expected)
        && StageId::ALL
            .iter()
            .all(|stage| found.iter().any(|(_, id)| id == stage))
    {
        let (stage, expected) = (stage.as_str().to_owned(), expected.as_str());
        faults.push(at.fault(Kind::StageOrder { stage, expected }));
    }
}

fn bounds(factor: &At, faults: &mut Vec<Fault>) {
    let number = |key| factor.field::<Number>(key).map(|number| number.0);
    let high_bound =
        (factor.field::<Unit>("unit") == Some(Unit::Percent)).then_some(Decimal::ONE_HUNDRED);
    for key in ["low", "default", "high"] {
        if let Some(at) = factor.get(key) {
            within(&at, Decimal::ZERO, high_bound, faults);
        }
    }
    if let (Some(low), Some(default), Some(high)) =
        (number("low"), number("default"), number("high"))
        && !(low <= default && default <= high)
        && let Some(at) = factor.get("default")
    {
        faults.push(at.fault(Kind::Range { low, default, high }));
    }
}

/// A published factor has a source, an assumption has none.
fn source(factor: &At, faults: &mut Vec<Fault>) {
    let assumption = factor.field::<bool>("assumption").unwrap_or(false);
    match (factor.get("source"), assumption) {
        (None, false) => faults.push(factor.fault(Kind::NoSource)),
        (Some(at), true) => faults.push(at.fault(Kind::AssumptionWithSource)),
        _ => {}
    }
}

/// Reports a number beyond its bounds.
pub fn within(at: &At, low: Decimal, high: Option<Decimal>, faults: &mut Vec<Fault>) {
    if let Some(Number(value)) = at.read()
        && (value < low || high.is_some_and(|high| value > high))
    {
        faults.push(at.fault(Kind::OutOfBounds { value, low, high }));
    }
}
