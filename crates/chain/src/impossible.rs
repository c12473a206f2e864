//! Inputs for which there is no balance.

use crate::input::Limits;
use thiserror::Error;

use super::input::Inputs;
use super::stoichiometry::CARBON_T_PER_T;
use model::Input;

/// The shares of the product may miss 100 % by this much: what rounding does.
const MIX_TOLERANCE: f64 = 1e-8;

/// An input for which there is no balance, and the bound that it breaks, both
/// in the input's unit.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum ImpossibleInput {
    /// Not a number, or an infinite one.
    #[error("`{}` is not a finite number", .0.key())]
    NotFinite(Input),
    /// Below the least that is possible.
    #[error("`{}` is {value} {}, which is below {bound}", input.key(), input.unit().as_str())]
    Below {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
        /// The least that is possible.
        bound: f64,
    },
    /// Zero where something must be divided by it.
    #[error("`{}` must be above zero", .0.key())]
    NotPositive(Input),
    /// Above the most that is possible.
    #[error("`{}` is {value} {}, which is above {bound}", input.key(), input.unit().as_str())]
    Above {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
        /// The most that is possible.
        bound: f64,
    },
    /// Neither on nor off.
    #[error("`{}` is {value}; it is a switch, either 0 or 1", input.key())]
    NotASwitch {
        /// Which.
        input: Input,
        /// What was given.
        value: f64,
    },
    /// The shares of the product do not make 100 % together.
    #[error(
        "the shares of the product, `rolled-share`, `extruded-share`, `cast-share` and `wire-share`, make {sum} % together; they must make 100"
    )]
    Mix {
        /// What they make, in per cent.
        sum: f64,
    },
    /// More recycled metal than there is scrap for.
    #[error(
        "`recycled-share` is {value} %, which takes more end-of-life scrap than there is: `scrap-supply` allows {bound} %"
    )]
    NoScrap {
        /// The recycled share asked for.
        value: f64,
        /// The most that the supply allows.
        bound: f64,
    },
}

/// What it holds is finite: each value is looked at before it is held.
impl Eq for ImpossibleInput {}

impl ImpossibleInput {
    /// Which input it is; of several that contradict each other, the first.
    pub const fn input(&self) -> Input {
        match self {
            Self::NotFinite(input) | Self::NotPositive(input) => *input,
            Self::Below { input, .. } | Self::Above { input, .. } => *input,
            Self::NotASwitch { input, .. } => *input,
            Self::Mix { .. } => Input::RolledShare,
            Self::NoScrap { .. } => Input::RecycledShare,
        }
    }

    /// The inputs that contradict each other, the one to blame first.
    pub const fn involved(&self) -> &'static [Input] {
        use Input as I;
        match self {
            Self::Mix { .. } => &Input::MIX,
            Self::NoScrap { .. } => &[
                I::RecycledShare,
                I::ScrapSupply,
                I::Product,
                I::RemeltYield,
                I::ScrapMetal,
            ],
            Self::Below {
                input: I::NetAnode, ..
            } => &[I::NetAnode, I::AnodeImpurities],
            Self::Below {
                input: I::GrossAnode,
                ..
            } => &[I::GrossAnode, I::NetAnode],
            Self::Above {
                input: I::AnodeImpurities,
                ..
            } => &[I::AnodeImpurities],
            // The others are impossible alone.
            _ => &[],
        }
    }

    /// The least and the most that is possible, as far as the fault is about
    /// them.
    pub const fn bounds(&self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Below { bound, .. } => (Some(*bound), None),
            Self::Above { bound, .. } | Self::NoScrap { bound, .. } => (None, Some(*bound)),
            _ => (None, None),
        }
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

pub(crate) fn within(input: Input, value: f64, low: f64, high: f64) -> Result<(), ImpossibleInput> {
    if !value.is_finite() {
        return Err(ImpossibleInput::NotFinite(input));
    }
    if value < low {
        let bound = low;
        return Err(ImpossibleInput::Below {
            input,
            value,
            bound,
        });
    }
    if value > high {
        let bound = high;
        return Err(ImpossibleInput::Above {
            input,
            value,
            bound,
        });
    }
    Ok(())
}
