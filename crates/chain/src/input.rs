//! The inputs of a balance: a value for each.
//!
//! Values are in the reader's unit, the one of `chain.json`: shares and yields
//! in per cent.

use model::Input;

/// A value for every input, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs([f64; Input::COUNT]);

impl Inputs {
    /// Each input's value from where it is known.
    pub fn from_fn(value: impl FnMut(Input) -> f64) -> Self {
        Self(Input::ALL.map(value))
    }

    /// The value of an input.
    pub const fn get(&self, input: Input) -> f64 {
        self.0[input as usize]
    }

    /// The same inputs but for one.
    #[must_use]
    pub const fn with(mut self, input: Input, value: f64) -> Self {
        self.0[input as usize] = value;
        self
    }

    /// A share or a yield as a fraction of one.
    pub(crate) const fn fraction(&self, input: Input) -> f64 {
        self.get(input) / 100.0
    }
}
