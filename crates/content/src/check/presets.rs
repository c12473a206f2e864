//! The chain's presets: a mass of something that flows, factors that the
//! balance reads, and together a balance.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::balance::bounds;
use super::chain::within;
use super::cursor::At;
use crate::chain_inputs::{inputs_of, needed};
use crate::fault::{Fault, Kind};
use crate::presets::{input_of, resolve};
use crate::suggest::nearest;
use model::quantity::{Number, Unit};
use model::{Flow, Input};

/// Checks `chain.json`.
pub fn check(root: &At, faults: &mut Vec<Fault>) {
    for preset in root.list("presets") {
        if let Some(at) = preset.get("value") {
            within(&at, Decimal::ZERO, None, faults);
        }
        unit(&preset, faults);
        source(&preset, faults);
        for value in preset.list("values") {
            factor(&value, faults);
        }
        balance(root, &preset, faults);
    }
}

fn unit(preset: &At, faults: &mut Vec<Fault>) {
    let Some(at) = preset.get("unit") else { return };
    let Some(unit) = at.read::<Unit>() else {
        return;
    };
    if unit.tonnes(Number(Decimal::ONE)).is_none() {
        let masses = [
            Unit::Tonnes,
            Unit::TenThousandTonnes,
            Unit::TenThousandTonnesPerYear,
        ];
        faults.push(at.fault(Kind::UnknownWord {
            word: unit.as_str().to_owned(),
            accepted: masses.map(|unit| unit.as_str().to_owned()).into(),
            suggestion: None,
        }));
    }
}

/// What somebody published has a source; an assumption has none. A tonne, or
/// another round mass of product, is neither.
fn source(preset: &At, faults: &mut Vec<Fault>) {
    let assumption = preset.field::<bool>("assumption").unwrap_or(false);
    let dated = preset.get("period").is_some();
    match (preset.get("source"), assumption) {
        (None, false) if dated => faults.push(preset.fault(Kind::NoSource)),
        (Some(at), true) => faults.push(at.fault(Kind::AssumptionWithSource)),
        _ => {}
    }
}

/// A factor that the balance does not read would change nothing.
fn factor(value: &At, faults: &mut Vec<Fault>) {
    let Some(at) = value.get("factor") else {
        return;
    };
    let Some(id) = at.text() else { return };
    if input_of(id).is_none() {
        let known = || needed().map(|(factor, _)| factor);
        faults.push(at.fault(Kind::UnknownWord {
            word: id.to_owned(),
            accepted: known().map(str::to_owned).collect(),
            suggestion: nearest(id, known()),
        }));
    }
}

/// Reports the first value with which there is no balance, if all of them and
/// the factors' defaults can be read.
fn balance(root: &At, preset: &At, faults: &mut Vec<Fault>) {
    let defaults: BTreeMap<String, Decimal> = (root.list("factors").iter())
        .filter_map(|factor| {
            let number = factor.field::<Number>("default")?;
            Some((factor.get("id")?.text()?.to_owned(), number.0))
        })
        .collect();
    let values = preset.list("values");
    let read = |value: &At| -> Option<(Input, f64)> {
        let input = input_of(value.get("factor")?.text()?)?;
        Some((input, value.field::<Number>("value")?.0.to_f64()?))
    };
    let tonnes = preset
        .field::<Unit>("unit")
        .zip(preset.field::<Number>("value"))
        .and_then(|(unit, value)| unit.tonnes(value)?.to_f64());
    let (Some(set), Some(tonnes), Some(flow)) = (
        values.iter().map(read).collect::<Option<Vec<_>>>(),
        tonnes,
        preset.field::<Flow>("flow"),
    ) else {
        return;
    };
    let defaults = inputs_of(|id| defaults.get(id).copied());
    // Factors that allow none by themselves are reported as such.
    if defaults.check().is_err() {
        return;
    }
    let Err(impossible) = resolve(defaults, &set, flow, tonnes) else {
        return;
    };
    let guilty = values
        .iter()
        .find(|value| read(value).is_some_and(|(input, _)| input == impossible.input()))
        .unwrap_or(preset);
    if let Some(at) = guilty.get("value")
        && let Some(Number(value)) = at.read()
    {
        let (low, high) = bounds(&impossible);
        faults.push(at.fault(Kind::NoBalance { value, low, high }));
    }
}
