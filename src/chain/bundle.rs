//! From the editors' bundle to the inputs of the balance. Native only.

use std::collections::BTreeMap;

use rust_decimal::prelude::ToPrimitive;
use thiserror::Error;

use super::{Balance, Flow, ImpossibleInput, Inputs, factors};
use crate::content::bundle::{Bundle, Factor};
use crate::content::quantity::Unit;

/// Why a bundle's chain cannot be reckoned.
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
    /// A flow goes from or to another link than its kind.
    #[error("the flow of the kind `{kind}` in chain.json goes elsewhere than its kind does", kind = .0.as_str())]
    Misled(Flow),
}

/// The factors that the balance needs, each with its unit.
pub const NEEDED: [(&str, Unit); 7] = [
    (factors::ALUMINA, Unit::TonnesPerTonne),
    (factors::NET_ANODE, Unit::TonnesPerTonne),
    (factors::ELECTRICITY, Unit::KilowattHoursPerTonne),
    (factors::GRID_CO2, Unit::KilogramsCo2PerKilowattHour),
    (factors::PROCESSING_YIELD, Unit::Percent),
    (factors::REMELT_YIELD, Unit::Percent),
    (factors::SCRAP_SHARE, Unit::Percent),
];

/// The inputs for one tonne of product, by the bundle's default factors.
///
/// # Errors
/// When a factor is missing or in another unit.
pub fn inputs(bundle: &Bundle) -> Result<Inputs, ChainFault> {
    let mut values = BTreeMap::new();
    for (id, unit) in NEEDED {
        values.insert(id, value(bundle, id, unit)?);
    }
    // A factor that is not there would be not a number, which no balance takes.
    Ok(inputs_of(|id| values.get(id).copied().unwrap_or(f64::NAN)))
}

/// The inputs for one tonne of product, by the values of [`NEEDED`].
pub fn inputs_of(value: impl Fn(&'static str) -> f64) -> Inputs {
    Inputs {
        product_t: 1.0,
        processing_yield: value(factors::PROCESSING_YIELD) / 100.0,
        remelt_yield: value(factors::REMELT_YIELD) / 100.0,
        scrap_share: value(factors::SCRAP_SHARE) / 100.0,
        alumina_t_per_t: value(factors::ALUMINA),
        net_anode_t_per_t: value(factors::NET_ANODE),
        // Not among the factors: the published net consumption is taken as carbon.
        anode_impurities: 0.0,
        electricity_kwh_per_t: value(factors::ELECTRICITY),
        grid_kg_co2_per_kwh: value(factors::GRID_CO2),
    }
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

/// The factor with this id.
pub fn factor<'a>(bundle: &'a Bundle, id: &str) -> Option<&'a Factor> {
    bundle.chain.factors.iter().find(|factor| factor.id == id)
}

fn value(bundle: &Bundle, id: &'static str, unit: Unit) -> Result<f64, ChainFault> {
    let factor = factor(bundle, id).ok_or(ChainFault::NoFactor(id))?;
    if factor.unit != unit {
        return Err(ChainFault::WrongUnit {
            factor: id,
            found: factor.unit.as_str(),
            expected: unit.as_str(),
        });
    }
    // A decimal beyond f64 is caught by the balance as not finite.
    Ok(factor.default.0.to_f64().unwrap_or(f64::NAN))
}
