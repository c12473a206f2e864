//! The question the other way round: what an input must be for a result to be
//! so much.
//!
//! Every result rises or falls with an input all along its range, the others
//! held (see [`band`](crate::band)): so there is one answer or none, and halving
//! the range finds it. Where there is none, the ends of what can be had are
//! the answer.

use thiserror::Error;

use super::balance::Balance;
use super::impossible::ImpossibleInput;
use super::input::Inputs;
use super::output::Output;
use model::{Input, StageId};

/// Why no value of the input does it.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum NoAnswer {
    /// The result does not depend on the input.
    #[error("the result does not depend on `{}`", .0.key())]
    Unmoved(Input),
    /// The target lies beyond what can be had.
    #[error("with `{}` from {from} to {to} the result goes from {least} to {most}", input.key())]
    OutOfReach {
        /// Which input.
        input: Input,
        /// The least value of the input that is possible.
        from: f64,
        /// The largest.
        to: f64,
        /// The least that the result can be, in its unit.
        least: f64,
        /// The most.
        most: f64,
    },
    /// The scenario itself is impossible.
    #[error(transparent)]
    Impossible(#[from] ImpossibleInput),
}

/// How often a range is halved: to the last digit of what it holds.
const HALVINGS: u32 = 100;

/// What `input` must be, from `range.0` to `range.1`, for `output` to be
/// `target`, the other inputs held; in their units. Where a part of the range
/// is impossible, such as a share that there is no scrap for, the rest counts.
///
/// # Errors
/// When there is no such value.
pub fn solve(
    inputs: &Inputs,
    input: Input,
    range: (f64, f64),
    output: Output,
    target: f64,
) -> Result<f64, NoAnswer> {
    Balance::new(inputs)?;
    let at = |value| Balance::new(&inputs.with(input, value)).map(|balance| balance.get(output));
    // From where it stands, which is possible, to each end, or as far as it goes.
    let reach = |end: f64| {
        let (mut possible, mut beyond) = (inputs.get(input), end);
        if at(beyond).is_ok() {
            return beyond;
        }
        for _ in 0..HALVINGS {
            let middle = possible + (beyond - possible) / 2.0;
            match at(middle) {
                Ok(_) => possible = middle,
                Err(_) => beyond = middle,
            }
        }
        possible
    };
    let (from, to) = (reach(range.0), reach(range.1));
    let (below, above) = (at(from)?, at(to)?);
    let (least, most) = (below.min(above), below.max(above));
    if most - least <= 1e-12 * most.abs() {
        return Err(NoAnswer::Unmoved(input));
    }
    // What rounding leaves of an end is the end.
    let slack = 1e-12 * (most.abs() + least.abs());
    if !(least - slack..=most + slack).contains(&target) {
        return Err(NoAnswer::OutOfReach {
            input,
            from,
            to,
            least,
            most,
        });
    }
    let rises = above > below;
    let (mut low, mut high) = (from, to);
    for _ in 0..HALVINGS {
        let middle = low + (high - low) / 2.0;
        if (at(middle)? < target) == rises {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(low + (high - low) / 2.0)
}

/// How much product each stage's capacity is enough for, in tonnes, the least
/// first: the first is what the capacities together allow. All masses are in
/// proportion to the product. A stage that the product does not need bounds
/// nothing, and is left out.
///
/// # Errors
/// When a tonne of product is impossible.
pub fn product_of_capacities(
    inputs: &Inputs,
    capacities: &[(StageId, f64)],
) -> Result<Vec<(StageId, f64)>, ImpossibleInput> {
    let tonne = Balance::new(&inputs.with(Input::Product, 1.0))?;
    let mut products: Vec<(StageId, f64)> = (capacities.iter())
        .map(|&(stage, capacity)| (stage, capacity / tonne.get(Output::made_at(stage))))
        .filter(|(_, product)| product.is_finite())
        .collect();
    products.sort_by(|one, other| one.1.total_cmp(&other.1));
    Ok(products)
}
