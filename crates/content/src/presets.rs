//! From the editors' presets to inputs of the balance. Native only.

use rust_decimal::prelude::ToPrimitive;

use crate::bundle::{Bundle, Preset};
use crate::chain_inputs::{ChainFault, inputs};
use chain::{Balance, ImpossibleInput, Inputs, decimal};
use model::{Flow, Input};

/// A preset and all its inputs.
#[derive(Clone, Debug)]
pub struct Resolved<'a> {
    /// As the editors wrote it.
    pub preset: &'a Preset,
    /// The default inputs, with its own, for as much product as it asks for.
    pub inputs: Inputs,
}

/// Every preset of the bundle.
///
/// # Errors
/// When one allows no balance.
pub fn presets(bundle: &Bundle) -> Result<Vec<Resolved<'_>>, ChainFault> {
    let defaults = inputs(bundle)?;
    bundle
        .chain
        .presets
        .iter()
        .map(|preset| {
            let values: Vec<(Input, f64)> = (preset.values.iter())
                .filter_map(|value| {
                    let input = input_of(&value.factor)?;
                    Some((input, value.value.0.to_f64()?))
                })
                .collect();
            let tonnes = preset
                .unit
                .tonnes(preset.value)
                .and_then(|tonnes| tonnes.to_f64());
            // A mass beyond f64 is caught by the balance as not finite.
            let tonnes = tonnes.unwrap_or(f64::NAN);
            let inputs = resolve(defaults, &values, preset.flow, tonnes)?;
            Ok(Resolved { preset, inputs })
        })
        .collect()
}

/// The input that a preset sets by this factor: of several that share it, the
/// first.
pub fn input_of(factor: &str) -> Option<Input> {
    Input::ALL
        .into_iter()
        .find(|input| input.factor() == Some(factor))
}

/// The inputs with these values, for so much product that a flow carries so
/// many tonnes. Everything is in proportion to the product.
///
/// # Errors
/// When there is no balance for them, as when nothing flows there.
pub fn resolve(
    defaults: Inputs,
    values: &[(Input, f64)],
    flow: Flow,
    tonnes: f64,
) -> Result<Inputs, ImpossibleInput> {
    let mut inputs = defaults.with(Input::Product, 1.0);
    for (input, value) in values {
        inputs = inputs.with(*input, *value);
    }
    let product = tonnes / Balance::new(&inputs)?.flow_t(flow);
    inputs = inputs.with(Input::Product, product);
    Balance::new(&inputs)?;
    // Whole tonnes where a part of one is nothing: readers see the number.
    let product = if product >= 1000.0 {
        product.round()
    } else {
        product
    };
    Ok(inputs.with(Input::Product, decimal::rounded(product)))
}
