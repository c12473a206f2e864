//! What nature and arithmetic allow the inputs to be, each by itself and all
//! together.

use model::Input;
use model::input::{InputUnit, MOST};

use crate::impossible::{ImpossibleInput, within};
use crate::input::Inputs;
use crate::stoichiometry::{ALUMINA_T_PER_T, CARBON_T_PER_T};

/// The shares of the product may miss 100 % by this much: what rounding does.
const MIX_TOLERANCE: f64 = 1e-8;
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

impl Inputs {
    /// Whether there is a balance for them.
    ///
    /// # Errors
    /// Names the first input that is impossible, and its bound.
    pub fn check(&self) -> Result<(), ImpossibleInput> {
        for input in Input::ALL {
            input.check(self.get(input))?;
        }
        let sum = Input::MIX.map(|share| self.get(share)).iter().sum::<f64>();
        if (sum - 100.0).abs() > MIX_TOLERANCE {
            return Err(ImpossibleInput::Mix { sum });
        }
        // An anode must bring the carbon that the reaction uses, sulphur and
        // ash aside, and cannot be more butt than anode.
        let carbon_share = 1.0 - self.fraction(Input::AnodeImpurities);
        let net = self.get(Input::NetAnode);
        if carbon_share <= 0.0 {
            let value = self.get(Input::AnodeImpurities);
            return Err(ImpossibleInput::Above {
                input: Input::AnodeImpurities,
                value,
                bound: 100.0,
            });
        }
        let carbon = CARBON_T_PER_T / carbon_share;
        within(Input::NetAnode, net, carbon, f64::INFINITY)?;
        let gross = self.get(Input::GrossAnode);
        within(Input::GrossAnode, gross, net, f64::INFINITY)?;
        self.check_scrap()
    }

    /// Whether there is scrap enough for the recycled share. Room for it there
    /// always is: processing is charged with product and offcuts, of which
    /// remelting returns at most `product × share + offcuts`.
    fn check_scrap(&self) -> Result<(), ImpossibleInput> {
        let per_share = self.get(Input::Product)
            / self.fraction(Input::RemeltYield)
            / self.fraction(Input::ScrapMetal);
        let value = self.get(Input::RecycledShare);
        let supply = self.get(Input::ScrapSupply);
        if per_share * value / 100.0 <= supply {
            return Ok(());
        }
        let bound = supply / per_share * 100.0;
        Err(ImpossibleInput::NoScrap { value, bound })
    }
}
