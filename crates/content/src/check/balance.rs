//! What the chain's picture and its balance need: every flow, and the factors
//! in their units, within what nature allows.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::cursor::At;
use crate::chain_inputs::{inputs_of, needed};
use crate::fault::{Fault, Kind};
use chain::{Balance, ImpossibleInput};
use model::StageId;
use model::input::InputUnit;
use model::quantity::{Number, Unit};
use model::{Flow, Input};

/// Checks `chain.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    if let Some(flows) = root.get("flows") {
        check_flows(root, &flows, faults);
    }
    if let Some(factors) = root.get("factors") {
        check_factors(&factors, faults);
    }
}

/// Each kind once, between the stages that its kind joins.
fn check_flows(root: &At, flows: &At, faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<Flow, At> = BTreeMap::new();
    let mut unread = false;
    for flow in flows.entries() {
        let Some((at, kind)) = flow
            .get("kind")
            .and_then(|at| Some((at.clone(), at.read::<Flow>()?)))
        else {
            unread = true;
            continue;
        };
        if misled(&flow, kind) {
            faults.push(flow.fault(Kind::MisledFlow {
                flow: kind,
                material: material(&flow),
            }));
        }
        if let Some(first) = seen.get(&kind) {
            let (word, first) = (kind.as_str().to_owned(), first.position());
            faults.push(at.fault(Kind::Repeated { word, first }));
        } else {
            seen.insert(kind, at);
        }
    }
    // A flow whose kind cannot be read is reported as that, not as missing.
    if !unread {
        for flow in Flow::ALL
            .into_iter()
            .filter(|flow| !seen.contains_key(flow))
        {
            let material = flowing(root, flows, flow);
            faults.push(flows.fault(Kind::MissingFlow { flow, material }));
        }
    }
}

fn material(flow: &At) -> Option<String> {
    Some(flow.get("material")?.text()?.to_owned())
}

/// A material for a flow: the one of its name, or else one that flows elsewhere.
fn flowing(root: &At, flows: &At, flow: Flow) -> Option<String> {
    let named = (root.list("materials").iter())
        .filter_map(|material| material.get("id")?.text())
        .find(|id| *id == flow.as_str());
    (named.map(str::to_owned)).or_else(|| flows.entries().iter().rev().find_map(material))
}

/// Whether an end that can be read is another than the kind's.
fn misled(flow: &At, kind: Flow) -> bool {
    [("from", kind.from()), ("to", kind.to())]
        .into_iter()
        .any(|(key, expected)| match flow.get(key) {
            None => expected.is_some(),
            Some(at) => at
                .read::<StageId>()
                .is_some_and(|found| Some(found) != expected),
        })
}

fn check_factors(factors: &At, faults: &mut Vec<Fault>) {
    let entries = factors.entries();
    let id = |entry: &At| entry.get("id").and_then(|at| Some(at.text()?.to_owned()));
    let readable = entries.iter().all(|entry| id(entry).is_some());
    let mut values: BTreeMap<&str, (At, Decimal)> = BTreeMap::new();
    for (factor, expected) in needed() {
        let found = entries
            .iter()
            .find(|entry| id(entry).as_deref() == Some(factor));
        match found {
            Some(entry) => {
                check_unit(entry, factor, expected, faults);
                if let Some(at) = entry.get("default")
                    && let Some(Number(value)) = at.read()
                {
                    values.insert(factor, (at, value));
                }
            }
            None if readable => {
                let unit = expected.as_str();
                faults.push(factors.fault(Kind::MissingFactor { factor, unit }));
            }
            None => {}
        }
    }
    if values.len() == needed().count() {
        check_nature(&values, faults);
    }
}

fn check_unit(entry: &At, factor: &'static str, expected: InputUnit, faults: &mut Vec<Fault>) {
    if let Some(at) = entry.get("unit")
        && let Some(found) = at.read::<Unit>()
        && found.as_str() != expected.as_str()
    {
        let (found, expected) = (found.as_str(), expected.as_str());
        faults.push(at.fault(Kind::FactorUnit {
            factor,
            found,
            expected,
        }));
    }
}

/// Reports the first factor with which mass would not close.
fn check_nature(values: &BTreeMap<&str, (At, Decimal)>, faults: &mut Vec<Fault>) {
    let value = |id: &'static str| values.get(id).map(|(_, value)| *value);
    let Err(impossible) = Balance::new(&inputs_of(value)) else {
        return;
    };
    if let ImpossibleInput::Mix { .. } = impossible {
        if let Some((at, _)) = values.get(Input::RolledShare.key()) {
            faults.push(at.fault(Kind::Impossible(impossible)));
        }
        return;
    }
    let Some((at, value)) = impossible.input().factor().and_then(|id| values.get(id)) else {
        return;
    };
    let (low, high) = bounds(&impossible);
    let value = *value;
    faults.push(at.fault(Kind::NoBalance { value, low, high }));
}

/// The least and the most with which there is a balance, rounded to where
/// there is one.
pub fn bounds(impossible: &ImpossibleInput) -> (Option<Decimal>, Option<Decimal>) {
    let bound = |bound: f64, towards| {
        let bound = Decimal::try_from(bound).unwrap_or_default();
        bound.round_dp_with_strategy(6, towards).normalize()
    };
    let (low, high) = impossible.bounds();
    (
        low.map(|low| bound(low, RoundingStrategy::ToPositiveInfinity)),
        high.map(|high| bound(high, RoundingStrategy::ToNegativeInfinity)),
    )
}
