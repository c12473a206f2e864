//! The band of a difference between two scenarios.
//!
//! A factor that both take is one number that is not known well, not two: it
//! is at the same place in both at once, so most of it cancels. The ends are
//! therefore looked for over the factors, with both balances at each place,
//! and are not what is left of two bands. A factor that the reader has set in
//! one of the two stands still there and moves in the other.
//!
//! All results are sums of products of inputs and of reciprocals of yields: for
//! one factor, the others held, a difference is `a + b·x`, or `a + b/x`, and
//! has its ends at the ends of the range. Which end depends on where the
//! others are, as it does not for one scenario alone. So each factor in turn is
//! put to the end that is better until none is, beginning where the bands of
//! both scenarios have their ends. Remelting's dross, `a + b·x + c/x` of the
//! remelt yield, and what closes the refinery's mass, which stops at zero, may
//! have an end between: their factors are tried in between as well.

use super::balance::Balance;
use super::impossible::ImpossibleInput;
use super::input::Inputs;
use super::output::Output;
use model::Input;

/// A scenario and what of it moves: input, low, high.
pub type Ranged<'a> = (&'a Inputs, &'a [(Input, f64, f64)]);

/// Between the ends of a range are so many more places, where a difference may
/// have an end there.
const fn between(output: Output) -> u32 {
    match output {
        Output::RemeltDross | Output::Dross | Output::RefiningAdded | Output::RefiningReleased => 4,
        _ => 0,
    }
}

/// A factor of one scenario or of both.
struct Shared {
    input: Input,
    low: f64,
    high: f64,
    /// Whether it moves in the first and in the other.
    moves: [bool; 2],
}

/// The low and the high end of `one − other`, in the output's unit.
///
/// # Errors
/// When a place within the ranges is impossible.
pub fn difference(
    one: Ranged<'_>,
    other: Ranged<'_>,
    output: Output,
) -> Result<(f64, f64), ImpossibleInput> {
    let mut factors: Vec<Shared> = Vec::new();
    for (which, (_, ranges)) in [one, other].into_iter().enumerate() {
        for &(input, low, high) in ranges {
            match factors.iter_mut().find(|factor| factor.input == input) {
                Some(factor) => factor.moves[which] = true,
                None => factors.push(Shared {
                    input,
                    low,
                    high,
                    moves: [which == 0, which == 1],
                }),
            }
        }
    }
    let search = Search {
        scenarios: [*one.0, *other.0],
        factors,
        output,
    };
    Ok((search.end(-1.0)?, search.end(1.0)?))
}

struct Search {
    scenarios: [Inputs; 2],
    factors: Vec<Shared>,
    output: Output,
}

impl Search {
    /// The end of the difference on one side: the least for −1, the most for 1.
    fn end(&self, sign: f64) -> Result<f64, ImpossibleInput> {
        let mut best = f64::NEG_INFINITY;
        // Where the difference, the first and the other have their own ends.
        for weights in [[1.0, -1.0], [1.0, 0.0], [0.0, -1.0]] {
            let start = self.start(weights.map(|weight| sign * weight))?;
            best = best.max(self.climb(start, sign)?);
        }
        // Never "−0".
        Ok(sign * best + 0.0)
    }

    /// Each factor at its better end by itself, for a weighted sum of both.
    fn start(&self, weights: [f64; 2]) -> Result<[Inputs; 2], ImpossibleInput> {
        let mut start = self.scenarios;
        for factor in &self.factors {
            let at = |value| self.weighted(&factor.put(self.scenarios, value), weights);
            let value = match at(factor.high)? >= at(factor.low)? {
                true => factor.high,
                false => factor.low,
            };
            start = factor.put(start, value);
        }
        Ok(start)
    }

    /// Moves one factor after the other to where the difference is largest.
    fn climb(&self, mut at: [Inputs; 2], sign: f64) -> Result<f64, ImpossibleInput> {
        let weights = [sign, -sign];
        let steps = between(self.output) + 1;
        let mut best = self.weighted(&at, weights)?;
        loop {
            let before = best;
            for factor in &self.factors {
                for step in 0..=steps {
                    let part = f64::from(step) / f64::from(steps);
                    let value = factor.low + (factor.high - factor.low) * part;
                    let moved = factor.put(at, value);
                    let found = self.weighted(&moved, weights)?;
                    if found > best {
                        (best, at) = (found, moved);
                    }
                }
            }
            // What rounding gains is no gain, and would go on for ever.
            if best <= before + 1e-12 * before.abs() {
                return Ok(best);
            }
        }
    }

    fn weighted(&self, at: &[Inputs; 2], weights: [f64; 2]) -> Result<f64, ImpossibleInput> {
        let one = Balance::new(&at[0])?.get(self.output);
        let other = Balance::new(&at[1])?.get(self.output);
        Ok(weights[0] * one + weights[1] * other)
    }
}

impl Shared {
    /// Both scenarios with the factor at a value where it moves.
    fn put(&self, scenarios: [Inputs; 2], value: f64) -> [Inputs; 2] {
        let [one, other] = scenarios;
        let put = |inputs: Inputs, moves| match moves {
            true => inputs.with(self.input, value),
            false => inputs,
        };
        [put(one, self.moves[0]), put(other, self.moves[1])]
    }
}
