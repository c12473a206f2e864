//! The inputs of a balance: what is possible for each, and a value for all.
//!
//! Values are in the reader's unit, the one of `chain.json`: shares and yields
//! in per cent.

use model::Input;
use model::input::{InputUnit, MOST};

use crate::impossible::{ImpossibleInput, within};
use crate::stoichiometry::ALUMINA_T_PER_T;

/// No consumption for a tonne is larger.
const MOST_PER_TONNE: f64 = 1e6;

/// What nature and arithmetic allow an input to be.
pub trait Limits {
    /// The least and the most that is possible at all, both included, in
    /// [`Input::unit`]. What it is divided by must be above zero besides, and
    /// some bounds follow from other inputs: see
    /// [`ImpossibleInput`](crate::ImpossibleInput).
    fn bounds(&self) -> (f64, f64);

    /// Whether something is divided by it, so that it cannot be zero.
    fn is_divisor(&self) -> bool;

    /// Whether a value of it is possible, whatever the other inputs are.
    ///
    /// # Errors
    /// Names the bound that it breaks.
    fn check(&self, value: f64) -> Result<(), ImpossibleInput>;
}

impl Limits for Input {
    fn bounds(&self) -> (f64, f64) {
        match self {
            Input::Product | Input::ScrapSupply => (0.0, MOST),
            // Less alumina than the reaction uses cannot make the metal.
            Input::Alumina => (ALUMINA_T_PER_T, MOST_PER_TONNE),
            // Bauxite holds the alumina that is won from it.
            Input::Bauxite => (1.0, MOST_PER_TONNE),
            Input::AluminiumFluoride => (0.0, 1000.0),
            Input::CellVoltage => (0.0, 1000.0),
            Input::DcToAc => (1.0, 10.0),
            Input::FromCell => (0.0, 1.0),
            other => match other.unit() {
                InputUnit::Percent => (0.0, 100.0),
                _ => (0.0, MOST_PER_TONNE),
            },
        }
    }

    fn is_divisor(&self) -> bool {
        matches!(
            self,
            Input::RollingYield
                | Input::ExtrusionYield
                | Input::CastingYield
                | Input::WireYield
                | Input::CasthouseYield
                | Input::RemeltYield
                | Input::ScrapMetal
                | Input::BakingYield
                | Input::CurrentEfficiency
        )
    }

    fn check(&self, value: f64) -> Result<(), ImpossibleInput> {
        let (low, high) = self.bounds();
        within(*self, value, low, high)?;
        if self.is_divisor() && value <= 0.0 {
            return Err(ImpossibleInput::NotPositive(*self));
        }
        if *self == Input::FromCell && value != 0.0 && value != 1.0 {
            return Err(ImpossibleInput::NotASwitch {
                input: *self,
                value,
            });
        }
        Ok(())
    }
}

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
