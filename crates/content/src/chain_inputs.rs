//! From the editors' bundle to the inputs of the balance. Native only.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use thiserror::Error;

use crate::bundle::{Bundle, Factor};
use chain::{Balance, ImpossibleInput, Inputs};
use model::input::InputUnit;
use model::{Flow, Input, StageId};

/// Why there is no balance for a bundle's chain.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum ChainFault {
    /// A factor is not there.
    #[error("chain.json has no factor `{0}`, which the balance needs")]
    NoFactor(&'static str),
    /// A factor has a unit that the balance cannot read.
    #[error("the factor `{factor}` of chain.json is in `{found}`; the balance needs `{expected}`")]
    WrongUnit {
        /// Its id.
        factor: &'static str,
        /// Its unit.
        found: &'static str,
        /// The unit needed.
        expected: &'static str,
    },
    /// The factors' values contradict nature.
    #[error("the factors of chain.json allow no balance: {0} (factor `{factor}`)", factor = .0.input().factor().unwrap_or("none"))]
    Impossible(#[from] ImpossibleInput),
    /// A flow is not there.
    #[error("chain.json has no flow of the kind `{kind}`", kind = .0.as_str())]
    NoFlow(Flow),
    /// A flow goes from or to another stage than its kind.
    #[error("the flow of the kind `{kind}` in chain.json goes elsewhere than its kind does", kind = .0.as_str())]
    Misled(Flow),
}

/// The factors that the balance needs, each once, with its unit.
pub fn needed() -> impl Iterator<Item = (&'static str, InputUnit)> {
    Input::ALL
        .into_iter()
        .filter_map(|input| Some((input.factor()?, input.unit())))
}

/// The inputs for one tonne of product, by the bundle's default factors.
///
/// # Errors
/// When a factor is missing or in another unit.
pub fn inputs(bundle: &Bundle) -> Result<Inputs, ChainFault> {
    let mut values = BTreeMap::new();
    for (id, unit) in needed() {
        values.insert(id, read(bundle, id, unit)?.default.0);
    }
    Ok(inputs_of(|id| values.get(id).copied()))
}

/// The inputs for one tonne of product, by the values of [`needed`].
pub fn inputs_of(value: impl Fn(&'static str) -> Option<Decimal>) -> Inputs {
    Inputs::from_fn(|input| {
        let factor = input.factor().and_then(&value).map(number);
        // What is neither would be not a number, which no balance takes.
        factor.or(input.standing()).unwrap_or(f64::NAN)
    })
}

/// The low and the high end of what is measured, for the band; what was set to
/// another value than the default has none.
///
/// # Errors
/// When a factor is missing or in another unit.
pub fn ranges(bundle: &Bundle, inputs: &Inputs) -> Result<Vec<(Input, f64, f64)>, ChainFault> {
    let mut ranges = Vec::new();
    for input in Input::ALL.into_iter().filter(|input| !input.is_choice()) {
        let Some(id) = input.factor() else { continue };
        let factor = read(bundle, id, input.unit())?;
        if number(factor.default.0) == inputs.get(input) {
            ranges.push((input, number(factor.low.0), number(factor.high.0)));
        }
    }
    Ok(ranges)
}

/// The balance for one tonne of product, by the bundle's default factors.
///
/// # Errors
/// When a factor is missing, in another unit or impossible, and when a flow is
/// missing or misled: then the picture would not be the chain's.
pub fn balance(bundle: &Bundle) -> Result<Balance, ChainFault> {
    for kind in Flow::ALL {
        let mut flows = bundle.chain.flows.iter();
        let flow = flows
            .find(|flow| flow.kind == kind)
            .ok_or(ChainFault::NoFlow(kind))?;
        if (flow.from, flow.to) != (kind.from(), kind.to()) {
            return Err(ChainFault::Misled(kind));
        }
    }
    Ok(Balance::new(&inputs(bundle)?)?)
}

/// What the place can make in a year at each stage, in tonnes, where a figure has
/// been published.
pub fn capacities(bundle: &Bundle) -> Vec<(StageId, f64)> {
    (bundle.chain.stages.iter())
        .filter_map(|stage| {
            let indicator = bundle.indicator(stage.capacity.as_deref()?)?;
            let tonnes = indicator.unit.tonnes(indicator.standing()?.value)?;
            Some((stage.id, tonnes.to_f64()?))
        })
        .collect()
}

/// The factor with this id.
pub fn factor<'a>(bundle: &'a Bundle, id: &str) -> Option<&'a Factor> {
    bundle.chain.factors.iter().find(|factor| factor.id == id)
}

fn read<'a>(
    bundle: &'a Bundle,
    id: &'static str,
    unit: InputUnit,
) -> Result<&'a Factor, ChainFault> {
    let factor = factor(bundle, id).ok_or(ChainFault::NoFactor(id))?;
    if factor.unit.as_str() != unit.as_str() {
        return Err(ChainFault::WrongUnit {
            factor: id,
            found: factor.unit.as_str(),
            expected: unit.as_str(),
        });
    }
    Ok(factor)
}

/// A decimal beyond f64 is caught by the balance as not finite.
fn number(decimal: Decimal) -> f64 {
    decimal.to_f64().unwrap_or(f64::NAN)
}
