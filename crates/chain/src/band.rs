//! The low–high band of every result that the ranges of the factors imply.
//!
//! Every result rises or falls with each input all along its range, the others
//! held. So the band's ends lie at corners of the ranges: the direction of each
//! input is found by trying its two ends, and the balance is computed where all
//! of them push the same way. Wishes ([`Input::is_choice`]) have no band.

use super::balance::Balance;
use super::impossible::ImpossibleInput;
use super::input::Inputs;
use super::output::Output;
use model::Input;

/// The low and the high end of every result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band([(f64, f64); Output::COUNT]);

impl Band {
    /// The low and the high end of a result, in its unit.
    pub const fn get(&self, output: Output) -> (f64, f64) {
        self.0[output as usize]
    }
}

/// The bands around the results of a scenario, each computed when it is asked
/// for: one costs two balances, all of them more than a hundred.
#[derive(Clone, Debug)]
pub struct Bands {
    inputs: Inputs,
    ranges: Vec<(Input, f64, f64)>,
    /// The balance at the low and at the high end of each range.
    ends: Vec<(Balance, Balance)>,
}

/// How much an input widens a result by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Widening {
    /// Which input.
    pub input: Input,
    /// The low end of the result over its range.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

impl Widening {
    /// From the low to the high end.
    pub const fn width(&self) -> f64 {
        self.high - self.low
    }
}

impl Bands {
    /// The bands around the results for `inputs`, with each of the ranges'
    /// inputs anywhere between its low and its high. An input that is not in the
    /// ranges stays as it is.
    ///
    /// # Errors
    /// When an end of the ranges is impossible.
    pub fn new(inputs: &Inputs, ranges: Vec<(Input, f64, f64)>) -> Result<Self, ImpossibleInput> {
        let mut ends = Vec::with_capacity(ranges.len());
        for (input, low, high) in &ranges {
            ends.push((
                Balance::new(&inputs.with(*input, *low))?,
                Balance::new(&inputs.with(*input, *high))?,
            ));
        }
        Ok(Self {
            inputs: *inputs,
            ranges,
            ends,
        })
    }

    /// The low and the high end of a result, in its unit.
    ///
    /// # Errors
    /// When its corner of the ranges is impossible.
    pub fn get(&self, output: Output) -> Result<(f64, f64), ImpossibleInput> {
        let pull = |balance: &Balance| pull(balance, output);
        let low = self.corner(&pull, false)?;
        let high = self.corner(&pull, true)?;
        Ok((low.get(output), high.get(output)))
    }

    /// The low and the high end of what a balance tells, such as what a flow
    /// carries: of whatever rises or falls with each input all along its range.
    ///
    /// # Errors
    /// When its corner of the ranges is impossible.
    pub fn of(&self, value: &dyn Fn(&Balance) -> f64) -> Result<(f64, f64), ImpossibleInput> {
        let pull = |balance: &Balance| [value(balance), 0.0, 0.0];
        let low = self.corner(&pull, false)?;
        let high = self.corner(&pull, true)?;
        Ok((value(&low), value(&high)))
    }

    /// The inputs by how much they widen a result, each over its range while
    /// the others stand still; the widest first, and none that does not.
    pub fn widest(&self, output: Output) -> Vec<Widening> {
        let mut all: Vec<Widening> = (self.ranges.iter().zip(&self.ends))
            .map(|((input, ..), (below, above))| {
                let (one, other) = (below.get(output), above.get(output));
                Widening {
                    input: *input,
                    low: one.min(other),
                    high: one.max(other),
                }
            })
            .filter(|widening| widening.high > widening.low)
            .collect();
        all.sort_by(|one, other| other.width().total_cmp(&one.width()));
        all
    }

    fn corner(
        &self,
        pull: &dyn Fn(&Balance) -> [f64; 3],
        largest: bool,
    ) -> Result<Balance, ImpossibleInput> {
        let mut at = self.inputs;
        for ((input, low, high), (below, above)) in self.ranges.iter().zip(&self.ends) {
            let rises = pull(above) >= pull(below);
            at = at.with(*input, if rises == largest { *high } else { *low });
        }
        Balance::new(&at)
    }
}

/// All [`Bands`] at once.
///
/// # Errors
/// When a corner of the ranges is impossible.
pub fn band(inputs: &Inputs, ranges: &[(Input, f64, f64)]) -> Result<Band, ImpossibleInput> {
    let bands = Bands::new(inputs, ranges.to_vec())?;
    let mut band = Band([(0.0, 0.0); Output::COUNT]);
    for output in Output::ALL {
        band.0[output as usize] = bands.get(output)?;
    }
    Ok(band)
}

/// How far a result is pulled. What closes the refinery's mass is reported on one
/// of two sides and is zero on the other, where it does not show which way an
/// input pulls it: there the alumina and then the rest itself show it.
fn pull(balance: &Balance, output: Output) -> [f64; 3] {
    let get = |output| balance.get(output);
    let rest = get(Output::RefiningReleased) - get(Output::RefiningAdded);
    match output {
        Output::RefiningReleased => [get(output), get(Output::Alumina), rest],
        Output::RefiningAdded => [get(output), get(Output::Alumina), -rest],
        _ => [get(output), 0.0, 0.0],
    }
}
